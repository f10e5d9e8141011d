r"""# LOC001 missing-locale

## What it checks
A text and a snippet stand in every locale of their file.

## Why it matters
A person whose language is missing would get nothing, or the wrong language.

## Fails
```send
locales [en, cy]
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123", locale cy } }
  try sms from alerts { body text.remind }
  text remind { en "See you on Monday" }                   # error: LOC001 "remind"
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
