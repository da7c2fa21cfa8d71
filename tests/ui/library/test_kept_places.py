"""The places in pages that were open: of so many, those that were left last."""

from __future__ import annotations

from caregiver_app.model.article import ItemId
from caregiver_app.ui.library.reader.kept_places import MOST, KeptPlaces


def test_the_page_that_was_left_longest_ago_begins_at_its_top_again() -> None:
    places = KeptPlaces()
    for number in range(1, MOST + 1):
        places.keep(ItemId(number), number * 10)
    places.keep(ItemId(1), 5)
    assert (places.of(ItemId(1)), places.of(ItemId(2))) == (5, 20)
    places.keep(ItemId(MOST + 1), 7)
    assert (places.of(ItemId(1)), places.of(ItemId(2)), places.of(ItemId(MOST + 1))) == (5, 0, 7)
    places.forget()
    assert places.of(ItemId(1)) == 0
