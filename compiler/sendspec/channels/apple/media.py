"""The media types that the end of an address tells. Which ones a place takes is not known here."""

from __future__ import annotations

from collections.abc import Mapping

#: HEIC is written as the vendor's page writes it (6.21.0); the others by their registered names.
TYPES: Mapping[str, str] = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "heic": "image/HEIC",
    "heif": "image/HEIF",
    "webp": "image/webp",
    "mp4": "video/mp4",
    "m4v": "video/x-m4v",
    "mov": "video/quicktime",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "csv": "text/csv",
    "vcf": "text/vcard",
    "ics": "text/calendar",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pkpass": "application/vnd.apple.pkpass",
    "usdz": "model/vnd.usdz+zip",
    "zip": "application/zip",
}


def ending(address: str) -> str:
    """The extension at the end of an address's path, in lower case, or "" when it has none."""
    path = address.partition("#")[0].partition("?")[0]
    last = path.rpartition("/")[2] if "/" in path.partition("://")[2] or "://" not in path else ""
    _, dot, extension = last.rpartition(".")
    return extension.lower() if dot and extension.isalnum() and len(extension) <= 6 else ""


def told(address: str) -> str | None:
    """The media type that an address, or the end of it, tells."""
    return TYPES.get(ending(address))
