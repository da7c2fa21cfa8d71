"""What is looked for only where it may begin is found as by going over each sign of a text."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from caregiver_app import guard
from caregiver_app.guard.begun import Begun, sought
from caregiver_app.guard.people import KIN, POSSESSIVE, TITLE
from tests.helpers.guarding import messages

PIECES = (
    *(
        "Mr Bell",
        " mum, Rosa Bell,",
        "\nDear Jo",
        ". Love, Sam",
        "Jo is my aunt",
        "my son Tom",
        "Oma Ilse",
        "nurse Kim",
    ),
    *(
        "12a High Street",
        "Flat 2, 9 Elm Road",
        "Calle Mayor 3",
        "Via Roma 1",
        "Hauptstraße 5",
        "PO Box 12",
        "live at 1 A",
    ),
    *("14 maple road", "Suite 4, 12 Elm Road", "Dorpsstraat 5", "12 rue de Rivoli", "Calle de Alba 2", "Oak Allee 3"),
    *(
        "her name is Jo Bell",
        "me llamo Ana",
        "she is called Ann",
        "Best wishes, Tom",
        "Frau Bell",
        "Uncle Jim",
        "Ivy, my mum",
    ),
    *("NG1 5AA", "sw1a 1aa", "12345 Bonn", "Cary, NC 27511", "zip 90210", "1012 AB Ede", "in 75001 Paris", "NSW 2000"),
    *("83 years", "turned 83", "0115 978 3456", "+44 20 7946 0000", "(555) 010-9999", "4111 1111 1111 1111", "ward B2"),
    *("10.0.0.1", "fe80::1", "00:1b:44:11:3a:b7", "52.123, -1.123", "9C3W9QCJ+2V", "e-mail: a@b.org", "http://a.b"),
    *(
        "on the third of march",
        "Ro*sa",
        "a</b>b",
        "1, 2",
        "A_1",
        "é",
        "Ö",
        "ß",
        "-",
        ".",
        ",",
        "'",
        "(",
        "\n",
        " ",
        "1",
        "a",
        "Z",
        "_",
        "/",
        ":",
        "+",
    ),
)


def test_each_pattern_of_the_guard_is_found_wherever_it_may_begin() -> None:
    chance = random.Random(7)  # noqa: S311 the same texts every time
    said = [each.text for name in ("private", "clean") for each in messages(name)]
    mixed = [" ".join(chance.choices(PIECES, k=12)) for _ in range(150)]
    mixed += ["".join(chance.choices(PIECES, k=12)) for _ in range(150)]
    patterns = dict(_patterns())
    missed = [
        (name, text)
        for name, each in patterns.items()
        for text in (*said, *mixed)
        if _places(each, text) != _places(each.pattern, text)
    ]
    never = [name for name, each in patterns.items() if not any(_places(each, text) for text in (*said, *mixed))]
    assert not missed
    assert not never
    assert len(patterns) > 30


@settings(max_examples=400)
@given(*(st.from_regex(words, fullmatch=True) for words in (TITLE, KIN, POSSESSIVE)))
def test_each_title_and_each_word_for_family_begins_what_it_belongs_to(title: str, kin: str, whose: str) -> None:
    texts = (f"We saw {title} Dupont.", f"{whose} {kin} Rosa Bell", f"Rosa Bell, {whose} {kin}", f"{kin} is called Ann")
    missed = [
        (name, text)
        for name, each in _patterns()
        if name.partition("guard.")[2].startswith(("names", "birth"))
        for text in texts
        if _places(each, text) != _places(each.pattern, text)
    ]
    assert not missed


@given(st.text("ab1 \n"), st.integers(0, 8), st.integers(0, 8))
def test_a_piece_of_a_text_is_gone_over_as_a_search_does(text: str, start: int, length: int) -> None:
    begun = sought(r"(?<!\w)(?:a\d?)+\b", at=r"a(?<!\w.)")
    end = min(len(text), start + length)
    found, wanted = (list(each.finditer(text, start, end)) for each in (begun, begun.pattern))
    assert [each.span() for each in found] == [each.span() for each in wanted]


def _patterns() -> Iterator[tuple[str, Begun]]:
    for module in pkgutil.iter_modules(guard.__path__, f"{guard.__name__}."):
        for name, held in vars(importlib.import_module(module.name)).items():
            if isinstance(held, Begun):
                yield f"{module.name}.{name}", held


def _places(pattern: Begun | re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text)]
