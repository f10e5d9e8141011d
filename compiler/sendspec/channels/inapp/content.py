"""A rung's words in an app → the fragments of a request: who sends, the content, a stored template.

What makes a request right is the shapes' business, not this module's.
"""

from __future__ import annotations

from sendspec.channels.declare import Fragments
from sendspec.channels.filled import Filled, Leaf, Made, Tree
from sendspec.channels.inapp.words import MEDIA
from sendspec.channels.notice_words import action, interactive_made
from sendspec.record import replace


def build(filled: Filled, sender: Filled | None) -> Fragments:
    """The fragments of a rung."""
    template = filled.child("template")
    return {
        "from": sender.text("app") if sender else None,
        "content": _messaging(filled),
        "message": Made(template, template=template.first(), parameters=_values(template)) if template else None,
    }


def _messaging(filled: Filled) -> Made:
    signal = filled.child("signal")
    return Made(
        filled,
        type=signal.first() if signal else None,
        thread_id=filled.text("thread"),
        message=_message(filled, signal),
        extras=signal.free if signal else None,
        notification=_notification(filled.child("notification")),
    )


def _message(filled: Filled, signal: Filled | None) -> Made:
    """The message: a text, beside an attachment its caption. A signal has a text, if only an empty one."""
    content, extras = next(filled.all(*MEDIA, "location", "cards"), None), filled.child("extras")
    text: Tree = content.get("caption") if content else filled.text("text")
    if signal is not None:
        text = signal.get("text") or ""
    return Made(
        filled,
        text=text,
        attachment=_attachment(content) if content else None,
        quickReplies=_quick_replies(filled),
        extras=extras.free if extras else None,
    )


def _attachment(content: Filled) -> Made:
    if content.word.name == "location":
        places = {name: digits(content.get(name)) for name in ("latitude", "longitude")}
        return Made(content, contentType="location", **places)
    if content.word.name == "cards":
        elements: list[Tree] = [_element(card) for card in content.all("card")]
        payload = Made(content, reference=content.get("reference"), elements=elements)
        return Made(content, contentType="template", templateType="generic", payload=payload)
    return Made(
        content,
        contentType=content.word.name,
        file=content.first(),
        preview=content.get("preview"),
        size=digits(content.get("file_size")),
        duration=digits(content.get("duration")),
    )


def _element(card: Filled) -> Made:
    images: list[Tree] = [image.first() for image in card.all("image")]
    buttons: list[Tree] = [_button(button) for button in card.all("open", "reply")]
    return Made(
        card,
        title=card.text("title"),
        subtitle=card.text("subtitle"),
        imageUrls=images or None,
        buttons=buttons or None,
    )


def _button(button: Filled) -> Made:
    return Made(
        button,
        type="webUrl" if button.word.name == "open" else "templatePostback",
        identifier=button.get("data"),
        title=button.first(),
        url=button.get("url"),
        payload=button.free,
    )


def _quick_replies(filled: Filled) -> Made | None:
    options: list[Tree] = [_option(reply) for reply in filled.all("quick_reply")]
    reference = filled.child("reference")
    if reference is None and not options:
        return None
    first = next(filled.all("quick_reply"), reference)
    return Made(first, reference=reference.first() if reference else None, options=options or None)


def _option(reply: Filled) -> Made:
    return Made(
        reply,
        type="quickReplyPostback",
        identifier=reply.first(),
        title=reply.get("label"),
        imageUrl=reply.get("image"),
        payload=reply.free,
    )


def _values(template: Filled) -> Made | None:
    """The values of a stored template, by their names in it."""
    made = Made(template)
    made.update({name: leaf for name, leaf in (template.assigned or {}).items() if isinstance(leaf, Leaf)})
    return made or None


def _notification(notice: Filled | None) -> Made | None:
    if notice is None:
        return None
    android, ios, web = (notice.child(name) for name in ("android", "ios", "web"))
    buttons = notice.child("interactive")
    return Made(
        notice,
        title=notice.text("title"),
        text=notice.text("text"),
        android_extras=_android(android) if android else None,
        ios_extras=_ios(ios) if ios else None,
        web_extras=_web(web) if web else None,
        interactive=interactive_made(buttons) if buttons else None,
    )


def _android(android: Filled) -> Made:
    image, tags = android.child("image"), android.child("tags")
    tagged = Made(image or tags, imageurl=android.text("image"))
    tagged.update((tags.free if tags else None) or {})
    return Made(
        android,
        collapse_key=android.text("collapse_key"),
        sound=android.text("sound"),
        iconurl=android.text("iconurl"),
        customtag=tagged if image or tags else None,
        notificationaction=action(android.child("open")),
    )


def _ios(ios: Filled) -> Made:
    return Made(
        ios,
        attachmenturl=ios.text("image"),
        collapse_key=ios.text("collapse_key"),
        sound=ios.text("sound"),
        badge=digits(ios.text("badge")),
        notificationaction=action(ios.child("open")),
    )


def _web(web: Filled) -> Made:
    opens = web.child("open")
    return Made(
        web, collapsekey=web.text("collapse_key"), action=web.text("action"), url=opens.get("url") if opens else None
    )


def digits(leaf: Leaf | None) -> Leaf | None:
    """A number as the text that the API takes, with the digits that the spec has."""
    if leaf is None or leaf.value is None:
        return leaf and replace(leaf, form="text")
    written = leaf.source.text[leaf.span.start : leaf.span.end].replace("_", "")
    return replace(leaf, value=written if isinstance(leaf.value, float) else str(leaf.value), form="text")
