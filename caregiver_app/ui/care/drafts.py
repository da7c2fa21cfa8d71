"""Saves what is being written a moment after each pause, gives it back where it was, and hands it over at the lock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QPlainTextEdit
from shiboken6 import isValid

from caregiver_app.ui.care.access import CareAccess
from caregiver_app.ui.care.drafting import Draft, DraftBody, save_drafts

PAUSE_MS = 600
"""So long the fingers rest before what was typed is saved; with the time of saving it stays under a second."""

_TEXT, _CURSOR = "text", "cursor"


@dataclass(slots=True, kw_only=True)
class _Followed:
    capture: Callable[[], DraftBody]
    saved: DraftBody


class Drafts(QObject):
    """What is written in all places that follow. `saved` carries the place; `failed` what went wrong in saving."""

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, access: CareAccess, parent: QObject | None = None, *, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self._access = access
        self._waiting: dict[str, DraftBody] = {}
        self._followed: dict[str, _Followed] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self.save_now)
        access.collect_drafts_with(self._changed)

    def put_back(self, drafts: dict[str, DraftBody]) -> None:
        """Take what was saved before the notes were opened; it waits for its places to follow again."""
        self._followed.clear()
        self._waiting = dict(drafts)

    def forget(self) -> None:
        """Hold no word any more."""
        self._pause.stop()
        self._followed.clear()
        self._waiting.clear()

    def waiting(self, start: str) -> tuple[str, ...]:
        """Return the places that begin so and have something written that nobody has taken back yet."""
        return tuple(place for place in self._waiting if place.startswith(start))

    def follow(self, place: str, edit: QPlainTextEdit) -> bool:
        """Save what is typed into `edit`; return whether something came back into it, with its cursor."""

        def capture() -> DraftBody:
            text = edit.toPlainText() if isValid(edit) else ""
            return {_TEXT: text, _CURSOR: edit.textCursor().position()} if text.strip() else {}

        def restore(body: DraftBody) -> None:
            edit.setPlainText(str(body.get(_TEXT, "")))
            cursor = edit.textCursor()
            position = body.get(_CURSOR)
            end = len(edit.toPlainText())
            cursor.setPosition(min(position, end) if isinstance(position, int) and position >= 0 else end)
            edit.setTextCursor(cursor)

        return self.follow_form(place, capture=capture, restore=restore, changed=edit.textChanged)

    def follow_form(
        self,
        place: str,
        *,
        capture: Callable[[], DraftBody],
        restore: Callable[[DraftBody], None],
        changed: SignalInstance,
    ) -> bool:
        """Save what `capture` returns whenever `changed` came and a pause followed; an empty body is nothing.

        Return whether something came back: then `restore` was given it.
        """
        body = self._waiting.pop(place, None)
        if body is not None:
            restore(body)
        self._followed[place] = _Followed(capture=capture, saved=body or {})
        changed.connect(self._pause.start)
        return body is not None

    def finish(self, place: str) -> None:
        """Forget what was written there: it was kept as what it is, or thrown away."""
        self._waiting.pop(place, None)
        followed = self._followed.get(place)
        if followed is not None:
            followed.saved = {}
        self._save([Draft(place=place, body={})])

    def leave(self, place: str) -> None:
        """Follow a place no longer, after saving it: its form is closed, what is written waits there."""
        followed = self._followed.pop(place, None)
        if followed is None:
            return
        body = followed.capture()
        if body:
            self._waiting[place] = body
        if body != followed.saved:
            self._save([Draft(place=place, body=body)])

    def save_now(self) -> None:
        """Save what changed since it was saved last."""
        drafts = self._changed()
        if drafts:
            self._save(drafts)

    def _changed(self) -> list[Draft]:
        found = [(place, followed, followed.capture()) for place, followed in self._followed.items()]
        return [Draft(place=place, body=body) for place, followed, body in found if body != followed.saved]

    def _save(self, drafts: list[Draft]) -> None:
        at = self._access.clock.now()

        def saved(_none: None) -> None:
            for draft in drafts:
                followed = self._followed.get(draft.place)
                if followed is not None:
                    followed.saved = draft.body
                self.saved.emit(draft.place)

        self._access.ask(self, lambda vault: save_drafts(vault, drafts, at=at), saved, failed=self.failed.emit)
