r"""# SMS006 unusual-sender

## What it checks
A sender is 3 to 11 letters, digits and spaces, a short code of 5 to 7 digits, or a number of at most 15,
whether the SMS is a request of its own or the fallback inside one of RCS.

## Why it matters
Networks replace other senders by a number of their own, or drop the message.

## Fails
```send
sender alerts sms { id "Acme_Restaurants" }   # warning: SMS006 "Acme_Restaurants"
message table {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Your table is free from seven." }
}
```

```send
sender alerts sms { id "ACME BANK PLC LTD" }  # warning: SMS006 "ACME BANK PLC LTD"
sender agent rcs { app "a_160000000000000002" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from agent { text "Your table is free from seven." }
  else on failed try sms from alerts { body "Your table is free from seven." }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Your table is free from seven." }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
