"""What open care notes say of today, as plain values: loaded with the first unlock. No `repr` tells a word of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from caregiver_app.model.time import Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingUp:
    """An appointment that is not over: `at` is its beginning, `zone` (an IANA name) the place whose clock counts.

    `person` is whom it is about, empty where the notes are about one person only; `questions` so many are ready for it.
    """

    id: int
    at: Millis
    zone: str
    title: str = field(repr=False)
    with_whom: str = field(repr=False)
    place: str = field(repr=False)
    person: str = field(repr=False)
    questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question that nobody has asked yet."""

    id: int
    text: str = field(repr=False)
    for_whom: str = field(repr=False)
    person: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToChase:
    """What somebody promised and has not done. `by_date` is YYYY-MM-DD."""

    id: int
    what: str = field(repr=False)
    who: str = field(repr=False)
    person: str = field(repr=False)
    by_date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateToday:
    """What open care notes say of today and what comes: the first of each, and how many there are.

    With `hidden` the person wants none of it on Home, and no word is here. `kept_since` is when the first record was
    written, None while there is none.
    """

    hidden: bool
    kept_since: Millis | None
    coming: tuple[ComingUp, ...] = field(default=(), repr=False)
    questions: tuple[OpenQuestion, ...] = field(default=(), repr=False)
    question_count: int = 0
    chases: tuple[ToChase, ...] = field(default=(), repr=False)
    chase_count: int = 0


class TodayPrivate(Protocol):
    """Tells what is due; asked in the thread that has the notes open."""

    def read(self, *, now: Millis) -> PrivateToday:
        """Return what there is at a moment.

        Raises:
            StorageError: the notes cannot be read.
        """
        ...
