"""The space that whole pages and their pictures take, and may take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sizes import size_words
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer, putting
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.offline import OfflineSpace

USUAL = "usual"
LIMITS = (250_000_000, 500_000_000, 1_000_000_000, 2_000_000_000, 5_000_000_000)
_STEPS = 1_000


class SpaceCard(Card):
    """A bar with words, and the limits to choose from."""

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Whole pages, to read without the internet"), parent=parent)
        self._desk = desk
        self._chosen = USUAL
        self.said = PlainLabel(wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _STEPS)
        self.limits = ChipGroup(desk.theme, _("Use at most"), _choices())
        self._doer: Doer[Library] = Doer(desk, self)
        self._doer.changed.connect(self.refresh)
        self.limits.chosen.connect(self._choose)
        words = _(
            "Each source says whether its whole pages are kept. Alert sources keep them unless you say otherwise."
        )
        self.body.addWidget(self.said)
        self.body.addWidget(self.bar)
        self.body.addWidget(PlainLabel(_("Use at most"), ink="text-2"))
        self.body.addWidget(self.limits)
        self.body.addWidget(PlainLabel(words, ink="text-2", wrap=True))

    def refresh(self) -> None:
        """Ask how much is used."""
        self._desk.ask(self, _space, self._show, key="space")

    def _show(self, found: tuple[OfflineSpace, str]) -> None:
        space, self._chosen = found
        self.said.setText(space_words(space))
        self.bar.setAccessibleName(self.said.text())
        self.bar.setValue(min(_STEPS, round(_STEPS * space.used_bytes / max(1, space.limit_bytes))))
        self.limits.set_current(self._chosen)

    def _choose(self, key: str) -> None:
        before = self._chosen
        if key == before:
            return
        self._chosen = key

        def put(library: Library, value: str) -> None:
            library.offline_copies.set_limit(None if value == USUAL else int(value))

        text = _("Space for whole pages: {limit}.").format(limit=_limit_words(key))
        self._doer.do(putting(text, put, before=before, after=key, icon=Icon.DOWNLOAD), kind="space")


def _space(library: Library) -> tuple[OfflineSpace, str]:
    from caregiver_app.library.offline_copies import LIMIT

    chosen = library.choices.get(LIMIT, 0)
    fitting = next((limit for limit in LIMITS if limit >= chosen), LIMITS[-1])
    return library.offline_copies.space(), str(fitting) if chosen else USUAL


def space_words(space: OfflineSpace) -> str:
    """Return how much is used of how much, and for what."""
    pages = ngettext("{count} page", "{count} pages", space.pages).format(count=format_number(space.pages))
    pictures = ngettext("{count} picture", "{count} pictures", space.pictures)
    used = _("{used} of {limit} used, by {pages} and {pictures}.").format(
        used=size_words(space.used_bytes),
        limit=size_words(space.limit_bytes),
        pages=pages,
        pictures=pictures.format(count=format_number(space.pictures)),
    )
    full = _("It is full: nothing more is kept.")
    return f"{used} {full}" if space.is_full else used


def _choices() -> list[ChipChoice]:
    return [ChipChoice(key=key, text=_limit_words(key)) for key in (USUAL, *map(str, LIMITS))]


def _limit_words(key: str) -> str:
    return _("As is usual") if key == USUAL else size_words(int(key))
