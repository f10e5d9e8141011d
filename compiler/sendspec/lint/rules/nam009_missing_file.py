r"""# NAM009 missing-file

## What it checks
A file that a spec names is there, can be read, is UTF-8, and lies inside the project.

## Why it matters
A spec is reviewed with everything it is made of; a file outside the project is not in front of the reviewer.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body file "texts/visit.txt" }      # error: NAM009 "texts/visit.txt"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body file "texts/visit.txt" }
}
```
```text texts/visit.txt
See you on Monday
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
