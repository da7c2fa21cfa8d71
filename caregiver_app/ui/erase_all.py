"""Erasing everything of Caregiver on this computer: asked for in the settings, done once no window has it open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from caregiver_app.bootstrap.erasing_all import erase_everything
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.restoring import WorkWords
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.widgets.confirm import Question

_NAMED = 8
"""How many files that stay are called by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseProgress:
    """That it has begun: from then on it is not stopped any more."""

    done: int = 0
    total: int = 1
    can_stop: bool = False


def everything_question(*, has_notes: bool, has_channel_keys: bool) -> Question:
    """Return what is asked before."""
    goes = (
        _("Your care notes, the library, their copies and all settings go from this computer.")
        if has_notes
        else _("The library, its copies and all settings go from this computer.")
    )
    # Translators: follows on a sentence that says what goes
    keys = _("So do the keys of your channels: without them nobody can publish there.") if has_channel_keys else ""
    # Translators: follows on a sentence that says what goes
    stays = _("This cannot be undone. Backups on sticks, files that you saved and printed sheets stay where they are.")
    return Question(
        title=_("Erase everything of Caregiver on this computer?"),
        text=" ".join(part for part in (goes, keys, stays) if part),
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
        return _left_words(gone.left)
    return _("Backups on sticks, files that you saved and printed sheets are still where they were.")


def _left_words(left: Sequence[str]) -> str:
    names, rest = ", ".join(left[:_NAMED]), len(left) - _NAMED
    if rest <= 0:
        # Translators: {names} are names of files
        return _("Files that are not Caregiver's are still in its folder: {names}.").format(names=names)
    # Translators: {names} are names of files
    words = ngettext(
        "Files that are not Caregiver's are still in its folder: {names} and {count} more.",
        "Files that are not Caregiver's are still in its folder: {names} and {count} more.",
        rest,
    )
    return words.format(names=names, count=format_number(rest))
