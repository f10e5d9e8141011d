r"""# VOI004 speech-as-ssml

## What it checks
A text that is spoken is plain text, no SSML.

## Why it matters
The Messaging API reads plain text; only the Voice API, another one, takes SSML. The marks would be read out.

## Fails
```send
sender hotline voice { number "442079460100" }
message flood {
  audience rows { row { msisdn "+447700900123" } }
  try voice from hotline via v2 {
    say "<speak>Water is on <emphasis>Mill Road</emphasis></speak>" {  # warning: VOI004 "<speak>Water"
      language "en-GB", voice "RyanNeural", gender male, region "UK"
    }
  }
}
```

## Passes
```send
sender hotline voice { number "442079460100" }
message flood {
  audience rows { row { msisdn "+447700900123" } }
  try voice from hotline via v2 {
    say "Water is on Mill Road" {
      language "en-GB", voice "RyanNeural", gender male, region "UK"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
