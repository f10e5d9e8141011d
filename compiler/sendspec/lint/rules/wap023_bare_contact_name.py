r"""# WAP023 bare-contact-name

## What it checks
The name of a contact has, besides `formatted_name`, one of `first_name`, `last_name`, `middle_name`, `prefix`
and `suffix`.

## Why it matters
WhatsApp refuses a card that has the whole name alone.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    contact {                                                # error: WAP023 "contact"
      formatted_name "Cerys Example"
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
    contact {
      formatted_name "Cerys Example"
      first_name "Cerys"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
