r"""# LOC005 import-lacks-locale

## What it checks
A file that is imported for its snippets has every locale of this file, or no locales at all.

## Why it matters
A snippet that is missing in one language leaves a hole in the middle of a message.

## Fails
```send
locales [en, cy]
import "lib/brand.send" as brand                           # error: LOC005 "brand"
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123", locale cy } }
  try sms from alerts { body text.remind }
  text remind { en "See you {{ brand.bye }}", cy "Wela i chi {{ brand.bye }}" }
}
```
```send lib/brand.send
locales [en]
snippet bye { en "Acme" }
```

## Passes
```send
locales [en, cy]
import "lib/brand.send" as brand
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123", locale cy } }
  try sms from alerts { body text.remind }
  text remind { en "See you {{ brand.bye }}", cy "Wela i chi {{ brand.bye }}" }
}
```
```send lib/brand.send
snippet bye "Acme"
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
