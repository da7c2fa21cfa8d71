"""A medicine is called back, by keyboard alone: calm while notes are locked, red once they name it, then put away."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.model.source import SourceState
from caregiver_app.model.time import Millis
from tests.helpers.alerts import alert_source, recall_facts
from tests.helpers.by_keyboard import press_at
from tests.helpers.clock import StillClock
from tests.helpers.hartleys import HOME, MORNING, take_hartleys, unlock_at_home
from tests.helpers.library import an_article, store
from tests.helpers.library_files import set_state
from tests.helpers.silent_door import SilentDoor
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

TITLE = "Class 3 medicines recall: Apixaban 5 mg tablets, one batch"
TEXT = (
    "One batch of these tablets may have a leaflet in the wrong language. The tablets are as they should be. "
    "Look at the batch number on the box: only boxes with ZZ123 are meant."
)
ADVICE = "Do not stop a medicine because of this. Ask the pharmacist today."
NAMED = "It names something in your care notes."


def warned(folder: Path) -> Path:
    """Let a source of notices have told of the recall, and have answered this morning."""
    services = build_services(Paths(data_dir=folder), clock=StillClock(MORNING), fetcher=SilentDoor())
    library = services.open_library()
    source = alert_source(library, "Medicines office (invented)", country="GB")
    (item,) = store(library, source, an_article("recall", TITLE, TEXT, at=Millis(MORNING - 2 * 3_600_000)))
    with library.write("test") as writer:
        library.alerts.put(writer, item, recall_facts("Apixaban"))
    set_state(library, source, SourceState.FINE, at=MORNING, good_at=MORNING)
    library.close()
    services.close()
    return folder


def test_a_recall_is_read_and_put_away(screen: Screen, hartleys: Path, tmp_path: Path) -> None:
    folder = warned(take_hartleys(hartleys, tmp_path / "data"))
    with window_process(screen, folder, at=MORNING) as window:
        window.focus(HOME)
        stays_calm(window)
        unlock_at_home(window)
        stops_her(window)
        read_it(window)
        put_it_away(window)
        assert window.quit() == (0, "")


def stays_calm(window: RunningWindow) -> None:
    """While nobody knows that it concerns the family, it stands in the calm list."""
    window.picture("notice-1-calm", shows=TITLE)
    assert NAMED not in window.words()


def stops_her(window: RunningWindow) -> None:
    """The open notes name the medicine: the notice is red, with what to do."""
    window.picture("notice-2-red", shows=NAMED)
    assert ADVICE in window.words()


def read_it(window: RunningWindow) -> None:
    press_at(window, "Read the notice")
    window.focus("^Library, Caregiver$")
    window.picture("notice-3-read", shows=TITLE)


def put_it_away(window: RunningWindow) -> None:
    """Say that it is dealt with: it goes from Home until it says something else."""
    window.press("ctrl+1")
    window.focus(HOME)
    press_at(window, "| Done")
    window.wait_until(lambda: TITLE not in window.words(), "it to go")
    window.picture("notice-4-put-away", shows="Last checked")
