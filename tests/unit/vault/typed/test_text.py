"""What nobody can see says nothing: it is neither a name nor a question nor an answer."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.vault.typed.text import kept_name, kept_words

UNSEEN = {
    "nothing": "",
    "space": " \n\t",
    "zero-width": "\u200b\u200d\u2060",
    "soft-hyphen": "\u00ad",
    "hangul-filler": "\u3164\u115f",
    "braille-blank": "\u2800",
    "turning": "\u202e\u2066",
    "variation": "\u2062\ufeff",
}


@pytest.mark.parametrize("typed", UNSEEN.values(), ids=UNSEEN)
def test_what_cannot_be_seen_is_empty(typed: str) -> None:
    for kept in (kept_name, lambda text: kept_words(text, "question")):
        with pytest.raises(RecordRefused) as told:
            kept(typed)
        assert told.value.kind is RecordTrouble.EMPTY


@pytest.mark.parametrize(
    "typed",
    ["?", "é", "山", "👨\u200d👩\u200d👧", "a\u200bb", "न्\u200dय"],
    ids=["sign", "accent", "han", "family", "joined", "conjunct"],
)
def test_what_can_be_seen_stays_as_it_was_typed(typed: str) -> None:
    assert kept_words(typed, "question") == typed
