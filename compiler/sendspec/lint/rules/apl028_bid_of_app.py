r"""# APL028 bid-of-app

## What it checks
The `bid` of an app of your own names the plugin, the team and the extension, with colons between them.

## Why it matters
The phone finds the app by it; with another one a person sees an empty bubble.

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
      bid "EXAMPLETEAM:example.acme.app"                          # error: APL028 "EXAMPLETEAM"
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
      bid "com.apple.messages.MSMessageExtensionBalloonPlugin:EXAMPLETEAM:example.acme.app"
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
