r"""# WAP025 repeated-id

## What it checks
No two rows of a list, and no two buttons of a message, have the same id.

## Why it matters
The id is all that comes back: with one id twice nobody knows what was chosen.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    buttons {
      body "Will you come?"
      reply "Yes" data "answer"
      reply "No" data "answer"                               # error: WAP025 "answer"
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
    buttons {
      body "Will you come?"
      reply "Yes" data "yes"
      reply "No" data "no"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
