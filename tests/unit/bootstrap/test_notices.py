"""Which notices somebody hears of where they live, and of which sources it is said that they were looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.notices import notices_of, offer_of
from caregiver_app.library.store import Library
from caregiver_app.model.alert import Standing
from caregiver_app.model.source import SourceState
from caregiver_app.model.time import Millis
from tests.helpers.alerts import HOUR_MS, alert_facts, alert_source, warn
from tests.helpers.clock import MONDAY
from tests.helpers.library import a_library
from tests.helpers.library_files import set_state

NOW = Millis(MONDAY + 2 * HOUR_MS)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = a_library(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("here", "standing"),
    [
        ("GB", Standing.TOP_CLASS),
        ("GB-SCT", Standing.TOP_CLASS),
        ("GB-WLS", Standing.OTHER_COUNTRY),
        ("", Standing.COUNTRY_UNKNOWN),
    ],
)
def test_a_source_of_a_part_of_a_country_is_listed_all_over_it(library: Library, here: str, standing: Standing) -> None:
    library.topics.live_in(here, "en")
    warn(library, alert_source(library, country="GB-SCT"), alert_facts(1), title="Heat")
    found = notices_of(library, NOW)
    assert found is not None
    assert [(notice.row.title, notice.standing) for notice in found.listed] == [("Heat", standing)]


def test_what_is_never_listed_is_not_said_to_have_been_looked_at(library: Library) -> None:
    library.topics.live_in("GB", "en")
    abroad = alert_source(library, "abroad", country="US")
    set_state(library, abroad, SourceState.FINE, at=NOW, good_at=NOW)
    warn(library, abroad, alert_facts(1), title="Tornado")
    assert notices_of(library, NOW) is None

    here = alert_source(library, "here", country="GB-SCT")
    set_state(library, here, SourceState.FINE, at=MONDAY, good_at=MONDAY)
    found = notices_of(library, NOW)
    assert found is not None
    assert (found.sources, found.checked_at, found.listed) == (1, MONDAY, ())


def test_sources_of_ones_country_are_offered_while_only_those_of_others_are_on(library: Library) -> None:
    library.topics.live_in("GB-WLS", "en")
    alert_source(library, "abroad", country="US")
    for name, country in (("here", "GB"), ("elsewhere", "GB-SCT"), ("world", "INT")):
        library.sources.set_enabled(alert_source(library, name, country=country), False)
    offer = offer_of(library)
    assert offer is not None
    assert offer.names == ("Here",)
    library.topics.live_in("IN", "en")
    assert offer_of(library) is None
