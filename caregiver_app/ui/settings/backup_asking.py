"""What is asked about backups that hold care notes, and who asks for the passphrase: the care notes' own panel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.widgets.confirm import Question


class Asked(Protocol):
    """The panel in which a passphrase was typed."""

    @property
    def owner(self) -> QObject:
        """What answers belong to: they are dropped once the panel is gone."""
        ...

    def refuse(self, sentence: str) -> None:
        """Say that it did not open the backup; the person may try again."""
        ...


class AskPassphrase(Protocol):
    """Asks a question that is answered with a passphrase."""

    def __call__(
        self,
        question: Question,
        act: Callable[[str, Asked], None],
        kept: Callable[[], object] = lambda: None,
        *,
        of_today: bool = False,
    ) -> None:
        """Ask; `act` gets what was typed, each time; `kept` is called for the other button. With `of_today` the
        passphrase in force is meant, not that of a backup's day.
        """
        ...


def locked_question() -> Question:
    """Return what is asked before the library alone is backed up while the care notes are locked."""
    return Question(
        title=_("Back up the library alone?"),
        text=_("Your care notes are locked, so they would not be in it. Unlock them first, and the backup holds both."),
        do=_("Back up the library alone"),
        keep=_("Not now"),
    )


def check_question() -> Question:
    """Return what is asked before a backup with care notes is looked into."""
    return Question(
        title=_("Look inside this backup?"),
        text=_(
            "It holds care notes and is locked. With the passphrase all of it is checked. Without, only that the file "
            "is whole."
        ),
        do=_("Check all of it"),
        keep=_("Check the file alone"),
    )


def restore_question() -> Question:
    """Return what is asked before a backup with care notes takes the place of what is here."""
    return Question(
        title=_("Put library and care notes of the backup in the place of what is here?"),
        text=_(
            "Both will be as they were in the backup. The library that is here is kept as a copy, the care notes in a "
            "folder of their own, with what opens them. The window opens again by itself."
        ),
        do=_("Restore the backup"),
        keep=_("Keep what is here"),
    )
