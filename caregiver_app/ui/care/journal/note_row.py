"""A note as a row of the journal: day and tags, its beginning, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.journal.note_looks import NoteLook
from caregiver_app.ui.care.parts.record_rows import RecordRow
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind, IconButton
from caregiver_app.ui.widgets.pill import Pill


class NoteRow(RecordRow):
    """`opened` asks for the note in full; `more_asked` for what else can be done, by the button at the end."""

    opened = Signal()
    more_asked = Signal()

    def __init__(self, theme: Theme, look: NoteLook, *, parent: QWidget | None = None) -> None:
        pills = [Pill(theme, tag, tone=Tone.PRIVATE) for tag in look.tags]
        if look.about_me:
            pills.insert(0, Pill(theme, _("About me"), tone=Tone.PRIVATE, icon=Icon.PERSON))
        if look.files:
            words = ngettext("{count} file", "{count} files", look.files).format(count=format_number(look.files))
            pills.append(Pill(theme, words, tone=Tone.PRIVATE, icon=Icon.FLYER))
        if look.kind:
            pills.insert(0, Pill(theme, look.kind, tone=Tone.PRIVATE, icon=Icon.NOTES))
        super().__init__(theme, look.day, pills=pills, parent=parent)
        self.setAccessibleName(look.name)
        self.add_line(look.about, role=TypeRole.SMALL)
        self.add_line(look.text, ink="text")
        self.add_line(look.answers, ink="text")
        words = _("Open") if look.is_whole else _("Read the whole note")
        # Translators: {note} is e.g. "note of Sunday 22 November, 9:14: Restless evening"
        name = _("Open the {note}") if look.is_whole else _("Read the whole {note}")
        self.open = Button(theme, words, kind=ButtonKind.QUIET, name=name.format(note=look.name))
        self.open.clicked.connect(self.opened)
        self.add_button(self.open)
        self.more = IconButton(theme, Icon.MORE, _("More for {note}").format(note=look.name))
        self.more.clicked.connect(self.more_asked)
        self.add_at_end(self.more)
