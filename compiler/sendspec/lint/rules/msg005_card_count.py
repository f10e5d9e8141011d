r"""# MSG005 card-count

## What it checks
Cards stand side by side, one to ten of them.

## Why it matters
The API takes ten in a message.

## Fails
```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {
    "attachment": {"type": "template", "payload": {"template_type": "generic", "elements": [
    {"title": "Branch 1", "subtitle": "Open until six"},
    {"title": "Branch 2", "subtitle": "Open until six"},
    {"title": "Branch 3", "subtitle": "Open until six"},
    {"title": "Branch 4", "subtitle": "Open until six"},
    {"title": "Branch 5", "subtitle": "Open until six"},
    {"title": "Branch 6", "subtitle": "Open until six"},
    {"title": "Branch 7", "subtitle": "Open until six"},
    {"title": "Branch 8", "subtitle": "Open until six"},
    {"title": "Branch 9", "subtitle": "Open until six"},
    {"title": "Branch 10", "subtitle": "Open until six"},
    {"title": "Branch 11", "subtitle": "Open until six"}
  ]}}}}}
}
// error: MSG005 /channels/OTT-Messaging/fb/attachment/payload/elements
```

```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {
    "attachment": {"type": "template", "payload": {"template_type": "generic", "elements": []}}}}}
}
// error: MSG005 /channels/OTT-Messaging/fb/attachment/payload/elements
```

## Passes
```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {
    "attachment": {"type": "template", "payload": {"template_type": "generic", "elements": [
    {"title": "Branch 1", "subtitle": "Open until six"},
    {"title": "Branch 2", "subtitle": "Open until six"},
    {"title": "Branch 3", "subtitle": "Open until six"},
    {"title": "Branch 4", "subtitle": "Open until six"},
    {"title": "Branch 5", "subtitle": "Open until six"},
    {"title": "Branch 6", "subtitle": "Open until six"},
    {"title": "Branch 7", "subtitle": "Open until six"},
    {"title": "Branch 8", "subtitle": "Open until six"},
    {"title": "Branch 9", "subtitle": "Open until six"},
    {"title": "Branch 10", "subtitle": "Open until six"}
  ]}}}}}
}
```

```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    cards { card { title "Cardiff branch", subtitle "Open until six" } }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
