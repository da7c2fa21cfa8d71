"""Checks by people, and the stamps that follow: asked of the one clock, kept in the library. Makes no connection."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from caregiver_app.model.time import Clock, day_of

if TYPE_CHECKING:
    from datetime import date

    from caregiver_app.library.store import Library
    from caregiver_app.model.article import ItemId
    from caregiver_app.model.reviews import Reviews
    from caregiver_app.model.trust import (
        Answers,
        Appraisal,
        AppraisalDraft,
        Stamp,
        Stamps,
        Subject,
        SubjectKind,
        Verdict,
    )
    from caregiver_app.trust.finding import SubjectLook
    from caregiver_app.trust.saving import SavedLink
    from caregiver_app.trust.subjects import Moment

_INDEXED = 20


class Appraising:
    """Threads may share it: it holds no state but the clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def today(self) -> date:
        """Return the day that it is on this computer: by it checks count."""
        return self._moment().on

    def look(self, library: Library, subject: Subject) -> SubjectLook:
        """Return what a check begins with: what is found without asking anybody, and what others say.

        Raises:
            UnknownItem: the library does not hold the subject.
        """
        from caregiver_app.trust.finding import look_at

        return look_at(library, subject, on=self.today())

    def judge(self, answers: Answers, kind: SubjectKind) -> Verdict:
        """Return what the published rule makes of answers, also of some only."""
        from caregiver_app.trust.verdict import judge_answers

        return judge_answers(answers, kind)

    def appraise(self, library: Library, draft: AppraisalDraft) -> Appraisal:
        """Keep a finished check. See `trust.recording.record`."""
        from caregiver_app.trust.recording import record

        made = record(library, draft, self._moment())
        _find_at_once(library)
        return made

    def confirm(self, library: Library, subject: Subject) -> Appraisal:
        """Keep one's last answers as a check of today. See `trust.recording.confirm`."""
        from caregiver_app.trust.recording import confirm

        return confirm(library, subject, self._moment())

    def take_back(self, library: Library, appraisal: Appraisal) -> bool:
        """Undo the keeping of a check; False where it is not there any more."""
        from caregiver_app.trust.taking_back import take_back

        was_there = take_back(library, appraisal)
        _find_at_once(library)
        return was_there

    def withdraw(self, library: Library, subject: Subject) -> Appraisal:
        """Say that one no longer stands by one's check. See `trust.taking_back.withdraw`."""
        from caregiver_app.trust.taking_back import withdraw

        return withdraw(library, subject, self._moment())

    def stand_by(self, library: Library, appraisal: Appraisal) -> bool:
        """Undo a withdrawal; False where the check is not there any more."""
        return library.appraisals.withdraw(appraisal.id, on=None)

    def keep_draft(self, library: Library, draft: AppraisalDraft) -> None:
        """Keep a check that is left half done; one without any answer is forgotten."""
        from caregiver_app.trust.recording import keep_draft

        keep_draft(library, draft, self._moment())

    def history(self, library: Library, subject: Subject) -> tuple[Appraisal, ...]:
        """Return all checks of a subject by all authors, the last one first; raises as `look` does."""
        from caregiver_app.trust.subjects import find_subject

        return library.appraisals.history(find_subject(library, subject).subject)

    def stamps(self, library: Library, ids: Collection[ItemId]) -> Mapping[ItemId, Stamps]:
        """Return the stamps of these items; those that are not there are left out."""
        from caregiver_app.trust.finding import stamps_of_items

        return stamps_of_items(library, ids, on=self.today())

    def stamps_of(self, library: Library, subject: Subject) -> Stamps:
        """Return the stamps of a subject; raises as `look` does."""
        from caregiver_app.trust.finding import stamps_of_subject

        return stamps_of_subject(library, subject, on=self.today())

    def stamp_of_address(self, library: Library, address: str) -> Stamp:
        """Return the stamp of any web address, as it counts for reading."""
        from caregiver_app.trust.finding import stamps_of_address

        return stamps_of_address(library, address, on=self.today()).reading

    def add_link(self, library: Library, address: str, *, title: str = "") -> Subject:
        """Return the link of an address, made where the library has none. See `trust.subjects.add_link`."""
        from caregiver_app.trust.subjects import add_link

        link = add_link(library, address, self._moment(), title=title)
        _find_at_once(library)
        return link

    def save_for_later(self, library: Library, address: str) -> SavedLink | None:
        """Save a link to be checked later. See `trust.saving.save_for_later`."""
        from caregiver_app.trust.saving import save_for_later

        saved = save_for_later(library, address, self._moment())
        _find_at_once(library)
        return saved

    def take_back_saving(self, library: Library, saved: SavedLink) -> None:
        """Undo the saving of a link."""
        from caregiver_app.trust.saving import take_back_saving

        take_back_saving(library, saved)
        _find_at_once(library)

    def last_day(self, library: Library, subject: Subject) -> date:
        """Return the last day until which a check of today may count; raises as `look` does."""
        from caregiver_app.trust.recording import last_day
        from caregiver_app.trust.subjects import find_subject

        return last_day(library, find_subject(library, subject), on=self.today())

    def reviews(self, library: Library) -> Reviews:
        """Return what is due today."""
        from caregiver_app.trust.due import find_due

        return find_due(library, on=self.today(), shared_and_changed=library.shares.changed_since())

    def _moment(self) -> Moment:
        from caregiver_app.trust.subjects import Moment

        at = self._clock.now()
        return Moment(at=at, on=day_of(at))


def _find_at_once(library: Library) -> None:
    """Let the search know of a link that was made or went; what waits of many others is left to who brought them."""
    library.search.catch_up(at_most=_INDEXED)
