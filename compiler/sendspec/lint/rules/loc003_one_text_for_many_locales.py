r"""# LOC003 one-text-for-many-locales

## What it checks
In a file with locales a text or a snippet is written per locale.

## Why it matters
One text for all languages hides that it was never translated.

## Fails
```send
locales [en, cy]
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123", locale cy } }
  try sms from alerts { body text.remind }
  text remind "See you on Monday"                          # error: LOC003 "See you"
}
```

## Passes
```send
locales [en, cy]
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123", locale cy } }
  try sms from alerts { body text.remind }
  text remind { en "See you on Monday", cy "Wela i chi ddydd Llun" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
