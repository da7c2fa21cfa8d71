"""What is said of a search: what is shown where nothing holds its words, and what Help has for them."""

from __future__ import annotations

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten

_LONGEST = 60


def instead_words(words: str, topic: str) -> str:
    """Return that no page holds some words, and what is shown: pages on a topic, "" for pages with like words."""
    if topic:
        # Translators: {words} were typed into the search, {topic} is e.g. "Stroke"
        return _("No page says “{words}”. These are on the topic “{topic}”.").format(
            words=shorten(words, _LONGEST), topic=topic
        )
    # Translators: {words} were typed into the search
    return _("No page says “{words}”. These come close.").format(words=shorten(words, _LONGEST))


def lines_words(count: int) -> str:
    """Return so many phone lines in words."""
    return ngettext("{count} phone line", "{count} phone lines", count).format(count=format_number(count))


def groups_words(count: int) -> str:
    """Return so many groups in words."""
    return ngettext("{count} group", "{count} groups", count).format(count=format_number(count))


def in_help_words(lines: int, groups: int) -> str:
    """Return how many phone lines and groups Help has, "" for none."""
    if lines and groups:
        # Translators: {lines} is e.g. "2 phone lines", {groups} e.g. "1 group", Help is the screen that shows them
        return _("{lines} and {groups} in Help").format(lines=lines_words(lines), groups=groups_words(groups))
    if not lines and not groups:
        return ""
    # Translators: {what} is e.g. "2 phone lines" or "1 group", Help is the screen that shows them
    return _("{what} in Help").format(what=lines_words(lines) if lines else groups_words(groups))
