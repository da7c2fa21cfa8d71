"""The works of others: each with its licence, and below the list the words of the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.support.works import Work
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel

_ROWS_ALONE, _ROWS_ABOVE_WORDS = 9, 3
_TEXT_LINES = 14


class WorksDrawer(Drawer):
    """`work_asked` carries the `Work` whose words are wanted."""

    work_asked = Signal(object)

    def __init__(
        self, theme: Theme, works: Sequence[Work], *, ring: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Works of others"), parent=parent)
        self._theme = theme
        self._works = {work.text: work for work in works}
        about = _("Caregiver is made of these too. Choose one to read its licence, in the words of those who gave it.")
        self.body.addWidget(PlainLabel(about, wrap=True))
        self.list = LineList(theme, pgettext("programs and fonts", "Works"), ring=ring, rows=_ROWS_ALONE)
        self.list.show_lines([_line(work) for work in works])
        self.list.picked.connect(lambda line: self.work_asked.emit(self._works[line.key]))
        self.body.addWidget(self.list)
        self.heading = PlainLabel("", role=TypeRole.HEADING, wrap=True)
        self.body.addWidget(self.heading)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        set_look(self.text, kind="read")
        self.body.addWidget(self.text)
        theme.changed.connect(self._resize)
        self._resize()
        self._show_text_parts(shown=False)

    def show_words(self, work: Work, words: str) -> None:
        """Show the words of a work, from their beginning."""
        self.heading.setText(f"{_said(work.name)} {work.version}".strip())
        # Translators: the name of a program or font, such as "Licence of numpy".
        self.text.setAccessibleName(_("Licence of {work}").format(work=_said(work.name)))
        self.text.setPlainText(words)
        self._show_text_parts(shown=True)
        self.list.set_rows(_ROWS_ABOVE_WORDS)

    def _show_text_parts(self, *, shown: bool) -> None:
        self.heading.setVisible(shown)
        self.text.setVisible(shown)

    def _resize(self) -> None:
        self.text.setFixedHeight(_TEXT_LINES * self._theme.line_height(TypeRole.BODY))


def _line(work: Work) -> Line:
    name, licence = _said(work.name), _said(work.licence)
    if not work.within:
        return Line(key=work.text, title=name, facts=licence)
    # Translators: the licence of a work, and the larger work that it is a part of, such as "Zlib, in typst".
    facts = _("{licence}, in {other}").format(licence=licence, other=_said(work.within))
    return Line(key=work.text, title=name, facts=facts)


def _said(word: str) -> str:
    """Return names as they are given, and the few words of our own among them in the language of the window."""
    words = {
        "qt-parts": _("What Qt is made of"),
        "common-licences": _("Words of common licences"),
        "public-domain": _("Public domain"),
        "frozen": _("the builds that need no Python"),
    }
    return words.get(word, word)
