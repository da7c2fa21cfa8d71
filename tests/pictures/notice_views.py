"""What of safety notices is pictured: on Home, and all of them beside it. Publishers and dangers are invented."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.library.store import Library
from caregiver_app.model.source import SourceState
from caregiver_app.model.time import Millis
from caregiver_app.ui.home.joining import HOME
from tests.helpers.alerts import alert_facts, alert_source, recall_facts, warn
from tests.helpers.clock import MONDAY
from tests.helpers.invented_library import fill_with_invented
from tests.helpers.library_files import set_state
from tests.helpers.whole_window import Opened

_LONG_AGO = Millis(MONDAY - 7 * 24 * 3600 * 1000)


def fill_with_notices(library: Library) -> None:
    """Put four notices of two sources into the invented library, one of which was long not asked."""
    fill_with_invented(library, at=MONDAY)
    library.topics.live_in("GB", "en")
    weather = alert_source(library, "northern weather office", country="GB")
    medicines = alert_source(library, "recalls of medicines", country="GB")
    heat = replace(alert_facts(), area="Northfield and the coast", certainty="Observed")
    warn(library, weather, heat, title="Extreme cold from Tuesday evening until Thursday")
    warn(library, weather, alert_facts(2, severity="Minor"), title="Wind on the coast")
    warn(library, medicines, recall_facts("Eye drops"), title="Class 1 Medicines Recall: two batches of eye drops")
    warn(library, medicines, recall_facts("Letter"), title="Recall of a cream: letter for healthcare professionals")
    set_state(library, weather, SourceState.FINE, at=MONDAY, good_at=MONDAY)
    set_state(library, medicines, SourceState.FAILING, at=MONDAY, good_at=_LONG_AGO)


def home_with_notices(opened: Opened) -> None:
    """Home with two notices in red, and more beside."""
    opened.whole.window.open_screen(HOME)


def all_notices(opened: Opened) -> None:
    """All notices beside Home, one of them put away."""
    opened.whole.window.open_screen(HOME)
    opened.quiet()
    shown = opened.whole.home.screen.notices
    shown.red.parts[1].not_for_us.click()
    opened.quiet()
    shown.more.click()
    opened.quiet()


VIEWS = (home_with_notices, all_notices)
"""Before these, `fill_with_notices` makes the library."""
