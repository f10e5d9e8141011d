r"""# RCS002 fallback-text-over-limit

## What it checks
An SMS that the API itself sends when RCS fails is at most 1024 characters.

## Why it matters
The fallback travels inside the RCS request; one that is too long takes the RCS message down with it.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
sender alerts sms { id "ACME" }
message visit {
  vars { note text(max 1100) }
  audience rows { row { msisdn "+447700900123", note "New times" } }
  try rcs from chat { text "Your visit has moved" }
  else on failed try sms from alerts { body "{{ note }}" } # error: RCS002 "{{ note }}" # note: SMS020
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
sender alerts sms { id "ACME" }
message visit {
  vars { note text(max 60) }
  audience rows { row { msisdn "+447700900123", note "New times" } }
  try rcs from chat { text "Your visit has moved" }
  else on failed try sms from alerts { body "{{ note }}" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
