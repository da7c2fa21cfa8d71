"""Hosts that are never contacted: plain names, with all below them, and their sources say so."""

from __future__ import annotations

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.errors import AddressRefused, AddressTrouble
from caregiver_app.model.source import NewSource, SourceId, SourceState
from tests.helpers.clock import MONDAY
from tests.helpers.library import LATER


def add(library: Library, url: str) -> SourceId:
    return library.sources.add(NewSource(url=url, allow_private=True), at=MONDAY)


def states(library: Library, *ids: SourceId) -> list[tuple[SourceState, str]]:
    return [((source := library.sources.get(source_id)).state, source.reason) for source_id in ids]


def test_hosts_are_kept_in_their_plain_form_since_the_first_time(library: Library) -> None:
    assert library.blocked_hosts.add(" HTTPS://Www.Example.org:443/x ", at=MONDAY).host == "www.example.org"
    library.blocked_hosts.add("www.example.org", at=LATER)
    library.blocked_hosts.add("10.0.0.1", at=LATER)
    assert [(blocked.host, blocked.blocked_at) for blocked in library.blocked_hosts.list()] == [
        ("10.0.0.1", LATER),
        ("www.example.org", MONDAY),
    ]


@pytest.mark.parametrize("typed", ["org", "co.uk", "nhs.uk", "github.io", "", "a b", "https://"])
def test_what_is_no_host_or_everybodys_is_refused(library: Library, typed: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        library.blocked_hosts.add(typed, at=MONDAY)
    assert refused.value.kind is AddressTrouble.NO_HOST
    assert library.blocked_hosts.list() == ()


@pytest.mark.parametrize("typed", ["nas", "printer.local", "localhost", "[2001:db8::1]"])
def test_places_at_home_can_be_blocked(library: Library, typed: str) -> None:
    library.blocked_hosts.add(typed, at=MONDAY)
    assert len(library.blocked_hosts.list()) == 1


def test_sources_on_a_blocked_host_say_so_and_others_do_not(library: Library) -> None:
    inside = [add(library, f"https://{host}/feed") for host in ("example.org", "news.example.org")]
    outside = [add(library, url) for url in ("https://badexample.org/feed", "https://other.org/?u=example.org")]
    library.blocked_hosts.add("example.org", at=LATER)
    assert states(library, *inside) == [(SourceState.ATTENTION, "blocked")] * 2
    assert states(library, *outside) == [(SourceState.NEVER_FETCHED, "")] * 2


def test_allowing_a_host_again_frees_only_what_no_other_entry_holds(library: Library) -> None:
    wide, narrow = add(library, "https://example.org/feed"), add(library, "https://news.example.org/feed")
    library.blocked_hosts.add("example.org", at=LATER)
    library.blocked_hosts.add("news.example.org", at=LATER)
    assert library.blocked_hosts.remove("EXAMPLE.org")
    assert states(library, wide, narrow) == [(SourceState.NEVER_FETCHED, ""), (SourceState.ATTENTION, "blocked")]
    assert library.blocked_hosts.remove("news.example.org")
    assert states(library, narrow) == [(SourceState.NEVER_FETCHED, "")]
    assert not library.blocked_hosts.remove("news.example.org")
