"""The tab "Contacts": whom to call, in order, and everybody else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.attached.drawer import files_option
from caregiver_app.ui.care.contacts import steps
from caregiver_app.ui.care.contacts.form import NEW, START, ContactDrawer
from caregiver_app.ui.care.contacts.row import ContactLook, ContactRow, ContactWays
from caregiver_app.ui.care.desk import CareDesk, CareDone
from caregiver_app.ui.care.menu import Action, open_menu
from caregiver_app.ui.care.parts.for_whom import names_shown
from caregiver_app.ui.care.parts.form_drawer import open_form
from caregiver_app.ui.care.parts.headed_card import HeadedCard
from caregiver_app.ui.care.parts.record_rows import RecordRows
from caregiver_app.ui.care.tab import CareTab
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.changes.ordering import Direction
from caregiver_app.vault.records.contacts import Contact
from caregiver_app.vault.store import Vault

SHOWN = 40
"""So many other contacts are shown at once; a button shows more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    to_call: tuple[Contact, ...] = field(repr=False)
    others: tuple[Contact, ...] = field(repr=False)


class ContactsTab(CareTab):
    """Ctrl+N begins a new one."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Contacts"), parent=parent)
        theme = desk.theme
        self._wanted = 0
        self._most = SHOWN
        self._reopened = False
        self._read = _Read(to_call=(), others=())
        self.add = Button(theme, _("Add a contact"), kind=ButtonKind.MAIN, icon=Icon.PLUS)
        self.add.clicked.connect(self.new)
        self.call_card = HeadedCard(theme, _("Whom to call, in this order"))
        self.calls = RecordRows(theme, _("Whom to call"), self._row, fallback=self._focus_add)
        self.others_card = HeadedCard(theme, _("Contacts"))
        self.said = PlainLabel(ink="text-2", wrap=True)
        self.others = RecordRows(theme, _("Contacts"), self._row, fallback=self._focus_add)
        self.more = Button(theme, "", kind=ButtonKind.QUIET)
        self.more.clicked.connect(self._show_more)
        self._lay_out()

    def opened(self) -> None:
        """Ask for the contacts of the person looked at, those for all included."""
        shown = self.desk.whom.shown

        def work(vault: Vault) -> _Read:
            to_call = vault.contacts.to_call(shown)
            others = tuple(one for one in vault.contacts.list(shown) if one.call_order is None)
            return _Read(to_call=to_call, others=others)

        self.desk.ask(self, work, self._show, key="contacts")

    def new(self) -> bool:
        """Begin a new contact."""
        open_form(self.desk, ContactDrawer(self.desk))
        return True

    def show_record(self, record_id: int) -> None:
        """Put the keyboard at one contact."""
        self._wanted = record_id
        self.opened()

    def _lay_out(self) -> None:
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.call_card)
        self.body.addWidget(self.others_card)
        self.call_card.body.addWidget(self.calls)
        self.others_card.body.addWidget(self.said)
        self.others_card.body.addWidget(self.others)
        self.others_card.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.call_card.setVisible(False)
        self.more.setVisible(False)

    def _row(self, look: ContactLook) -> QWidget:
        return ContactRow(
            self.desk.theme, look, ContactWays(change=self.open_contact, move=self._move, more=self._open_more)
        )

    def _show(self, read: _Read) -> None:
        self._read = read
        self.call_card.setVisible(bool(read.to_call))
        self.calls.show_rows(self._looks(read.to_call, called=True))
        self._show_others()
        nobody = not read.others and not read.to_call
        words = _("Doctor, pharmacy, family, who has a key: whom you would call in a hurry.")
        if not nobody:
            words = "" if read.others else _("Everybody is on the list of whom to call.")
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.others_card.set_heading(_("Other contacts") if read.to_call else _("Contacts"))
        self._go_to_wanted()
        self._reopen()

    def _show_others(self) -> None:
        others = self._read.others
        self.others.show_rows(self._looks(others[: self._most], called=False))
        self.others.setVisible(bool(others))
        left = len(others) - self._most
        self.more.setVisible(left > 0)
        if left > 0:
            words = ngettext("Show {count} more", "Show {count} more", left).format(count=format_number(left))
            self.more.set_words(words)

    def _show_more(self) -> None:
        first_new = self._read.others[self._most].id
        self._most += SHOWN
        self._show_others()
        self.others.focus_row(first_new)

    def _looks(self, contacts: Sequence[Contact], *, called: bool) -> list[tuple[int, ContactLook]]:
        names = names_shown(self.desk)
        return [
            (
                one.id,
                ContactLook(
                    contact=one,
                    place=place + 1 if called and not names else 0,
                    whose=names.get(one.person_id, _("Everybody")) if names else "",
                    can_move=not names,
                    is_first=place == 0,
                    is_last=place == len(contacts) - 1 and (called or len(contacts) == len(self._read.others)),
                ),
            )
            for place, one in enumerate(contacts)
        ]

    def _go_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, 0
        if not wanted or self.calls.focus_row(wanted):
            return
        place = next((place for place, one in enumerate(self._read.others) if one.id == wanted), -1)
        if place >= self._most:
            self._most = place + SHOWN
            self._show_others()
        self.others.focus_row(wanted)

    def _reopen(self) -> None:
        """Open again what was being written when the notes were locked."""
        if self._reopened:
            return
        self._reopened = True
        contacts = {str(one.id): one for one in (*self._read.to_call, *self._read.others)}
        for place in self.desk.drafts.waiting(START):
            contact = contacts.get(place.removeprefix(START))
            if contact is not None or place == NEW:
                open_form(self.desk, ContactDrawer(self.desk, contact))

    def open_contact(self, contact: Contact) -> None:
        """Open the form of a contact."""
        open_form(self.desk, ContactDrawer(self.desk, contact))

    def _move(self, look: ContactLook, way: Direction) -> None:
        move = steps.move_in_call_list if look.contact.call_order is not None else steps.move_in_others
        self._do(partial(move, contact_id=look.contact.id, person_id=self.desk.whom.shown, way=way))

    def _open_more(self, look: ContactLook, anchor: QWidget) -> None:
        contact = look.contact
        options: list[Option[Action]] = []
        if look.can_move:
            on = contact.call_order is None
            words = _("Put on the list of whom to call") if on else _("Take off the list of whom to call")
            options.append(Option(value=partial(self._put_on_call_list, contact, on), text=words, icon=Icon.PHONE))
        options.append(files_option(self.desk, "contact", contact.id, contact.text.name))
        delete: Action = partial(self._do, partial(steps.delete_contact, contact_id=contact.id))
        options.append(Option(value=delete, text=_("Delete"), icon=Icon.TRASH))
        open_menu(self.desk, anchor, contact.text.name, options)

    def _put_on_call_list(self, contact: Contact, on: bool) -> None:
        self._do(
            partial(steps.put_on_call_list, contact_id=contact.id, person_id=self.desk.whom.shown, on=on),
            then=lambda: self.show_record(contact.id),
        )

    def _do(self, step: Callable[..., CareDone | None], *, then: Callable[[], object] | None = None) -> None:
        at = self.desk.clock.now()
        self.desk.do(partial(step, at=at), kind="contact", then=then)

    def _focus_add(self) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
