"""`caregiver link`: what the last looks found, in JSON and in words."""

from __future__ import annotations

import pytest

from caregiver_app.links.address import address_key
from caregiver_app.model.link_check import LinkCheck, LinkState
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY
from tests.helpers.command_line import CommandLine
from tests.helpers.http_server import ScriptedServer
from tests.helpers.library import a_library

KEY = "k3JH28dkfjh2398dkjf23XQ"


def put(caregiver: CommandLine, url: str, state: LinkState, *, moved_to: str | None = None, reason: str = "") -> None:
    caregiver.data_dir.mkdir(exist_ok=True)
    library = a_library(caregiver.data_dir)
    library.link_checks.put(
        LinkCheck(
            address_key=address_key(url),
            url=url,
            state=state,
            reason=reason,
            moved_to=moved_to,
            text_hash="a",
            seen_hash="b" if state is LinkState.CHANGED else "a",
            checked_at=MONDAY,
            next_due_at=Millis(MONDAY + 1),
        )
    )
    library.close()


def test_nothing_is_due_in_a_fresh_folder(caregiver: CommandLine) -> None:
    assert caregiver.json("link", "check") == []
    assert "link check --all" in caregiver("link", "check").err
    assert caregiver("link", "list").code == 0


def test_a_given_address_is_looked_at_and_listed(caregiver: CommandLine, server: ScriptedServer) -> None:
    """On loopback nothing may be asked: so it is not sure, and nothing has left."""
    ran = caregiver("--json", "link", "check", server.url("/page"))
    (check,) = ran.document
    assert (ran.code, check["state"], check["changed"]) == (3, "unsure", False)
    assert server.requests == []
    assert caregiver.json("link", "list") == [check]
    assert caregiver.json("link", "list", "--state", "dead") == []


@pytest.mark.parametrize("arguments", [["--all", "https://example.org"], ["no address"]])
def test_what_makes_no_sense_is_refused(caregiver: CommandLine, arguments: list[str]) -> None:
    assert caregiver("link", "check", *arguments).code in (2, 4)


def test_private_parts_of_addresses_are_masked(caregiver: CommandLine) -> None:
    put(caregiver, f"https://example.org/?token={KEY}", LinkState.MOVED, moved_to=f"https://example.org/{KEY}")
    for ran in (caregiver("link", "list"), caregiver("--json", "link", "list")):
        assert KEY not in ran.out
        assert "***" in ran.out


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (LinkState.MOVED, "The page has moved for good to https://example.org/new."),
        (LinkState.CHANGED, "The page says something else than before."),
        (LinkState.DEAD, "There has been nothing at this address on two days."),
        (LinkState.CERTIFICATE, "The site could not prove that it is the real one."),
    ],
)
def test_every_state_has_its_sentence(caregiver: CommandLine, state: LinkState, word: str) -> None:
    put(caregiver, "https://example.org/page", state, moved_to="https://example.org/new")
    assert word in caregiver("link", "list").out


@pytest.mark.parametrize("reason", ["not-found-page", "front-page", "parked", "sign-in", "same-answer", "timeout"])
def test_every_doubt_has_its_sentence(caregiver: CommandLine, reason: str) -> None:
    put(caregiver, "https://example.org/page", LinkState.UNSURE, reason=reason)
    assert "Something went wrong" not in caregiver("link", "list").out


def test_a_changed_page_is_accepted(caregiver: CommandLine) -> None:
    put(caregiver, "https://example.org/page", LinkState.CHANGED)
    assert caregiver("link", "accept", "http://www.example.org/page/").out == "1 page is taken as it is now.\n"
    assert caregiver.json("link", "list")[0]["state"] == "fine"
    assert caregiver.json("link", "accept", "https://example.org/page") == {"accepted": 0}
