"""What cleaning a link came to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LinkRefusal(StrEnum):
    """Why a link cannot be passed on as it is. `UNSURE` is a question: the person may keep or leave out the part."""

    SECRET = "secret"  # a key, a password or a signature that the page cannot be had without
    PERSONAL = "personal"  # an e-mail address, or a number of a person, where nothing can be left out
    HIDDEN_TARGET = "hidden-target"  # wrapped by a mail service for one reader; where it leads is not in it
    NOT_PUBLIC = "not-public"  # a computer at home or in an office, or a file
    TOO_LONG = "too-long"
    UNSURE = "unsure"  # a part that looks drawn, which may be a person's


TELLS_NOTHING = frozenset({"wrapper", "variant", "credentials", "amp"})
"""What `CleanLink.removed` names that tells nothing of whoever follows a link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanLink:
    """A link and its clean form; `output` is empty exactly where it is refused.

    `removed` names what was taken out (a parameter's name, or `fragment`, `credentials`, `session`, `wrapper`, `amp`,
    `variant` for a form made for telephones), never its value. `doubtful` names the parts in question where it is
    `UNSURE`: parameters, or `path`.
    """

    input: str
    output: str
    removed: tuple[str, ...] = ()
    refused: LinkRefusal | None = None
    doubtful: tuple[str, ...] = ()
