"""What bringing a file in would do: what is new, newer, here already. Nothing is changed before a yes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.record_counts import counted_words
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.importing.incoming import Merged
from caregiver_app.vault.records.people import PersonId

_NOBODY = "nobody"


class PreviewDrawer(Drawer):
    """`wanted` comes when it shall be brought in, `looked` when it is about somebody else now."""

    wanted = Signal()
    looked = Signal()

    def __init__(self, desk: CareDesk, *, loose: bool, parent: QWidget | None = None) -> None:
        """`loose`: the file does not say whom it is about, as a calendar or contacts."""
        super().__init__(desk.theme, _("Bring in from a file"), parent=parent)
        theme = desk.theme
        self._desk = desk
        self.said = QWidget()
        self.whom = ChipGroup(theme, _("About whom is it?"), _people(desk))
        self.safe = Callout(
            theme,
            Tone.PRIVATE,
            Icon.HISTORY,
            _("You can go back."),
            _("A copy of your notes as they are now is made first. Right after it, Undo takes all of it out again."),
        )
        self.go_on = Button(theme, _("Bring it in"), kind=ButtonKind.MAIN, icon=Icon.DOWNLOAD)
        self.keep = Button(theme, _("Leave it out"))
        self.asked = QWidget()
        self._lay_out(loose)
        self.add_foot(self.go_on, self.keep)
        self.go_on.clicked.connect(self.wanted)
        self.keep.clicked.connect(self.closed)
        self.whom.chosen.connect(lambda _key: self.looked.emit())
        if loose and desk.whom.person is not None:
            self.whom.set_current(str(desk.whom.person.id))

    @property
    def person_id(self) -> PersonId | None:
        """Whom a calendar or contacts are about."""
        return None if self.whom.current == _NOBODY else PersonId(int(self.whom.current))

    def show_merged(self, merged: Merged) -> None:
        """Say what would come of it."""
        said = QWidget()
        column = Column(self._desk.theme, gap=10, parent=said)
        lines = list(merged_lines(merged))
        for heading, text in lines:
            part = Column(self._desk.theme, gap=2)
            part.addWidget(PlainLabel(heading, role=TypeRole.STRONG, wrap=True))
            if text:
                part.addWidget(PlainLabel(text, wrap=True))
            column.addLayout(part)
        self.body.replaceWidget(self.said, said)
        self.said.hide()
        self.said.deleteLater()
        self.said = said
        for widget in (self.go_on, self.safe):
            widget.setVisible(merged.brings_something)
        announce(". ".join(f"{heading}: {text}" if text else heading for heading, text in lines))

    def _lay_out(self, loose: bool) -> None:
        self.body.addWidget(self.said)
        column = Column(self._desk.theme, gap=6, parent=self.asked)
        column.addWidget(PlainLabel(_("About whom is it?"), role=TypeRole.STRONG, wrap=True))
        column.addWidget(self.whom)
        self.body.addWidget(self.asked)
        self.body.addWidget(self.safe)
        self.asked.setVisible(loose and bool(self._desk.whom.people))


def merged_lines(merged: Merged) -> Iterator[tuple[str, str]]:
    """Yield what is said of a file: headings, and what stands below each."""
    if not merged.brings_something:
        yield _("Nothing new is in this file."), ""
    for heading, counts in (
        (_("New"), merged.new),
        (_("Changed: newer than here"), merged.changed),
        (_("The same as here"), merged.same),
        (_("Deleted here, and left so"), merged.deleted_here),
        (_("Left out: it cannot be kept as it is written"), merged.left_out),
    ):
        if counts:
            yield heading, counted_words(counts)
    if merged.people:
        # Translators: between names
        yield _("People who are new here"), _(", ").join(merged.people)
    yield from _about_times(merged)


def _about_times(merged: Merged) -> Iterator[tuple[str, str]]:
    if merged.repeating:
        words = ngettext(
            "{count} appointment repeats: only its first date comes.",
            "{count} appointments repeat: only the first date of each comes.",
            merged.repeating,
        )
        yield words.format(count=format_number(merged.repeating)), ""
    if merged.unknown_zones:
        words = ngettext(
            "{count} appointment names an unknown time zone: this computer's is taken.",
            "{count} appointments name an unknown time zone: this computer's is taken.",
            merged.unknown_zones,
        )
        yield words.format(count=format_number(merged.unknown_zones)), ""


def _people(desk: CareDesk) -> list[ChipChoice]:
    people = [ChipChoice(key=str(person.id), text=person.name) for person in desk.whom.people]
    return [ChipChoice(key=_NOBODY, text=_("Nobody in particular")), *people]
