"""The pages of the library that a record speaks of: listed by title even when they are gone, added, taken away.

They are known to the notes only.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk, CareDone
from caregiver_app.ui.care.library_pages import LibraryPage
from caregiver_app.ui.care.parts.record_rows import RecordRow, RecordRows
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.option_list import Option, OptionList
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.citations import Citation
from caregiver_app.vault.store import Vault

_REST_MS = 200


class CitationsPart(QWidget):
    """The citations of one record. `show_citations` paints what was read with the record."""

    def __init__(self, desk: CareDesk, kind: str, record_id: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind, self._id = kind, record_id
        self.setAccessibleName(_("Pages from the library"))
        self.add = Button(desk.theme, _("Add a page from the library"), kind=ButtonKind.QUIET, icon=Icon.LIBRARY)
        self.add.clicked.connect(self._open_drawer)
        self.rows = RecordRows(desk.theme, _("Pages from the library"), self._row, fallback=self._focus_add)
        column = Column(desk.theme, gap=8, parent=self)
        column.addWidget(PlainLabel(_("Pages from the library"), role=TypeRole.STRONG))
        column.addWidget(self.rows)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        if desk.pages is None:
            self.add.setVisible(False)

    def show_citations(self, citations: tuple[Citation, ...], *, kept: bool = False) -> None:
        """Show what is cited; `kept` leaves out what would change it."""
        self.rows.show_rows([(one.id, (one, kept)) for one in citations])
        self.rows.setVisible(bool(citations))
        self.add.setVisible(self._desk.pages is not None and not kept)

    def _row(self, value: tuple[Citation, bool]) -> RecordRow:
        citation, kept = value
        theme = self._desk.theme
        row = RecordRow(theme, citation.title)
        row.add_line(citation.address)
        opens = Button(
            theme,
            _("Open the page"),
            kind=ButtonKind.QUIET,
            icon=Icon.LIBRARY,
            name=_("Open the page: {title}").format(title=citation.title),
        )
        opens.clicked.connect(lambda: self._open(citation))
        row.add_button(opens)
        if not kept:
            row.add_button(self._remove_button(citation))
        return row

    def _remove_button(self, citation: Citation) -> Button:
        remove = Button(
            self._desk.theme,
            _("Take away"),
            kind=ButtonKind.QUIET,
            icon=Icon.TRASH,
            name=_("Take away: {title}").format(title=citation.title),
        )
        remove.clicked.connect(lambda: self._remove(citation))
        return remove

    def _open(self, citation: Citation) -> None:
        if self._desk.pages is not None:
            self._desk.pages.open(self, citation.library_uid, self._say_gone)

    def _say_gone(self) -> None:
        self._desk.say(_("This page is no longer in the library. Its title stays here."), icon=Icon.INFO)

    def _remove(self, citation: Citation) -> None:
        step = partial(_take_away, citation=citation, at=self._desk.clock.now())
        self._desk.do(step, kind="citation")

    def _open_drawer(self) -> None:
        drawer = CiteDrawer(self._desk)
        drawer.chosen.connect(self._cite)
        self._desk.overlay.open_drawer(drawer)
        drawer.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cite(self, page: LibraryPage) -> None:
        self._desk.overlay.close_panel()
        step = partial(_cite, kind=self._kind, record_id=self._id, page=page, at=self._desk.clock.now())
        self._desk.do(step, kind="citation")

    def _focus_add(self) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)


class CiteDrawer(Drawer):
    """Finds a page of the library. `chosen` carries the `LibraryPage`."""

    chosen = Signal(object)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Add a page from the library"), parent=parent)
        self._desk = desk
        self.words = PrivateLine()
        self.said = PlainLabel(ink="text-2", wrap=True)
        self.list = OptionList(desk.theme, _("Pages"), (), ring=desk.ring)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)
        hint = _("The library is searched on this computer. It does not learn that you use the page here.")
        self.body.addWidget(Field(desk.theme, _("Words in the page"), self.words, hint=hint))
        self.body.addWidget(self.said)
        self.body.addWidget(self.list)
        self.words.textChanged.connect(lambda _text: self._rest.start())
        self.words.returnPressed.connect(self._ask)
        self.list.chosen.connect(self.chosen)
        self._ask()

    def _ask(self) -> None:
        self._rest.stop()
        if self._desk.pages is not None:
            self._desk.pages.find(self, self.words.text(), self._show)

    def _show(self, pages: tuple[LibraryPage, ...]) -> None:
        self.list.show_options([_option(page) for page in pages], fit=True)
        self.list.setVisible(bool(pages))
        typed = self.words.text().strip()
        nothing = _("Nothing found. Try a shorter word.") if typed else _("There are no pages in the library yet.")
        self.said.setText("" if pages else nothing)
        self.said.setVisible(not pages)


def _option(page: LibraryPage) -> Option[LibraryPage]:
    spoken = f"{page.title}. {page.publisher}" if page.publisher else page.title
    return Option(value=page, text=page.title, end=page.publisher, icon=Icon.LIBRARY, spoken=spoken)


def _cite(vault: Vault, *, kind: str, record_id: int, page: LibraryPage, at: Millis) -> CareDone | None:
    undo = vault.citations.add(kind, record_id, library_uid=page.uid, title=page.title, address=page.address, at=at)
    return CareDone(text=_("Added the page."), undo=undo, icon=Icon.LIBRARY) if undo else None


def _take_away(vault: Vault, *, citation: Citation, at: Millis) -> CareDone:
    undo = vault.citations.remove(citation.id, at=at)
    return CareDone(text=_("Took the page away from here."), undo=undo, icon=Icon.TRASH)
