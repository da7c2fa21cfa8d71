"""The language of the window: chosen, then changed by a button, since the window opens anew for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.catalogues import LANGUAGE_NAMES
from caregiver_app.support.i18n import as_beginning, current_locale, speaks
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.speaking import SpeakWish, change_language, computer_language, shown_name
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

COMPUTER = "computer"


class LanguageCard(Card):
    """`between` is given the wish for another window."""

    def __init__(
        self,
        theme: Theme,
        remembered: Remembered,
        messages: Messages,
        between: Callable[[SpeakWish], object],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _("Language"), parent=parent)
        self._remembered = remembered
        self._messages = messages
        self._kept = _tag_kept(remembered)
        self._tags = _tags(self._kept)
        self.languages = ChipGroup(theme, _("Language"), _choices(self._tags))
        self.change = Button(theme, "", kind=ButtonKind.MAIN)
        self.body.addWidget(self.languages)
        self._computer = PlainLabel("", ink="text-2", wrap=True)
        self.body.addWidget(self._computer)
        self.body.addWidget(self._made_asking(theme))
        self.languages.chosen.connect(self._choose)
        self.change.clicked.connect(lambda: change_language(remembered, between, self._chosen))
        remembered.changed.connect(self._look)
        self._show()

    @property
    def _chosen(self) -> str:
        return "" if self.languages.current == COMPUTER else self.languages.current

    def _made_asking(self, theme: Theme) -> QWidget:
        self._asking = QWidget()
        column = Column(theme, gap=10, parent=self._asking)
        words = _("The window opens again in that language. Care notes are locked then. What you are writing is kept.")
        column.addWidget(PlainLabel(words, wrap=True))
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeading)
        return self._asking

    def _look(self) -> None:
        """Show what is kept where that is another language now: a choice that waits for its button stays."""
        kept = _tag_kept(self._remembered)
        if kept != self._kept:
            self._kept = kept
            self._show()

    def _show(self) -> None:
        self.languages.set_current(self._kept if self._kept in self._tags else COMPUTER)
        self._ask_for(current_locale())
        # Translators: {language} is a language as it calls itself, e.g. "English (UK)"
        words = _("Your computer asks for {language}.").format(language=shown_name(computer_language()))
        self._computer.setText(words)

    def _choose(self, key: str) -> None:
        wanted = computer_language() if key == COMPUTER else key
        self._ask_for(wanted)
        if wanted == current_locale():
            self._put(self._chosen)

    def _ask_for(self, wanted: str) -> None:
        self._asking.setVisible(wanted != current_locale())
        # Translators: {language} is a language as it calls itself, e.g. "English (UK)"
        self.change.set_words(_("Change to {language}").format(language=shown_name(wanted)))

    def _put(self, after: str) -> None:
        """Keep a choice that changes nothing now, such as the language that the computer asks for anyway."""
        before = self._remembered.settings.language
        if before == after:
            return

        def put(value: str) -> None:
            self._remembered.change(lambda settings: replace(settings, language=value))

        put(after)
        text = _("The language follows your computer.") if not after else _("This language stays.")
        self._messages.did(
            UndoStep(text=text, undo=lambda: put(before), redo=lambda: put(after)), icon=Icon.SETTINGS, kind="language"
        )


def _tag_kept(remembered: Remembered) -> str:
    """Return the language that is kept and that the window can speak, "" for that of this computer."""
    kept = remembered.settings.language.replace("_", "-")
    return kept if speaks(kept) else ""


def _tags(kept: str) -> tuple[str, ...]:
    """Return what can be chosen; also what is kept, which a set-up file may name without a country, e.g. "es"."""
    tags = tuple(tag for tag in LANGUAGE_NAMES if speaks(tag))
    return (*tags, kept) if kept and kept not in tags else tags


def _choices(tags: Sequence[str]) -> list[ChipChoice]:
    own = [ChipChoice(key=tag, text=as_beginning(shown_name(tag))) for tag in tags]
    return [ChipChoice(key=COMPUTER, text=_("Follow my computer")), *own]
