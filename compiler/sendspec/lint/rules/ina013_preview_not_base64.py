r"""# INA013 preview-not-base64

## What it checks
The preview of a picture or a film is a small JPEG in base64, without `data:` before it.

## Why it matters
The app shows the preview until the file itself is loaded; it takes no address there.

## Fails
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    image "https://cdn.acme.example/a.jpg" preview "https://cdn.acme.example/small.jpg"   # error: INA013 "small.jpg"
  }
}
```

## Passes
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    image "https://cdn.acme.example/a.jpg" preview "/9j/4AAQSkZJRg=="
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
