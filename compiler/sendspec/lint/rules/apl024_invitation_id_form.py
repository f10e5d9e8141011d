r"""# APL024 invitation-id-form

## What it checks
The id of an invitation is of letters and digits, at most 100. Hyphens are taken with a note (C43).

## Why it matters
The platform refuses another id, and the invitation does not go out.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try apple from desk {
    invitation "Acme" with_image yes request_identifier "inv_7"                # error: APL024 "inv_7"
  }
}
```

```send
sender desk apple { app "a_160000000000000005" }
message visit {
  vars { ref id(max 101) }
  audience rows { row { msisdn "+447700900123", ref "A1" } }
  try apple from desk {
    invitation "Acme" with_image yes request_identifier "{{ ref }}"          # error: APL024 "{{ ref }}"
  }
}
```

## Passes
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try apple from desk {
    invitation "Acme" with_image yes request_identifier "inv7"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
