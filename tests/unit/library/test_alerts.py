"""What warns now: what was meant, is not over, and was not called off by those who said it."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caregiver_app.library.alerts import LONGEST_MS, RECALL_MS, WITHOUT_EXPIRY_MS
from caregiver_app.library.store import Library
from caregiver_app.model.alert import AlertFacts
from caregiver_app.model.article import ItemId
from caregiver_app.model.source import SourceKind
from caregiver_app.model.time import Millis
from tests.helpers.alerts import HOUR_MS, alert_facts, alert_source, recall_facts, switch, warn
from tests.helpers.clock import MONDAY
from tests.helpers.library import a_library

SOON = Millis(MONDAY + 2 * HOUR_MS)


def titles(library: Library, at: int = SOON, country: str = "") -> list[str]:
    return [row.title for row in library.alerts.current(at=Millis(at), country=country)]


def test_an_alert_is_current_with_its_facts_until_it_expires(library: Library) -> None:
    facts = alert_facts(hours=3)
    item = warn(library, alert_source(library), facts, title="Heat warning")
    (row,) = library.alerts.current(at=SOON)
    assert (row.item_id, row.title, row.facts, row.published_at) == (item, "Heat warning", facts, MONDAY)
    assert titles(library, MONDAY + 4 * HOUR_MS) == []
    assert library.alerts.facts_of(item) == facts


def test_an_alert_that_names_no_end_is_current_for_two_days_and_a_recall_for_a_month(library: Library) -> None:
    source = alert_source(library)
    warn(library, source, alert_facts(hours=None), title="Heat")
    warn(library, source, recall_facts(), title="Recall")
    assert titles(library, MONDAY + WITHOUT_EXPIRY_MS) == ["Heat", "Recall"]
    assert titles(library, MONDAY + WITHOUT_EXPIRY_MS + HOUR_MS) == ["Recall"]
    assert titles(library, MONDAY + RECALL_MS) == []


def test_an_end_in_another_century_is_none_that_anybody_waits_for(library: Library) -> None:
    source = alert_source(library)
    warn(library, source, replace(alert_facts(), expires_at=Millis(MONDAY + 73 * 365 * 24 * HOUR_MS)), title="Heat")
    warn(library, source, alert_facts(2, hours=20 * 24), title="Drought")
    assert titles(library, MONDAY + LONGEST_MS - HOUR_MS) == ["Heat"]
    assert titles(library, MONDAY + 19 * 24 * HOUR_MS) == ["Drought", "Heat"]
    assert titles(library, MONDAY + LONGEST_MS + HOUR_MS) == []


def test_a_message_from_tomorrow_is_no_newer_than_its_coming_and_ends_like_any(library: Library) -> None:
    source = alert_source(library)
    far = Millis(MONDAY + 73 * 365 * 24 * HOUR_MS)
    warn(library, source, replace(alert_facts(hours=None), sent_at=far, identifier="far"), title="Sent in 2099")
    warn(library, source, replace(recall_facts(), sent_at=far), title="Recalled in 2099")
    assert set(titles(library)) == {"Sent in 2099", "Recalled in 2099"}
    day = 24 * HOUR_MS  # clocks differ
    assert titles(library, MONDAY + WITHOUT_EXPIRY_MS + day) == ["Recalled in 2099"]
    assert titles(library, MONDAY + RECALL_MS + day) == []


@pytest.mark.parametrize(
    "changes",
    [{"status": "Exercise"}, {"status": "Test"}, {"status": ""}, {"message_type": "Cancel"}],
    ids=lambda changes: str(sorted(changes.items())),
)
def test_what_is_no_warning_for_people_is_never_current(library: Library, changes: dict[str, str]) -> None:
    item = warn(library, alert_source(library), replace(alert_facts(), **changes))  # type: ignore[arg-type]  # only texts
    assert titles(library) == []
    assert library.alerts.facts_of(item) is not None


def test_the_most_severe_comes_first_and_then_the_newest(library: Library) -> None:
    source = alert_source(library)
    for number, severity in enumerate(["Minor", "Extreme", "Moderate", "Extreme", "Unknown"]):
        warn(library, source, alert_facts(number, severity=severity), title=f"{severity} {number}")
    assert titles(library) == ["Extreme 3", "Extreme 1", "Moderate 2", "Unknown 4", "Minor 0"]


SEQUENCE = {
    "first": alert_facts(1),
    "second": alert_facts(2, "Update", [1]),
    "third": alert_facts(3, "Update", [1, 2]),
    "called off": alert_facts(4, "Cancel", [3]),
    "apart": alert_facts(5),
}


@pytest.mark.parametrize("order", list(permutations(SEQUENCE))[::7], ids=" ".join)
def test_updates_and_cancellations_end_what_they_name_in_whatever_order_they_come(
    library: Library, order: tuple[str, ...]
) -> None:
    source = alert_source(library)
    for title in order:
        warn(library, source, SEQUENCE[title], title=title)
    assert titles(library) == ["apart"]


_messages = st.lists(
    st.tuples(st.sampled_from(["Alert", "Update", "Cancel"]), st.sets(st.integers(0, 7), max_size=3)), max_size=8
)


@settings(max_examples=40)
@given(_messages, st.randoms())
def test_what_is_current_does_not_depend_on_the_order_in_which_messages_came(
    messages: list[tuple[str, set[int]]], random: Random
) -> None:
    said = [
        alert_facts(number, kind, [] if kind == "Alert" else [each for each in named if each < number])
        for number, (kind, named) in enumerate(messages)
    ]
    ended = {identifier for facts in said for identifier in facts.refers_to}
    expected = {facts.identifier for facts in said if facts.message_type != "Cancel" and facts.identifier not in ended}
    shuffled = list(said)
    random.shuffle(shuffled)
    with TemporaryDirectory() as folder:
        library = a_library(Path(folder))
        source = alert_source(library)
        for facts in shuffled:
            warn(library, source, facts)
        assert set(titles(library)) == expected
        library.close()


def test_nobody_calls_off_what_somebody_else_warned_of(library: Library) -> None:
    weather, stranger = alert_source(library), alert_source(library, "stranger")
    warn(library, weather, alert_facts(1), title="Heat")
    warn(library, stranger, alert_facts(2, "Cancel", [1]))
    assert titles(library) == ["Heat"]
    warn(library, weather, alert_facts(3, "Cancel", [1]))
    assert titles(library) == []


def test_what_may_not_warn_or_is_not_heard_any_more_calls_nothing_off(library: Library) -> None:
    weather = alert_source(library, "weather", organisation="office")
    warn(library, weather, alert_facts(1), title="Heat")
    news = alert_source(library, "news", kind=SourceKind.NEWS, organisation="office")
    warn(library, news, alert_facts(2, "Cancel", [1]))
    assert titles(library) == ["Heat"]
    off = alert_source(library, "off", organisation="office")
    warn(library, off, alert_facts(3, "Cancel", [1]))
    assert titles(library) == []
    switch(library, off, on=False)
    assert titles(library) == ["Heat"]
    removed = alert_source(library, "removed", organisation="office", author="user")
    warn(library, removed, alert_facts(4, "Cancel", [1]))
    assert titles(library) == []
    library.sources.remove(removed, at=MONDAY)
    assert titles(library) == ["Heat"]


def test_an_organisation_calls_off_through_any_of_its_sources(library: Library) -> None:
    north = alert_source(library, "north", organisation="weather")
    south = alert_source(library, "south", organisation="weather")
    warn(library, north, alert_facts(1))
    warn(library, south, alert_facts(2, "Cancel", [1]))
    assert titles(library) == []


def test_an_exercise_ends_nothing_and_nothing_ends_what_came_after_it_or_itself(library: Library) -> None:
    source = alert_source(library)
    warn(library, source, alert_facts(5), title="Heat")
    warn(library, source, replace(alert_facts(6, "Cancel", [5]), status="Exercise"))
    warn(library, source, alert_facts(2, "Update", [5]), title="Earlier")
    warn(library, source, alert_facts(7, "Update", [7]), title="Itself")
    assert titles(library) == ["Itself", "Heat", "Earlier"]


def test_only_sources_that_are_there_for_it_and_ones_own_may_warn(library: Library) -> None:
    news = alert_source(library, "news", kind=SourceKind.NEWS)
    own = alert_source(library, "own", kind=SourceKind.NEWS, author="user")
    hidden = warn(library, news, alert_facts(1), title="From news")
    warn(library, own, alert_facts(2), title="From my own")
    warn(library, own, recall_facts(), title="A recall in the news")
    assert titles(library) == ["From my own"]
    assert library.alerts.facts_of(hidden) is None


def test_a_source_that_is_off_or_removed_does_not_warn(library: Library) -> None:
    off, removed = alert_source(library, "off"), alert_source(library, "removed", author="user")
    for source in (off, removed):
        warn(library, source, alert_facts(int(source)))
    assert len(titles(library)) == 2
    switch(library, off, on=False)
    library.sources.remove(removed, at=MONDAY)
    assert titles(library) == []


def test_a_country_leaves_out_the_others(library: Library) -> None:
    for country in ("GB", "INT", "", "EU", "FR"):
        warn(library, alert_source(library, f"of{country}", country=country), alert_facts(1), title=country or "none")
    assert set(titles(library)) == {"GB", "INT", "none", "EU", "FR"}
    assert set(titles(library, country="gb")) == {"GB", "INT", "none"}
    assert set(titles(library, country="FR")) == {"FR", "EU", "INT", "none"}


def test_what_an_article_says_now_replaces_what_it_said(library: Library) -> None:
    source = alert_source(library)
    warn(library, source, alert_facts(1), title="Heat")
    item = warn(library, source, alert_facts(2, "Cancel", [1]))
    _put(library, item, alert_facts(2))
    assert titles(library) == [alert_facts(2).identifier, "Heat"]
    _put(library, item, None)
    assert (titles(library), library.alerts.facts_of(item)) == (["Heat"], None)


def _put(library: Library, item: ItemId, facts: AlertFacts | None) -> None:
    with library.write("test") as writer:
        library.alerts.put(writer, item, facts)
