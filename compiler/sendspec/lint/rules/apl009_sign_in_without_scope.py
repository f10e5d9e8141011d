r"""# APL009 sign-in-without-scope

## What it checks
A sign-in asks for one right at least.

## Why it matters
`scope` is compulsory: without a right there is nothing to sign in for.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    authenticate {                                                 # error: APL009 "authenticate"
      request_identifier "visit-7"
      scope []
      state "ZXhhbXBsZXN0YXRl"
      redirect_uri "https://acme.example/auth"
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
    authenticate {
      request_identifier "visit-7"
      scope ["profile"]
      state "ZXhhbXBsZXN0YXRl"
      redirect_uri "https://acme.example/auth"
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
