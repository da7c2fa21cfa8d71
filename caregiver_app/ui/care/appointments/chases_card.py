"""What is to be chased: what somebody promised, by when; ticked off when it came."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.appointments.chase_drawer import ChaseDrawer
from caregiver_app.ui.care.appointments.steps import delete_chase, set_chased
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.menu import Action, open_menu
from caregiver_app.ui.care.parts.day_field import spoken_day
from caregiver_app.ui.care.parts.form_drawer import open_form
from caregiver_app.ui.care.parts.gone import if_there
from caregiver_app.ui.care.parts.people_words import names_of
from caregiver_app.ui.care.parts.record_rows import RecordRow, RecordRows
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind, IconButton
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.chases import Chase, ChaseId
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault

_DONE_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ChaseLook:
    """What is to be chased, in words; `is_late` once its day is over."""

    chase: Chase
    about: str = field(repr=False)
    is_late: bool


def read_chases(vault: Vault, person_id: PersonId | None, *, today: date) -> tuple[ChaseLook, ...]:
    """Return what is not done, and the last few that were."""
    names = names_of(vault) if person_id is None else {}
    done = sorted(vault.chases.list(person_id, done=True), key=lambda one: -(one.done_at or 0))[:_DONE_SHOWN]
    return tuple(_look(one, names, today) for one in (*vault.chases.list(person_id, done=False), *done))


class ChasesCard(Card):
    """The card "To chase"."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        self.add = Button(desk.theme, _("Add"), kind=ButtonKind.QUIET, icon=Icon.PLUS, name=_("Add something to chase"))
        super().__init__(desk.theme, _("To chase"), button=self.add, parent=parent)
        self._desk = desk
        self.add.clicked.connect(self.open_new)
        self.none = PlainLabel(_("What was promised to you, and by when."), ink="text-2", wrap=True)
        self.rows = RecordRows(desk.theme, _("To chase"), self._row, fallback=self._focus_add)
        self.body.addWidget(self.none)
        self.body.addWidget(self.rows)

    def show_chases(self, looks: tuple[ChaseLook, ...]) -> None:
        """Show what is to be chased."""
        self.none.setVisible(not looks)
        self.rows.show_rows([(look.chase.id, look) for look in looks])
        self.rows.setVisible(bool(looks))

    def open_new(self) -> None:
        """Open an empty form."""
        open_form(self._desk, ChaseDrawer(self._desk))

    def open_chase(self, chase: Chase) -> None:
        """Open the form for what is there."""
        open_form(self._desk, ChaseDrawer(self._desk, chase))

    def open_number(self, chase_id: int) -> None:
        """Open the form for what has this number, once it is read."""
        read = if_there(lambda vault: vault.chases.get(ChaseId(chase_id)))
        self._desk.ask(self, read, lambda chase: None if chase is None else self.open_chase(chase), key="chase")

    def _row(self, look: ChaseLook) -> RecordRow:
        theme, chase = self._desk.theme, look.chase
        pills = []
        if chase.done_at is not None:
            pills.append(Pill(theme, _("Done"), tone=Tone.OK, icon=Icon.CHECK))
        elif look.is_late:
            pills.append(Pill(theme, _("Its day is over"), tone=Tone.WARN, icon=Icon.CLOCK))
        row = RecordRow(theme, chase.what, pills=pills)
        row.add_line(look.about)
        words = _("Done") if chase.done_at is None else _("Not done yet")
        done = Button(
            theme,
            words,
            kind=ButtonKind.QUIET,
            icon=Icon.CHECK if chase.done_at is None else Icon.UNDO,
            name=_("{button}: {what}").format(button=words, what=chase.what),
        )
        done.clicked.connect(lambda: self._set_done(chase))
        row.add_button(done)
        more = IconButton(theme, Icon.MORE, _("More for: {what}").format(what=chase.what))
        more.clicked.connect(lambda: self._open_menu(chase, more))
        row.add_at_end(more)
        return row

    def _set_done(self, chase: Chase) -> None:
        at = self._desk.clock.now()
        self._desk.do(partial(set_chased, chase_id=chase.id, done=chase.done_at is None, at=at), kind="chase")

    def _open_menu(self, chase: Chase, anchor: QWidget) -> None:
        change: Option[Action] = Option(value=partial(self.open_chase, chase), text=_("Change"), icon=Icon.CLOCK)
        delete: Option[Action] = Option(value=partial(self._delete, chase), text=_("Delete"), icon=Icon.TRASH)
        open_menu(self._desk, anchor, chase.what, [change, delete])

    def _delete(self, chase: Chase) -> None:
        self._desk.do(partial(delete_chase, chase_id=chase.id, at=self._desk.clock.now()), kind="chase")

    def _focus_add(self) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)


def _look(chase: Chase, names: dict[PersonId, str], today: date) -> ChaseLook:
    by = None if chase.by_date is None else date.fromisoformat(chase.by_date)
    parts = []
    if chase.person_id in names:
        parts.append(_("About {name}").format(name=names[chase.person_id]))
    if chase.who:
        parts.append(chase.who)
    if by is not None:
        # Translators: {day} is the day until which something was promised
        parts.append(_("By {day}").format(day=spoken_day(by)))
    return ChaseLook(chase=chase, about=". ".join(parts), is_late=by is not None and by < today)
