"""What is said of things that stayed when the library was saved as files."""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_app.support.i18n import format_number, ngettext


def not_saved_words(*, private_sources: int, pages: int) -> Iterator[str]:
    """Yield a sentence for each kind of what was left out, none where all was saved."""
    if private_sources:
        sentence = ngettext(
            "{count} source is left out: its address is private.",
            "{count} sources are left out: their addresses are private.",
            private_sources,
        )
        yield sentence.format(count=format_number(private_sources))
    if pages:
        sentence = ngettext(
            "{count} page is left out: there are too many for one folder.",
            "{count} pages are left out: there are too many for one folder.",
            pages,
        )
        yield sentence.format(count=format_number(pages))
