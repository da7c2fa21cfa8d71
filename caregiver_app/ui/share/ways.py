"""The ways into Share from everywhere else, and out of it again.

A page that may be passed on goes into the basket and Share opens. One that has to be checked first is checked there and
then, and comes into the basket after that; of another one it is said why not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.card import CAN_BE_CHECKED, Candidate, NotShareable, ToShare
from caregiver_app.model.past_share import PastShare
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.trust import Subject
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences.shares import refusal_sentence
from caregiver_app.ui.share.basket import MOST_THINGS
from caregiver_app.ui.share.lane import ShareLane
from caregiver_app.ui.share.screen import ShareScreen
from caregiver_app.ui.share.subjects import things_of
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.sharing import Sharing
    from caregiver_app.library.store import Library

_KIND = "share-way"
_MOST_OF_KIT = 3
"""As many as have room for their code on one flyer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What lies outside of Share: `open` shows it, `leave` goes back to where one came from.

    `check` opens the check of something; None where this window has none. `unlock` asks for the passphrase of the care
    notes and comes back; `show_page` opens a page of the library.
    """

    open: Callable[[], object]
    leave: Callable[[], object]
    unlock: Callable[[], object]
    show_page: Callable[[Subject], object]
    check: Callable[[Subject], object] | None = None


class ShareWays(QObject):
    """Asks in the share's own lane, so that no list waits for it."""

    def __init__(self, lane: ShareLane, screen: ShareScreen, elsewhere: Elsewhere, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._screen = screen
        self._elsewhere = elsewhere
        screen.left.connect(elsewhere.leave)
        screen.made.connect(self._join)

    def share_row(self, row: ArticleRow) -> None:
        """Share a page of the library, open its check where that helps, or say why it cannot be shared."""
        self.share_rows((row,))

    def share_rows(self, rows: Sequence[ArticleRow]) -> None:
        """Share several pages; those that cannot be passed on are left out, and that is said."""
        things = things_of(rows)
        if things:
            self._lane.ask(
                self, lambda sharing, library: sharing.candidates(library, things), self._take, key="share.way"
            )
        elif rows:
            self._say(_("Pages of this kind are not passed on."))

    def share_checked(self, subject: Subject) -> None:
        """Go on with a share after somebody checked the page: into the basket with it, or say why still not."""
        thing = self._as_shared(subject)
        self._lane.ask(
            self, lambda sharing, library: sharing.candidates(library, (thing,)), self._take_checked, key="share.way"
        )

    def share_list(self, query: ArticleQuery) -> None:
        """Share what a list shows, e.g. a collection or what a search found, as far as there is room for it."""
        self._lane.ask(
            self,
            lambda _sharing, library: library.articles.page(query, limit=MOST_THINGS).rows,
            self.share_rows,
            key="share.list",
        )

    def share_kit(self, words: str, pages: Callable[[Library], Sequence[Subject]]) -> None:
        """Share ready words with those pages to them that may be passed on; what somebody typed already stays.

        `pages` is called in the share's own thread.
        """

        def look(sharing: Sharing, library: Library) -> tuple[Candidate, ...]:
            return sharing.candidates(library, [ToShare(subject=subject) for subject in pages(library)])

        self._lane.ask(self, look, partial(self._take_kit, words), key="share.way")

    def add_row(self, row: ArticleRow) -> None:
        """Put a page that was picked within Share into the basket: there it is said what is in its way."""
        added = self._screen.basket.add(things_of((row,)))
        self._tell(len(added), left_out=0, asked=1)

    def _take(self, candidates: tuple[Candidate, ...]) -> None:
        fine = [one for one in candidates if _goes_in(one)]
        if not fine:
            self._refuse(candidates)
            return
        added = self._screen.basket.add(ToShare(subject=one.subject) for one in fine)
        self._elsewhere.open()
        self._screen.begin()
        self._tell(len(added), left_out=len(candidates) - len(fine), asked=len(candidates))

    def _take_kit(self, words: str, candidates: tuple[Candidate, ...]) -> None:
        basket = self._screen.basket
        fine = [ToShare(subject=one.subject) for one in candidates if one.card is not None]
        basket.add(fine[:_MOST_OF_KIT])
        self._elsewhere.open()
        self._screen.write(words)
        self._screen.begin()
        if not basket.draft.things:
            self._say(_("Add a page that you trust: none comes with these words that can be passed on yet."))

    def _take_checked(self, candidates: tuple[Candidate, ...]) -> None:
        (checked,) = candidates
        if checked.refused is NotShareable.NOT_CHECKED:
            self._say(_("By your answers this page does not count as checked, so it is not passed on."))
        elif not _goes_in(checked):
            self._say_why_not(checked)  # never the check again, from which one has just come
        else:
            there = {one.subject for one in self._screen.basket.draft.things}
            added = self._screen.basket.add((ToShare(subject=checked.subject),))
            self._elsewhere.open()
            self._screen.begin()
            if not added and checked.subject not in there:
                self._tell_full()
        self._screen.look()  # whatever came of it: what its card says is of before the check

    def _as_shared(self, subject: Subject) -> ToShare:
        """Return what the basket holds of it: what was answered about its link is not asked again."""
        there = (one for one in self._screen.basket.draft.things if one.subject == subject)
        return next(there, ToShare(subject=subject))

    def _tell(self, added: int, *, left_out: int, asked: int) -> None:
        if left_out:
            words = ngettext(
                "{count} page was left out: it cannot be passed on yet.",
                "{count} pages were left out: they cannot be passed on yet.",
                left_out,
            ).format(count=left_out)
            self._say(words)
        elif self._screen.basket.is_full and added < asked:
            self._tell_full()
        elif not added and asked == 1:
            self._say(_("It is there already."))

    def _tell_full(self) -> None:
        self._say(_("There is room for {count} pages.").format(count=MOST_THINGS))

    def _refuse(self, candidates: tuple[Candidate, ...]) -> None:
        first = candidates[0]
        if len(candidates) > 1:
            self._say(_("None of these pages can be passed on yet. Open one to see why."))
            return
        if first.refused in CAN_BE_CHECKED and self._elsewhere.check is not None:
            self._elsewhere.check(first.subject)
        else:
            self._say_why_not(first)

    def _say_why_not(self, candidate: Candidate) -> None:
        said = refusal_sentence(candidate)
        self._say(" ".join(part for part in (said.happened, said.means, said.to_do) if part))

    def _join(self, body: object) -> None:
        from caregiver_app.ui.share.body import ShareBody

        if isinstance(body, ShareBody):
            body.unlock_asked.connect(self._elsewhere.unlock)
            body.added.connect(self.add_row)
            body.page_asked.connect(self._open_page)
            body.check_asked.connect(self._check)

    def _open_page(self, share: PastShare) -> None:
        self._elsewhere.show_page(share.subject)

    def _check(self, candidate: Candidate) -> None:
        if self._elsewhere.check is not None:
            self._elsewhere.check(candidate.subject)

    def _say(self, words: str) -> None:
        self._lane.desk.messages.say(words, icon=Icon.INFO, kind=_KIND, at_once=True)


def _goes_in(candidate: Candidate) -> bool:
    """Tell whether the basket takes it: what its link asks is answered there."""
    return candidate.card is not None or candidate.refused is NotShareable.LINK_REFUSED
