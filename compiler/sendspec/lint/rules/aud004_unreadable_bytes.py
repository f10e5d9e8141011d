r"""# AUD004 unreadable-bytes

## What it checks
The bytes of the file are text in its encoding: UTF-8, what a byte order mark says, or what the spec states. The
message names the line and the byte, counted from 0. A file whose name ends in `.gz` is gzip, one in
`.zst` is zstd, whole and undamaged, and the lines and bytes are those of what it holds.

## Why it matters
A wrong encoding turns `é` into other characters, and nobody sees it before the customers do.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {   # error: AUD004 "data/people.csv"
    msisdn <- phone as phone(GB)
    vars <- same
    encoding "ascii"
    ignore [name]
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone,name
A-1,+447700900123,José
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {
    msisdn <- phone as phone(GB)
    vars <- same
    encoding "utf-8"
    ignore [name]
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone,name
A-1,+447700900123,José
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
