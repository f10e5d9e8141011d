r"""# WAP038 deprecated-hsm

## What it checks
A template is sent as `template`, not as `hsm`.

## Why it matters
The older form still works, and the vendor calls it deprecated.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    hsm "visit" namespace "00000000_0000_4000_8000_000000000001" language "en" {   # note: WAP038 "hsm"
      param "Cardiff"
    }
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    template "513900000000001" { place = "Cardiff" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
