"""Safety notices as the window has them: what the library knows, what open care notes name, and what was put away.

What notes name goes with the lock, in the same moment.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.bootstrap.notices import OFFER_OVER, Notice, Notices, Offer, is_stale, notices_of
from caregiver_app.library.alert_rules import is_about_medicine, standing_of
from caregiver_app.model.alert import Dealt, Standing
from caregiver_app.model.article import ItemId
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.today import CareToday
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer, Done
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.time import Millis

_Told = tuple[tuple[ItemId, ...], bool]


class NoticesKeeper(QObject):
    """`changed` comes whenever something else is to be shown. `found` is None while no source of notices is on."""

    changed = Signal()
    sources_changed = Signal()

    def __init__(self, desk: Desk, notes: CareToday, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._notes = notes
        self._doer: Doer[Library] = Doer(desk, self)
        self._sources: Doer[Library] = Doer(desk, self)
        self._named: frozenset[ItemId] = frozenset()
        self._told: _Told | None = None
        self.found: Notices | None = None
        notes.changed.connect(self._look_at_lock)
        notes.stepped.connect(self._ask_notes)
        self._doer.changed.connect(self.ask)
        self._sources.changed.connect(self.sources_changed)

    @property
    def listed(self) -> tuple[Notice, ...]:
        """All that is not over by now, the newest first, also what was put away."""
        now = self._desk.clock.now()
        return () if self.found is None else tuple(each for each in self.found.listed if each.alert.until > now)

    @property
    def red(self) -> tuple[Notice, ...]:
        """What is to be seen in red, the newest first."""
        return tuple(notice for notice in self._in_force if self.standing(notice).is_red)

    @property
    def calm(self) -> tuple[Notice, ...]:
        """All others in force, first those that open notes name, then the newest."""
        standings = [(notice, self.standing(notice)) for notice in self._in_force]
        calm = [(notice, standing) for notice, standing in standings if not standing.is_red]
        calm.sort(key=lambda each: each[1] is not Standing.NAMED_ELSEWHERE)
        return tuple(notice for notice, _standing in calm)

    @property
    def put_away(self) -> tuple[Notice, ...]:
        """What was put away and is in force still."""
        return tuple(each for each in self.listed if each.dealt is not None)

    def standing(self, notice: Notice) -> Standing:
        """Return how a notice stands now, with what open notes name."""
        if notice.id not in self._named or self.found is None:
            return notice.standing
        return standing_of(notice.alert, country=self.found.country, now=self._desk.clock.now(), named=True)

    def is_about_medicine(self, notice: Notice) -> bool:
        """Return whether the advice not to stop a medicine belongs beside it."""
        return notice.id in self._named or is_about_medicine(notice.alert)

    def ask(self) -> None:
        """Ask the library anew."""
        now = self._desk.clock.now()
        self._desk.ask(self, lambda library: notices_of(library, now), self.take, key="notices")

    def take(self, found: Notices | None) -> None:
        """Take in what the library knows."""
        self.found = found
        self._told = self._to_tell()
        self.changed.emit()
        self._ask_notes()

    def look_at_clock(self) -> None:
        """Have what is over taken away, and the last look called long ago once it is."""
        if self._told != self._to_tell():
            self._told = self._to_tell()
            self.changed.emit()

    def put_by(self, notice: Notice, kind: Dealt) -> None:
        """Put a notice away until it says something else."""
        at = self._desk.clock.now()
        text = _("Put away as done.") if kind is Dealt.DONE else _("Put away: not for us.")

        def step(library: Library) -> Done[Library]:
            _put(library, notice, kind, at)
            return Done(text=text, undo=partial(_take_back, notice), redo=partial(_put_again, notice, kind, at))

        self._doer.do(step, kind="notice")

    def bring_back(self, notice: Notice) -> None:
        """Have a notice shown again that was put away."""
        kind, at = notice.dealt or Dealt.DONE, self._desk.clock.now()

        def step(library: Library) -> Done[Library]:
            _take_back(notice, library)
            undo = partial(_put_again, notice, kind, at)
            return Done(text=_("The notice is back."), undo=undo, redo=partial(_take_back, notice), icon=Icon.UNDO)

        self._doer.do(step, kind="notice")

    def take_offer(self, offer: Offer) -> None:
        """Switch the offered sources on; nothing is asked of them before the next update."""

        def step(library: Library) -> Done[Library]:
            before = library.sources.set_all_enabled(offer.sources, True)
            return Done(
                text=_("Sources of safety notices are on. Get updates to ask them."),
                undo=lambda later: later.sources.put_choices_back(before),
                redo=lambda later: later.sources.set_all_enabled(offer.sources, True),
                icon=Icon.SOURCES,
            )

        self._sources.do(step, kind="notice-sources")

    def end_offer(self) -> None:
        """Offer sources of notices no more."""

        def put(library: Library, value: bool) -> None:
            library.choices.put(OFFER_OVER, value)

        def step(library: Library) -> Done[Library]:
            put(library, True)
            return Done(
                text=_("You can switch sources on in the Library."),
                undo=lambda later: put(later, False),
                redo=lambda later: put(later, True),
            )

        self._sources.do(step, kind="notice-sources")

    @property
    def _in_force(self) -> tuple[Notice, ...]:
        return tuple(each for each in self.listed if each.dealt is None)

    def _to_tell(self) -> _Told:
        at, now = None if self.found is None else self.found.checked_at, self._desk.clock.now()
        return tuple(each.id for each in self.listed), at is not None and is_stale(at, now)

    def _look_at_lock(self) -> None:
        if self._notes.state is LockState.OPEN:
            self._ask_notes()
        elif self._named:
            self._named = frozenset()
            self.changed.emit()

    def _ask_notes(self) -> None:
        if self.found is None or self._notes.state is not LockState.OPEN:
            return
        from caregiver_app.library.alert_names import named_words  # no start waits for its patterns

        sought = {each.id: words for each in self.found.listed if (words := named_words(each.alert))}
        if sought:
            self._notes.find_named(self, sought, self._take_named)

    def _take_named(self, named: frozenset[ItemId]) -> None:
        if named != self._named:
            self._named = named
            self.changed.emit()


def _put(library: Library, notice: Notice, kind: Dealt, at: Millis) -> None:
    country, _language = library.topics.place()
    library.alerts_dealt.put(notice.alert, kind, country=country, at=at)


def _put_again(notice: Notice, kind: Dealt, at: Millis, library: Library) -> None:
    _put(library, notice, kind, at)


def _take_back(notice: Notice, library: Library) -> None:
    library.alerts_dealt.take_back([notice.id, *_taken_over(library, notice)])


def _taken_over(library: Library, notice: Notice) -> tuple[ItemId, ...]:
    """Return the earlier notice whose word holds for this one, too."""
    country, _language = library.topics.place()
    held = library.alerts_dealt.among([notice.alert], country=country).get(notice.id)
    return () if held is None else (held.item_id,)
