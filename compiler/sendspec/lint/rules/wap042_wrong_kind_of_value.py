r"""# WAP042 wrong-kind-of-value

## What it checks
`currency(…)` takes a variable of type money, and `date_time(…)` a datetime or a text.

## Why it matters
The API wants the amount and its currency apart from the text; only money has both.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { paid text(max 10) }
  audience rows { row { waid "447700900123", paid "40 GBP" } }
  try whatsapp from chat {
    template "513900000000002" {
      deposit = currency(paid)                               # error: WAP042 "paid"
    }
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { paid money(GBP) }
  audience rows { row { waid "447700900123", paid "40.00" } }
  try whatsapp from chat {
    template "513900000000002" {
      deposit = currency(paid)
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
