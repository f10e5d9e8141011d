r"""# SMS003 only-on-v1

## What it checks
Binary bodies, DLT templates and app clips go by v1; a request by SMS on v2 holds none of them.

## Why it matters
v2 has no place for them: they would be dropped.

## Fails
```json
// error: SMS003 /content/body
// error: API002 /content
// error: SMS001 /content
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"body": "0605040B8423F0"}
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
