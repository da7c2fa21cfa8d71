"""What the header of open care notes leads to: people, search, what was deleted. Goes with the body at the lock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.deleted_drawer import DeletedDrawer
from caregiver_app.ui.care.desk import CareDesk, CareDone
from caregiver_app.ui.care.menu import Action, open_menu, person_options
from caregiver_app.ui.care.open_body import OpenBody
from caregiver_app.ui.care.opening import PERSON
from caregiver_app.ui.care.person_drawer import PersonDrawer
from caregiver_app.ui.care.person_steps import add_person
from caregiver_app.ui.care.record_looks import look_of
from caregiver_app.ui.care.search_drawer import SearchDrawer
from caregiver_app.ui.care.timeline_drawer import TimelineDrawer
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.name_edit import NamePopover
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.vault.across.timeline import TimelineEntry
from caregiver_app.vault.finding.searchable import Hit
from caregiver_app.vault.records.people import Person, PersonId
from caregiver_app.vault.store import Vault

_POPOVER = 420


@dataclass(frozen=True, slots=True, kw_only=True)
class _Added:
    """Who was added, and everybody since then."""

    person_id: PersonId
    done: CareDone
    people: Sequence[Person] = field(repr=False)


class HeaderWays(QObject):
    """`more` may be given further things to do: each is an option of the menu behind More. `erase_person` is asked to
    erase somebody who was deleted before.
    """

    def __init__(self, desk: CareDesk, body: OpenBody) -> None:
        super().__init__(body)
        self._desk = desk
        self._body = body
        self.more: list[Callable[[], Option[Action] | None]] = []
        self.erase_person: Callable[[int, str], object] = lambda _number, _name: None
        header = body.header
        header.person_pressed.connect(self._pick_person)
        header.search_pressed.connect(self.search)
        header.more_pressed.connect(self._open_more)
        desk.whom.chosen.connect(self._remember)
        desk.changed.connect(self._read_people)
        for place in desk.drafts.waiting("person/"):
            self._reopen(place)

    def search(self) -> None:
        """Open the search."""
        self.search_for("")

    def search_for(self, words: str) -> None:
        """Open the search with words in it."""
        drawer = SearchDrawer(self._desk)
        drawer.chosen.connect(self.open_hit)
        self._desk.overlay.open_drawer(drawer)
        drawer.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if words:
            drawer.look_for(words)

    def add_person(self) -> None:
        """Ask for a name and add somebody, who is looked at from then on."""
        popover = NamePopover(
            self._desk.theme,
            _("Add a person"),
            _("Add"),
            hint=_("What you call them, for example Mum."),
        )
        popover.named.connect(partial(self._add, popover))
        popover.left.connect(self._desk.overlay.close_panel)
        self._desk.overlay.open_popover(popover, width=_POPOVER)
        popover.edit.begin()

    def open_person(self, person: Person) -> PersonDrawer:
        """Open the drawer about somebody and return it."""
        drawer = PersonDrawer(self._desk, person)
        drawer.done.connect(self._desk.overlay.close_panel)
        panel = self._desk.overlay.open_drawer(drawer)
        panel.closed.connect(drawer.leave)
        drawer.name.setFocus(Qt.FocusReason.OtherFocusReason)
        return drawer

    def say_what_changed(self) -> None:
        """Lead to how things stand with who is looked at; where that may be several people, ask whom."""
        people = self._people_looked_at()
        if len(people) == 1:
            self._open_situation(people[0])
            return
        options: list[Option[Action]] = [
            Option(value=partial(self._open_situation, person), text=person.name, icon=Icon.PERSON) for person in people
        ]
        options.append(Option(value=self.add_person, text=_("Add a person"), icon=Icon.PLUS))
        open_menu(self._desk, self._body.header.more, _("For whom have things changed?"), options)

    def _open_situation(self, person: Person) -> None:
        self.open_person(person).begin_at_situation()

    def _people_looked_at(self) -> Sequence[Person]:
        looked_at = self._desk.whom.person
        return self._desk.whom.people if looked_at is None else (looked_at,)

    def open_deleted(self) -> None:
        """Open what was deleted in the last thirty days."""
        drawer = DeletedDrawer(self._desk)
        drawer.person_asked.connect(self.erase_person)
        self._desk.overlay.open_drawer(drawer)

    def open_timeline(self) -> None:
        """Open all records by time."""
        drawer = TimelineDrawer(self._desk)
        drawer.chosen.connect(self.open_hit)
        self._desk.overlay.open_drawer(drawer)

    def open_hit(self, hit: Hit | TimelineEntry) -> None:
        """Open a record where it is at home."""
        self._desk.overlay.close_panel()
        tab = look_of(hit.kind).tab
        if tab:
            self._desk.open(tab, -hit.id if hit.kind == "chase" else hit.id)  # its tab shows two kinds
        elif hit.kind == "person":
            found = next((person for person in self._desk.whom.people if person.id == hit.id), None)
            if found is not None:
                self.open_person(found)

    def _pick_person(self) -> None:
        options, current = person_options(self._desk, self.add_person)
        open_menu(self._desk, self._body.header.person, _("Whose notes?"), options, current)

    def _open_more(self) -> None:
        options: list[Option[Action]] = []
        for person in self._people_looked_at():
            about = _("About {name}").format(name=person.name)
            options.append(Option(value=partial(self.open_person, person), text=about, icon=Icon.PERSON))
        options.append(Option(value=self.add_person, text=_("Add a person"), icon=Icon.PLUS))
        options.append(Option(value=self.search, text=_("Search in your care notes"), icon=Icon.SEARCH))
        options.append(Option(value=self.open_timeline, text=_("Everything by time"), icon=Icon.CLOCK))
        options.append(Option(value=self.open_deleted, text=_("Recently deleted"), icon=Icon.TRASH))
        options += [option for make in self.more if (option := make()) is not None]
        open_menu(self._desk, self._body.header.more, _("More"), options)

    def _add(self, popover: NamePopover, name: str) -> None:
        """Add somebody; until they are looked at the popover has the keyboard.

        What is typed at once would else go to the person before.
        """
        at = self._desk.clock.now()

        def step(vault: Vault) -> _Added:
            person_id, done = add_person(vault, name, at=at)
            return _Added(person_id=person_id, done=done, people=vault.people.list())

        popover.edit.set_working(True)
        self._desk.ask(
            self,
            step,
            partial(self._look_at_added, popover),
            failed=lambda _error: popover.edit.set_working(False) if isValid(popover) else None,
        )

    def _look_at_added(self, popover: NamePopover, added: _Added) -> None:
        """Look at who was added, unless the popover was left meanwhile: then who was looked at stays."""
        panel, whom = self._desk.overlay.panel, self._desk.whom
        waited = panel is not None and panel.content is popover
        chosen = added.person_id if waited else whom.written_for
        if waited:
            self._desk.overlay.close_panel()
        whom.show_people(added.people, chosen)
        self._remember(chosen)
        self._desk.offer(added.done, kind="person")
        self._desk.changed.emit()

    def _read_people(self) -> None:
        self._desk.ask(self, lambda vault: vault.people.list(), self._desk.whom.show_people, key="people")

    def _remember(self, person_id: PersonId | None) -> None:
        self._desk.ask(self, lambda vault: vault.settings.set(PERSON, person_id), lambda _none: None)

    def _reopen(self, place: str) -> None:
        number = place.partition("/")[2]
        found = next((person for person in self._desk.whom.people if str(person.id) == number), None)
        if found is not None:
            self.open_person(found)
