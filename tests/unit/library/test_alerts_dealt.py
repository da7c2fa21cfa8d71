"""Notices that were put away stay away until they say something else, over updates, copies and restores."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from caregiver_app.library.alerts import AlertRow
from caregiver_app.library.store import Library
from caregiver_app.model.alert import AlertFacts, Dealt
from caregiver_app.model.article import ItemId
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from tests.helpers.alerts import HOUR_MS, alert_facts, alert_source, recall_facts, warn
from tests.helpers.backups import back_up, nothing, services_over
from tests.helpers.clock import MONDAY
from tests.helpers.library import a_library
from tests.helpers.retention import whole_content

SOON = Millis(MONDAY + 2 * HOUR_MS)


def current(library: Library) -> dict[ItemId, AlertRow]:
    return {row.item_id: row for row in library.alerts.current(at=SOON)}


def away(library: Library) -> dict[ItemId, Dealt]:
    country, _language = library.topics.place()
    words = library.alerts_dealt.among(current(library).values(), country=country)
    return {item_id: word.kind for item_id, word in words.items()}


def put_away(library: Library, item: ItemId, kind: Dealt = Dealt.DONE) -> None:
    country, _language = library.topics.place()
    library.alerts_dealt.put(current(library)[item], kind, country=country, at=SOON)


def say(library: Library, item: ItemId, facts: AlertFacts) -> None:
    with library.write("test") as writer:
        library.alerts.put(writer, item, facts)


def test_a_notice_is_put_away_with_a_word_and_taken_back(library: Library) -> None:
    source = alert_source(library)
    first, second = warn(library, source, alert_facts(1)), warn(library, source, recall_facts())
    put_away(library, first)
    put_away(library, second, Dealt.NOT_FOR_US)
    assert away(library) == {first: Dealt.DONE, second: Dealt.NOT_FOR_US}
    put_away(library, first, Dealt.NOT_FOR_US)
    assert away(library)[first] is Dealt.NOT_FOR_US
    library.alerts_dealt.take_back([first])
    assert away(library) == {second: Dealt.NOT_FOR_US}


@pytest.mark.parametrize("change", [{"severity": "Extreme"}, {"area": "South Bay"}, {"event": "Fire"}], ids=str)
def test_it_comes_back_when_it_says_something_else(library: Library, change: dict[str, str]) -> None:
    item = warn(library, alert_source(library), alert_facts())
    put_away(library, item)
    say(library, item, replace(alert_facts(), **change))  # type: ignore[arg-type]  # only texts
    assert away(library) == {}
    say(library, item, replace(alert_facts(), expires_at=Millis(MONDAY + 30 * HOUR_MS)))
    assert away(library) == {item: Dealt.DONE}


@pytest.mark.parametrize("before", [{"urgency": "Future"}, {"certainty": "Unlikely"}], ids=str)
def test_it_comes_back_when_what_it_warns_of_comes_near(library: Library, before: dict[str, str]) -> None:
    item = warn(library, alert_source(library), replace(alert_facts(), **before))  # type: ignore[arg-type]  # only texts
    put_away(library, item)
    assert away(library) == {item: Dealt.DONE}
    say(library, item, alert_facts())
    assert away(library) == {}
    put_away(library, item)
    say(library, item, replace(alert_facts(), urgency="Immediate", certainty="Observed"))
    assert away(library) == {item: Dealt.DONE}


def test_it_comes_back_when_its_text_changes(library: Library) -> None:
    item = warn(library, alert_source(library), alert_facts())
    put_away(library, item)
    with library.write("test") as writer:
        writer.execute("UPDATE article SET text_hash = 'another'")
    assert away(library) == {}


def update(library: Library, source: SourceId, **changes: str) -> ItemId:
    facts = replace(alert_facts(2, "Update", [1]), **changes)  # type: ignore[arg-type]  # only texts
    return warn(library, source, facts, title="Heat")


def test_an_update_that_says_the_same_stays_away_and_one_that_does_not_comes(library: Library) -> None:
    source = alert_source(library)
    first = warn(library, source, alert_facts(1), title="Heat")
    put_away(library, first)
    with library.write("test") as writer:
        writer.execute("UPDATE article SET text_hash = 'same'")
    put_away(library, first)
    second = update(library, source)
    with library.write("test") as writer:
        writer.execute("UPDATE article SET text_hash = 'same'")
    assert set(current(library)) == {second}
    assert away(library) == {second: Dealt.DONE}
    say(library, second, replace(alert_facts(2, "Update", [1]), severity="Extreme"))
    assert away(library) == {}


def test_what_was_put_away_as_another_countrys_comes_back_once_one_lives_there(library: Library) -> None:
    """A word on a notice of one's own country holds wherever one moves, and going back brings the first word back."""
    there, here = (alert_source(library, name, country=name) for name in ("GB-SCT", "GB-WLS"))
    of_scotland, of_wales = (warn(library, source, alert_facts(number)) for number, source in ((1, there), (2, here)))
    library.topics.live_in("GB-WLS", "en")
    for source in (there, here):
        library.sources.set_enabled(source, True)
    for item in (of_scotland, of_wales):
        put_away(library, item, Dealt.NOT_FOR_US)
    assert set(away(library)) == {of_scotland, of_wales}
    library.topics.live_in("GB-SCT", "en")
    assert set(away(library)) == {of_wales}
    library.topics.live_in("GB-WLS", "en")
    assert set(away(library)) == {of_scotland, of_wales}


def test_another_sources_update_is_not_put_away_by_it(library: Library) -> None:
    first = warn(library, alert_source(library), alert_facts(1), title="Heat")
    put_away(library, first)
    other = update(library, alert_source(library, "other"))
    assert away(library) == {first: Dealt.DONE}
    assert other in current(library)


def test_a_backup_brings_what_was_put_away(tmp_path: Path) -> None:
    there = tmp_path / "there"
    library = a_library(there)
    item = warn(library, alert_source(library, author="user"), alert_facts())
    put_away(library, item, Dealt.NOT_FOR_US)
    library.close()
    back_up(there, tmp_path / "b.caregiver")
    services = services_over(tmp_path / "here")
    services.restore_backup(tmp_path / "b.caregiver", on_progress=nothing)
    services.close()
    before, after = whole_content(there)["alert_dealt"], whole_content(tmp_path / "here")["alert_dealt"]
    assert before == after != []
