r"""# WAP027 whole-address

## What it checks
A `url(…)` value of a template holds what follows the template's own address, without https:// and domain.

## Why it matters
The domain is part of the approved template; a whole address behind it leads nowhere.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    template "513900000000002" {
      manage = url("https://acme.example/a/7")               # error: WAP027 "acme.example"
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
    template "513900000000002" {
      manage = url("a/7")
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
