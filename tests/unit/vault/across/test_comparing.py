"""What an earlier state of the notes lacks is told by kinds: what is missing, older, or there again."""

from __future__ import annotations

import pytest

from caregiver_app.vault.across.comparing import Known, Lacking, lacking

THEN: Known = {("note", "a"): 1, ("note", "b"): 1, ("contact", "a"): 1}


@pytest.mark.parametrize(
    ("now", "said"),
    [
        pytest.param(THEN, Lacking(missing={}, older={}, back={}), id="the-same"),
        pytest.param({}, Lacking(missing={}, older={}, back={"note": 2, "contact": 1}), id="nothing-now"),
        pytest.param(
            {("note", "a"): 2, ("note", "c"): 1, ("person", "b"): 3},
            Lacking(missing={"note": 1, "person": 1}, older={"note": 1}, back={"note": 1, "contact": 1}),
            id="all-of-it",
        ),
        pytest.param(
            {**THEN, ("note", "b"): 0}, Lacking(missing={}, older={"note": 1}, back={}), id="undone-to-before"
        ),
    ],
)
def test_what_is_lacking(now: Known, said: Lacking) -> None:
    assert lacking(now, THEN) == said
    assert said.is_same == (now == THEN)
