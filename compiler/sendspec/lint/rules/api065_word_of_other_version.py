r"""# API065 word-of-other-version

## What it checks
The words of a rung are of the version of the API that it goes by: `via` in the rung, else `[api]` in `sendspec.toml`,
else v1.

## Why it matters
The other version has no place for them in its requests: they would be dropped.

## Fails
```send
sender hotline voice { number "442079460100" }
message flood {
  audience rows { row { msisdn "+447700900123" } }
  try voice from hotline {
    play "1000001"  # error: API065 "play"
  }
}
```

```send
sender hotline voice { number "442079460100" }
message flood {
  audience rows { row { msisdn "+447700900123" } }
  try voice from hotline via v2 {
    prompt "354"  # error: API065 "prompt"
  }
}
```

## Passes
```send
sender hotline voice { number "442079460100" }
message flood {
  audience rows { row { msisdn "+447700900123" } }
  try voice from hotline via v2 {
    play "1000001"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
