"""Asking for whole pages with the next update, as a step that runs in the library's thread and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.doer import NAME_CHARS, Done, Step
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


def want_page(row: ArticleRow, *, at: Millis) -> Step[Library]:
    """Have a whole page with its pictures come with the next update; None where it was asked for already."""

    def step(library: Library) -> Done[Library] | None:
        if not library.offline_copies.want([row.id], at=at):
            return None
        text = _("The whole page comes with the next update: “{title}”")
        return Done(
            text=text.format(title=shorten(row.title, NAME_CHARS)),
            undo=lambda library: library.offline_copies.forget([row.id]),
            redo=lambda library: library.offline_copies.want([row.id], at=at),
            icon=Icon.DOWNLOAD,
        )

    return step
