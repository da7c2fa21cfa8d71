"""What is done with saved searches, as steps that run in the library's thread and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.model.article import ArticleFilter
from caregiver_app.model.collection import SavedSearch
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.doer import NAME_CHARS, Done, Step
from caregiver_app.ui.library.named_steps import removing, renaming
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


def whole_query(words: str, chip: ArticleFilter, pick: Pick) -> str:
    """Return all that the list is narrowed by, in the search syntax."""
    parts = [words.strip()]
    if chip is ArticleFilter.NEW:
        parts.append("is:unread")
    elif chip is ArticleFilter.SAVED:
        parts.append("is:starred")
    if pick.topic is not None:
        parts.append(f"topic:{_quoted(pick.topic)}")
    elif pick.source_id is not None:
        masked = "://" in pick.title  # an address without its private parts finds nothing
        parts.append(f"source:{pick.source_id if masked else _quoted(pick.title)}")
    elif pick.collection is not None:
        parts.append(f"in:{_quoted(pick.title)}")
    return " ".join(part for part in parts if part)


def save(name: str, query: str, *, at: Millis) -> Step[Library]:
    """Keep a search; one that is called so already gets the new words."""

    def step(library: Library) -> Done[Library] | None:
        before = {search.id: search for search in library.saved_searches.list()}
        saved = library.saved_searches.save(name, query, at=at)
        text = _("Saved the search “{name}”").format(name=shorten(name, NAME_CHARS))
        old = before.get(saved)
        if old is not None:
            return Done(
                text=text,
                undo=lambda library: library.saved_searches.save(old.name, old.query, at=at),
                redo=lambda library: library.saved_searches.save(old.name, query, at=at),
                icon=Icon.SEARCH,
            )
        removed = []
        return Done(
            text=text,
            undo=lambda library: removed.append(library.saved_searches.remove(saved)),
            redo=lambda library: library.saved_searches.put_back(removed.pop()),
            icon=Icon.SEARCH,
        )

    return step


def rename(search: SavedSearch, name: str) -> Step[Library]:
    """Call a saved search otherwise."""

    def call(library: Library, called: str) -> None:
        library.saved_searches.rename(search.id, called)

    return renaming(search.name, name, call, icon=Icon.SEARCH)


def remove(search: SavedSearch) -> Step[Library]:
    """Forget a saved search."""
    return removing(
        _("Removed the search “{name}”").format(name=shorten(search.name, NAME_CHARS)),
        lambda library: library.saved_searches.remove(search.id),
        lambda library, removed: library.saved_searches.put_back(removed),
    )


def _quoted(words: str) -> str:
    """Return words as one value of a filter; a quotation mark in them would end it, and is matched by none."""
    plain = " ".join(words.replace('"', " ").split())
    return f'"{plain}"' if " " in plain else plain
