"""What a file is, by looking at its bytes; what it is called is not believed. Opens and decodes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from caregiver_app.support.i18n import gettext as _

OTHER = "application/octet-stream"
PROGRAM = "application/x-executable"
_LOOKED_AT = 4_096

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"#!", PROGRAM),
)
_IN_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"avif": "image/avif",
    b"qt  ": "video/quicktime",
}
_OFFICE = (
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."

EXTENSIONS: Mapping[str, str] = {
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/tiff": "tif",
    "image/webp": "webp",
    "image/heic": "heic",
    "image/avif": "avif",
    "application/rtf": "rtf",
    "application/msword": "doc",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/flac": "flac",
    "audio/wav": "wav",
    "audio/mp4": "m4a",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/x-msvideo": "avi",
    "application/zip": "zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "text/html": "html",
    "text/plain": "txt",
}
"""How files of each kind end when they are written out. What runs has no ending of its own."""


def media_type_of(data: bytes) -> str:
    """Return the media type of a file."""
    head = data[:_LOOKED_AT]
    for begin, found in _BEGINNINGS:
        if head.startswith(begin):
            return found
    return _boxed(head) or _zipped(data) or _text(head)


def ending_of(media_type: str) -> str:
    """Return how a file of this kind ends, without the dot."""
    return EXTENSIONS.get(media_type, "bin")


def media_words(media_type: str) -> str:
    """Return what such a file is called by people."""
    known = _words().get(media_type)
    if known is not None:
        return known()
    family = media_type.partition("/")[0]
    return {"image": _("Picture"), "audio": _("Sound"), "video": _("Video")}.get(family, _("File"))


def _words() -> Mapping[str, Callable[[], str]]:
    return {
        "application/pdf": lambda: _("PDF document"),
        "application/msword": lambda: _("Document"),
        "application/rtf": lambda: _("Document"),
        _OFFICE[0][1]: lambda: _("Document"),
        _OFFICE[1][1]: lambda: _("Table"),
        _OFFICE[2][1]: lambda: _("Slides"),
        "application/vnd.oasis.opendocument.text": lambda: _("Document"),
        "application/vnd.oasis.opendocument.spreadsheet": lambda: _("Table"),
        "application/zip": lambda: _("Packed files"),
        "text/html": lambda: _("Web page"),
        "text/plain": lambda: _("Text"),
        PROGRAM: lambda: _("Program"),
    }


def _boxed(head: bytes) -> str:
    if head.startswith(b"RIFF"):
        return _IN_RIFF.get(head[8:12], OTHER)
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return _BRANDS.get(brand, "audio/mp4" if brand.startswith(b"M4A") else "video/mp4")
    return ""


def _zipped(data: bytes) -> str:
    if not data.startswith(b"PK\x03\x04"):
        return ""
    if data[30:].startswith(_OPEN_DOCUMENT):
        kind = data[30 + len(_OPEN_DOCUMENT) :].partition(b"PK")[0]
        name = f"application/vnd.oasis.opendocument.{kind.decode('ascii', 'replace')}"
        return name if name in EXTENSIONS else "application/zip"
    if b"[Content_Types].xml" in data:
        for part, found in _OFFICE:
            if b"PK\x01\x02" in data and part in data[max(0, data.rfind(b"PK\x05\x06") - _LOOKED_AT) :]:
                return found
    return "application/zip"


def _text(head: bytes) -> str:
    if b"\0" in head:
        return OTHER
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 3 or len(head) < _LOOKED_AT:
            return OTHER
        text = head[: error.start].decode("utf-8")
    begin = text.lstrip("\ufeff \t\r\n").casefold()
    return "text/html" if begin.startswith(("<!doctype html", "<html")) else "text/plain"
