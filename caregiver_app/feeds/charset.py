"""From bytes to text, whatever header, declaration and bytes say of each other. Never raises, never loses a document.

Believed in this order: a byte order mark (RFC 7303 section 3); bytes that are UTF-8 and would make no sense otherwise;
the charset of the header; that of the XML declaration; UTF-8 with stray bytes read as windows-1252. Names mean what
browsers take them for (WHATWG Encoding): iso-8859-1 is windows-1252, gb2312 is gb18030.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How "<" or "<?" looks without a byte order mark (XML 1.0 appendix F).
_WIDE_STARTS = (
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<\x00", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00{\x00", "utf-16-be"),
    (b"{\x00", "utf-16-le"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
_WRITTEN_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_ALIASES = {
    "csmacintosh": "mac_roman",
    "ms-ansi": "cp1252",
    "ms-arab": "cp1256",
    "ms-cyrl": "cp1251",
    "ms-ee": "cp1250",
    "ms-greek": "cp1253",
    "ms-hebr": "cp1255",
    "ms-turk": "cp1254",
    "winbaltrim": "cp1257",
}
_SEVERAL_BYTES = ("gb18030", "big5", "cp932", "cp949", "euc_jp", "euc_jis", "johab", "big5hkscs", "shift_jis")
_SEVEN_BITS = ("iso2022", "hz", "utf-7")
_TEXT_CODECS = re.compile(r"(?:utf|ascii|iso|cp|koi8|mac|gb|big5|shift|euc|tis|johab|hz|ptcp|kz|hp)", re.IGNORECASE)
_FEW = 20  # bytes above 127 that may look like UTF-8 by chance

_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']\s*([A-Za-z0-9._:\-]{2,40})\s*[\"']", re.IGNORECASE)
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9._:\-]{2,40})", re.IGNORECASE)
_MAX_STRAY = 2_000  # bytes

_HIGH = bytes(range(0x80, 0x100))
_ESCAPED = re.compile("[\udc80-\udcff]+")
_C1_CHAR = re.compile("[\x80-\x9f]")
_C1 = {byte: bytes([byte]).decode("cp1252", "ignore") or None for byte in range(0x80, 0xA0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A document as text without its byte order mark; `lied` when it was not what it said it was."""

    text: str
    lied: bool


def decode(body: bytes, content_type: str = "") -> Decoded:
    """Return the text of a document."""
    for bom, codec in _BOMS:
        if body.startswith(bom):
            return _with_bom(body[len(bom) :], codec)
    declared = _codec(_name_in(_DECLARED.match(body)))
    for start, codec in _WIDE_STARTS:
        if body.startswith(start):
            return Decoded(text=body.decode(codec, "replace"), lied=False)
    said = _said(_codec(_name_in(_IN_HEADER.search(content_type))), declared)
    for codec in (*_before_utf_8(body, said), "utf-8", *said):
        text = _decoded(body, codec)
        if text is not None:
            return Decoded(text=text, lied=codec != (said or ["utf-8"])[0] and not body.isascii())
    return Decoded(text=_with_stray_bytes(body), lied=True)


def mended(text: str) -> str:
    """Return `text` with two old mistakes undone: UTF-8 read as Latin-1, and windows-1252 left in the C1 range."""
    if text.isascii():
        return text
    with suppress(UnicodeError):
        text = text.encode("latin-1").decode("utf-8")
    return text.translate(_C1) if _C1_CHAR.search(text) else text


def _with_bom(body: bytes, codec: str) -> Decoded:
    text = _decoded(body, codec)
    if text is not None:
        return Decoded(text=text, lied=False)
    return Decoded(text=_with_stray_bytes(body) if codec == "utf-8" else body.decode(codec, "replace"), lied=True)


def _name_in(match: re.Match[bytes] | re.Match[str] | None) -> str:
    name = match[1] if match else ""
    return name.decode("ascii") if isinstance(name, bytes) else name


def _codec(name: str) -> str:
    """Return Python's name of the codec that a document means, empty where it means none that makes text."""
    known = name.lower().removeprefix("x-")
    try:
        codec = codecs.lookup(_ALIASES.get(known, known)).name if known else ""
    except LookupError:
        return ""
    if not _TEXT_CODECS.match(codec) or codec.startswith(("utf-16", "utf-32")):
        return ""  # a wide charset would have shown in the first bytes
    return _WRITTEN_AS.get(codec, codec)


def _said(in_header: str, declared: str) -> list[str]:
    """Return the charsets that are named; a header that says Latin-1 often only says what every header of it says."""
    order = [declared, in_header] if in_header == "cp1252" else [in_header, declared]
    return [codec for codec in order if codec]


def _before_utf_8(body: bytes, said: list[str]) -> list[str]:
    """Return charsets to be believed even where the bytes would pass as UTF-8."""
    if body.isascii():
        return [codec for codec in said if codec.startswith(_SEVEN_BITS)]
    several = [codec for codec in said if codec.startswith(_SEVERAL_BYTES)]
    return several if several and _count_high(body) < _FEW else []


def _count_high(body: bytes) -> int:
    return len(body) - len(body.translate(None, _HIGH))


def _decoded(body: bytes, codec: str) -> str | None:
    try:
        return body.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _with_stray_bytes(body: bytes) -> str:
    """Read UTF-8 with some bytes of windows-1252 in it; with many, all of it is windows-1252."""
    stray = len(body) - len(body.decode("utf-8", "ignore").encode())
    if stray > _MAX_STRAY or 2 * stray > _count_high(body):
        return body.decode("cp1252", "replace")
    return _ESCAPED.sub(_as_windows, body.decode("utf-8", "surrogateescape"))


def _as_windows(match: re.Match[str]) -> str:
    return match[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")
