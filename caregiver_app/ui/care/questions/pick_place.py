"""Picking ready questions by situation: tick those that fit, for which visit, and add them at once."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.about_whom import AboutWhom
from caregiver_app.ui.care.parts.form import Form, FormPart
from caregiver_app.ui.care.parts.placed_tab import InnerPlace, back_to
from caregiver_app.ui.care.questions.steps import add_ready
from caregiver_app.ui.care.questions.visit_choice import VisitChoice
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.tab_order import put_in_order
from caregiver_app.vault.records.question_picker import ready_questions

PICK = "question/pick"


class PickPlace(InnerPlace):
    """`added` comes when the picked questions are kept. What is ticked is a draft until then."""

    added = Signal()
    _changed = Signal()

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Pick ready questions"), back=back_to(_("Questions")), parent=parent)
        self._desk = desk
        self._ready = {ready.occasion.value: ready for ready in ready_questions()}
        self._picked: dict[str, None] = {}
        self.boxes: list[CheckBox] = []
        choices = [ChipChoice(key=key, text=ready.label) for key, ready in self._ready.items()]
        self.occasions = ChipGroup(desk.theme, _("Situation"), choices)
        self.occasions.chosen.connect(self._show_occasion)
        self._list = QWidget()
        self.visit = VisitChoice(desk)
        self.whom = AboutWhom(desk)
        self.add = Button(desk.theme, "", kind=ButtonKind.MAIN)
        self.add.clicked.connect(self._add)
        desk.changed.connect(self._stop_working)
        self._lay_out()
        self.form = Form(desk, PICK, self)
        self.form.add(self._picked_part())
        self.form.add(self.visit.part())
        self.form.add(self.whom.part())
        person = desk.whom.written_for
        self.form.begin({"picked": "", "visit": "", "person": "" if person is None else str(person)})
        self._show_occasion(self.occasions.current)

    def begin(self) -> None:
        """Put the keyboard at the situations."""
        self.occasions.chip(self.occasions.current).setFocus(Qt.FocusReason.OtherFocusReason)

    def closing(self) -> None:
        """Keep what is ticked as a draft."""
        self.form.leave()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self._card = Card(theme)
        self._card.body.addWidget(PlainLabel(_("What is it about?"), role=TypeRole.STRONG))
        self._card.body.addWidget(self.occasions)
        self._card.body.addWidget(self._list)
        self._card.body.addWidget(self.visit)
        self._card.body.addWidget(self.whom)
        self._card.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._card)

    def _picked_part(self) -> FormPart:
        return FormPart(
            name="picked",
            control=self.occasions,
            read=lambda: json.dumps(list(self._picked)) if self._picked else "",
            write=self._show_picked,
            changed=self._changed,
        )

    def _show_picked(self, value: str) -> None:
        known = {text for ready in self._ready.values() for text in ready.questions}
        try:
            read = json.loads(value) if value else []
        except ValueError:
            read = []
        self._picked = {text: None for text in read if text in known} if isinstance(read, list) else {}
        self._say_how_many()

    def _show_occasion(self, key: str) -> None:
        theme, ready = self._desk.theme, self._ready[key]
        shown = QWidget()
        column = Column(theme, gap=4, parent=shown)
        column.addWidget(PlainLabel(ready.label, role=TypeRole.STRONG, wrap=True))
        self.boxes = []
        for text in ready.questions:
            box = CheckBox(theme, text)
            box.setChecked(text in self._picked)
            box.toggled.connect(partial(self._tick, text))
            self.boxes.append(box)
            column.addWidget(box)
        self._card.body.replaceWidget(self._list, shown)
        self._list.hide()
        self._list.deleteLater()
        self._list = shown
        shown.show()
        put_in_order(self)
        self._say_how_many()

    def _tick(self, text: str, on: bool) -> None:
        if on:
            self._picked[text] = None
        else:
            self._picked.pop(text, None)
        self._say_how_many()
        self._changed.emit()

    def _say_how_many(self) -> None:
        count = len(self._picked)
        words = ngettext("Add {count} question", "Add {count} questions", count)
        self.add.set_words(words.format(count=format_number(count)) if count else _("Add the ticked questions"))

    def _add(self) -> None:
        if not self._picked:
            self.boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._desk.say(_("Tick the questions that you want to ask."))
            return
        step = partial(
            add_ready,
            texts=tuple(self._picked),
            person_id=self.whom.person_id,
            appointment_id=self.visit.appointment_id,
            at=self._desk.clock.now(),
        )
        self.add.set_working(True)
        self._desk.do(step, kind="question", then=self._close)

    def _stop_working(self) -> None:
        self.add.set_working(False)

    def _close(self) -> None:
        self._picked = {}
        self.form.finish()
        self.added.emit()
