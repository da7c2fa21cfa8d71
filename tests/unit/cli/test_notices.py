"""`caregiver notices` says that none were found only while it is known when was looked."""

from __future__ import annotations

import pytest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.library.store import open_library
from caregiver_app.model.source import SourceState
from caregiver_app.model.time import Millis
from caregiver_app.support.clock import SystemClock
from tests.helpers.alerts import HOUR_MS, alert_source
from tests.helpers.command_line import CommandLine
from tests.helpers.library_files import set_state


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (-1, "No notices found. Last checked "),
        (-80, "Safety notices were not checked since "),
        (30, "It is not known when safety notices were last checked."),
    ],
)
def test_having_found_none_is_said_with_when_was_looked(caregiver: CommandLine, hours: int, said: str) -> None:
    assert "No source of safety notices is on." in caregiver("notices").err
    clock = SystemClock()
    library = open_library(Paths(data_dir=caregiver.data_dir).library, clock)
    at = Millis(clock.now() + hours * HOUR_MS)
    set_state(library, alert_source(library), SourceState.FINE, at=at, good_at=at)
    library.close()
    assert said in caregiver("notices").err
