"""A right body of each channel that v1 serves beside SMS and WhatsApp, and of the newer ones of v2."""

from __future__ import annotations

from typing import Any

VOICE: dict[str, Any] = {
    "deliverychannel": "voice",
    "destination": [{"msisdn": ["+447700900123"]}],
    "channels": {"voice": {"promptid": "354"}},
}
PUSH: dict[str, Any] = {
    "deliverychannel": "push",
    "appid": "AP00000001",
    "destination": [{"android_pushid": ["device-token-1"]}],
    "channels": {"push": {"android": {"title": "Your visit", "text": "See you on Monday"}}},
}
INAPP: dict[str, Any] = {
    "deliverychannel": "appmessaging",
    "appid": "AP00000002",
    "destination": [{"userid": ["user-0001"]}],
    "channels": {"appmessaging": {"thread_id": "TH-1", "message": {"text": "See you on Monday"}}},
}
MESSENGER: dict[str, Any] = {
    "deliverychannel": "fb",
    "appid": "a_160000000000000004",
    "destination": [{"psid": ["1000000000000001"]}],
    "channels": {"OTT-Messaging": {"fb": {"text": "See you on Monday", "messaging_type": "UPDATE"}}},
}
APPLE: dict[str, Any] = {
    "deliverychannel": "AppleBusinessChat",
    "appid": "a_160000000000000005",
    "destination": [{"abcUserId": ["urn:mbid:AQAAEXAMPLE0001"]}],
    "channels": {"AppleBusinessChat": {"type": "text", "text": "See you on Monday"}},
}
#: By `deliverychannel`.
V1: dict[str, dict[str, Any]] = {body["deliverychannel"]: body for body in (VOICE, PUSH, INAPP, MESSENGER, APPLE)}
CALL: dict[str, Any] = {
    "channel": "voice",
    "from": "442079460141",
    "to": [{"msisdn": ["+447700900123"]}],
    "content": {"type": "media", "mediaId": "1000001"},
}
MMS: dict[str, Any] = {
    "channel": "mms",
    "from": "12025550100",
    "to": [{"msisdn": ["+12025550123"]}],
    "content": {
        "name": "visit",
        "fallbacktext": "See you on Monday",
        "subject": "Your visit",
        "attachments": [
            {
                "type": "image",
                "messageText": "See you on Monday",
                "mediaUrl": "https://cdn.acme.example/branch.jpg",
                "duration": 5,
            }
        ],
    },
}
V2: dict[str, dict[str, Any]] = {body["channel"]: body for body in (CALL, MMS)}
