"""What is said about a page beside its text: whose it is, of when, how long it takes."""

from __future__ import annotations

from caregiver_app.model.article import Article, ItemKind
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import current_language, format_near_day, language_name
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.reading import reading_time
from caregiver_app.ui.library.row_words import publisher_of


def page_line(article: Article, now: Millis, *, whose: bool = True) -> str:
    """Return publisher, day and reading time; and the language where it is not that of the window.

    Without `whose` the publisher stands beside it already. How hard it is to read is told where somebody asks about the
    page (`sentences.reading.ease_words`).
    """
    row = article.row
    if row.kind is ItemKind.LINK:
        parts = [publisher_of(row), _("Web page, not saved yet"), other_language(row.language)]
        return "  ·  ".join(part for part in parts if part)
    at = row.published_at if row.published_at is not None else row.sort_at
    publisher = publisher_of(row) if whose else ""
    parts = [publisher, format_near_day(at, now), reading_time(row.words, row.language), other_language(row.language)]
    return "  ·  ".join(part for part in parts if part)


def other_language(tag: str) -> str:
    """Return the name of a language, empty where it is that of the window, or unknown."""
    return language_name(tag) if tag.partition("-")[0].lower() != current_language() else ""
