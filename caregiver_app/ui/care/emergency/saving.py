"""Keeps what is typed into a form by itself, a moment after each pause; one step to undo for each field that was left.

What is not kept yet is a draft all the while: a lock or a crash brings it back with its cursor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from caregiver_app.model.errors import RecordRefused
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk, CareDone
from caregiver_app.ui.care.drafting import NOTHING, Written
from caregiver_app.ui.care.emergency.answer import Answer, write_answer
from caregiver_app.ui.care.emergency.fact_field import FactField
from caregiver_app.ui.care.parts.refusing import refusal_words
from caregiver_app.vault.changes.undoing import Undo, joined
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault

PAUSE_MS = 400
"""Shorter than the pause of drafts: what was kept by then is none."""


@dataclass(slots=True, kw_only=True)
class _Watched:
    """`sent` is how the field stood when it was last given to be kept, `undos` what takes that back.

    `is_pending`: something was given to be kept for which no undo was offered yet.
    """

    place: FactField
    sent: tuple[str, bool] = field(repr=False)
    sent_at: int = 0
    is_pending: bool = False
    undos: list[Undo] = field(default_factory=list, repr=False)


class FactSaving(QObject):
    """`kept` comes with everything that was kept. End it with `finish`."""

    kept = Signal()

    def __init__(self, desk: CareDesk, person_id: PersonId, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._person_id = person_id
        self._watched: dict[str, _Watched] = {}
        self._count = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.save_now)

    @property
    def count(self) -> int:
        """How often something was given to be kept: an answer of the notes that was asked before is older."""
        return self._count

    def watch(self, fields: Sequence[FactField]) -> FactField | None:
        """Keep what is typed into these; return the field into which something came back that was not kept."""
        back = None
        for each in fields:
            self._watched[each.name] = _Watched(place=each, sent=each.typed)
            each.touched.connect(self._pause.start)
            each.left.connect(partial(self._left, each.name))
            came_back = self._desk.drafts.follow_form(
                self._place(each.name),
                capture=partial(self._unsaved, each.name),
                restore=each.restore,
                changed=each.touched,
            )
            back = each if came_back else back
        return back

    def is_newer(self, name: str, count: int) -> bool:
        """Return whether a field says more than the notes did when `count` was taken."""
        watched = self._watched[name]
        return watched.sent_at > count or watched.place.typed != watched.sent

    def took(self, name: str) -> None:
        """Take what a field shows now as what is kept: it was just read."""
        self._watched[name].sent = self._watched[name].place.typed

    def save_now(self) -> None:
        """Give everything to be kept that can be; what needs mending is told once its field is left."""
        for name in self._watched:
            self._save(name, tell=False)

    def finish(self) -> None:
        """Keep everything and watch no longer: the fields go."""
        self._pause.stop()
        for name in self._watched:
            self._left(name, tell=False)
            self._desk.drafts.leave(self._place(name))
        self._watched.clear()

    def _left(self, name: str, *, tell: bool = True) -> None:
        watched = self._watched.get(name)
        if watched is None:
            return
        self._save(name, tell=tell)
        if not watched.is_pending:
            return
        watched.is_pending = False
        undos, watched.undos = watched.undos, []
        words = _("Kept: {field}").format(field=watched.place.label)

        def step(_vault: Vault) -> CareDone | None:
            undo = joined(undos)
            return CareDone(text=words, undo=undo) if undo else None

        self._desk.do(step, kind="fact")

    def _save(self, name: str, *, tell: bool) -> None:
        watched = self._watched[name]
        typed = watched.place.typed
        if typed == watched.sent:
            return
        try:
            answer = watched.place.answer()
        except RecordRefused as error:
            if tell:
                watched.place.refuse(refusal_words(error))
            return
        before, watched.sent = watched.sent, typed
        self._count += 1
        watched.sent_at, watched.is_pending = self._count, True
        self._write(watched, answer, before)

    def _write(self, watched: _Watched, answer: Answer, before: tuple[str, bool]) -> None:
        name, person_id, at, undos = watched.place.name, self._person_id, self._desk.clock.now(), watched.undos

        def work(vault: Vault) -> None:
            undos.append(write_answer(vault, person_id, name, answer, at=at))

        def failed(_error: BaseException) -> None:
            watched.sent = before  # it is typed still, and a draft

        self._desk.ask(self, work, lambda _none: self.kept.emit(), failed=failed)

    def _unsaved(self, name: str) -> Written:
        watched = self._watched[name]
        return NOTHING if watched.place.typed == watched.sent else watched.place.capture()

    def _place(self, name: str) -> str:
        return f"fact/{self._person_id}/{name}"
