r"""# MSG014 no-content

## What it checks
A message holds a text, an attachment or a sign such as typing.

## Why it matters
With none of them there is nothing to send.

## Fails
```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {"messaging_type": "UPDATE"}}}
}
// error: MSG014 /channels/OTT-Messaging/fb
```

```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {"text": ""}}}
}
// error: MSG014 /channels/OTT-Messaging/fb/text
```

## Passes
```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {"messaging_type": "UPDATE", "text": "The sauna is open again."}}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
