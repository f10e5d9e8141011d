r"""# LOC002 unknown-locale

## What it checks
A locale that a file names is one of those it declares in `locales`.

## Why it matters
A text in an undeclared locale is never sent; usually its name is misspelt.

## Fails
```send
locales [en, cy]
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123", locale cy } }
  try sms from alerts { body text.remind }
  text remind { en "See you on Monday", cy "Wela i chi ddydd Llun", cz "Na shledanou" } # error: LOC002 "cz"
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
