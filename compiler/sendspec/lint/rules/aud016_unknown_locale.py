r"""# AUD016 unknown-locale

## What it checks
A row chooses a locale of the file. With an `else` an unknown one takes that, and how many did is a warning; without
one the row is refused.

## Why it matters
Whoever reads another language gets a text that nobody chose for them.

## Fails
```send
locales [en, cy]
sender alerts sms { id "ACME" }
message visit {
  audience csv "data/people.csv" {
    msisdn <- phone as phone(GB)
    locale <- lang else en   # warning: AUD016 "lang"
  }
  try sms from alerts { body text.remind }
  text remind { en "See you on Monday", cy "Wela i chi ddydd Llun" }
}
```
```csv data/people.csv
phone,lang
+447700900123,fr
```

## Passes
```send
locales [en, cy]
sender alerts sms { id "ACME" }
message visit {
  audience csv "data/people.csv" {
    msisdn <- phone as phone(GB)
    locale <- lang else en
  }
  try sms from alerts { body text.remind }
  text remind { en "See you on Monday", cy "Wela i chi ddydd Llun" }
}
```
```csv data/people.csv
phone,lang
+447700900123,cy
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
