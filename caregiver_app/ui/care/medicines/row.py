"""One medicine in the list: what is written of it, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.medicines import words
from caregiver_app.ui.care.parts.record_rows import RecordRow
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind, IconButton
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.vault.records.medicines import Medicine


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineLook:
    """What a row shows: `whose` is a name where several people are shown, `fixed` where nothing may be changed."""

    medicine: Medicine
    whose: str = field(default="", repr=False)
    stopped: bool = False
    fixed: bool = False
    is_first: bool = False
    is_last: bool = False
    now: Millis = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineWays:
    """What the buttons of a row do."""

    change: Callable[[Medicine], object]
    check: Callable[[Medicine], object]
    more: Callable[[MedicineLook, QWidget], object]


class MedicineRow(RecordRow):
    """A row; its buttons carry the name of the medicine."""

    def __init__(self, theme: Theme, look: MedicineLook, ways: MedicineWays, *, parent: QWidget | None = None) -> None:
        text = look.medicine.text
        pills = [
            Pill(theme, pill.text, tone=pill.tone, icon=pill.icon)
            for pill in words.pills_of(text, stopped=look.stopped)
        ]
        if look.whose:
            pills.insert(0, Pill(theme, look.whose, tone=Tone.PRIVATE, icon=Icon.PERSON))
        title = words.title_of(text)
        lead = IconLabel(theme, Icon.PILL, size=22, tone=Tone.PRIVATE)
        super().__init__(theme, title, pills=pills, lead=lead, parent=parent)
        self._add_words(look)
        if not look.fixed:
            self._add_buttons(theme, title, look, ways)
        # Translators: spoken for the button with further things to do about one record
        more = IconButton(theme, Icon.MORE, _("More for {title}").format(title=title))
        more.clicked.connect(lambda: ways.more(look, more))
        self.add_at_end(more)

    def _add_words(self, look: MedicineLook) -> None:
        text = look.medicine.text
        self.add_line(words.how_taken(text), ink="text")
        self.add_line(words.when_needed(text), ink="text")
        self.add_line(words.background(text, look.now), role=TypeRole.SMALL)
        if look.stopped:
            self.add_line(words.stopped_words(text, look.now), role=TypeRole.SMALL)
        else:
            self.add_line(words.checked_words(text, look.now), role=TypeRole.SMALL)

    def _add_buttons(self, theme: Theme, title: str, look: MedicineLook, ways: MedicineWays) -> None:
        if not look.stopped:
            label = _("Mark as checked against the label today")
            name = _("{what}: {title}").format(what=label, title=title)
            check = Button(theme, label, kind=ButtonKind.QUIET, name=name)
            check.clicked.connect(lambda: ways.check(look.medicine))
            self.add_button(check)
        change = Button(theme, _("Change"), kind=ButtonKind.QUIET, name=_("Change {title}").format(title=title))
        change.clicked.connect(lambda: ways.change(look.medicine))
        self.add_button(change)
