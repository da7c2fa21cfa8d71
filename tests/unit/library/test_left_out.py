"""Articles without a word: none is forgotten and none comes twice where the pieces of the library meet."""

from __future__ import annotations

import pytest

from caregiver_app.library.left_out import piece_begins
from caregiver_app.library.store import Library
from caregiver_app.model.article import Sort
from caregiver_app.model.search import ArticleQuery
from tests.helpers.library import add_source, an_article, store

MANY = 3_000


@pytest.mark.parametrize("top", [0, 1, 2_000, 2_001, 8_000, 8_001, 40_000, 1_000_000])
def test_the_pieces_hold_every_article_once(top: int) -> None:
    begins = piece_begins(top)
    assert begins[-1] == 0
    assert list(begins) == sorted(set(begins), reverse=True)
    assert all(0 <= begin < max(top, 1) for begin in begins)


@pytest.mark.parametrize("sort", list(Sort), ids=str)
def test_a_list_without_a_word_has_all_others_in_any_piece(library: Library, sort: Sort) -> None:
    _fill(library)
    rows = library.articles.page(ArticleQuery(text="-frequent", sort=sort), limit=MANY).rows
    assert len(rows) == MANY // 10
    assert not any("frequent" in row.title for row in rows)


def _fill(library: Library) -> None:
    titles = [f"rare {n}" if n % 10 == 0 else f"frequent {n}" for n in range(MANY)]
    store(library, add_source(library), *(an_article(f"k{n}", title) for n, title in enumerate(titles)))
