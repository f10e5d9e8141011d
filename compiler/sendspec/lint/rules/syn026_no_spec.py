r"""# SYN026 no-spec

## What it checks
A file that is given as a spec is one: its name does not end in `.csv`, `.tsv`, `.json`, `.ndjson` or `.jsonl`. Of
such a file nothing else is told.

## Why it matters
People and request bodies lie beside the specs. Read as a spec, each of their lines is a mistake.

## Fails
```text
sendspec lint data/visits.csv
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
