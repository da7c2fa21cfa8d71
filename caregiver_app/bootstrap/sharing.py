"""Passing on: what may leave, what is still to be settled, the exact bytes, and the log. Closed until all is settled.

Nothing typed here is kept: drafts, reasons and messages live with whoever asks. No receiver is ever known.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, tzinfo
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.model.card import (
    LONGEST_MESSAGE,
    Candidate,
    Channel,
    Draft,
    Judged,
    Kept,
    Rendered,
    ShareContent,
    ShareForm,
    ToShare,
)
from caregiver_app.model.errors import ShareError, ShareTrouble
from caregiver_app.model.past_share import PastShare
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.time import Clock, to_datetime

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

KEEPS_LOG = "share_log"
"""The choice that says whether the log is kept; it is, until somebody switches it off."""


class Sharing:
    """The way out. Threads may share it; a library belongs to the thread that opened it."""

    def __init__(self, guarding: Guarding, clock: Clock, *, zone: tzinfo | None = None) -> None:
        """`zone` is where the person's days begin, None for this computer's."""
        self._guarding = guarding
        self._clock = clock
        self._zone = zone

    def candidates(self, library: Library, things: Sequence[ToShare]) -> tuple[Candidate, ...]:
        """Return a card for each of these, or why it has none, in their order.

        Raises:
            UnknownItem: the library does not hold one of them.
        """
        from caregiver_app.sharing.gathering import gather

        return gather(library, things, on=self._today())

    def look(
        self, candidates: Sequence[Candidate], message: str, kept: Collection[Kept] = (), *, country: str = ""
    ) -> Judged:
        """Return what the guard finds in the message and in the cards, and what of it is settled.

        Findings have their places in the message without signs that nobody can see (`plain_text.visible`). Some
        milliseconds for 2,000 signs; what is longer is no work for the window's thread.

        Raises:
            ShareError: the message is too long.
            StorageError, VaultError: see `Guarding.look`.
        """
        from caregiver_app.sharing.reading import readings_of
        from caregiver_app.sharing.settling import settled_findings
        from caregiver_app.support.plain_text import visible

        if len(message) > LONGEST_MESSAGE:
            raise ShareError(ShareTrouble.TOO_LONG, str(LONGEST_MESSAGE))
        words = visible(message)
        readings = readings_of(words, candidates)
        looked = self._guarding.look_through([each.words for each in readings], country=country)
        return Judged(
            candidates=tuple(candidates),
            findings=settled_findings(readings, looked, kept),
            content=ShareContent(
                cards=tuple(each.card for each in candidates if each.card is not None),
                message=words.replace("\r\n", "\n").replace("\r", "\n"),
            ),
        )

    def judge(self, library: Library, draft: Draft, *, country: str = "") -> Judged:
        """Return a draft as it stands now: see `candidates` and `look`, which it joins. Raises as they do."""
        return self.look(
            self.candidates(library, draft.things),
            draft.message,
            draft.kept,
            country=country or library.topics.place()[0],
        )

    def preview(self, content: ShareContent, form: ShareForm) -> Rendered:
        """Return exactly what would leave, settled or not; for the eyes of the person who shares.

        Raises:
            ShareError: this form cannot hold it.
        """
        from caregiver_app.sharing.rendering import render

        return render(content, form, on=self._today())

    def pictures(self, content: ShareContent, form: ShareForm, *, dots_per_inch: float) -> tuple[bytes, ...]:
        """Return PNG pictures of the pages of a flyer, or of the picture with codes. Raises as `preview` does."""
        from caregiver_app.sharing.rendering import pages

        return pages(content, form, on=self._today(), dots_per_inch=dots_per_inch)

    def lacks_signs(self, content: ShareContent, form: ShareForm) -> bool:
        """Tell whether such pages have boxes for signs that no font here has. Raises as `preview` does."""
        from caregiver_app.sharing.rendering import lacks_signs

        return lacks_signs(content, form, on=self._today())

    def release(self, library: Library, draft: Draft, form: ShareForm, *, country: str = "") -> Rendered:
        """Return the bytes that may leave now. All is looked at anew, whatever was shown before.

        Raises:
            ShareError: nothing was chosen, something may not be passed on, or a finding is not settled.
            UnknownItem, StorageError, VaultError: as `judge` does.
        """
        judged = self.judge(library, draft, country=country)
        if judged.trouble is not None:
            raise ShareError(judged.trouble, str(len(judged.refused or judged.open_findings)))
        return self.preview(judged.content, form)

    def record(self, library: Library, things: Sequence[ToShare], form: Channel | SheetKind) -> None:
        """Write into the log that these left today in this form, or were printed on such a sheet; nothing where the log
        is off.
        """
        from caregiver_app.sharing.gathering import things_to_log

        if not self.keeps_log(library):
            return
        known = things_to_log(library, things)
        library.shares.add(
            [each.item_id for each in known if each.item_id is not None],
            [each.organisation_id for each in known if each.item_id is None and each.organisation_id is not None],
            form,
            day=self._today(),
        )

    def past(self, library: Library, *, limit: int = 200) -> tuple[PastShare, ...]:
        """Return what was passed on or printed, the last day first."""
        return library.shares.list(limit=limit)

    def keeps_log(self, library: Library) -> bool:
        """Return whether the log is kept."""
        return library.choices.get(KEEPS_LOG, default=True)

    def set_keeps_log(self, library: Library, value: bool) -> None:
        """Switch the log on or off. Off means too that changes and withdrawals of what is shared then are not told."""
        library.choices.put(KEEPS_LOG, value)

    def erase_log(self, library: Library) -> None:
        """Forget what was passed on, in the library and in its snapshots.

        Raises:
            StorageError: the disk is in the way; a part of the snapshots may know it still.
        """
        library.shares.erase()
        library.shares.erase_in_snapshots()

    def _today(self) -> date:
        return to_datetime(self._clock.now()).astimezone(self._zone).date()
