r"""# VOI006 unknown-gender

## What it checks
The gender of a voice is `female` or `male`, in small letters.

## Why it matters
The pages show these two and state no list, so that another one may be refused.

## Fails
```json
// warning: VOI006 /content/gender
{
  "channel": "voice",
  "from": "442079460100",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {
    "type": "TTS", "ttsProcessor": "Azure", "voiceType": "Neural",
    "language": "en-GB", "voice": "RyanNeural", "region": "UK", "gender": "Male",
    "text": "Water is on Mill Road"
  }
}
```

## Passes
```json
{
  "channel": "voice",
  "from": "442079460100",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {
    "type": "TTS", "ttsProcessor": "Azure", "voiceType": "Neural",
    "language": "en-GB", "voice": "RyanNeural", "region": "UK", "gender": "male",
    "text": "Water is on Mill Road"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
