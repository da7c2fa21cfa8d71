"""Two hundred messages as caregivers write them: a hundred that give somebody away, a hundred that do not."""

from __future__ import annotations

import pytest

from caregiver_app.model.guard import FindingKind
from tests.helpers.guarding import findings, messages, tally

PRIVATE, CLEAN = messages("private"), messages("clean")
KINDS = sorted({kind for each in PRIVATE for _start, _end, kind in each.spans})


def test_there_are_a_hundred_of_each_and_every_kind_but_free_numbers_is_among_them() -> None:
    assert (len(PRIVATE), len(CLEAN)) == (100, 100)
    assert all(each.spans for each in PRIVATE)
    assert not any(each.spans for each in CLEAN)
    elsewhere = {
        FindingKind.LEADS_ON,
        FindingKind.OWN_PHONE,
        FindingKind.SERVICE_PHONE,
        FindingKind.PRIVATE_WORD,
        FindingKind.PRIVATE_WORDS_UNCHECKED,
    }
    assert set(KINDS) == {kind.value for kind in FindingKind} - {kind.value for kind in elsewhere}


@pytest.mark.parametrize("kind", KINDS)
def test_nearly_all_of_each_kind_is_found_and_little_else(kind: str) -> None:
    counted = tally(PRIVATE)
    assert counted.recall(kind) >= 0.95
    assert counted.precision(kind) >= 0.9


def test_clean_messages_are_left_alone() -> None:
    flagged = [each.text for each in CLEAN if findings(each.text)]
    assert len(flagged) <= 0.05 * len(CLEAN), flagged
