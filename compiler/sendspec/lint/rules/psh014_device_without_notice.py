r"""# PSH014 device-without-notice

## What it checks
Each kind of device that a request goes to has a notice in it: ids of Android and Huawei phones an `android`, those of
iPhones an `ios`, those of browsers a `web` that names the browser. A spec sends to those only whom a notice can reach.

## Why it matters
The request is taken, and those people see nothing.

## Fails
```json
// warning: PSH014 /destination/0/android_pushid
{
  "deliverychannel": "push",
  "appid": "MU00000003",
  "destination": [{"android_pushid": ["example-token-1"]}],
  "channels": {"push": {"ios": {"text": "See you"}}}
}
```

```json
// warning: PSH014 /destination/0/firefox_pushid
{
  "deliverychannel": "push",
  "appid": "MU00000003",
  "destination": [{"firefox_pushid": ["example-token-1"]}],
  "channels": {"push": {"web": {"platform_types": ["chrome"], "title": "Acme", "text": "See you"}}}
}
```

## Passes
```json
{
  "deliverychannel": "push",
  "appid": "MU00000003",
  "destination": [{"android_pushid": ["example-token-1"]}],
  "channels": {"push": {"android": {"text": "See you"}}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
