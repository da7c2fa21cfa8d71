"""A check may end at any place: what was told holds, and a check is whole with its link or not there at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from caregiver_app.model.article import Trust
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.trust import Outcome
from tests.faults.check_scenarios import FALLS
from tests.helpers.appraisals import appraising, article, judged_library
from tests.helpers.faults import EVERY, crash_everywhere

AFTER = {
    "stored": (Trust.NOT_CHECKED, Trust.NOT_CHECKED),
    "half done": (Trust.NOT_CHECKED, Trust.CHECKED),
    "checked": (Trust.CHECKED, Trust.NOT_CHECKED),
    "failed": (Trust.NOT_CHECKED, Trust.CHECKED),
    "taken back": (Trust.CHECKED, Trust.WITHDRAWN),
    "withdrawn": (Trust.WITHDRAWN, Trust.CHECKED),
    "stood by": (Trust.CHECKED, Trust.CHECKED),
}
"""What the last line told means, and what the step after it makes of that."""


@EVERY
def test_a_check_is_whole_or_not_there(tmp_path: Path, every: bool) -> None:
    template = tmp_path / "data"
    template.mkdir()

    def check(folder: Path, told: Sequence[str]) -> None:
        library = judged_library(folder)
        assert [each for each in library.health.check() if not each.ok] == []
        rows = library.articles.page(ArticleQuery()).rows
        if told:
            (row,) = rows
            assert row.trust in AFTER[told[-1]]
        for row in rows:
            history = appraising().history(library, article(row.id))
            assert all((each.address, len(each.answers.given)) == (FALLS, 10) for each in history)
            if history:
                assert library.appraisals.draft(article(row.id)) is None
                assert {each.outcome for each in history} <= {Outcome.VETTED, Outcome.NOT_VETTED}
        library.close()

    assert crash_everywhere("checks", template, check, every=every) > len(AFTER)
