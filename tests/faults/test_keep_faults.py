"""Keeping pages may end at any place: each page is kept whole or as it was, and no picture is half there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from caregiver_app.library.store import Library
from caregiver_app.model.article import ArticleRow
from caregiver_app.model.search import ArticleQuery
from tests.faults.keep_scenarios import PAGES, URL
from tests.helpers.faults import EVERY, crash_everywhere
from tests.helpers.library import a_library


def assert_whole(library: Library, row: ArticleRow) -> None:
    article = library.articles.get(row.id)
    assert article.full_text is ("whole page" in article.text)
    assert article.row.words == len(article.text.split())
    copy = article.offline
    pictures = library.assets.of(row.id)
    if copy is not None and copy.pictures_kept:
        name = pictures[URL]
        assert library.assets.files.read(name) is not None
    else:
        assert pictures == {} or copy is None or copy.next_try_at is not None


@EVERY
def test_pages_are_kept_whole_or_not_at_all(tmp_path: Path, every: bool) -> None:
    template = tmp_path / "data"
    template.mkdir()

    def check(folder: Path, told: Sequence[str]) -> None:
        library = a_library(folder)
        assert [each for each in library.health.check() if not each.ok] == []
        rows = library.articles.page(ArticleQuery(), limit=100).rows
        for row in rows:
            assert_whole(library, row)
        kept = sum(library.articles.get(row.id).full_text for row in rows)
        assert kept >= sum(line.startswith("kept ") for line in told if line != "kept anew") - 1
        library.assets.sweep()
        used = {name for row in rows for name in library.assets.of(row.id).values()}
        assets = folder / "assets"
        assert {path.name for path in assets.iterdir()} == used if assets.is_dir() else not used
        library.close()

    assert crash_everywhere("keep", template, check, every=every) > PAGES
