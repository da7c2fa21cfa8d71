"""What the window tells a person after something was done or went wrong: short messages, most of them with undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.undo import UndoStack, UndoStep
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.toast import Message
from caregiver_app.ui.widgets.toast_host import ToastHost

SayError = Callable[[BaseException], str]
"""Turns an error into a sentence for people (`support.sentences`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """What a person can do about an error by one press: the words of the button, and what it does."""

    words: str
    act: Callable[[], None]


FindRemedy = Callable[[BaseException], Remedy | None]


class Messages(QObject):
    """The one way to say something in passing. Every message is announced, every undoable step can be taken back."""

    def __init__(self, toasts: ToastHost, undo: UndoStack, sentence: SayError, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._toasts = toasts
        self._undo = undo
        self._sentence = sentence
        self._steps: dict[Message, UndoStep] = {}
        self._find_remedy: FindRemedy | None = None
        toasts.gone.connect(self._forget)
        self._stop_listening = undo.listen(self._drop_what_is_settled)

    def say(
        self,
        text: str,
        *,
        icon: Icon = Icon.CHECK,
        action: str = "",
        on_action: Callable[[], None] | None = None,
        kind: str = "",
        private: bool = False,
        at_once: bool = False,
    ) -> None:
        """Show a message, with a button when `action` names one; a `private` one goes when care notes are locked.

        What answers a press that did nothing comes `at_once`, before messages that are still to be read.
        """
        self._toasts.show_message(
            Message(
                text=text,
                icon=icon,
                action=action,
                on_action=on_action,
                kind=kind,
                private=private,
                at_once=at_once,
            )
        )

    def remember(self, step: UndoStep) -> None:
        """Remember a step that was just done, without a word."""
        self._undo.push(step)

    def did(self, step: UndoStep, *, icon: Icon = Icon.CHECK, kind: str = "") -> None:
        """Remember a step that was just done and show it with "Undo". `kind` lets a newer message replace this one."""
        self.remember(step)
        message = Message(
            text=step.text,
            icon=icon,
            action=_("Undo"),
            on_action=lambda: self._take_back(step),
            kind=kind,
            private=step.private,
        )
        self._steps[message] = step
        self._toasts.show_message(message)

    def find_remedies(self, find: FindRemedy | None) -> None:
        """Have errors of every screen offer from now on what `find` knows, None for nothing."""
        self._find_remedy = find

    def fail(self, error: BaseException, remedy: Remedy | None = None) -> None:
        """Say what went wrong, and offer what helps: what is known to help everywhere, else this `remedy`."""
        known = self._find_remedy(error) if self._find_remedy is not None else None
        offered = known or remedy
        self._toasts.show_message(
            Message(
                text=self._sentence(error),
                icon=Icon.ALERT,
                action=offered.words if offered is not None else "",
                on_action=offered.act if offered is not None else None,
                kind="error",
            )
        )

    def undo(self) -> None:
        """Take back the newest step and say so."""
        step = self._undo.undo()
        self._tell(step, _("Taken back: {what}"), _("There is nothing to undo."), Icon.UNDO)

    def redo(self) -> None:
        """Do again what was taken back last and say so."""
        step = self._undo.redo()
        self._tell(step, _("Done again: {what}"), _("There is nothing to redo."), Icon.REDO)

    def drop(self, kind: str) -> None:
        """Take away the messages of a kind: what they say does not hold any more."""
        self._toasts.take_away(lambda message: message.kind == kind)

    def forget_private(self) -> None:
        """Take away every message and every step that belongs to the care notes, those of undo and redo too."""
        self._toasts.take_away(lambda message: message.private)
        self._undo.forget_private()

    def forget_all(self) -> None:
        """Take every message and every step away, those of undo and redo too."""
        self._toasts.clear()
        self._undo.clear()

    def close(self) -> None:
        """Take all messages away and listen no longer."""
        self._stop_listening()
        self._toasts.clear()

    def _take_back(self, step: UndoStep) -> None:
        if self._undo.undo_step(step):
            self._tell(step, _("Taken back: {what}"), "", Icon.UNDO)

    def _tell(self, step: UndoStep | None, pattern: str, nothing: str, icon: Icon) -> None:
        text = nothing if step is None else pattern.format(what=step.text)
        private = step is not None and step.private
        self._toasts.show_message(Message(text=text, icon=icon, kind="undo", at_once=True, private=private))

    def _drop_what_is_settled(self) -> None:
        settled = {message for message, step in self._steps.items() if not self._undo.can_undo(step)}
        self._toasts.take_away(settled.__contains__)

    def _forget(self, message: Message) -> None:
        self._steps.pop(message, None)
