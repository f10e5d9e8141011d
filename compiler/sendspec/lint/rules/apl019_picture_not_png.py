r"""# APL019 picture-not-png

## What it checks
Pictures of interactive content and of rich links are PNG: their content, and the media type that is stated. Of an
address the end alone tells something, so it is a warning there.

## Why it matters
Apple shows no other kind since August 2026.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    rich_link "https://acme.example/tour" {
      title "Tour of the branch"
      image "https://cdn.acme.example/tour.jpg"                    # error: APL019 "tour.jpg"
    }
  }
}
```

```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    quick_reply "Will you come?" {
      request_identifier "visit-7"
      image identifier "branch" data "/9j/4AAQSkZJRg=="            # error: APL019 "/9j/"
      item "yes" "Yes"
      item "no" "No"
      received_message { title "Your visit", image_identifier "branch" }
    }
  }
}
```

```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    quick_reply "Will you come?" {
      request_identifier "visit-7"
      image "https://cdn.acme.example/branch.jpg" identifier "branch"   # warning: APL019 "branch.jpg"
      item "yes" "Yes"
      item "no" "No"
      received_message { title "Your visit", image_identifier "branch" }
    }
  }
}
```

## Passes
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    rich_link "https://acme.example/tour" {
      title "Tour of the branch"
      image "https://cdn.acme.example/tour.png"
    }
  }
}
```

```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    quick_reply "Will you come?" {
      request_identifier "visit-7"
      image identifier "branch" data "iVBORw0KGgo="
      item "yes" "Yes"
      item "no" "No"
      received_message { title "Your visit", image_identifier "branch" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
