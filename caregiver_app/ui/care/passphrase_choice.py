"""Choosing a passphrase: typed, or made of five plain words; how hard it is to guess is said in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.passphrase import Judged, Strength
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.passphrases import strength_word, tip_sentence
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.care.private_fields import keep_copies_private
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import Figure, PlainLabel

_REST_MS = 300
_LOOKS = {
    Strength.EASY: (Tone.WARN, Icon.ALERT),
    Strength.GOOD: (Tone.INFO, Icon.CHECK),
    Strength.STRONG: (Tone.OK, Icon.CHECK),
}


T = TypeVar("T")


class Apart(Protocol):
    """Has slow work done outside the window's thread."""

    def apart(
        self, owner: QObject, work: Callable[[], T], done: Callable[[T], None], *, key: str | None = None
    ) -> None:
        """Have `work` done and its answer given to `done`; with `key` an older question of that kind is dropped."""
        ...


class PassphraseChoice(QWidget):
    """`entered` comes with Enter. `family` returns names that are easy to guess here."""

    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        access: Apart,
        label: str,
        *,
        family: Callable[[], Sequence[str]] = tuple,
        rest_ms: int = _REST_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._access = access
        self._family = family
        hint = _("Long is better than strange. Spaces are allowed. You can paste one.")
        self.field = PassphraseField(theme, label, hint=hint)
        self.make = Button(theme, _("Make one for me"), icon=Icon.REFRESH)
        self.made = Figure(role=TypeRole.TITLE, wrap=True, selectable=True)
        self.made.setAccessibleName(_("The words that were made"))
        keep_copies_private(self.made)
        self.made_hint = PlainLabel(
            _("Say it aloud three times. Write it down for today if you like, and keep it away from the computer."),
            ink="text-2",
            wrap=True,
        )
        self.strength = Pill(theme, "")
        self.tip = PlainLabel(ink="text-2", wrap=True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._judge)
        self.field.line.textChanged.connect(self._typed)
        self.field.entered.connect(self.entered)
        self.make.clicked.connect(self._suggest)
        self._lay_out(theme)
        self._show_made("")
        self._show(None)

    def text(self) -> str:
        """Return what was typed or made."""
        return self.field.text()

    def take(self, done: Callable[[str], None]) -> None:
        """Give the passphrase to `done` if it is hard enough to guess; else say what would make it better."""
        typed = self.text()
        if not typed.strip():
            self.field.refuse(_("Type a passphrase, or press Make one for me."))
            return

        def judged(found: Judged) -> None:
            if found.accepted:
                done(typed)
            else:
                self.field.refuse(" ".join((f"{strength_word(found.strength)}.", tip_sentence(found.tip))))

        self._ask(typed, judged, key=None)

    def clear(self) -> None:
        """Forget what was typed and made."""
        self._rest.stop()
        self.field.clear()
        self._show_made("")
        self._show(None)

    def _typed(self, text: str) -> None:
        if text != self.made.text():
            self._show_made("")
        if text:
            self._rest.start()
        else:
            self._rest.stop()
            self._show(None)

    def _judge(self) -> None:
        typed = self.text()
        if typed:
            self._ask(typed, lambda found: self._show(found) if typed == self.text() else None, key="judge")

    def _ask(self, typed: str, done: Callable[[Judged], None], *, key: str | None) -> None:
        family = tuple(self._family())

        def work() -> Judged:
            from caregiver_app.vault.keys.passphrases import judge

            return judge(typed, family)

        self._access.apart(self, work, done, key=key)

    def _suggest(self) -> None:
        def work() -> str:
            from caregiver_app.vault.keys.passphrases import suggest

            return suggest()

        self._access.apart(self, work, self._take_made, key="suggest")

    def _take_made(self, made: str) -> None:
        self._show_made(made)
        self.field.line.setText(made)
        announce(made)

    def _show_made(self, made: str) -> None:
        self.made.setText(made)
        for label in (self.made, self.made_hint):
            label.setVisible(bool(made))

    def _show(self, found: Judged | None) -> None:
        tip = "" if found is None else tip_sentence(found.tip)
        if found is not None:
            tone, icon = _LOOKS[found.strength]
            self.strength.set_look(PillLook(text=strength_word(found.strength), tone=tone, icon=icon))
        self.strength.setVisible(found is not None)
        self.tip.setText(tip)
        self.tip.setVisible(bool(tip))
        if found is not None:
            announce(f"{strength_word(found.strength)}. {tip}")

    def _lay_out(self, theme: Theme) -> None:
        column = Column(theme, gap=10, parent=self)
        column.addWidget(self.field)
        line = QWidget()
        flow = Flow(theme, gap=12, parent=line)
        flow.addWidget(self.make)
        flow.addWidget(self.strength)
        column.addWidget(line)
        for widget in (self.tip, self.made, self.made_hint):
            column.addWidget(widget)
