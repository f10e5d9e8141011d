r"""# MMS015 words-beside-template

## What it checks
A `subject` and a `name` stand beside slides; a stored template has its own.

## Why it matters
A request with a template has no place for them, so they would be lost.

## Fails
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"  # error: MMS015 "Your visit"
    template "MMEXMPL01"
  }
}
```

```json
// error: MMS015 /template/subject
{
  "channel": "mms",
  "from": "12025550100",
  "to": [{"msisdn": ["+12025550142"]}],
  "template": {"id": "MMEXMPL01", "subject": "Your visit"}
}
```

## Passes
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    template "MMEXMPL01"
  }
}
```

```json
{
  "channel": "mms",
  "from": "12025550100",
  "to": [{"msisdn": ["+12025550142"]}],
  "template": {"id": "MMEXMPL01"}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
