"""What a pack says of itself is changed field by field; what cannot be said stays as it was, and why is told."""

from __future__ import annotations

import pytest

from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.describing import described
from tests.helpers.packs import small_manifest

BEFORE = small_manifest(summary="Short.", countries=["GB"])


def test_what_can_be_said_is_taken_and_what_is_so_by_default_is_not_written() -> None:
    said = {"title": "Evenings", "summary": "", "countries": [], "languages": ["en", "es"], "review_by": "2030-01-01"}
    changed, problems = described(BEFORE, said)
    assert problems == ()
    left = {name: value for name, value in BEFORE.items() if name not in ("summary", "countries")}
    assert changed == {**left, "title": "Evenings", "languages": ["en", "es"], "review_by": "2030-01-01"}


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("title", "", PackFault.EMPTY),
        ("title", "x" * 201, PackFault.TOO_LONG),
        ("languages", [], PackFault.TOO_FEW),
        ("languages", ["EN"], PackFault.NOT_SUCH_A_WORD),
        ("countries", ["GB", "GB"], PackFault.TWICE),
        ("topics", [], PackFault.TOO_FEW),
        ("contact", "http://example.org/", PackFault.ADDRESS_INSECURE),
        ("words", [{"language": "es", "title": ""}], PackFault.EMPTY),
        ("gaps", [{"country": "Ireland", "words": "None."}], PackFault.TOO_LONG),
        ("review_by", "soon", PackFault.NOT_A_DAY),
        ("review_by", "1999-01-01", PackFault.ENDS_EARLY),
    ],
    ids=lambda value: "" if isinstance(value, list) else str(value)[:20],
)
def test_what_cannot_be_said_stays_as_it_was_beside_what_can(name: str, value: object, fault: PackFault) -> None:
    changed, problems = described(BEFORE, {"publisher": "Northfield Nurses", name: value})
    assert [problem.fault for problem in problems] == [fault]
    assert problems[0].where.partition("[")[0] == name
    assert changed == {**BEFORE, "publisher": "Northfield Nurses"}


def test_a_manifest_that_is_not_in_order_is_mended_piece_by_piece() -> None:
    broken = {"schema": 1, "title": 7, "links": "none"}
    changed, problems = described(broken, {"title": "Evenings", "topics": ["dementia"]})
    assert problems == ()
    assert changed == {"schema": 1, "title": "Evenings", "links": "none", "topics": ["dementia"]}


def test_other_fields_are_no_matter_of_it() -> None:
    with pytest.raises(KeyError):
        described(BEFORE, {"version": 2})
