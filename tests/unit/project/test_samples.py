"""The samples: every sheet but the secret ones is among them, the same each time, and in Spanish no English is left."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache

import pytest
from babel.messages.pofile import read_po
from PIL import Image, ImageFilter

from caregiver_app.model.article import ArticleFilter
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.sheets.kinds import PRIVATE, PUBLIC, SECRET, SheetKind
from caregiver_app.model.sheets.paper import PrintSize
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from demomaking.family import DATA
from demomaking.printing import Household, household
from demomaking.samples import SPANISH, Sample, samples
from demomaking.shelf import chosen
from make_samples import OUTPUT, index
from tests.helpers.sheet_pictures import LAYOUTS, differing, kept_picture, picture_of, sheets_of
from translations import ROOT

_PARTS = re.compile(r"\{[^{}]*\}")
_TEMPLATE = ROOT / "resources" / "translations" / "caregiver.pot"
_FEWEST_LETTERS = 6
"""Of a text apart from its fields: "kg", "No" or "{begin} to {end}" may be said in several languages."""

_OWN_WORDS = (SheetKind.ARTICLE, SheetKind.AWARENESS_FLYER, SheetKind.PACK_CONTENTS)
"""Sheets full of words of others, who may say in English what we say too."""


@pytest.fixture(scope="module")
def family() -> Iterator[Household]:
    with household() as made:
        yield made


def test_the_library_is_chosen_without_asking_anybody(family: Household) -> None:
    library = family.library
    assert list(library.topics.chosen()) == sorted(chosen()["topics"])
    starred = library.articles.page(ArticleQuery(filter=ArticleFilter.SAVED, with_guides=True)).rows
    assert {row.title for row in starred} == set(chosen()["starred"])
    assert family.asked == ["https://www.example.org/feed.xml"], "which is in the checkout"
    assert family.services.stays_offline()


def test_every_sheet_is_shown_but_those_that_carry_a_key() -> None:
    shown = {kind for sample in samples() for kind in sample.kinds}
    assert shown == {*PRIVATE, *PUBLIC}
    assert shown.isdisjoint(SECRET)
    names = [sample.name for sample in samples()]
    assert len(set(names)) == len(names)


def test_the_index_names_what_is_there() -> None:
    assert (OUTPUT / "README.md").read_text(encoding="utf-8") == index()
    assert {path.name for path in OUTPUT.glob("*.pdf")} == {f"{sample.name}.pdf" for sample in samples()}


def test_a_sample_is_the_same_to_the_last_byte(family: Household) -> None:
    sample = _called("visit")
    assert family.typeset(sample).pdf() == family.typeset(sample).pdf()


def test_all_sheets_look_as_they_did_on_each_paper_and_in_each_size(family: Household) -> None:
    """Compared with small pictures; `python -m tests.pictures.make_sheet_pictures` makes them anew."""
    sheets = sheets_of(family)
    assert {sheet.kind for sheet in sheets} == {*PRIVATE, *PUBLIC}
    assert not typeset(sheets, Layout(size=PrintSize.NORMAL)).lacks_signs(), "and the file keeps to PDF/UA-1"
    found = {name: differing(picture_of(sheets, layout), kept_picture(name)) for name, layout in LAYOUTS.items()}
    assert {name: pages for name, pages in found.items() if pages} == {}


def test_a_line_that_moved_is_seen_in_a_small_picture() -> None:
    kept = kept_picture("a4-large")
    assert differing(kept, kept) == []
    assert differing(kept.crop((0, 0, kept.width, kept.height // 2)), kept) == ["there are more or fewer pages"]
    moved = kept.copy()
    moved.paste(kept.crop((0, 0, 200, 40)), (0, 3))
    assert len(differing(moved, kept)) == 1
    blurred = Image.blend(kept, kept.filter(ImageFilter.BoxBlur(1)), 0.3)
    assert differing(blurred, kept) == []


def test_an_emergency_sheet_is_one_page_on_each_paper(family: Household) -> None:
    found = [sample for sample in samples() if sample.kinds == (SheetKind.EMERGENCY,)]
    pages = {sample.name: len(family.typeset(sample).pages(dots_per_inch=10)) for sample in found}
    assert len({sample.paper for sample in found}) == 2
    assert {name: count for name, count in pages.items() if count != 1} == {}


def test_nothing_in_a_spanish_sheet_is_still_in_english(family: Household) -> None:
    """What the family typed stays as it is, and what packs say is in the language in which they say it."""
    english = _english()
    links = family.library.articles.page(ArticleQuery(text="kind:link"), limit=500).rows
    typed = "\n".join((*(row.title for row in links), *(path.read_text("utf-8") for path in DATA.glob("*.json"))))
    asked = {sample.kinds[0]: sample for sample in reversed(samples()) if len(sample.kinds) == 1}
    left = set()
    for sample in (asked[kind] for kind in asked if kind not in _OWN_WORDS):
        (sheet,) = family.sheets(replace(sample, language=SPANISH))
        left |= {text for text in _texts(sheet) if english.fullmatch(text) and text not in typed}
    assert left == set()


def test_the_samples_that_lie_there_are_those_that_are_made(family: Household) -> None:
    """Of a few, which stand for all: the notes, the library, cards, and Spanish."""
    stale = [
        name
        for name in ("carer-card", "helplines-wallet", "handover-es")
        if family.typeset(_called(name)).pdf() != (OUTPUT / f"{name}.pdf").read_bytes()
    ]
    assert stale == [], "python3 dev.py samples prints them anew"


def _called(name: str) -> Sample:
    return next(sample for sample in samples() if sample.name == name)


@cache
def _english() -> re.Pattern[str]:
    """Return what matches whatever the application says in English."""
    catalog = read_po(io.StringIO(_TEMPLATE.read_text(encoding="utf-8")))
    forms = {form for message in catalog if message.id for form in _forms(message.id)}
    said = sorted(form for form in forms if sum(map(str.isalpha, _PARTS.sub("", form))) >= _FEWEST_LETTERS)
    return re.compile("|".join(".+".join(map(re.escape, _PARTS.split(form))) for form in said))


def _forms(message_id: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (message_id,) if isinstance(message_id, str) else tuple(message_id)


def _texts(value: object) -> Iterator[str]:
    """Yield every line that people read in a value; words of ours, such as a kind, are no such lines."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield from (line.strip() for line in value.splitlines())
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for each in fields(value):
            if each.name not in ("code", "tick", "link"):
                yield from _texts(getattr(value, each.name))


def test_the_search_for_english_would_find_some(family: Household) -> None:
    english = _english()
    (sheet,) = family.sheets(_called("emergency"))
    assert isinstance(sheet, Sheet)
    found = {text for text in _texts(sheet) if english.fullmatch(text)}
    assert {"Emergency sheet", "Allergies", "Printed on 26 November 2026"} <= found
