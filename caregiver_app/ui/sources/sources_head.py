"""The head of the sources page: back, what can be done, which sources are shown, and the switch for all connections."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from caregiver_app.support.i18n import format_number, pgettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.hide_key import hear_hide_key
from caregiver_app.ui.sources.source_model import SourceChip
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind, IconButton
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.plain import PlainLabel

_LONGEST = 200
_FIND_LEAST = 110
_BESIDE_TITLE = 4


class SourcesHead(QWidget):
    """Signals say what was pressed."""

    left = Signal()
    add_pressed = Signal()
    topics_pressed = Signal()
    import_pressed = Signal()
    export_pressed = Signal()
    offline_switched = Signal(bool)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.back = Button(theme, _("Back to the library"), kind=ButtonKind.TOOL, icon=Icon.BACK)
        self.add = Button(theme, _("Add a source"), kind=ButtonKind.MAIN, icon=Icon.PLUS)
        self.topics = Button(theme, _("Topics"), icon=Icon.TOPICS)
        self.bring = Button(theme, _("Import a list"), icon=Icon.DOWNLOAD, name=_("Import a list of sources"))
        self.give = Button(theme, _("Export the list"), icon=Icon.UPLOAD, name=_("Export the list of sources"))
        self.several = Button(
            theme, _("Select several"), icon=Icon.CHECK, name=_("Select several sources"), checkable=True
        )
        self.words = QLineEdit()
        self.words.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.words.setPlaceholderText(_("Find a source"))
        self.words.setAccessibleName(_("Find a source"))
        self.words.setAccessibleDescription(_("The list follows while you type."))
        self.words.setClearButtonEnabled(False)
        self.words.setMaxLength(_LONGEST)
        self.offline = CheckBox(theme, _("Stay offline: make no connections at all"))
        self.more = IconButton(theme, Icon.MORE, _("More for sources"))
        self.more.clicked.connect(self._open_menu)
        self.chips = ChipGroup(theme, _("Show"), _chips())
        self.back.clicked.connect(self.left)
        self.add.clicked.connect(self.add_pressed)
        self.topics.clicked.connect(self.topics_pressed)
        self.bring.clicked.connect(self.import_pressed)
        self.give.clicked.connect(self.export_pressed)
        self.offline.clicked.connect(self.offline_switched)
        self._lay_out()

    def show_counts(self, counts: Mapping[SourceChip, int]) -> None:
        """Put the numbers of sources into the chips."""
        for choice in _chips():
            count = counts[SourceChip(choice.key)]
            # Translators: a chip and its number of sources, e.g. "On 12"
            text = _("{words} {count}").format(words=choice.text, count=format_number(count))
            self.chips.set_text(choice.key, text, name=_("{text} sources").format(text=text))

    def show_offline(self, stays_offline: bool) -> None:
        """Show the switch as it stands."""
        self.offline.setChecked(stays_offline)

    def set_narrow(self, narrow: bool) -> None:
        """Take as little height as possible: what is done rarely moves into "More"."""
        self._column.set_margins((12, 8, 12, 8) if narrow else (20, 12, 20, 14))
        self._title.setVisible(not narrow)
        self._tools.setVisible(not narrow)
        self.offline.setVisible(not narrow)
        self.more.setVisible(narrow)
        back, add = _("Back to the library"), _("Add a source")
        self.back.set_words(_("Back") if narrow else back, name=back)
        self.add.set_words(_("Add") if narrow else add, name=add)

    def set_reading(self, reading: bool) -> None:
        """While one source has the pane to itself, take what belongs to the list away."""
        for part in (self.words, self.chips):
            part.setVisible(not reading)
        self._gap.setVisible(reading)

    def menu(self) -> QMenu:
        """Return what "More" holds."""
        menu = QMenu(self)
        hear_hide_key(menu)
        menu.setAccessibleName(_("More"))
        for button in (self.topics, self.bring, self.give):
            menu.addAction(button.accessibleName()).triggered.connect(button.click)
        several = menu.addAction(self.several.accessibleName())
        several.setCheckable(True)
        several.setChecked(self.several.isChecked())
        several.triggered.connect(self.several.click)
        menu.addSeparator()
        offline = menu.addAction(self.offline.text())
        offline.setCheckable(True)
        offline.setChecked(self.offline.isChecked())
        offline.triggered.connect(self.offline.click)
        return menu

    def _size_field(self) -> None:
        self.words.setMinimumWidth(self._theme.px(_FIND_LEAST))

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _lay_out(self) -> None:
        self._column = Column(self._theme, margins=(20, 12, 20, 14), gap=8, parent=self)
        first = Row(self._theme, gap=8)
        first.addWidget(self.back)
        first.add_gap(_BESIDE_TITLE)
        self._title = PlainLabel(_("Sources"), role=TypeRole.DISPLAY)
        first.addWidget(self._title)
        first.addWidget(self.words, 1)
        self._gap = QWidget()
        first.addWidget(self._gap, 1)
        self._gap.setVisible(False)
        first.addWidget(self.add)
        first.addWidget(self.more)
        self._column.addLayout(first)
        self._tools = QWidget()
        second = Flow(self._theme, gap=8, parent=self._tools)
        for button in (self.topics, self.bring, self.give, self.several):
            second.addWidget(button)
        self._column.addWidget(self._tools)
        self._column.addWidget(self.offline)
        self._column.addWidget(self.chips)
        self._theme.changed.connect(self._size_field)
        self._size_field()
        self.set_narrow(False)


def _chips() -> tuple[ChipChoice, ...]:
    return (
        ChipChoice(key=SourceChip.ON.value, text=_("On")),
        ChipChoice(key=SourceChip.TROUBLED.value, text=_("Need a look")),
        ChipChoice(key=SourceChip.QUIET.value, text=_("Quiet")),
        ChipChoice(key=SourceChip.OFF.value, text=_("Off")),
        ChipChoice(key=SourceChip.ALL.value, text=pgettext("sources", "All")),
    )
