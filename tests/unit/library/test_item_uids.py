"""Items are remembered by uid and found again, or told to be gone."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.model.article import ItemId
from tests.helpers.library import a_library, add_source, an_article, store


def test_an_item_is_found_again_by_its_uid(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    (item_id,) = store(library, add_source(library), an_article("one"))
    uid = library.item_uids.uid_of(item_id)
    assert uid is not None
    assert library.item_uids.item_of(uid) == item_id
    library.close()


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    assert library.item_uids.uid_of(ItemId(7)) is None
    assert library.item_uids.item_of("article/gone") is None
    library.close()
