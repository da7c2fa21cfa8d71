"""Has guard and policy read what is about to leave, with each change of it, and when care notes open or lock."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from caregiver_app.model.card import Draft, Judged, ShareContent, ShareFinding, ToShare
from caregiver_app.model.errors import ShareError, UnknownItem
from caregiver_app.model.guard import UNCHECKED, FindingKind
from caregiver_app.ui.share.basket import Basket
from caregiver_app.ui.share.lane import ShareLane

if TYPE_CHECKING:
    from caregiver_app.bootstrap.sharing import Sharing
    from caregiver_app.library.store import Library

REST_MS = 60
"""Shorter than anybody's pause between two letters that they look up from."""

_NOTHING = Judged(candidates=(), findings=(), content=ShareContent())


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found of a draft, and what of it the library does not hold any more."""

    judged: Judged
    gone: tuple[ToShare, ...] = field(default=())


class Judging(QObject):
    """`judged` carries what was found of the draft as it stands; what was asked before and is out of date is dropped.

    `gone` comes when something left the library, and with it the basket; `refused` carries why a draft is not read.
    """

    judged = Signal(object)
    gone = Signal()
    refused = Signal(object)

    def __init__(self, basket: Basket, lane: ShareLane, parent: QObject) -> None:
        super().__init__(parent)
        self._basket = basket
        self._lane = lane
        self._waits = False
        self._without_notes = False
        self.now = _NOTHING
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.look)
        basket.changed.connect(self._changed)

    @property
    def waits(self) -> bool:
        """True while something was changed that nobody has read yet."""
        return self._waits

    def look(self) -> None:
        """Read the draft anew."""
        self._rest.stop()
        draft = self._basket.draft
        self._waits = True
        self._lane.ask(
            self,
            lambda sharing, library: judge(sharing, library, draft),
            self._take,
            key="share.judge",
            failed=self._failed,
        )

    @property
    def knows_private(self) -> bool:
        """Whether the message holds words of the care notes, or may: what was typed last is not read yet."""
        if self._without_notes or any(one.finding == UNCHECKED for one in self.now.findings):
            return False
        of_message = (one.finding.kind for one in self.now.findings if one.page is None)
        return self._waits or FindingKind.PRIVATE_WORD in of_message

    def look_with_notes(self) -> None:
        """Read the draft anew, by what open care notes know too."""
        self._without_notes = False
        self.look()

    def forget_private(self) -> None:
        """Forget at once what was found by the words of the care notes, and read the rest anew.

        Their key may live for a moment longer than they are shown: what it still finds is not shown.
        """
        self._without_notes = True
        shown = _open_to_all(self.now)
        self.now = replace(shown, content=replace(shown.content, message=self._basket.draft.message))
        self.judged.emit(self.now)
        self._basket.forget_private()
        self.look()

    def _changed(self) -> None:
        self._waits = True
        self._rest.start()

    def _take(self, answer: Answer) -> None:
        self._waits = False
        self.now = _open_to_all(answer.judged) if self._without_notes else answer.judged
        self.judged.emit(self.now)
        if answer.gone:
            self._basket.put_things(one for one in self._basket.draft.things if one not in answer.gone)
            self.gone.emit()

    def _failed(self, error: BaseException) -> bool:
        if isinstance(error, ShareError):
            self.refused.emit(error)
        return isinstance(error, ShareError)


def judge(sharing: Sharing, library: Library, draft: Draft) -> Answer:
    """Return what guard and policy say of a draft; runs in the share's lane.

    Raises:
        ShareError: the message is too long.
        StorageError, VaultError: a file is in the way.
    """
    try:
        return Answer(judged=sharing.judge(library, draft))
    except UnknownItem:
        known = tuple(one for one in draft.things if _is_known(sharing, library, one))
        gone = tuple(one for one in draft.things if one not in known)
        return Answer(judged=sharing.judge(library, replace(draft, things=known)), gone=gone)


def _open_to_all(judged: Judged) -> Judged:
    """Return what is known without the care notes; what their words had found has to be looked for again."""
    others = tuple(one for one in judged.findings if one.finding.kind is not FindingKind.PRIVATE_WORD)
    if len(others) == len(judged.findings):
        return judged
    return replace(judged, findings=(ShareFinding(finding=UNCHECKED), *others))


def _is_known(sharing: Sharing, library: Library, thing: ToShare) -> bool:
    try:
        sharing.candidates(library, (thing,))
    except UnknownItem:
        return False
    return True
