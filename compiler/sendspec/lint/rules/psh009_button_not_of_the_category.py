r"""# PSH009 button-not-of-the-category

## What it checks
Each button is named by the word of its category: those of `DOUBLE_YES_NO` are `YES` and `NO`. In a spec the compiler
names them.

## Why it matters
The phone finds a button's action by that word; the receipt of a tap has it too.

## Fails
```json
// error: PSH009 /channels/push/interactive/actions/1/identifier
{
  "deliverychannel": "push",
  "appid": "MU00000003",
  "destination": [{"userid": ["ann-1"]}],
  "channels": {"push": {
    "ios": {"text": "Will you come?"},
    "interactive": {"category": "DOUBLE_YES_NO", "device_types": ["ios"], "actions": [
      {"pos": 1, "action": "OPEN_APP", "identifier": "YES"},
      {"pos": 2, "action": "DISMISS", "identifier": "LATER"}]}}}
}
```

## Passes
```json
{
  "deliverychannel": "push",
  "appid": "MU00000003",
  "destination": [{"userid": ["ann-1"]}],
  "channels": {"push": {
    "ios": {"text": "Will you come?"},
    "interactive": {"category": "DOUBLE_YES_NO", "device_types": ["ios"], "actions": [
      {"pos": 1, "action": "OPEN_APP", "identifier": "YES"},
      {"pos": 2, "action": "DISMISS", "identifier": "NO"}]}}}
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "Will you come?" }
    interactive DOUBLE_YES_NO { open app, dismiss }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
