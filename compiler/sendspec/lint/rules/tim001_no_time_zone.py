r"""# TIM001 no-time-zone

## What it checks
Quiet hours are told in a time zone: a variable of type `timezone`, or the name of a zone in quotes.

## Why it matters
21:00 is another moment for each zone; a message held by the wrong clock wakes people up.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  delivery { quiet 21:00..08:00 in "Europe/Cardiff" then hold } # error: TIM001 "Europe/Cardiff"
  try sms from alerts { body "See you on Monday" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  delivery { quiet 21:00..08:00 in "Europe/London" then hold }
  try sms from alerts { body "See you on Monday" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
