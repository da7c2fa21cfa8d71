"""Results of looks at addresses, and which addresses are worth one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from caregiver_app.library.link_checks import LinkToCheck
from caregiver_app.library.store import Library
from caregiver_app.links.address import address_key
from caregiver_app.model.link_check import LinkCheck, LinkState
from caregiver_app.model.source import Validators
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY
from tests.helpers.library import DAY_MS, raw


def a_check(url: str, state: LinkState = LinkState.FINE, *, due_at: int = MONDAY) -> LinkCheck:
    return LinkCheck(
        address_key=address_key(url),
        url=url,
        state=state,
        text_hash="a",
        seen_hash="a" if state is not LinkState.CHANGED else "b",
        validators=Validators(etag='"1"'),
        checked_at=MONDAY,
        next_due_at=Millis(due_at),
    )


def put_item(folder: Path, number: int, url: str | None, *, kind: str = "link", starred: bool = False) -> None:
    with raw(folder) as connection:
        connection.execute(
            "INSERT INTO item (id, kind, uid, address_key, title, url, language, created_at) "
            "VALUES (?, ?, ?, ?, '', ?, '', 0)",
            (number, kind, f"x{number}", None if url is None else address_key(url), url),
        )
        if kind == "link":
            connection.execute("INSERT INTO link (item_id) VALUES (?)", (number,))
        if starred:
            connection.execute("INSERT INTO mark (item_id, starred_at) VALUES (?, 1)", (number,))


def waiting(library: Library, *, due_at: Millis | None, limit: int) -> tuple[LinkToCheck, ...]:
    return library.link_checks.waiting(due_at=due_at, limit=limit, may_be_asked=lambda url: "10.0.0" not in url)


def test_a_result_is_kept_whole_and_replaced_by_the_next(library: Library) -> None:
    check = replace(
        a_check("https://example.org/a", LinkState.DEAD),
        reason="status",
        reason_detail="404",
        moved_to="https://example.org/b",
        failures=3,
        first_failed_at=MONDAY,
    )
    library.link_checks.put(check)
    assert library.link_checks.of(check.address_key) == check
    fine = a_check("https://example.org/a")
    library.link_checks.put(fine)
    assert library.link_checks.list() == (fine,)
    assert library.link_checks.of("example.org/other") is None


@pytest.mark.parametrize("state", list(LinkState))
def test_results_are_listed_by_their_state(library: Library, state: LinkState) -> None:
    for each in LinkState:
        library.link_checks.put(a_check(f"https://example.org/{each}", each))
    assert [check.state for check in library.link_checks.list(state=state)] == [state]
    assert len(library.link_checks.list()) == len(LinkState)


def test_what_people_keep_is_worth_a_look_and_nothing_else(library: Library, tmp_path: Path) -> None:
    put_item(tmp_path, 1, "https://example.org/link")
    put_item(tmp_path, 2, "https://example.org/starred", kind="article", starred=True)
    put_item(tmp_path, 3, "https://example.org/read", kind="article")
    put_item(tmp_path, 4, None)
    put_item(tmp_path, 5, "http://www.example.org/link/")
    found = waiting(library, due_at=MONDAY, limit=10)
    assert [link.address_key for link in found] == ["example.org/link", "example.org/starred"]
    assert [link.before for link in found] == [None, None]


def test_links_of_a_pack_are_not_asked_for_before_somebody_keeps_one(library: Library, tmp_path: Path) -> None:
    for number in (1, 2):
        put_item(tmp_path, number, f"https://example.org/{number}", starred=number == 2)
        with raw(tmp_path) as connection:
            connection.execute("INSERT INTO origin (item_id, author, fields) VALUES (?, 'c/p/pack', '{}')", (number,))
    assert [link.url for link in waiting(library, due_at=None, limit=10)] == ["https://example.org/2"]


def test_the_longest_due_come_first_and_others_wait(library: Library, tmp_path: Path) -> None:
    for number, due in enumerate((MONDAY + DAY_MS, MONDAY - DAY_MS, MONDAY - 2 * DAY_MS)):
        url = f"https://example.org/{number}"
        put_item(tmp_path, number + 1, url)
        library.link_checks.put(a_check(url, due_at=due))
    put_item(tmp_path, 9, "https://example.org/new")
    due_now = waiting(library, due_at=MONDAY, limit=10)
    assert [link.url[-1] for link in due_now] == ["w", "2", "1"]
    assert len(waiting(library, due_at=None, limit=10)) == 4
    assert len(waiting(library, due_at=None, limit=2)) == 2


def test_addresses_that_may_not_be_asked_take_no_place_of_others(library: Library, tmp_path: Path) -> None:
    for number in range(5):
        put_item(tmp_path, number + 1, f"http://10.0.0.{number}/")
    put_item(tmp_path, 9, "https://example.org/page")
    assert [link.url for link in waiting(library, due_at=MONDAY, limit=3)] == ["https://example.org/page"]


def test_only_changed_pages_can_be_accepted(library: Library) -> None:
    for state in LinkState:
        library.link_checks.put(a_check(f"https://example.org/{state}", state))
    keys = [check.address_key for check in library.link_checks.list()]
    assert library.link_checks.accept(keys) == 1
    accepted = library.link_checks.of("example.org/changed")
    assert accepted is not None
    assert (accepted.state, accepted.text_hash, accepted.has_changed) == (LinkState.FINE, "b", False)
    assert library.link_checks.accept([]) == 0


def test_a_moved_page_whose_words_are_accepted_is_still_moved(library: Library) -> None:
    moved = replace(a_check("https://example.org/a", LinkState.MOVED), seen_hash="b")
    library.link_checks.put(moved)
    assert library.link_checks.accept([moved.address_key]) == 1
    assert library.link_checks.list() == (replace(moved, text_hash="b"),)
