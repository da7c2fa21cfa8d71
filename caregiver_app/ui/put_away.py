"""A line that somebody has read: the step after which no more is said of it where one begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.ui.doer import Done, Step, putting

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


def putting_away(choice: str, value: str, text: str) -> Step[Library]:
    """Return a step that keeps in a choice of the library what was put away; `text` says what holds then."""

    def put(library: Library, kept: str) -> None:
        library.choices.put(choice, kept)

    def step(library: Library) -> Done[Library] | None:
        return putting(text, put, before=library.choices.get(choice, ""), after=value)(library)

    return step
