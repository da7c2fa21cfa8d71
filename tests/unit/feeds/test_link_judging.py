"""What a look means, by its hash alone: texts that were got by different rules are never compared."""

from __future__ import annotations

import pytest

from caregiver_app.feeds.link_judging import judge_page
from caregiver_app.feeds.link_pages import PageFacts
from caregiver_app.library.link_checks import LinkToCheck
from caregiver_app.model.link_check import LinkCheck, LinkState
from caregiver_app.model.source import Validators
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Fetched
from tests.helpers.clock import MONDAY

URL = "https://www.health.org/page"


def look(before: LinkCheck | None, text_hash: str, *, moved_to: str | None = None) -> LinkCheck:
    fetched = Fetched(
        status=200, url=URL, moved_to=moved_to, headers={}, body=b"", validators=Validators(), max_age_s=None
    )
    link = LinkToCheck(address_key="health.org/page", url=URL, before=before)
    return judge_page(link, fetched, PageFacts(body_hash="", text_hash=text_hash, doubt=None), at=MONDAY)


@pytest.mark.parametrize(
    ("then", "now", "state", "kept"),
    [
        ("main1:a", "main1:a", LinkState.FINE, "main1:a"),
        ("main1:a", "main1:b", LinkState.CHANGED, "main1:a"),
        ("main1:a", "main2:b", LinkState.FINE, "main2:b"),
        ("main1:a", "plain1:b", LinkState.FINE, "main1:a"),
        ("bytes1:a", "bytes1:b", LinkState.CHANGED, "bytes1:a"),
    ],
)
def test_only_texts_of_one_rule_are_compared(then: str, now: str, state: LinkState, kept: str) -> None:
    check = look(look(None, then), now)
    assert (check.state, check.text_hash) == (state, kept)


def test_a_page_that_changed_and_then_hid_its_text_is_still_changed() -> None:
    assert look(look(look(None, "main1:a"), "main1:b"), "plain1:x").state is LinkState.CHANGED


def test_a_page_that_moved_and_changed_says_both() -> None:
    check = look(look(None, "main1:a"), "main1:b", moved_to="https://www.health.org/other")
    assert (check.state, check.has_changed) == (LinkState.MOVED, True)
    assert check.next_due_at > Millis(MONDAY)
