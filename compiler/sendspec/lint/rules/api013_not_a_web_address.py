r"""# API013 not-a-web-address

## What it checks
An address has its scheme and its host.

## Why it matters
`s.acme.example` alone is a word; links built from it lead nowhere.

## Fails
```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  track { links { domain "s.acme.example", shorten yes } }   # error: API013 "s.acme"
  try sms from alerts { body "Your table is free from seven." }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  track { links { domain "https://s.acme.example", shorten yes } }
  try sms from alerts { body "Your table is free from seven." }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
