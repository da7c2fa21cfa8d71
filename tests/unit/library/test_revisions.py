"""Earlier texts are kept compressed; a damaged one never hides the article."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId
from tests.helpers.library import add_source, an_article, change, raw, store


@pytest.fixture
def item(library: Library) -> ItemId:
    """An article with two earlier texts."""
    source = add_source(library)
    (item,) = store(library, source, an_article("k", "One", "naïve \U0001f600 first"))
    change(library, source, "k", "Two", "second")
    change(library, source, "k", "Three", "third")
    return item


def test_an_earlier_text_comes_back_letter_by_letter(library: Library, item: ItemId) -> None:
    assert library.articles.get(item).revisions[0].text == "naïve \U0001f600 first"


@pytest.mark.parametrize(
    "blob",
    [
        b"",
        b"not compressed",
        zlib.compress(b"whole")[:-2],
        zlib.compress(b"\xff no text"),
        zlib.compress(bytes(4_000_001)),
    ],
    ids=["empty", "not compressed", "cut short", "no text", "longer than any text"],
)
def test_a_damaged_earlier_text_is_left_out_and_the_doctor_counts_it(
    library: Library, item: ItemId, tmp_path: Path, blob: bytes
) -> None:
    with raw(tmp_path) as connection:
        connection.execute("UPDATE revision SET html = ? WHERE n = 1", (blob,))
    article = library.articles.get(item)
    assert article.text == "third"
    assert [revision.n for revision in article.revisions] == [2]
    (check,) = (check for check in library.health.check() if check.name == "revisions-whole")
    assert (check.ok, check.detail) == (False, "1")
