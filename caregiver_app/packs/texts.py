"""What the texts and pictures of a pack may be like, beyond being harmless: where links lead, which pictures are shown.

Pure. A text that asks for more than a pack may is refused, not mended: who reads it sees what its publisher signed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from html import unescape
from typing import Final

from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.pack import OpenedText
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.public_addresses import AddressFault, public_address
from caregiver_app.support.guide_html import PACK_ADDRESS
from caregiver_app.support.markup import pictures_in, to_text
from caregiver_app.support.picture_facts import facts_of
from caregiver_app.support.plain_text import visible

_LINK = re.compile(r'<a href="([^"<>]*)">')
_DEAD_LINK = re.compile(r"<a>")  # what an address became that may not be followed
MOST_POINTS: Final = 25_000_000
LEAST_SIDE: Final = 2  # what is smaller shows nothing
_ENDINGS: Final = {"jpg": "image/jpeg", "png": "image/png"}


def read_markdown(data: bytes, where: str, problems: Problems) -> str:
    """Return the words of a text's file: UTF-8 in Unicode's composed form, line feeds, nothing that cannot be seen."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        problems.add(where, PackFault.NOT_TEXT)
        return ""
    if visible(text) != text or "\r" in text or not unicodedata.is_normalized("NFC", text) or not text.strip():
        problems.add(where, PackFault.NOT_TEXT)
    return text


def check_text(markdown: str, html: SafeHtml, pictures: Collection[str], where: str, problems: Problems) -> OpenedText:
    """Return a text as it is shown, once its links and pictures were looked at; `pictures` are the files there are."""
    for address in links_in(html):
        if not _may_lead_to(address):
            problems.add(_line_of(address, markdown, where), PackFault.LINK_IN_TEXT, address)
    if _DEAD_LINK.search(html):
        problems.add(where, PackFault.LINK_IN_TEXT)
    shown = tuple((description, address.removeprefix(PACK_ADDRESS)) for description, address in pictures_in(html))
    for description, file in shown:
        if file not in pictures:
            problems.add(_line_of(file, markdown, where), PackFault.PICTURE_IN_TEXT, file)
        elif not description.strip():
            problems.add(_line_of(file, markdown, where), PackFault.NO_DESCRIPTION, file)
    return OpenedText(markdown=markdown, html=html, text=to_text(html), pictures=shown)


def links_in(html: SafeHtml) -> tuple[str, ...]:
    """Return where the links of a text lead."""
    return tuple(map(unescape, _LINK.findall(html)))


def check_picture(file: str, data: bytes, problems: Problems) -> None:
    """Add where a picture carries anything but points, has too many or hardly any, or is not what its name says."""
    kind, width, height = facts_of(data) or ("", 0, 0)
    well_sized = min(width, height) >= LEAST_SIDE and width * height <= MOST_POINTS
    if not well_sized or kind != _ENDINGS[file.rpartition(".")[2]]:
        problems.add(file, PackFault.NOT_A_PICTURE)


def line_at(text: str, place: int) -> int:
    """Return the number of the line in which a character stands, counted from 1."""
    return text.count("\n", 0, place) + 1


def _may_lead_to(address: str) -> bool:
    if address.startswith(("mailto:", "tel:")):
        return True
    try:
        public_address(address)
    except AddressFault:
        return False
    return True


def _line_of(piece: str, markdown: str, where: str) -> str:
    """Return the place of something in a text: its line where it can be found as it is written."""
    place = markdown.find(piece.removeprefix(PACK_ADDRESS)) if piece else -1
    return f"{where}:{line_at(markdown, place)}" if place >= 0 else where
