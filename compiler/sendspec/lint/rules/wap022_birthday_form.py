r"""# WAP022 birthday-form

## What it checks
The birthday of a contact is a date in the form 1990-01-31.

## Why it matters
WhatsApp reads no other form.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    contact {
      formatted_name "Cerys Example"
      first_name "Cerys"
      birthday "31/01/1990"                                  # error: WAP022 "31/01/1990"
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
      birthday "1990-01-31"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
