"""What is done with muted words, as steps that run in the library's thread and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.doer import NAME_CHARS, Done, Step
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


def mute(word: str, *, at: Millis) -> Step[Library]:
    """Keep pages with a word in their title out of lists."""

    def step(library: Library) -> Done[Library] | None:
        known = {one.word for one in library.mutes.list()}
        hidden = library.mutes.add(word, at=at)
        new = [one.word for one in library.mutes.list() if one.word not in known]
        if not new:
            return None
        pattern = ngettext("Muted “{word}”: {count} page left out", "Muted “{word}”: {count} pages left out", hidden)
        return Done(
            text=pattern.format(word=shorten(new[0], NAME_CHARS), count=format_number(hidden)),
            undo=lambda library: library.mutes.remove(new[0]),
            redo=lambda library: library.mutes.add(new[0], at=at),
            icon=Icon.EYE_OFF,
        )

    return step


def unmute(word: str, *, at: Millis) -> Step[Library]:
    """Let pages with a word come back."""

    def step(library: Library) -> Done[Library] | None:
        library.mutes.remove(word)
        return Done(
            text=_("No longer muted: “{word}”").format(word=shorten(word, NAME_CHARS)),
            undo=lambda library: library.mutes.add(word, at=at),
            redo=lambda library: library.mutes.remove(word),
            icon=Icon.EYE,
        )

    return step
