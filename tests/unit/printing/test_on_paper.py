"""Sheets of the library become PDF that keeps to PDF/UA-1 whatever a page holds, and nothing of it becomes markup."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from caregiver_app.library.store import Library
from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.sheets.blocks import Entries
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from caregiver_app.printing.frame import Ground
from caregiver_app.printing.resource_list import MOST_RESOURCES, resource_list
from caregiver_app.printing.texts import text_sheet
from caregiver_app.support.markup import sanitise
from tests.helpers.library import a_library, add_source, an_article, store

GROUND = Ground(on=date(2026, 11, 23), language="en-GB")
HOSTILE = '#read("/etc/passwd") $x$ [*a*] <label> @ref // \\ `'
PAGE = f"""
<h4>{HOSTILE.replace("<", "&lt;")}</h4><p>{HOSTILE.replace("<", "&lt;")}</p><h2>Two</h2><h5>Five</h5>
<table><tr><th>A</th><th></th></tr><tr><td>1</td></tr></table><table><tr><td>a</td><td>b</td></tr></table>
<ol start="7"><li>Seven<ul><li>☐ box</li></ul></li></ol><img src="/x.png"><blockquote>q</blockquote>
<p>☐ 10<sup>6</sup></p>
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = a_library(tmp_path)
    yield opened
    opened.close()


def test_a_tangled_page_is_typeset_as_it_reads(library: Library) -> None:
    page = an_article("a", HOSTILE, link="https://news.example.com/a")
    html = sanitise(PAGE, base="https://news.example.com/")
    (item,) = store(library, add_source(library), replace(page, text=replace(page.text, html=html)))
    sheet = text_sheet(library, Subject(kind=SubjectKind.ARTICLE, id=item), GROUND)
    made = typeset([sheet], Layout())
    assert not made.lacks_signs()
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made.pdf())).pages)
    assert "".join(text.split()).count("".join(HOSTILE.split())) >= 3


def test_an_empty_page_is_a_sheet_too(library: Library) -> None:
    page = an_article("a")
    (item,) = store(library, add_source(library), replace(page, text=replace(page.text, html=SafeHtml(""))))
    sheet = text_sheet(library, Subject(kind=SubjectKind.ARTICLE, id=item), GROUND)
    assert len(typeset([sheet], Layout()).pages(dots_per_inch=10)) == 1


def test_two_hundred_pages_have_a_code_each(library: Library) -> None:
    some = (an_article(f"a{n}", link=f"https://news.example.com/{n}/how-to-help") for n in range(MOST_RESOURCES))
    items = store(library, add_source(library), *some)
    sheet = resource_list(library, [Subject(kind=SubjectKind.ARTICLE, id=item) for item in items], GROUND)
    (listed,) = sheet.parts[0].blocks
    assert isinstance(listed, Entries)
    assert sum(entry.code for entry in listed.entries) == MOST_RESOURCES
