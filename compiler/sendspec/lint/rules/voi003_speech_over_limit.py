r"""# VOI003 speech-over-limit

## What it checks
A text that is spoken has at most 2000 characters, for every possible value of what it prints.

## Why it matters
The API refuses a longer one. 2000 characters take more than two minutes to say.

## Fails
```send
sender hotline voice { number "442079460100" }
message flood {
  vars { street text(max 1990) example "Mill Road" }
  audience rows { row { msisdn "+447700900123", street "Mill Road" } }
  try voice from hotline via v2 {
    say "Water is on {{ street }}" {  # error: VOI003 "Water is on"
      language "en-GB", voice "RyanNeural", gender male, region "UK"
    }
  }
}
```

## Passes
```send
sender hotline voice { number "442079460100" }
message flood {
  vars { street text(max 60) example "Mill Road" }
  audience rows { row { msisdn "+447700900123", street "Mill Road" } }
  try voice from hotline via v2 {
    say "Water is on {{ street }}" {
      language "en-GB", voice "RyanNeural", gender male, region "UK"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
