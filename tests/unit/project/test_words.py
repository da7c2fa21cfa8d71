"""The words of the window and of sheets are plain, short and calm (UX.md section 9); commands keep their terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.pofile import read_po

from caregiver_app.support.reading import grade
from tests.helpers.command_line import ROOT

HIGHEST = 8.0
LONG = 3
"""So many sentences make a text whose grade means something."""

BANNED = re.compile(
    r"\b(sync(?:s|ed|ing)?|articles?|vetted|unverified|whitelist\w*|vault|encrypt\w*|decrypt\w*|master key|seed|UTM|"
    r"PII|URLs?|oops|verification failed|feeds?|fetch(?:es|ed|ing)?|entry|entries)\b",
    re.IGNORECASE,
)
COMMANDS = re.compile(r"caregiver (?:vault|sync|article)\b.*")
OF_COMMANDS = (
    "Each article has a source",
    "Each article has its text",
    "Each item has its article",
    "The file of the care notes is there, encrypted",
    "There is no article {id}.",
    "private passphrase lock encrypt hide",
    "export opml feeds copy",
    "import opml file feeds",
    "feeds organisations",
    "new feed website subscribe organisation",
    "refresh new pages fetch",
    "{count} new article",
    "{count} new articles",
)
"""Said by commands and in what is looked for, by which people may type the field's words."""

OF_OTHERS = (
    "Look for a link called RSS or feed on the site. You can also follow the page itself.",  # sites call it so
    "No entry for that word.",  # of a directory of phone lines; UX.md section 7.8 says it so
)
"""Said with a banned word for a reason."""


@cache
def texts() -> tuple[str, ...]:
    """Return the English words that people see, without those of commands alone."""
    with (ROOT / "resources" / "translations" / "caregiver.pot").open("rb") as file:
        return tuple(_texts(read_po(file)))


def _texts(catalog: object) -> Iterator[str]:
    for message in catalog:  # type: ignore[attr-defined]  # Babel's catalogue has no types
        places = [name for name, _line in message.locations]
        if message.id and not all(name.startswith("caregiver_app/cli/") for name in places):
            yield from (message.id if isinstance(message.id, tuple) else (message.id,))


def banned_in(text: str) -> list[str]:
    """Return the words in a text that the window does not say."""
    return BANNED.findall(COMMANDS.sub("", text))


def sentences_of(text: str) -> int:
    """Return how many sentences a text has."""
    return len(re.findall(r"[.?](?:\s|$)", text))


def test_no_word_of_the_field_is_said() -> None:
    assert len(texts()) > 3000
    found = {text: banned_in(text) for text in texts() if text not in (*OF_COMMANDS, *OF_OTHERS)}
    assert {text: words for text, words in found.items() if words} == {}


def test_nothing_is_exclaimed() -> None:
    assert [text for text in texts() if re.search(r"!(?!\[)", text)] == []


def test_longer_texts_can_be_read_after_eight_years_of_school() -> None:
    graded = {text: found for text in texts() if (found := grade(text, "en")) is not None}
    several = [text for text in graded if sentences_of(text) >= LONG]
    assert len(several) > 10
    assert {text: graded[text] for text in several if graded[text] > HIGHEST} == {}


@pytest.mark.parametrize(
    "text", ["Sync now", "The URL is wrong", "Your vault is encrypted", "Two articles", "A feed", "3 entries"]
)
def test_the_lint_finds_what_it_looks_for(text: str) -> None:
    assert banned_in(text)


def test_a_command_may_be_named() -> None:
    assert banned_in("To make some: caregiver vault create") == []
