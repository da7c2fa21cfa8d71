"""Erasing everything of Caregiver on this computer: asked for in the settings, done once no window has it open."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.bootstrap import Paths
from caregiver_app.bootstrap.erasing_all import erase_everything
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.restoring import WorkWords
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.widgets.confirm import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseProgress:
    """That it has begun: from then on it is not stopped any more."""

    done: int = 0
    total: int = 1
    can_stop: bool = False


def everything_question(*, has_notes: bool) -> Question:
    """Return what is asked before."""
    goes = (
        _("Your care notes, the library, their copies and all settings go from this computer.")
        if has_notes
        else _("The library, its copies and all settings go from this computer.")
    )
    # Translators: follows on a sentence that says what goes
    stays = _("This cannot be undone. Backups on sticks, files that you saved and printed sheets stay where they are.")
    return Question(
        title=_("Erase everything of Caregiver on this computer?"),
        text=f"{goes} {stays}",
        do=_("Erase everything"),
        keep=_("Keep everything"),
    )


def erasing_words() -> WorkWords:
    """Return what the small window says meanwhile."""
    going = _("Erasing")
    return WorkWords(
        heading=_("Erasing everything"),
        line=_("Caregiver closes when it is done."),
        first=going,
        working=going,
        stopped=_("Stopped. Nothing was erased."),
    )


def erase(paths: Paths, control: TaskControl[EraseProgress]) -> str:
    """Erase all of it and return what to tell; what is not ours is named and stays. For a thread of its own.

    Raises:
        Cancelled: it was stopped before it began.
        StorageError: something cannot be removed; it may be done again.
    """
    control.check()
    control.progress(EraseProgress())
    gone = erase_everything(paths)
    if gone.left:
        # Translators: {names} are names of files
        words = _("Files that are not Caregiver's are still in its folder: {names}.")
        return words.format(names=", ".join(gone.left))
    return _("Backups on sticks, files that you saved and printed sheets are still where they were.")
