"""Takes things of the library into a pack: a search over pages, organisations or sources; a press takes one in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.links.tokens import shown_title
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.search_field import SearchField
from caregiver_app.ui.studio.contents.work import Takeable
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.plain import PlainLabel

PAGES, ORGANISATIONS, SOURCES = "pages", "organisations", "sources"
_ROWS = 8


class TakeDrawer(Drawer):
    """`asked` carries what is searched (the kind, the words, whether they are complete), `taken` a `Takeable`."""

    asked = Signal(str, str, bool)
    taken = Signal(object)

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Take from your library"), parent=parent)
        self._found: tuple[Takeable, ...] = ()
        theme = desk.theme
        self.kinds = ChipGroup(theme, _("What to take"), _choices())
        self.search = SearchField(theme, _("Search your library"))
        self.list = LineList(theme, _("What was found"), ring=desk.ring, rows=_ROWS)
        self._said = PlainLabel(wrap=True)
        self._none = PlainLabel(ink="text-2", wrap=True)
        hint = PlainLabel(_("Press what is to come in. Your own check of it comes along."), ink="text-2", wrap=True)
        for part in (hint, self.kinds, self.search, self._said, self._none, self.list):
            self.body.addWidget(part)
        self._said.setVisible(False)
        self._none.setVisible(False)
        self.kinds.chosen.connect(lambda _key: self.ask_again())
        self.search.asked.connect(lambda words, complete: self.asked.emit(self.kinds.current, words.strip(), complete))
        self.list.opened.connect(self._take)
        self.setFocusProxy(self.search)

    def ask_again(self) -> None:
        """Search once more for what stands in the field."""
        self.asked.emit(self.kinds.current, self.search.text().strip(), True)

    def show_found(self, found: Sequence[Takeable]) -> None:
        """Show what was found; what is in the pack already says so."""
        self._found = tuple(found)
        self.list.show_lines([_line(number, each) for number, each in enumerate(self._found)])
        self.list.setVisible(bool(found))
        words = self.search.text().strip()
        none = (
            _("Nothing found for “{words}”. Try a shorter word.").format(words=words) if words else _("Nothing here.")
        )
        self._none.setText("" if found else none)
        self._none.setVisible(not found)

    def say(self, words: str) -> None:
        """Say what came of the last press."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        announce(words)

    def _take(self, line: Line) -> None:
        self.taken.emit(self._found[int(line.key)])


def _choices() -> tuple[ChipChoice, ...]:
    return (
        ChipChoice(key=PAGES, text=_("Web pages")),
        ChipChoice(key=ORGANISATIONS, text=_("Organisations")),
        ChipChoice(key=SOURCES, text=_("Sources")),
    )


def _line(number: int, each: Takeable) -> Line:
    pill = PillLook(text=_("In the pack"), tone=Tone.OK, icon=Icon.CHECK) if each.there else None
    return Line(key=str(number), title=shown_title(each.title), facts=each.facts, pill=pill)
