"""What would go out, and what it takes: whose name it is, the passphrase of the keys, perhaps a stick with them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.pack_publishing import Outlook
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.studio.publishing.work import PublishState
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel


class GoingOutPart(Card):
    """`wanted` carries publisher and passphrase, `keys_wanted` asks for a folder of keys."""

    wanted = Signal(str, str)
    keys_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Publish"), parent=parent)
        self.key_folders: tuple[Path, ...] = ()
        self._state = PublishState(channel=None, known=())
        self._version = PlainLabel(wrap=True)
        self._behind = Callout(theme, Tone.WARN, Icon.ALERT, _("The channel is ahead of this folder"), _behind_words())
        self.publishers: ChipGroup | None = None
        self._publishers_shown: tuple[tuple[str, str], ...] = ()
        self.passphrase = PassphraseField(theme, _("Passphrase of your keys"), hint=_("It is not kept."))
        self.keys = Button(theme, _("My keys are on a stick"), icon=Icon.USB)
        self._where = PlainLabel(ink="text-2", wrap=True)
        self.act = Button(theme, _("Sign and publish"), kind=ButtonKind.MAIN, icon=Icon.SHIELD)
        buttons = QWidget()
        flow = Flow(theme, gap=8, parent=buttons)
        flow.addWidget(self.act)
        flow.addWidget(self.keys)
        self._whose = QWidget()
        self._whose_flow = Flow(theme, parent=self._whose)
        for part in (self._version, self._behind, self._whose, self.passphrase, buttons, self._where):
            self.body.addWidget(part)
        self.passphrase.entered.connect(self._ask)
        self.act.clicked.connect(self._ask)
        self.keys.clicked.connect(self.keys_wanted)
        self._show_folders()

    @property
    def publisher(self) -> str:
        """Whose name it goes out under, "" where there is one only."""
        return "" if self.publishers is None else self.publishers.current

    def show_state(self, state: PublishState) -> None:
        """Show what would go out; out of sight while no channel can be signed into."""
        self._state = state
        facts = state.facts
        names = () if facts is None else tuple((each.slug, each.name) for each in facts.publishers)
        if names != self._publishers_shown:
            self._make_publishers(names)
        self._show_outlook()
        self.setVisible(bool(state.outlooks))

    def add_folder(self, folder: Path) -> None:
        """Look for keys in one more folder."""
        self.key_folders = tuple(dict.fromkeys((*self.key_folders, folder)))
        self._show_folders()

    def clear(self) -> None:
        """Forget the passphrase."""
        self.passphrase.clear()

    def _make_publishers(self, names: tuple[tuple[str, str], ...]) -> None:
        self._publishers_shown = names
        before, self.publishers = self.publishers, None
        if before is not None:
            self._whose_flow.removeWidget(before)
            before.hide()
            before.deleteLater()
        if len(names) > 1:
            choices = [ChipChoice(key=slug, text=name) for slug, name in names]
            self.publishers = ChipGroup(self._theme, _("Who publishes this pack"), choices)
            self.publishers.chosen.connect(lambda _key: self._show_outlook())
            self._whose_flow.addWidget(self.publishers)
        self._whose.setVisible(self.publishers is not None)

    def _show_outlook(self) -> None:
        outlooks = self._state.outlooks
        outlook = outlooks.get(self.publisher) or next(iter(outlooks.values()), None)
        self._version.setText("" if outlook is None else _outlook_words(outlook))
        self._behind.setVisible(outlook is not None and outlook.is_behind)

    def _show_folders(self) -> None:
        names = ", ".join(str(folder) for folder in self.key_folders)
        self._where.setText(_("Keys are also looked for in: {folders}").format(folders=names) if names else "")
        self._where.setVisible(bool(names))

    def _ask(self) -> None:
        if self.passphrase.text():
            self.wanted.emit(self.publisher, self.passphrase.text())
        else:
            self.passphrase.refuse(_("Type the passphrase of your keys."))


def _outlook_words(outlook: Outlook) -> str:
    if outlook.offered is None:
        words = _("“{title}” is not in this channel yet. It goes out as version {version}.")
    elif outlook.next_version == outlook.version:
        words = _("“{title}” goes out as version {version}. Families have version {offered} now.")
    else:
        words = _(
            "Families have version {offered} of “{title}”. If anything in it changed, it goes out as version "
            "{version}, dated today. If not, only the date is renewed until which families can be sure of it."
        )
    return words.format(title=outlook.title, version=outlook.next_version, offered=outlook.offered)


def _behind_words() -> str:
    return _("Somebody may have published a newer version from another folder. What it brought would be gone.")
