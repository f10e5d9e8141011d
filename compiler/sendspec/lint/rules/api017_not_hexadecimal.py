r"""# API017 not-hexadecimal

## What it checks
Binary content is written in pairs of hexadecimal digits.

## Why it matters
Half a byte, or a letter beyond F, cannot be sent.

## Fails
```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { binary "0605040B8423F" }   # error: API017 "0605"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { binary "0605040B8423F0" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
