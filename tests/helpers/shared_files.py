"""Reads what was passed on, as those read it who get it: pages, mails, pictures, sheets; and what else lies in them."""

from __future__ import annotations

import base64
import io
import re
import struct
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser

from pypdf import PdfReader

from tests.helpers.markers import pieces_of

_DATA = re.compile(rb"data:[a-z/+-]+;base64,([A-Za-z0-9+/=]+)")


@dataclass(slots=True)
class ReadPage:
    """What a page in HTML consists of."""

    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    text: str = ""

    @property
    def links(self) -> list[str]:
        """Where it leads."""
        return [value for tag, name, value in self.attributes if (tag, name) == ("a", "href")]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = ReadPage()
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.tags.append(tag)
        self.page.attributes += [(tag, name, value or "") for name, value in attrs]
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.page.text += data


def read_page(html: str) -> ReadPage:
    """Return what stands in a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def read_mail(data: bytes) -> EmailMessage:
    """Return a mail as a mail program reads it."""
    mail = message_from_bytes(data, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def png_chunks(data: bytes) -> list[str]:
    """Return the names of all parts of a PNG picture; fails where something follows the last one."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    names, at = [], 8
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        names.append(name.decode("ascii"))
        at += 12 + length
    assert at == len(data)
    return names


def read_pdf(data: bytes) -> PdfReader:
    """Return a sheet as its readers see it."""
    return PdfReader(io.BytesIO(data))


def words_of(reader: PdfReader) -> str:
    """Return all text of a sheet in one line."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def everything_in(data: bytes) -> list[bytes]:
    """Return the bytes of a file and all that is packed or coded in them: streams, pictures, words, parts of a mail."""
    found = [*pieces_of(data), *(base64.b64decode(coded) for coded in _DATA.findall(data))]
    if data.startswith(b"%PDF"):
        found.append(words_of(read_pdf(data)).encode())
    if data.startswith(b"X-Unsent"):
        parts = (part.get_payload(decode=True) for part in read_mail(data).walk())
        found += [part for part in parts if isinstance(part, bytes)]
    return found
