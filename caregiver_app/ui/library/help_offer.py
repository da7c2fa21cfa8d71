"""What Help has for the words of a search, beside the list of pages; leads there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caregiver_app.model.article import ArticleFilter
from caregiver_app.ui.library.questions import FirstPage

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpOffer:
    """So many phone lines and groups Help shows for these words."""

    words: str = field(default="", repr=False)
    lines: int = 0
    groups: int = 0


def words_for_help(page: FirstPage) -> str:
    """Return the words by which the whole library was searched, "" where only a part of it was, or it was not."""
    query = page.query
    if query.filter is not ArticleFilter.ALL or query.source_id is not None or query.collection is not None:
        return ""
    if page.instead is not None:
        return page.instead.words
    return query.text.strip() if query.topic is None else ""


def found_itself(page: FirstPage) -> bool:
    """Return whether pages hold the words themselves."""
    return bool(page.rows) and page.instead is None


def help_offer(library: Library, words: str, *, pages_found: bool) -> HelpOffer:
    """Return what Help would show; where pages were found, only if an entry of Help says all of the words itself.

    Else nearly every search would be told of lines for people in a crisis, whose words are those of every day.
    """
    from caregiver_app.bootstrap.help_found import help_found
    from caregiver_app.bootstrap.helping import Helping

    found = help_found(Helping(), library, words)
    if pages_found and not found.said:
        return HelpOffer()
    return HelpOffer(words=words, lines=len(found.lines), groups=len(found.groups))
