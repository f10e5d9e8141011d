r"""# TXT015 text-too-large

## What it checks
A text has at most 1 048 576 characters and 5 000 tags; blocks stand at most 20 deep in each other, brackets
of a condition at most 20, and a list has at most 100 values.

## Why it matters
Nothing that is sent to a person is larger; what is, was made by a machine that ran away.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { member bool }
  audience rows { row { msisdn "+447700900123", member yes } }
  try sms from alerts {
    body "{% if (((((((((((((((((((((member))))))))))))))))))))) %}Hello{% endif %}"   # error: TXT015 "member"
  }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { member bool }
  audience rows { row { msisdn "+447700900123", member yes } }
  try sms from alerts {
    body "Hello{% if (member) %} again{% endif %}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
