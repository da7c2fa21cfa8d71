"""The first step: in which language and how large, so that the rest can be read. Every choice shows at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.catalogues import LANGUAGE_NAMES
from caregiver_app.support.i18n import current_language, current_locale, speaks
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.colour_choices import colour_choices
from caregiver_app.ui.first_run.set_up_part import SetUpPart
from caregiver_app.ui.first_run.step import RunStep
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.speaking import SpeakWish, change_language
from caregiver_app.ui.theme import Icon, Theme, ThemeChoice, Tone, TypeRole
from caregiver_app.ui.theme.scale import STEPS
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class WelcomeStep(RunStep):
    """Always asked, and never passed over. `speak` has the window made anew in another language.

    `set_up` is the way to begin with a stick instead; what it sets is shown at once. `backup` is for whoever begins on
    a new computer with what they had: this step waits until they come back.
    """

    def __init__(
        self,
        theme: Theme,
        remembered: Remembered,
        set_up: SetUpPart,
        speak: Callable[[SpeakWish], object],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._remembered = remembered
        self._speak = speak
        self.set_up = set_up
        self.heading = _("Welcome to Caregiver")
        self.subtitle = _("First make this screen easy for you to read. You can change all of it later, in Settings.")
        names = {tag: name for tag, name in LANGUAGE_NAMES.items() if speaks(tag)}
        self.languages = ChipGroup(
            theme, _("Language"), [ChipChoice(key=tag, text=name) for tag, name in names.items()]
        )
        self.languages.set_current(_spoken(tuple(names)))
        self.change = Button(theme, "")
        self.change.setVisible(False)
        self.backup = Button(theme, _("I have a backup or a recovery sheet"), kind=ButtonKind.QUIET, icon=Icon.HISTORY)
        self.sizes = ChipGroup(theme, _("Text size"), _sizes())
        self.colours = ChipGroup(theme, _("Colours"), colour_choices())
        self._lay_out()
        self.languages.chosen.connect(self._ask_for)
        self.change.clicked.connect(self._speak_chosen)
        self.sizes.chosen.connect(lambda key: theme.set_percent(int(key)))
        self.colours.chosen.connect(lambda key: theme.set_choice(ThemeChoice(key)))
        theme.changed.connect(self._show)
        self._show()

    def begin(self) -> None:
        """Look for a stick; the rest is known."""
        self.set_up.begin()
        self.ready.emit()

    def skip_words(self) -> str:
        """Return nothing: all of it holds as it is shown."""
        return ""

    def skip(self) -> None:
        """Go on with what is shown."""
        self.done.emit()

    def go_on(self) -> None:
        """Go on with what is shown."""
        self.done.emit()

    def left(self) -> None:
        """Give the way to begin with a stick back: what it did can be taken back later."""
        self.set_up.go_home()

    def _show(self) -> None:
        self.sizes.set_current(str(self._theme.percent))
        self.colours.set_current(self._theme.choice.value)

    def _ask_for(self, wanted: str) -> None:
        """Offer to speak another language: by keys one passes through all of them, so that a press alone says which."""
        # Translators: {language} is a language as it calls itself, e.g. "English (UK)"
        self.change.set_words(_("Change to {language}").format(language=LANGUAGE_NAMES[wanted]))
        self.change.setVisible(wanted != current_locale())

    def _speak_chosen(self) -> None:
        """Have the window open anew, at this step."""
        change_language(self._remembered, self._speak, self.languages.current, in_first_steps=True)

    def _lay_out(self) -> None:
        theme = self._theme
        column = Column(theme, gap=16, parent=self)
        column.addWidget(self.set_up)
        for words, group in (
            (_("Language"), self.languages),
            (_("Text size"), self.sizes),
            (_("Colours"), self.colours),
        ):
            part = Column(theme, gap=8)
            part.addWidget(PlainLabel(words, role=TypeRole.HEADING))
            part.addWidget(group)
            if group is self.languages:
                part.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeading)
            column.addLayout(part)
        safe = _("Nothing about you leaves it unless you send or print it yourself.")
        column.addWidget(Callout(theme, Tone.INFO, Icon.LOCK, _("What you write stays on this computer."), safe))
        instead = Column(theme, gap=4)
        for way in (self.set_up.choose, self.backup):
            instead.addWidget(way, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(instead)


def _spoken(tags: Sequence[str]) -> str:
    """Return which of some languages is spoken now, or the nearest to it."""
    here = current_locale()
    return here if here in tags else next((tag for tag in tags if tag.startswith(current_language())), tags[0])


def _sizes() -> list[ChipChoice]:
    # Translators: {percent} is a text size, 100 to 200
    return [ChipChoice(key=str(step), text=_("{percent}%").format(percent=step)) for step in STEPS]
