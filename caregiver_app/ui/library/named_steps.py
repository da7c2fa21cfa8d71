"""Renaming and removing what a person gave a name, as steps that run in the library's thread and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.doer import NAME_CHARS, Done, Step
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

Removed = TypeVar("Removed")


def renaming(old: str, new: str, call: Callable[[Library, str], object], *, icon: Icon) -> Step[Library]:
    """Have `call` give something its new name; nothing to do where it is called so already."""

    def step(library: Library) -> Done[Library] | None:
        if new.strip() == old:
            return None
        call(library, new)
        return Done(
            text=_("Renamed “{name}”").format(name=shorten(old, NAME_CHARS)),
            undo=lambda library: call(library, old),
            redo=lambda library: call(library, new),
            icon=icon,
        )

    return step


def removing(
    text: str, take: Callable[[Library], Removed], put_back: Callable[[Library, Removed], object]
) -> Step[Library]:
    """Have `take` remove something and `put_back` bring it again; `text` says that it is removed."""

    def step(library: Library) -> Done[Library] | None:
        gone = [take(library)]
        return Done(
            text=text,
            undo=lambda library: put_back(library, gone.pop()),
            redo=lambda library: gone.append(take(library)),
            icon=Icon.TRASH,
        )

    return step
