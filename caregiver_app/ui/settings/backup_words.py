"""What is said of a backup: how old it is, and what is in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sizes import size_words

if TYPE_CHECKING:
    from caregiver_app.bootstrap.backups import BackupFacts
    from caregiver_app.bootstrap.whole_backups import WholeFacts

_DAY_MS = 24 * 3600 * 1000


def last_words(at: Millis | None, now: Millis) -> str:
    """Return how long ago the last backup was made."""
    if at is None:
        return _("There is no backup yet.")
    days = max(0, now - at) // _DAY_MS
    if not days:
        return _("Last backup today")
    words = ngettext("Last backup {count} day ago", "Last backup {count} days ago", days)
    return words.format(count=format_number(days))


def facts_words(facts: BackupFacts) -> str:
    """Return what a backup holds; what it holds none of is not said."""
    counted = [
        ngettext("{count} source", "{count} sources", facts.sources).format(count=format_number(facts.sources)),
        ngettext("{count} page", "{count} pages", facts.articles).format(count=format_number(facts.articles)),
    ]
    if facts.starred:
        counted.append(
            ngettext("{count} saved", "{count} saved", facts.starred).format(count=format_number(facts.starred))
        )
    if facts.pictures:
        words = ngettext("{count} picture", "{count} pictures", facts.pictures)
        counted.append(words.format(count=format_number(facts.pictures)))
    counted.append(size_words(facts.size_bytes))
    day = format_short_day(facts.created_at, year=True)
    # Translators: e.g. "Of 23 November 2026: 12 sources, 340 pages, 8 saved, 40 pictures, 12 MB."
    parts = [_("Of {day}: {counts}.").format(day=day, counts=", ".join(counted))]
    if facts.missing:
        words = ngettext(
            "{count} picture was missing and is left out.",
            "{count} pictures were missing and are left out.",
            facts.missing,
        )
        parts.append(words.format(count=format_number(facts.missing)))
    return " ".join(parts)


def whole_words(facts: WholeFacts) -> str:
    """Return what a backup with care notes holds; of the library only what was looked at."""
    number = _("Care notes {number}").format(number=facts.vault_number)
    if facts.library is None:
        day = format_short_day(facts.created_at, year=True)
        inside = _("Of {day}, {size}. Inside was not looked at.")
        return f"{number}. {inside.format(day=day, size=size_words(facts.size_bytes))}"
    return f"{number}. {facts_words(replace(facts.library, size_bytes=facts.size_bytes))}"
