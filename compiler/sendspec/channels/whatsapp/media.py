"""The media that WhatsApp takes: the types of each kind (facts §8.3), and the type that the end of an address tells."""

from __future__ import annotations

from collections.abc import Mapping

_OFFICE = "application/vnd.openxmlformats-officedocument."

#: By kind of content: the endings of addresses and the registered type of each, in lower case (C34).
TYPES: Mapping[str, Mapping[str, str]] = {
    "image": {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png"},
    "video": {"mp4": "video/mp4", "3gp": "video/3gpp", "3gpp": "video/3gpp"},
    "audio": {
        "aac": "audio/aac",
        "m4a": "audio/mp4",
        "mp4": "audio/mp4",
        "mp3": "audio/mpeg",
        "amr": "audio/amr",
        "ogg": "audio/ogg",
        "opus": "audio/ogg",
    },
    "document": {
        "txt": "text/plain",
        "pdf": "application/pdf",
        "doc": "application/msword",
        "docx": f"{_OFFICE}wordprocessingml.document",
        "xls": "application/vnd.ms-excel",
        "xlsx": f"{_OFFICE}spreadsheetml.sheet",
        "ppt": "application/vnd.ms-powerpoint",
        "pptx": f"{_OFFICE}presentationml.presentation",
    },
    "sticker": {"webp": "image/webp"},
}

#: Endings that people use for files which WhatsApp does not take: named, so that the finding can say what they are.
_OTHERS: Mapping[str, str] = {
    "gif": "image/gif",
    "bmp": "image/bmp",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "heic": "image/heic",
    "avif": "image/avif",
    "wav": "audio/wav",
    "flac": "audio/flac",
    "wma": "audio/x-ms-wma",
    "mov": "video/quicktime",
    "avi": "video/x-msvideo",
    "mkv": "video/x-matroska",
    "webm": "video/webm",
    "csv": "text/csv",
    "rtf": "application/rtf",
    "html": "text/html",
    "zip": "application/zip",
    "odt": "application/vnd.oasis.opendocument.text",
}

#: Forms that the vendor prints beside the registered ones (C34).
PRINTED: Mapping[str, str] = {"image/jpg": "image/jpeg"}


def allowed(kind: str) -> tuple[str, ...]:
    """The registered types of a kind, each once."""
    return tuple(dict.fromkeys(TYPES[kind].values()))


def registered(given: str) -> str:
    """The registered form of a media type: lower case, without a parameter, by its own name (C34)."""
    head, parameter, _ = given.partition(";")
    bare = (head.rstrip() if parameter else head).lower()
    return PRINTED.get(bare, bare)


def ending(address: str) -> str:
    """The extension at the end of an address's path, in lower case, or "" when it has none."""
    path = address.partition("#")[0].partition("?")[0]
    last = path.rpartition("/")[2] if "/" in path.partition("://")[2] or "://" not in path else ""
    _, dot, extension = last.rpartition(".")
    return extension.lower() if dot and extension.isalnum() and len(extension) <= 5 else ""


def told(kind: str, address: str) -> str | None:
    """The media type that an address (or the end of it) tells, or None; also one that WhatsApp does not take."""
    extension = ending(address)
    if found := TYPES[kind].get(extension):
        return found
    known = (types[extension] for types in TYPES.values() if extension in types)
    return next(known, _OTHERS.get(extension))
