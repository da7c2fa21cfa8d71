"""Checked addresses: dead is said only of what was missing on two days, never of what is in doubt."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.feeds.link_check import LinkChecking
from caregiver_app.feeds.link_judging import DAY_MS, FINE_AGAIN_MS, HOUR_MS
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.library.store import Library
from caregiver_app.links.address import address_key
from caregiver_app.model.errors import AddressRefused, WebError, WebTrouble
from caregiver_app.model.link_check import LinkCheck, LinkDoubt, LinkProgress, LinkState
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Cancel
from tests.helpers.clock import StillClock
from tests.helpers.door import PUBLIC_STAND_INS, Door, Names
from tests.helpers.http_server import Answer, ScriptedServer, conditional
from tests.helpers.library import a_library
from tests.helpers.tls import Authority

HOST = "www.health.org"
WORDS = "Sleep matters to whoever looks after somebody at night. " * 60


def page(words: str = WORDS, *, title: str = "Nights", extra: str = "") -> bytes:
    return (
        f"<html><head><title>{title}</title></head><body><nav>Menu</nav><h1>{title}</h1><p>{words}</p>{extra}</body></html>"
    ).encode()


def html(body: bytes, **headers: str) -> Answer:
    return Answer(body=body, headers={"Content-Type": "text/html", **headers})


@dataclass(slots=True, kw_only=True)
class Table:
    """A library, a door onto loopback and a clock, for looks on several days."""

    library: Library
    server: ScriptedServer
    door: Door
    clock: StillClock
    parser: ParserPool
    progress: list[LinkProgress] = field(default_factory=list)
    offline: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/page", host: str = HOST) -> str:
        return self.server.url(path, host)

    def check(
        self,
        *addresses: str,
        cancel: Cancel | None = None,
        on_progress: Callable[[LinkProgress], None] | None = None,
        spaced_s: float = 0,
    ) -> tuple[LinkCheck, ...]:
        checking = LinkChecking(
            self.library,
            fetcher=self.door,
            parser=self.parser,
            ledger=LedgerBuffer(),
            clock=self.clock,
            on_progress=on_progress or self.progress.append,
            spaced_s=spaced_s,
        )
        return checking.run(addresses or None, cancel=cancel or threading.Event())

    def look(self, answer: Answer, *, days_later: float = 0) -> LinkCheck:
        """Let time pass, script the page and look at it."""
        self.clock.advance(days_later * 86_400)
        self.server.answer("/page", answer)
        (check,) = self.check(self.url())
        return check


@pytest.fixture
def table(tmp_path: Path, parser: ParserPool) -> Iterator[Table]:
    clock = StillClock()
    hosts = (HOST, "health.org", "www.clinic.org", "www.third.org", "portal.example.com")
    names = Names({host: ["127.0.0.2"] for host in hosts})
    offline = threading.Event()
    library = a_library(tmp_path, clock)
    with (
        ScriptedServer(also=PUBLIC_STAND_INS) as server,
        Door(clock=clock, names=names, stay_offline=offline.is_set) as door,
    ):
        yield Table(library=library, server=server, door=door, clock=clock, parser=parser, offline=offline)
        library.close()


def test_a_page_that_is_there_is_fine_and_asked_again_with_its_validators(table: Table) -> None:
    table.server.answer("/page", conditional(page(), headers={"Content-Type": "text/html"}))
    (first,) = table.check(table.url())
    assert (first.state, first.next_due_at - first.checked_at) == (LinkState.FINE, FINE_AGAIN_MS)
    table.clock.advance(86_400)
    (second,) = table.check(table.url())
    assert second.state is LinkState.FINE
    assert [seen.method for seen in table.server.requests] == ["GET", "GET"]
    assert [seen.header("If-None-Match") for seen in table.server.requests] == [None, '"v1"']
    assert table.library.link_checks.of(address_key(table.url())) == second


def test_a_permanent_redirect_is_a_move_with_its_target(table: Table) -> None:
    table.server.answer("/new", html(page()))
    check = table.look(Answer(status=301, headers={"Location": "/new"}))
    assert (check.state, check.moved_to) == (LinkState.MOVED, table.url("/new"))
    assert table.look(Answer(status=302, headers={"Location": "/new"})).state is LinkState.FINE


def test_a_redirect_that_leads_to_the_same_page_is_no_move(table: Table) -> None:
    table.server.answer("/page/", html(page()))
    assert table.look(Answer(status=301, headers={"Location": "/page/"})).state is LinkState.FINE


def test_a_changed_text_is_told_until_it_is_accepted(table: Table) -> None:
    assert table.look(html(page())).state is LinkState.FINE
    changed = table.look(html(page(WORDS + " Take two.")), days_later=1)
    assert changed.state is LinkState.CHANGED
    assert table.look(html(page(WORDS + " Take two.")), days_later=1).state is LinkState.CHANGED
    assert table.library.link_checks.accept([changed.address_key]) == 1
    assert table.library.link_checks.accept([changed.address_key]) == 0
    assert table.look(html(page(WORDS + " Take two.")), days_later=1).state is LinkState.FINE
    assert table.look(html(page()), days_later=1).state is LinkState.CHANGED


def test_a_change_stays_told_when_the_server_says_not_modified(table: Table) -> None:
    table.look(html(page(), ETag='"1"'))
    assert table.look(html(page("Other. " * 99), ETag='"2"'), days_later=1).state is LinkState.CHANGED
    assert table.look(Answer(status=304), days_later=1).state is LinkState.CHANGED


@pytest.mark.parametrize(
    "other",
    [
        page(WORDS.replace(" ", "\n ")),
        page(extra="<p>Last updated: 23 November 2026</p>"),
        page(extra="<footer>Menu of the day</footer>"),
        page(extra="<script>var token = 'x1'</script><style>p{}</style>"),
        page().replace(b"Menu", b"Another menu"),
        page(extra="<p>1,204 views</p>"),
    ],
    ids=["spaces", "stamp", "footer", "script", "menu", "counter"],
)
def test_what_frames_or_counts_is_no_change(table: Table, other: bytes) -> None:
    table.look(html(page()))
    assert table.look(html(other), days_later=1).state is LinkState.FINE


@pytest.mark.parametrize("status", [404, 410])
def test_missing_once_is_not_dead_and_on_another_day_is(table: Table, status: int) -> None:
    table.look(html(page()))
    first = table.look(Answer(status=status), days_later=30)
    assert (first.state, first.failures) == (LinkState.UNSURE, 1)
    assert first.next_due_at - first.checked_at <= DAY_MS
    assert table.look(Answer(status=status), days_later=2 * HOUR_MS / DAY_MS).state is LinkState.UNSURE
    assert table.look(Answer(status=status), days_later=1).state is LinkState.DEAD
    assert table.look(html(page()), days_later=1).state is LinkState.FINE


def test_missing_between_pages_that_are_there_starts_anew(table: Table) -> None:
    table.look(Answer(status=404))
    table.look(html(page()), days_later=1)
    assert table.look(Answer(status=404), days_later=1).state is LinkState.UNSURE


def test_what_is_dead_stays_so_until_it_is_there_again(table: Table) -> None:
    table.look(Answer(status=404))
    table.look(Answer(status=404), days_later=1)
    assert table.look(Answer(status=404)).state is LinkState.DEAD


DOUBTFUL = {
    "forbidden": Answer(status=403),
    "wants a login": Answer(status=401),
    "asks for rest": Answer(status=429, headers={"Retry-After": "1"}),
    "has a fault": Answer(status=500),
    "is away": Answer(status=503),
    "cuts off": Answer(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx", close=True),
    "says nothing": Answer(raw=b"", close=True),
    "speaks nonsense": Answer(raw=b"nonsense\r\n\r\n", close=True),
    "loops": Answer(status=302, headers={"Location": "/page"}),
}


@pytest.mark.parametrize("answer", DOUBTFUL.values(), ids=DOUBTFUL.keys())
def test_whoever_keeps_programs_out_or_fails_is_never_called_dead(table: Table, answer: Answer) -> None:
    for _ in range(6):
        assert table.look(answer, days_later=10).state is LinkState.UNSURE


def test_a_host_that_was_blocked_is_not_contacted_and_not_called_dead(table: Table) -> None:
    table.door.block([HOST])
    for _ in range(3):
        (check,) = table.check(table.url())
        assert (check.state, check.reason) == (LinkState.UNSURE, WebTrouble.BLOCKED.value)
        table.clock.advance(86_400)
    assert table.server.connections == 0


def test_a_name_that_is_not_found_is_dead_on_the_second_day_where_others_were_reached(table: Table) -> None:
    table.server.answer("/page", html(page()))
    nowhere = "https://gone.health.org/x"
    states = []
    for _ in range(3):
        _, check = sorted(table.check(table.url(), nowhere), key=lambda check: check.url != table.url())
        states.append(check.state)
        table.clock.advance(86_400)
    assert states == [LinkState.UNSURE, LinkState.DEAD, LinkState.DEAD]


def test_where_no_name_is_found_at_all_none_is_called_dead(table: Table) -> None:
    for _ in range(3):
        (check,) = table.check("https://gone.health.org/x")
        assert (check.state, check.reason) == (LinkState.UNSURE, "dns")
        table.clock.advance(86_400)


def test_a_host_that_cannot_prove_itself_is_named(table: Table, authority: Authority) -> None:
    with (
        ScriptedServer(also=PUBLIC_STAND_INS, tls=authority.server("www.other.org")) as server,
        Door(clock=table.clock, names=table.door.names, ssl_context=authority.client()) as door,
    ):
        checking = LinkChecking(
            table.library,
            fetcher=door,
            parser=table.parser,
            ledger=LedgerBuffer(),
            clock=table.clock,
            on_progress=table.progress.append,
            spaced_s=0,
        )
        (check,) = checking.run([server.url("/", HOST)], cancel=threading.Event())
    assert (check.state, check.reason) == (LinkState.CERTIFICATE, "tls")


DOUBTS = {
    "not found": (page("It may have moved.", title="404 Not Found"), LinkDoubt.NOT_FOUND_PAGE),
    "not found, at length": (page(title="Page not found"), LinkDoubt.NOT_FOUND_PAGE),
    "Spanish": (page(title="Página no encontrada"), LinkDoubt.NOT_FOUND_PAGE),
    "for sale": (page("The domain health.org is for sale.", title="health.org"), LinkDoubt.PARKED),
    "parked": (page("Parked free, courtesy of a registrar.", title="health.org"), LinkDoubt.PARKED),
    "a network's door": (page("Welcome to our Wi-Fi. Please log in.", title="Guest"), LinkDoubt.SIGN_IN),
    "a guard": (page("Checking your browser.", title="Just a moment..."), LinkDoubt.SIGN_IN),
}


@pytest.mark.parametrize(("body", "doubt"), DOUBTS.values(), ids=DOUBTS.keys())
def test_a_page_that_is_not_the_page_is_doubted_and_changes_nothing(
    table: Table, body: bytes, doubt: LinkDoubt
) -> None:
    before = table.look(html(page()))
    check = table.look(html(body), days_later=1)
    assert (check.state, check.reason, check.text_hash) == (LinkState.UNSURE, doubt.value, before.text_hash)
    assert table.look(html(page()), days_later=1).state is LinkState.FINE


@pytest.mark.parametrize("status", [301, 302])
def test_being_sent_to_the_front_page_is_doubted(table: Table, status: int) -> None:
    table.server.answer("/", html(page(title="Health")))
    check = table.look(Answer(status=status, headers={"Location": "/"}))
    assert (check.state, check.reason) == (LinkState.UNSURE, LinkDoubt.FRONT_PAGE.value)


def test_being_sent_to_a_door_on_another_site_is_doubted(table: Table) -> None:
    table.server.answer("/hello", html(page()))
    check = table.look(Answer(status=302, headers={"Location": table.url("/hello?to=x", "portal.example.com")}))
    assert (check.state, check.reason) == (LinkState.UNSURE, LinkDoubt.SIGN_IN.value)


def test_one_page_in_the_place_of_many_sites_is_the_networks_own(table: Table) -> None:
    table.server.answer("/page", html(page()))
    hosts = (HOST, "www.clinic.org", "www.third.org")
    checks = table.check(*(table.url(host=host) for host in hosts))
    assert {(check.state, check.reason) for check in checks} == {(LinkState.UNSURE, LinkDoubt.SAME_ANSWER.value)}
    two = table.check(*(table.url(host=host) for host in hosts[:2]))
    assert {check.state for check in two} == {LinkState.FINE}


def test_what_is_no_page_is_compared_by_its_bytes(table: Table) -> None:
    leaflet = Answer(body=b"%PDF-1.7 one", headers={"Content-Type": "application/pdf"})
    assert table.look(leaflet).state is LinkState.FINE
    other = Answer(body=b"%PDF-1.7 two", headers={"Content-Type": "application/pdf"})
    assert table.look(other, days_later=1).state is LinkState.CHANGED


def test_what_is_larger_than_a_page_is_there_all_the_same(table: Table) -> None:
    assert table.look(Answer(body=b"x" * 2_000_001)).state is LinkState.FINE


def test_failures_are_asked_again_later_and_later(table: Table) -> None:
    waits = [(check := table.look(Answer(status=500))).next_due_at - check.checked_at for _ in range(7)]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (DAY_MS, 14 * DAY_MS)


def test_addresses_of_a_site_are_asked_one_after_the_other(table: Table) -> None:
    for n in range(6):
        table.server.answer(f"/{n}", html(page(f"{WORDS} {n}")))
    hosts = ("health.org", HOST)
    checks = table.check(*(table.url(f"/{n}", hosts[n % 2]) for n in range(6)), spaced_s=0.01)
    assert len(checks) == 6
    assert table.server.most_open == 2  # one rests while the site's other name is asked
    assert [progress.done for progress in table.progress] == [1, 2, 3, 4, 5, 6]


def test_an_address_is_asked_once_however_often_it_is_given(table: Table) -> None:
    table.server.answer("/page", html(page()))
    assert len(table.check(table.url(), table.url() + "#part", table.url() + "?utm_source=x")) == 1
    assert len(table.server.requests) == 1


def test_no_address_is_asked_where_one_is_none(table: Table) -> None:
    with pytest.raises(AddressRefused):
        table.check(table.url(), "javascript:x")
    assert table.server.requests == []


def test_without_a_network_nothing_is_said_of_any_address(table: Table) -> None:
    table.offline.set()
    with pytest.raises(WebError):
        table.check(table.url())
    assert table.library.link_checks.list() == ()


def test_a_stop_keeps_what_was_found_and_asks_nobody_more(table: Table) -> None:
    hold, cancel = threading.Event(), threading.Event()
    table.server.answer("/a", html(page()))
    table.server.answer("/b", Answer(wait_for=hold))
    table.check(table.url("/a"), table.url("/b"), table.url("/c"), cancel=cancel, on_progress=lambda _: cancel.set())
    hold.set()
    assert [check.url for check in table.library.link_checks.list()] == [table.url("/a")]
    assert table.server.seen("/c") == []


def test_a_page_whose_own_text_is_not_found_for_once_has_not_changed(table: Table) -> None:
    first = table.look(html(page()))
    assert first.text_hash is not None
    assert first.text_hash.startswith("main")
    bare = table.look(html(b"<html><body><p>Few words today.</p></body></html>"), days_later=1)
    assert (bare.state, bare.text_hash) == (LinkState.FINE, first.text_hash)
    assert table.look(html(page("Other words. " * 60)), days_later=1).state is LinkState.CHANGED


@pytest.mark.parametrize("status", [429, 503])
def test_a_rest_that_a_site_asked_for_holds_over_a_restart_and_ends(table: Table, status: int) -> None:
    table.server.answer("/page", Answer(status=status, headers={"Retry-After": "7200"}))
    table.check(table.url())
    with Door(clock=table.clock, names=table.door.names) as table.door:
        table.clock.advance(HOUR_MS / 1000)
        (resting,) = table.check(table.url("/other"))
        assert (resting.state, resting.reason) == (LinkState.UNSURE, WebTrouble.PAUSED.value)
        assert table.progress[-1] == LinkProgress(done=1, total=1, current=HOST, troubled=1)
        assert len(table.server.requests) == 1
        table.clock.advance(HOUR_MS / 1000 + 1)
        assert table.look(html(page())).state is LinkState.FINE


def test_what_is_known_of_a_page_stays_while_its_site_rests(table: Table) -> None:
    known = table.look(html(page(), ETag='"1"'))
    table.library.source_states.pause(HOST, Millis(table.clock.now() + HOUR_MS), now=table.clock.now())
    (told,) = table.check(table.url())
    assert told.reason == WebTrouble.PAUSED.value
    assert table.library.link_checks.of(known.address_key) == known


def test_no_site_gets_a_longer_rest_than_a_day(table: Table) -> None:
    table.look(Answer(status=429, headers={"Retry-After": "99999999999"}))
    pauses = table.library.source_states.pauses(now=table.clock.now())
    assert pauses == {HOST: table.clock.now() + DAY_MS}
