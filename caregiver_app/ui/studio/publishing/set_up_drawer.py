"""A stick for a family's first start: what it may offer them. There is no field for anything of theirs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.set_up import SetUp, SetUpUpdates
from caregiver_app.support.i18n import country_name, language_name, speaks
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.studio.publishing.work import ForSetUp
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.theme.scale import STEPS
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.plain import PlainLabel

OPEN = "open"
"""The key of what is left to the family."""

_LANGUAGES = ("en-GB", "en-US", "es-US", "es-ES")


class SetUpDrawer(Drawer):
    """`wanted` carries a `SetUp`; where the stick is comes next."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, known: ForSetUp, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Make a stick for a first start"), parent=parent)
        words = _(
            "Caregiver offers a family what you choose here when it first starts. They see all of it before anything "
            "is set, and compare your signs themselves. A copy of your packs comes beside it."
        )
        self.body.addWidget(PlainLabel(words, wrap=True))
        self.language = self._chips(_("Language"), [(tag, language_name(tag)) for tag in _LANGUAGES if speaks(tag)])
        self.country = self._chips(
            _("Country"), sorted(((code, country_name(code)) for code in known.countries), key=_name)
        )
        # Translators: {percent} is a text size, 100 to 200
        self.text_size = self._chips(
            _("Text size"), [(str(step), _("{percent}%").format(percent=step)) for step in STEPS]
        )
        self.updates = self._chips(_("Get updates"), _updates())
        self.body.addWidget(PlainLabel(_("Packs that come with Caregiver"), role=TypeRole.STRONG, wrap=True))
        self.body.addWidget(PlainLabel(_("Tick none to leave them to the family."), ink="text-2", wrap=True))
        self.starters = {name: CheckBox(theme, title) for name, title in known.starters}
        for box in self.starters.values():
            self.body.addWidget(box)
        private = _("Write no names on the stick. Nothing private fits into the file.")
        self.body.addWidget(Callout(theme, Tone.INFO, Icon.INFO, _("For anybody to find"), private))
        self.act = Button(theme, _("Choose the stick"), kind=ButtonKind.MAIN, icon=Icon.USB)
        cancel = Button(theme, _("Cancel"))
        self.add_foot(self.act, cancel)
        self.act.clicked.connect(lambda _pressed: self.wanted.emit(self.chosen()))
        cancel.clicked.connect(self.closed)

    def chosen(self) -> SetUp:
        """Return what was chosen."""
        size, updates = _of(self.text_size), _of(self.updates)
        return SetUp(
            language=_of(self.language),
            country=_of(self.country),
            text_size=int(size) if size else None,
            updates=SetUpUpdates(updates) if updates else None,
            starter=tuple(name for name, box in self.starters.items() if box.isChecked()),
        )

    def _chips(self, name: str, choices: Sequence[tuple[str, str]]) -> ChipGroup:
        left = ChipChoice(key=OPEN, text=_("They choose"), name=_("They choose: {what}").format(what=name))
        chips = ChipGroup(self._theme, name, [left, *(ChipChoice(key=key, text=text) for key, text in choices)])
        self.body.addWidget(PlainLabel(name, role=TypeRole.STRONG, wrap=True))
        self.body.addWidget(chips)
        return chips


def _of(chips: ChipGroup) -> str:
    return "" if chips.current == OPEN else chips.current


def _name(choice: tuple[str, str]) -> str:
    return choice[1]


def _updates() -> list[tuple[str, str]]:
    return [
        (SetUpUpdates.BUTTON.value, _("Only when they press the button")),
        (SetUpUpdates.DAILY.value, _("Each day when they open it")),
    ]
