r"""# APL027 icon-not-png

## What it checks
The icon of an app of your own is at an address that ends in .png.

## Why it matters
The vendor's page asks for it; another icon is not shown.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    app {
      app_id "1000000001"
      app_name "Acme"
      url "?visit=7"
      app_icon "https://cdn.acme.example/icon.jpg"                 # error: APL027 "icon.jpg"
      received_message { title "Your visit" }
      reply_message { title "Chosen" }
    }
  }
}
```

## Passes
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    app {
      app_id "1000000001"
      app_name "Acme"
      url "?visit=7"
      app_icon "https://cdn.acme.example/icon.png"
      received_message { title "Your visit" }
      reply_message { title "Chosen" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
