"""An in-app body → the words of a spec: the way back of `content`. It must not know how a spec is spelt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sendspec.channels.inapp.words import MEDIA
from sendspec.channels.notice_reading import say_action, say_interactive
from sendspec.channels.said import Reading, Said, elements, members, say, some

Tree = Mapping[str, object]


def read(body: Tree) -> Reading:
    """What a message says."""
    held, stored = members(body, "channels", "appmessaging"), members(body, "message")
    message = members(held, "message")
    said = some(
        say("thread", held.get("thread_id")),
        _content(held, message),
        *_quick_replies(members(message, "quickReplies")),
        _notification(held),
        say("extras", block=(), assigned=members(message, "extras")) if _is_object(message, "extras") else None,
        say("template", stored.get("template"), block=(), assigned=members(stored, "parameters")),
    )
    return Reading(said, some(say("app", body.get("appid"))))


def _content(held: Tree, message: Tree) -> Said | None:
    """The one kind of content: a signal, an attachment, else the text."""
    kind, attachment = held.get("type"), members(message, "attachment")
    text = message.get("text") or None
    if kind:
        return _with_keys(held, "extras", "signal", kind, text=text)
    match attachment.get("contentType"):
        case None:
            return say("text", text)
        case "location":
            place = attachment.get("latitude"), attachment.get("longitude")
            return say("location", latitude=place[0], longitude=place[1], caption=text)
        case "template":
            payload = members(attachment, "payload")
            cards = [say("card", block=_card(element)) for element in elements(payload.get("elements"))]
            return say("cards", reference=payload.get("reference") or None, caption=text, block=cards)
        case str() as medium if medium in MEDIA:
            size, lasts, preview = (attachment.get(key) or None for key in ("size", "duration", "preview"))
            return say(medium, attachment.get("file"), caption=text, file_size=size, duration=lasts, preview=preview)
        case _:
            return None


def _card(element: Tree) -> Iterator[Said | None]:
    images = element.get("imageUrls")
    yield say("title", element.get("title"))
    yield say("subtitle", element.get("subtitle") or None)
    yield from (say("image", url) for url in images if url) if isinstance(images, list) else ()
    for button in elements(element.get("buttons")):
        data = button.get("identifier")
        if button.get("type") == "webUrl":
            yield _with_keys(button, "payload", "open", button.get("title"), url=button.get("url"), data=data)
        elif button.get("type") == "templatePostback":
            yield _with_keys(button, "payload", "reply", button.get("title"), data=data)


def _quick_replies(replies: Tree) -> Iterator[Said | None]:
    yield say("reference", replies.get("reference") or None)
    for option in elements(replies.get("options")):
        named, picture = (option.get("identifier"), option.get("title")), option.get("imageUrl") or None
        yield _with_keys(option, "payload", "quick_reply", *named, image=picture)


def _notification(held: Tree) -> Said | None:
    if not _is_object(held, "notification"):
        return None
    notice = members(held, "notification")
    android, ios, web = (members(notice, f"{name}_extras") for name in ("android", "ios", "web"))
    buttons = members(notice, "interactive")
    lines = (
        say("title", notice.get("title")),
        say("text", notice.get("text")),
        say("android", block=_android(android)) if _is_object(notice, "android_extras") else None,
        say("ios", block=_ios(ios)) if _is_object(notice, "ios_extras") else None,
        say("web", block=_web(web)) if _is_object(notice, "web_extras") else None,
        say_interactive(buttons, buttons.get("device_types"), replies=True),
    )
    return say("notification", block=lines)


def _android(android: Tree) -> Iterator[Said | None]:
    tags = members(android, "customtag")
    own = {name: value for name, value in tags.items() if name != "imageurl"}
    yield say("image", tags.get("imageurl") or None)
    yield from _named(android, iconurl="iconurl", sound="sound", collapse_key="collapse_key")
    yield say_action(members(android, "notificationaction"))
    if own or (_is_object(android, "customtag") and not tags):
        yield say("tags", block=(), assigned=own)


def _ios(ios: Tree) -> Iterator[Said | None]:
    yield from _named(ios, image="attachmenturl", badge="badge", sound="sound", collapse_key="collapse_key")
    yield say_action(members(ios, "notificationaction"))


def _web(web: Tree) -> Iterator[Said | None]:
    yield from _named(web, collapse_key="collapsekey", action="action")
    if url := web.get("url"):
        yield say("open", url=url)


def _named(held: Tree, **keys: str) -> Iterator[Said | None]:
    """Words of one value each, by the keys of the body."""
    return (say(word, held.get(key) or None) for word, key in keys.items())


def _with_keys(held: Tree, key: str, word: str, *values: object, **options: object) -> Said | None:
    """A statement whose block has the keys of the writer's own, when the body has the object."""
    if None in values:
        return None
    given = {name: value for name, value in options.items() if value is not None}
    own = _is_object(held, key)
    return Said(word, values, given, () if own else None, members(held, key))


def _is_object(held: Tree, key: str) -> bool:
    return isinstance(held.get(key), Mapping)
