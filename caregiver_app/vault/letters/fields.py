"""Reads the fields of a document that came from somebody else: each with its bounds, and nothing beside them."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.support.plain_text import visible

# Marks that turn the direction of all that follows, operators that nobody sees, and the tags that hide whole texts.
_HIDING = re.compile("[\u202a-\u202e\u2060-\u2069\U000e0000-\U000e007f]")


def clean_text(text: str) -> str:
    """Return a text as it may go out: no control characters but line ends and tabs, nothing hidden, no blank ends."""
    return _HIDING.sub("", visible(text.replace("\r\n", "\n").replace("\r", "\n"))).strip()


def clean_line(text: str) -> str:
    """Return a name or the like as it may go out: clean, in one line."""
    return " ".join(clean_text(text).split())


class Fields:
    """The fields of one object; each is asked for once, and `end` refuses what nobody asked for.

    Everything raises `AskError` where a field is missing or out of bounds.
    """

    def __init__(self, value: object) -> None:
        if not isinstance(value, Mapping):
            raise damaged()
        self._left: dict[str, Any] = dict(value)

    def text(self, name: str, most: int, *, least: int = 1) -> str:
        """Return a text of `least` to `most` characters, as `clean_text` leaves it."""
        value = self._take(name)
        if not isinstance(value, str) or not least <= len(value) <= most or clean_text(value) != value:
            raise damaged()
        return value

    def line(self, name: str, most: int, *, least: int = 0) -> str:
        """Return a text of one line, as `clean_line` leaves it."""
        value = self.text(name, most, least=least)
        if clean_line(value) != value:
            raise damaged()
        return value

    def number(self, name: str, least: int, most: int) -> int:
        """Return a whole number within bounds."""
        value = self._take(name)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise damaged()
        return value

    def uid(self, name: str) -> str:
        """Return a UUID in its usual form (RFC 9562 section 4)."""
        return self._as(name, lambda text: str(uuid.UUID(text)))

    def day(self, name: str) -> str:
        """Return a day, YYYY-MM-DD."""
        return self._as(name, lambda text: date.fromisoformat(text).isoformat())

    def moment(self, name: str) -> str:
        """Return a time in ISO 8601 with an offset, to the second."""
        return self._as(name, lambda text: _with_zone(datetime.fromisoformat(text)).isoformat(timespec="seconds"))

    def bytes_of(self, name: str, length: int) -> bytes:
        """Return so many bytes, written in hexadecimal."""
        return bytes.fromhex(self._as(name, lambda text: _of_length(bytes.fromhex(text), length).hex()))

    def objects(self, name: str, least: int, most: int) -> list[Fields]:
        """Return the objects of a list."""
        value = self._take(name)
        if not isinstance(value, list) or not least <= len(value) <= most:
            raise damaged()
        return [Fields(each) for each in value]

    def word(self, name: str, expected: str | int) -> None:
        """Take a field that can only say one thing."""
        if self._take(name) != expected:
            raise damaged()

    def end(self) -> None:
        """Refuse what is left."""
        if self._left:
            raise damaged()

    def _as(self, name: str, read: Any) -> str:
        value = self._take(name)
        try:
            same = isinstance(value, str) and len(value) <= 200 and read(value) == value
        except ValueError:
            same = False
        if not same:
            raise damaged()
        return str(value)

    def _take(self, name: str) -> Any:
        try:
            return self._left.pop(name)
        except KeyError:
            raise damaged() from None


def damaged() -> AskError:
    """Return what is raised for a document that is not as it is described."""
    return AskError(AskTrouble.DAMAGED)


def _with_zone(when: datetime) -> datetime:
    if when.tzinfo is None:
        raise ValueError("a time without a zone")
    return when


def _of_length(data: bytes, length: int) -> bytes:
    if len(data) != length:
        raise ValueError("not so many bytes")
    return data
