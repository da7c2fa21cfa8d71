"""What the basket holds back while care notes are locked, and that nothing of it outlives the hide key."""

from __future__ import annotations

from caregiver_app.model.card import Draft, KeepReason, Kept
from caregiver_app.model.guard import FindingKind
from caregiver_app.ui.share.basket import Basket

PRIVATE = Kept(kind=FindingKind.PRIVATE_WORD, text="zolpitrane", reason=KeepReason.AGREED)
PHONE = Kept(kind=FindingKind.PHONE, text="1", reason=KeepReason.MINE)


def test_a_message_that_was_put_away_comes_back_before_what_was_typed_since() -> None:
    basket = Basket()
    for words in ("Ask about zolpitrane.", "And of sleep."):
        basket.put_message(words)
        basket.put_away()
        assert basket.holds_back
        assert basket.draft.message == ""
    basket.put_message("Later")
    basket.bring_back()
    assert basket.draft.message == "Ask about zolpitrane.\n\nAnd of sleep.\n\nLater"
    assert not basket.holds_back
    basket.bring_back()
    assert basket.draft.message == "Ask about zolpitrane.\n\nAnd of sleep.\n\nLater"


def test_the_hide_key_forgets_what_was_put_away_too() -> None:
    basket = Basket()
    basket.put_message("Ask about zolpitrane.")
    basket.put_away()
    basket.put_message("Later")
    basket.forget()
    basket.bring_back()
    assert basket.draft == Draft()


def test_of_what_was_kept_only_words_of_the_notes_are_forgotten_at_the_lock() -> None:
    basket = Basket()
    basket.put_kept((PRIVATE, PHONE))
    basket.forget_private()
    assert basket.draft.kept == (PHONE,)
