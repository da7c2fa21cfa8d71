"""The corpora of web pages: their main text is found, all of it and little more, under its own title.

Scores are means over pages, held by the floors in tests/data/scores/pages.json: words for Mozilla's pages, runs of four
words for the article extraction benchmark, as its own evaluation counts them.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.model.entry import EntryText
from caregiver_app.support.markup import is_safe
from caregiver_app.support.plain_text import one_line, strip_markup, to_text
from tests.helpers.corpora import zip_members
from tests.helpers.page_scores import PageScore, means, read, score, words_of

FLOORS: dict[str, dict[str, float]] = json.loads(
    (Path(__file__).parents[2] / "data" / "scores" / "pages.json").read_text(encoding="utf-8")
)["floors"]
MOZILLA = dict(zip_members("readability-mozilla"))
AEB = dict(zip_members("readability-aeb"))
PAGES = sorted(name.partition("/")[0] for name in MOZILLA if name.endswith("/source.html"))
TRUTH: dict[str, dict[str, str]] = json.loads(AEB["ground-truth.json"])
ARTICLES = sorted(key for key in TRUTH if f"{key}.html" in AEB)


@cache
def mozilla(page: str) -> EntryText | None:
    return read(MOZILLA[f"{page}/source.html"])


@cache
def aeb(key: str) -> EntryText | None:
    return read(AEB[f"{key}.html"], TRUTH[key]["url"])


def expected(page: str) -> str:
    return strip_markup(MOZILLA[f"{page}/expected.html"].decode())


def facts(page: str) -> dict[str, Any]:
    known: dict[str, Any] = json.loads(MOZILLA[f"{page}/expected-metadata.json"])
    return known


def assert_above(found: dict[str, float], corpus: str) -> None:
    below = {name: (found[name], floor) for name, floor in FLOORS[corpus].items() if found[name] < floor}
    assert not below


def test_mozillas_pages_are_read_word_for_word() -> None:
    scores: list[PageScore] = [score(words_of(mozilla(page)), expected(page), run=1) for page in PAGES]
    assert len(scores) > 30
    assert_above(means(scores), "readability-mozilla")


def test_the_articles_of_the_benchmark_are_read_run_for_run() -> None:
    scores = [score(words_of(aeb(key)), TRUTH[key]["articleBody"], run=4) for key in ARTICLES]
    assert len(scores) > 30
    assert_above(means(scores), "readability-aeb")


def test_pages_are_called_as_they_call_themselves() -> None:
    """We leave out the name of the site behind a title and Mozilla keeps it: then ours is a part of theirs."""
    titles = [(text.title, one_line(facts(page)["title"])) for page in PAGES if (text := mozilla(page)) is not None]
    right = sum(ours == theirs or (len(ours) > 5 and ours in theirs) for ours, theirs in titles)
    assert_above({"titles": right / len(titles)}, "titles")


def test_languages_that_pages_declare_are_known() -> None:
    said = [(text.language, facts(page).get("lang") or "") for page in PAGES if (text := mozilla(page)) is not None]
    declared = [(ours, theirs.replace("_", "-")) for ours, theirs in said if theirs]
    assert len(declared) > 20
    assert [pair for pair in declared if pair[0].lower() != pair[1].lower()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_mozillas_comes_out_harmless_or_is_said_to_hold_no_text(page: str) -> None:
    text = mozilla(page)
    if text is None:
        assert len(expected(page).split()) < 20
    else:
        assert is_safe(text.html)
        assert text.text == to_text(text.html)
        assert text.words > 0


@pytest.mark.parametrize("key", ARTICLES)
def test_every_article_of_the_benchmark_comes_out_harmless(key: str) -> None:
    text = aeb(key)
    assert text is not None
    assert is_safe(text.html)
    assert "<script" not in text.html
