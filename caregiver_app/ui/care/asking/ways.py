"""What the menu of open care notes offers for sending to somebody one trusts: each way from its start to its end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.care.asking.files import ask_where, ask_which, read_file, save_file
from caregiver_app.ui.care.asking.left_drawer import LeftDrawer
from caregiver_app.ui.care.asking.left_one_drawer import LeftOneDrawer
from caregiver_app.ui.care.asking.left_read import Left
from caregiver_app.ui.care.asking.people_ways import PeopleWays
from caregiver_app.ui.care.asking.preview_drawer import PreviewDrawer
from caregiver_app.ui.care.asking.send_drawer import Chosen, HalfDone, SendDrawer
from caregiver_app.ui.care.attached.dropping import FileDrop
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.menu import Action
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.vault.letters.file import KEY_NAME, REQUEST_NAME

if TYPE_CHECKING:
    from caregiver_app.vault.exchange.composing import AskDraft, AskId
    from caregiver_app.vault.exchange.landing import Landed
    from caregiver_app.vault.exchange.store import TakenIn
    from caregiver_app.vault.store import Vault

_QUESTIONS = "questions"
_KIND = "asking"
_NOTICE_SHOWN = 200


class AskWays(QObject):
    """Goes with the body of one unlock."""

    def __init__(self, desk: CareDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._half_done: HalfDone | None = None
        self.keys = PeopleWays(desk, parent)
        self.drop = FileDrop(parent)
        self.drop.dropped.connect(self.take_dropped)

    def options(self) -> tuple[Option[Action], ...]:
        """Return what the menu offers."""
        return (
            Option(value=self.send, text=_("Send to someone I trust"), icon=Icon.MAIL),
            Option(value=self.take_in, text=_("Open a file they sent me"), icon=Icon.DOWNLOAD),
            Option(value=self.people, text=_("People I trust"), icon=Icon.PERSON),
            Option(value=self.left, text=_("What left these notes"), icon=Icon.HISTORY),
        )

    def send(self) -> SendDrawer:
        """Open the drawer in which is chosen what goes."""
        drawer = SendDrawer(self._desk, self._half_done)
        drawer.wanted.connect(partial(self._compose, drawer))
        drawer.key_wanted.connect(self.people)
        self._desk.overlay.open_drawer(drawer).closed.connect(partial(self._keep, drawer))
        return drawer

    def people(self) -> None:
        """Open the drawer with people's keys."""
        self.keys.open()

    def left(self) -> LeftDrawer:
        """Open the list of what left these notes."""
        drawer = LeftDrawer(self._desk)
        drawer.picked.connect(self.open_left)
        self._desk.overlay.open_drawer(drawer)
        return drawer

    def open_left(self, left: Left) -> LeftOneDrawer:
        """Open one thing that left."""
        drawer = LeftOneDrawer(self._desk, left)
        drawer.back.connect(self.left)
        if left.asked is not None:
            drawer.again.connect(partial(self._ask_where_again, drawer, left.asked.id))
        self._desk.overlay.open_drawer(drawer)
        return drawer

    def take_in(self) -> None:
        """Ask for a file that somebody sent, and take it in."""
        ask_which(self._window, _("Open a file they sent me"), self.take_in_from)

    def take_in_from(self, path: Path) -> None:
        """Take in a file: an answer lands beside its questions, a request is kept for who answers it."""
        at = self._desk.clock.now()
        self._desk.ask(self, lambda vault: vault.exchange.take_in(read_file(path), at=at), self._taken_in)

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Take in a file that was let fall onto the notes: questions, an answer, or somebody's key."""
        if len(paths) != 1:
            self._desk.say(_("Let one file fall here at a time."), icon=Icon.QUESTION, kind=_KIND)
        elif paths[0].suffix.casefold() == Path(KEY_NAME).suffix:
            self.keys.add_from(paths[0])
        else:
            self.take_in_from(paths[0])

    def save_request(self, draft: AskDraft, path: Path) -> None:
        """Write a request down, and save its file."""
        at = self._desk.clock.now()

        def send(vault: Vault) -> bytes:
            return vault.exchange.asking.send(draft, at=at).data

        def sent(data: bytes) -> None:
            self._half_done = None
            self._write(path, data)

        self._desk.ask(self, send, sent)

    def save_again(self, ask_id: AskId, why: str, path: Path) -> None:
        """Save the file of a request once more; that it left is written down again."""
        at = self._desk.clock.now()

        def again(vault: Vault) -> bytes:
            return vault.exchange.asking.again(ask_id, why, at=at).data

        self._desk.ask(self, again, partial(self._write, path))

    def _ask_where_again(self, drawer: LeftOneDrawer, ask_id: AskId, why: str) -> None:
        ask_where(drawer, _("Save the file again"), REQUEST_NAME, partial(self.save_again, ask_id, why))

    def _write(self, path: Path, data: bytes) -> None:
        """Write a file of what is written down already; where that fails, lead to where it is saved again."""

        def failed(_error: BaseException) -> None:
            self.left()

        care = self._desk.access.care
        self._desk.ask(
            self, lambda vault: save_file(care.with_files(vault).paths, path, data), self._saved, failed=failed
        )

    def _saved(self, _none: None) -> None:
        self._desk.overlay.close_panel()
        self._desk.say(_("The file is saved. It is on its way only when you send it yourself."), kind=_KIND)
        self._desk.changed.emit()

    def _keep(self, drawer: SendDrawer) -> None:
        """Keep what was ticked and typed until it went, or until the lock."""
        if self._desk.access.is_open:
            self._half_done = drawer.half_done() or self._half_done

    def _compose(self, drawer: SendDrawer, chosen: Chosen) -> None:
        at = self._desk.clock.now()

        def compose(vault: Vault) -> tuple[AskDraft, str]:
            draft = vault.exchange.asking.compose(chosen.wishes, questions=chosen.questions, notes=chosen.notes, at=at)
            return draft, vault.exchange.correspondents.get(chosen.wishes.to).name

        self._desk.access.ask(self, compose, lambda made: self._preview(*made), failed=drawer.refuse)

    def _preview(self, draft: AskDraft, name: str) -> None:
        from caregiver_app.vault.exchange.shown import shown_request

        drawer = PreviewDrawer(self._desk, shown_request(draft.body), name)
        drawer.back.connect(self.send)
        drawer.saved.connect(
            lambda: ask_where(self._window, _("Save the file"), REQUEST_NAME, partial(self.save_request, draft))
        )
        self._desk.overlay.open_drawer(drawer)
        drawer.begin()

    def _taken_in(self, came: TakenIn) -> None:
        self._desk.overlay.close_panel()
        self._desk.changed.emit()
        if came.landed is not None:
            self._landed(came.landed)
        if came.received is not None:
            self._desk.say(_("These are questions to you. They are kept in your care notes."), kind=_KIND)
            self._desk.open(_QUESTIONS, -came.received)  # its tab shows what others asked too

    def _landed(self, landed: Landed) -> None:
        count = len(landed.question_ids)
        said = []
        if count:
            words = ngettext("{count} answer came from {name}.", "{count} answers came from {name}.", count)
            said.append(words.format(count=format_number(count), name=landed.by_whom))
        if landed.gone:
            words = ngettext(
                "{count} answer is to a question that you deleted.",
                "{count} answers are to questions that you deleted.",
                landed.gone,
            )
            said.append(words.format(count=format_number(landed.gone)))
        said.append(shorten(landed.notice, _NOTICE_SHOWN))
        self._desk.say(" ".join(said), icon=Icon.MAIL, kind=_KIND)
        if landed.question_ids:
            self._desk.open(_QUESTIONS, landed.question_ids[0])
