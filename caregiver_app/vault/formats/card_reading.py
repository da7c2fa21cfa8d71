"""Reads contacts out of cards that anybody may have written (vCard 2.1; 3.0, RFC 2426; 4.0, RFC 6350).

Pictures, keys, addresses of the web and birthdays are not read.
"""

from __future__ import annotations

import quopri
import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from caregiver_app.vault.formats.content_lines import ContentLine, components, content_lines, unescaped
from caregiver_app.vault.records.contacts import MOST_PHONES

MOST_CARDS = 2_000
_NAMESPACE = uuid.UUID("0a1d9f2e-7c55-4d0b-9a40-7d6f1a0f62be")
_SOFT_END = re.compile(r"=\r?\n")
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsFound:
    """Contacts as an export has them, and how many cards could not be taken."""

    contacts: tuple[Mapping[str, Any], ...] = field(repr=False)
    left_out: int = 0


def are_cards(text: str) -> bool:
    """Return whether a text begins as a card does."""
    return text.lstrip("\ufeff \t\r\n")[:11].upper() == "BEGIN:VCARD"


def read_cards(text: str) -> CardsFound:
    """Return the contacts of a file of cards."""
    found: list[Mapping[str, Any]] = []
    left_out = 0
    for card in _cards(text):
        contact = _contact(card) if len(found) < MOST_CARDS else None
        if contact is None:
            left_out += 1
        else:
            found.append(contact)
    return CardsFound(contacts=tuple(found), left_out=left_out)


def _cards(text: str) -> Iterator[list[ContentLine]]:
    """Yield the lines of each card; a card inside a card (2.1 has them for agents) belongs to nobody here."""
    inside = 0
    card: list[ContentLine] = []
    for line in content_lines(_joined_softly(text)):
        if line.name == "BEGIN" and line.value.strip().upper() == "VCARD":
            inside += 1
            card = [] if inside == 1 else card
        elif line.name == "END" and line.value.strip().upper() == "VCARD":
            if inside == 1:
                yield card
            inside = max(0, inside - 1)
        elif inside == 1:
            card.append(line)


def _joined_softly(text: str) -> str:
    """Join lines of version 2.1 that end with `=`; in other versions no line does but inside pictures."""
    return _SOFT_END.sub("", text) if "QUOTED-PRINTABLE" in text.upper() else text


def _contact(card: list[ContentLine]) -> Mapping[str, Any] | None:
    said = _first_of_each(card)
    name = said.get("FN") or " ".join(reversed([part for part in components(_raw(card, "N"))[:2] if part]))
    name = name or said.get("ORG", "") or said.get("EMAIL", "")
    if not name.strip():
        return None
    return {
        "uid": str(
            uuid.uuid5(_NAMESPACE, said.get("UID") or "\n".join([name, said.get("TEL", ""), said.get("EMAIL", "")]))
        ),
        "person": None,
        "name": " ".join(name.split()),
        "role": said.get("TITLE") or said.get("ROLE", ""),
        "phones": _phones(card),
        "email": said.get("EMAIL", ""),
        "address": _address(_raw(card, "ADR")),
        "hours": "",
        "note": said.get("NOTE", ""),
        "call_order": None,
    }


def _first_of_each(card: list[ContentLine]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in card:
        found.setdefault(line.name, unescaped(_decoded(line)).strip())
    return found


def _raw(card: list[ContentLine], name: str) -> str:
    return next((_decoded(line) for line in card if line.name == name), "")


def _decoded(line: ContentLine) -> str:
    coded = line.parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE" or "QUOTED-PRINTABLE" in line.parameters
    if not coded:
        return line.value
    data = quopri.decodestring(line.value.encode("utf-8", "replace"))
    return data.decode("utf-8", "replace").replace("\r\n", "\n")


def _phones(card: list[ContentLine]) -> list[dict[str, str]]:
    labels = {line.group: unescaped(line.value) for line in card if line.name == "X-ABLABEL" and line.group}
    found: list[dict[str, str]] = []
    for line in card:
        number = unescaped(_decoded(line)).strip().removeprefix("tel:") if line.name == "TEL" else ""
        if number and len(found) < MOST_PHONES:
            found.append({"number": number, "label": _plain_label(labels.get(line.group, "") if line.group else "")})
    return found


def _plain_label(label: str) -> str:
    """Return a label as people read it: telephones of Apple put marks around those of their own."""
    marked = _APPLE_LABEL.fullmatch(label.strip())
    return (marked[1] if marked is not None else label).strip()


def _address(value: str) -> str:
    """Return the parts of a structured address, a line each."""
    return "\n".join(part.strip() for part in components(value) if part.strip())
