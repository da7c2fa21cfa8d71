"""What a pack has not got for a country, in words: said in place of padding. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from caregiver_app.model.pack import PackGap

COUNTRIES = ("AU", "CA", "ES", "GB", "IE", "NZ", "US")
"""The countries for which the tables have most; a pack says nothing of the others but by what it holds."""

Listed = Sequence[tuple[str, Iterable[str]]]
"""What there may be, in words with "no" before them, and the countries of each thing of its kind that a pack holds."""


def gaps_of(listed: Listed) -> tuple[PackGap, ...]:
    """Return a gap for each country that lacks something."""
    found = [(words, {country.partition("-")[0] for country in countries}) for words, countries in listed]
    missing = {country: [words for words, held in found if country not in held] for country in COUNTRIES}
    return tuple(PackGap(country=country, words=_sentence(words)) for country, words in missing.items() if words)


def _sentence(missing: Sequence[str]) -> str:
    first = ", ".join(missing[:-1])
    both = f"{first} and {missing[-1]}" if first else missing[-1]
    return f"{both.capitalize()} of this country yet."
