"""What all sheets of the library have around them: the day, what they are not, what a check means, and their state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo

from caregiver_app.model.article import Trust
from caregiver_app.model.sheets.blocks import Block, Notice, Row, Rows
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetForm, SheetPart
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.model.trust import Stamp
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.on_paper import information_line, printed_on
from caregiver_app.support.sentences.stamps import day_words, fixed_line, paper_word, stamp_sentences

_STANDS_FIRST = frozenset({Trust.WITHDRAWN, Trust.CHECK_DUE, Trust.NOT_CHECKED, Trust.LEADS_ELSEWHERE})
"""States that nobody may overlook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """On which day a sheet is made, in which language (BCP 47), and under which title, "" for its own.

    `zone` is where the person's days begin, None for this computer's.
    """

    on: date
    language: str
    title: str = ""
    zone: tzinfo | None = None

    def day(self, at: Millis) -> str:
        """Return the day of a moment, in words."""
        return day_words(to_datetime(at).astimezone(self.zone).date())


def framed(
    ground: Ground,
    kind: SheetKind,
    title: str,
    parts: Iterable[SheetPart],
    *,
    below_title: Iterable[str] = (),
    closing: Iterable[str] = (),
    form: SheetForm = SheetForm.PAGES,
) -> Sheet:
    """Return a sheet with its parts; those without blocks are left out, as are empty lines."""
    return Sheet(
        kind=kind,
        title=ground.title or title,
        language=ground.language,
        printed_on=printed_on(ground.on),
        parts=tuple(part for part in parts if part.blocks),
        below_title=tuple(filter(None, below_title)),
        closing=tuple(filter(None, closing)),
        form=form,
    )


def health_lines(stamps: Iterable[Stamp], text: str = "") -> tuple[str, ...]:
    """Return what stands below information about health; where something was checked, also what that means.

    `text` is what the publisher says above, who may have said already that it is no advice.
    """
    checked = any(stamp.checked_on is not None for stamp in stamps)
    return (information_line(text), *((fixed_line(),) if checked else ()))


def state_blocks(stamp: Stamp, *, of_organisation: bool = False) -> tuple[Block, ...]:
    """Return how far something may be relied on: in a frame where that is not far, else as a row."""
    said = "\n".join(stamp_sentences(stamp, of_organisation=of_organisation, on_paper=True))
    if stamp.trust in _STANDS_FIRST:
        return (Notice(title=paper_word(stamp), text=said),)
    return (Rows(rows=(Row(label=paper_word(stamp), value=said),)),)


def state_lines(stamp: Stamp, *, of_organisation: bool = False) -> tuple[str, ...]:
    """Return the same as lines below a title, the word first."""
    word, *said = paper_word(stamp), *stamp_sentences(stamp, of_organisation=of_organisation, on_paper=True)
    if stamp.trust is Trust.CHECKED or not said:
        return tuple(said) or (word,)
    # Translators: a state in a word, and what it means: "Check due. Checked by a family carer on 3 May 2025."
    return (_("{word}. {meaning}").format(word=word, meaning=" ".join(said)),)
