"""Without any network: reading works, a sync says so, nothing counts as failed, the first look is content."""

from __future__ import annotations

import subprocess

from tests.helpers.command_line import CommandLine, Ran
from tests.helpers.no_network import without_network
from tests.helpers.shapes import SYNC, assert_shape


def cut_off(caregiver: CommandLine, *arguments: str) -> Ran:
    """Run a command where there is no network."""
    with caregiver.start(
        *arguments, before=without_network(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
    ) as process:
        out, err = process.communicate()
    return Ran(code=process.returncode, out=out.decode(), err=err.decode())


def test_a_sync_is_offline_with_exit_3_and_no_source_is_blamed(caregiver: CommandLine) -> None:
    caregiver("topic", "choose", "heart")
    before = caregiver.json("source", "list", "--on")
    ran = cut_off(caregiver, "--json", "sync")
    assert ran.code == 3
    assert_shape(ran.document, SYNC)
    assert {result["state"] for result in ran.document["results"]} == {"offline"}
    assert ran.document["paused"] == ran.document["sources"] == len(before)
    assert caregiver.json("source", "list", "--on") == before
    assert "no network" in cut_off(caregiver, "sync").out


def test_what_is_there_is_searched_and_read(filled: CommandLine) -> None:
    (found,) = cut_off(filled, "--json", "search", "regular").document
    shown = cut_off(filled, "article", "show", str(found["id"]))
    assert shown.code == 0
    assert "A regular hour helps" in shown.out


def test_an_address_is_not_added_and_no_network_is_named_as_the_reason(caregiver: CommandLine) -> None:
    ran = cut_off(caregiver, "--json", "source", "add", "https://www.example.org/news")
    assert (ran.code, ran.document["error"]["kind"]) == (3, "web-offline")


def test_a_first_look_ends_well(caregiver: CommandLine) -> None:
    ran = cut_off(caregiver, "first-look")
    assert (ran.code, ran.err) == (0, "")
    assert "no network" in ran.out
    assert "You could follow:" in ran.out
    assert 'A search for "care" finds 0 articles.' in ran.out
