"""What is said to a person about one thing that happened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """Who reads it. The window says "page" and "get updates" and has buttons; commands name other commands."""

    WINDOW = "window"
    COMMAND = "command"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What happened, what it means for the person, what to do. Each may be empty but the first.

    `detail` is for who wants to know more, behind "Details" or at the end of a line: a status number, a file's name.
    It is not translated and may come from outside.
    """

    happened: str
    means: str = ""
    to_do: str = ""
    detail: str = ""

    @property
    def text(self) -> str:
        """All three in one paragraph."""
        return " ".join(part for part in (self.happened, self.means, self.to_do) if part)

    @property
    def message(self) -> str:
        """What happened and what it means."""
        return " ".join(part for part in (self.happened, self.means) if part)
