r"""# WAP028 passcode-over-limit

## What it checks
The value of `otp(…)` has at most 15 characters.

## Why it matters
WhatsApp refuses an authentication template with a longer one.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category authentication
  vars { code id(max 16) @pii }
  audience rows { row { waid "447700900123", code "120345" } }
  try whatsapp from chat {
    template "513900000000003" {
      otp = otp(code)                                        # error: WAP028 "code"
    }
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category authentication
  vars { code id(max 15) @pii }
  audience rows { row { waid "447700900123", code "120345" } }
  try whatsapp from chat {
    template "513900000000003" {
      otp = otp(code)
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
