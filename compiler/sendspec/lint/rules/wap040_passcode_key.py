r"""# WAP040 passcode-key

## What it checks
The passcode of an authentication template stands under the name `otp`.

## Why it matters
That name is fixed; under another the API does not look for it.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category authentication
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    template "513900000000003" {
      code = otp("120345")                                   # warning: WAP040 "120345"
    }
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category authentication
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    template "513900000000003" {
      otp = otp("120345")
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
