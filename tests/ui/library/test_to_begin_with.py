"""Before the first update there are guides to read, what to begin with first, and they say whose they are."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.library.store import open_library
from caregiver_app.model.article import ItemKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.ui.library.questions import first_page
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.starter import begin_started


def test_what_to_begin_with_is_first_and_what_nobody_near_should_see_last(tmp_path: Path) -> None:
    library = open_library(Paths(data_dir=begin_started(tmp_path / "data")).library, StillClock())
    try:
        library.topics.choose(["crisis", "dementia"], at=MONDAY)
        rows = [row for row in first_page(library, ArticleQuery()).rows if row.kind is ItemKind.GUIDE]
        assert rows[0].title == "The first weeks after a diagnosis of dementia"
        assert rows[-1].discreet
        assert all(row.ours for row in rows)
        library.topics.choose(["carer-wellbeing", "dementia"], at=MONDAY)
        assert first_page(library, ArticleQuery()).rows[0].title == "New to looking after someone"
    finally:
        library.close()
