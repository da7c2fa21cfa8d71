"""How a pack is begun: its name, who makes it, what it is about, and a list to fill it from where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.model.organisation import Topic
from caregiver_app.model.pack_problem import PackProblem
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.pack_problems import problem_words
from caregiver_app.ui.studio.the_pack.topic_boxes import TopicBoxes
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.packs.starting import NewPack

_EVERYWHERE = "INT"


class BeginDrawer(Drawer):
    """`wanted` carries a `NewPack` and the list it is filled from, None where it begins empty.

    `list_wanted` asks for a list to be chosen.
    """

    wanted = Signal(object, object)
    list_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        topics: Sequence[Topic],
        *,
        language: str,
        country: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _("Begin a pack"), parent=parent)
        self.list_file: Path | None = None
        self.title = self._edit(200)
        self.publisher = self._edit(200)
        self.language = self._edit(6)
        self.country = self._edit(6)
        self.fields = {
            "title": Field(theme, _("Name of the pack"), self.title, hint=_("What families see.")),
            "publisher": Field(theme, _("Who makes it"), self.publisher, hint=_("What you call yourselves.")),
            "languages": Field(theme, _("Language"), self.language, hint=_("Two letters, like en or es.")),
            "countries": Field(
                theme, _("Country"), self.country, hint=_("Two letters, like GB. Empty means for everywhere.")
            ),
        }
        self.topics = TopicBoxes(theme)
        self.topics.know(topics)
        self.choose_list = Button(theme, _("Fill it from a list"), icon=Icon.UPLOAD)
        self._list_words = PlainLabel(_list_hint(), ink="text-2", wrap=True)
        self.act = Button(theme, _("Choose where to keep it"), kind=ButtonKind.MAIN, icon=Icon.FOLDER)
        self._fill(language, country)

    def show_list(self, path: Path) -> None:
        """Say which list the pack is filled from."""
        self.list_file = path
        # Translators: {file} is the name of a file
        self._list_words.setText(_("It is filled from {file}.").format(file=path.name))

    def show_problems(self, problems: Sequence[PackProblem]) -> None:
        """Say beside each field what is wrong with it."""
        said = {problem.where.partition("[")[0]: problem_words(problem) for problem in reversed(problems)}
        for key, field in self.fields.items():
            field.set_error(said.get(key, said.get("id", "") if key == "title" else ""))
        self.topics.set_error(said.get("topics", ""))

    def _wish(self) -> None:
        if not self._is_whole():
            return
        from caregiver_app.packs.starting import NewPack

        asked: NewPack = NewPack(
            title=" ".join(self.title.text().split()),
            publisher=" ".join(self.publisher.text().split()),
            topics=self.topics.ticked,
            language=self.language.text().strip(),
            country=self.country.text().strip().upper() or _EVERYWHERE,
        )
        self.wanted.emit(asked, self.list_file)

    def _is_whole(self) -> bool:
        """Return whether nothing is missing, with the keyboard at what is."""
        missing = _("This is missing.")
        for edit, key in ((self.title, "title"), (self.publisher, "publisher"), (self.language, "languages")):
            self.fields[key].set_error("")
            if not edit.text().strip():
                self.fields[key].show_error(missing)
                return False
        self.topics.set_error("" if self.topics.ticked else _("Choose at least one."))
        if not self.topics.ticked:
            self.topics.begin()
        return bool(self.topics.ticked)

    def _fill(self, language: str, country: str) -> None:
        self.language.setText(language)
        self.country.setText(country)
        for part in (*self.fields.values(), self.topics):
            self.body.addWidget(part)
        self.body.addWidget(self._list_words)
        self.body.addWidget(self.choose_list)
        self.add_foot(self.act)
        self.setFocusProxy(self.title)
        self.choose_list.clicked.connect(lambda _pressed: self.list_wanted.emit())
        self.act.clicked.connect(lambda _pressed: self._wish())

    def _edit(self, most: int) -> QLineEdit:
        edit = QLineEdit()
        edit.setMaxLength(most)
        return edit


def _list_hint() -> str:
    return _("A pack can begin with a list: a spreadsheet saved as CSV, or sources of another reader (OPML).")
