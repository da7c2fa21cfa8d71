"""Every state of a kept page has words, in the window's and the command line's terms."""

from __future__ import annotations

import itertools

import pytest

from caregiver_app.model.article import ItemId
from caregiver_app.model.errors import FeedTrouble, WebTrouble
from caregiver_app.model.keeping import KeepReport, KeepResult
from caregiver_app.model.offline import CopyState, OfflineState, OfflineTrouble
from caregiver_app.model.time import Millis
from caregiver_app.support.sentences import Audience, sentence_for_copy, sentence_for_keeping

REASONS = sorted({"", *OfflineTrouble, *WebTrouble, *FeedTrouble, "something-new"}, key=str)
CASES = list(itertools.product(CopyState, REASONS, Audience))


@pytest.mark.parametrize(("state", "reason", "audience"), CASES, ids=lambda value: str(value) or "none")
def test_every_state_and_reason_has_words(state: CopyState, reason: str, audience: Audience) -> None:
    copy = OfflineState(state=state, reason=reason, pictures_wanted=3, pictures_kept=1)
    sentence = sentence_for_copy(copy, audience)
    assert sentence.happened.endswith(".")
    assert "{" not in sentence.text
    assert "feed" not in sentence.text or audience is Audience.COMMAND or "RSS or feed" in sentence.text


def test_pictures_are_counted() -> None:
    copy = OfflineState(state=CopyState.PARTLY, reason="elsewhere", pictures_wanted=3, pictures_kept=1)
    assert "1 of 3 pictures" in sentence_for_copy(copy).happened
    assert "somebody else's site" in sentence_for_copy(copy).means


def test_what_is_tried_again_says_so() -> None:
    failed = OfflineState(state=CopyState.FAILED, reason="timeout", next_try_at=Millis(1))
    assert "tried again" in sentence_for_copy(failed).to_do
    given_up = OfflineState(state=CopyState.FAILED, reason="timeout")
    assert sentence_for_copy(given_up).to_do == ""


def result(state: CopyState) -> KeepResult:
    return KeepResult(item_id=ItemId(1), title="Falls", copy=OfflineState(state=state))


def test_a_run_says_how_many_pages_are_kept_and_why_not_more() -> None:
    results = (result(CopyState.KEPT), result(CopyState.PARTLY), result(CopyState.WANTED))
    assert sentence_for_keeping(KeepReport(results=results)).text == "2 pages are kept."
    assert "space" in sentence_for_keeping(KeepReport(results=results, full=True)).text
    assert "no network" in sentence_for_keeping(KeepReport(results=results, offline=True)).text
