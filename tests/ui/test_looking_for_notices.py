"""Sources of notices are asked between days only where somebody chose so; of a new red one no word is told."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from caregiver_app.bootstrap.network import STAY_OFFLINE
from caregiver_app.library.store import Library
from caregiver_app.model.source import SourceState
from caregiver_app.model.web import Fetched, FetchRequest
from caregiver_app.ui.automatic_updates import NOTICES_EVERY_MS, NOTICES_OFTEN, WHEN, is_wanted
from caregiver_app.ui.notice_telling import TELL, NoticeTelling
from caregiver_app.ui.settings.updates_part import UpdatesPart
from caregiver_app.ui.theme import Theme
from tests.helpers.alerts import alert_facts, alert_source, warn
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import add_source, set_state
from tests.helpers.silent_door import SilentDoor
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")

ALERTS = "https://weather.example/feed"


class SlowDoor(SilentDoor):
    """Says that there is no network only once `answers` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.was_asked, self.answers = Event(), Event()

    def fetch(self, request: FetchRequest) -> Fetched:
        """Remember the address, and wait."""
        self.was_asked.set()
        self.answers.wait(30)
        return super().fetch(request)


def fill(library: Library) -> None:
    """Put in a source of notices and another one, both asked this Monday, with updates each day."""
    for pack in library.packs.list():
        library.packs.remove(pack.uid, at=MONDAY)
    library.topics.live_in("GB", "en")
    news = add_source(library, "Village news", author="user", at=MONDAY)
    weather = alert_source(library, country="GB", author="user")
    for source in (news, weather):
        set_state(library, source, SourceState.FINE, at=MONDAY, good_at=MONDAY)
    library.choices.put(WHEN, "daily")


def asked(opened: Opened) -> list[str]:
    """Have the clock looked at; return who was asked."""
    opened.door.asked.clear()
    opened.whole.gate.side.automatic.look_for_notices()
    opened.quiet()
    return list(opened.door.asked)


def test_sources_of_notices_alone_are_asked_every_few_hours_where_somebody_chose_so(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill) as opened:
        assert next(feed.url for feed in opened.library.source_states.for_sync(None)) == ALERTS
        assert opened.whole.gate.side.automatic.every_while.isActive()
        assert opened.door.asked == []
        opened.clock.advance(NOTICES_EVERY_MS / 1000)
        assert asked(opened) == []
        opened.clock.advance(1)
        choices = opened.library.choices
        for name, no, yes in ((WHEN, "button", "daily"), (NOTICES_OFTEN, False, True), (STAY_OFFLINE, True, False)):
            choices.put(name, no)
            assert asked(opened) == [], name
            choices.put(name, yes)
        assert asked(opened) == [ALERTS]
        assert opened.message == ""
        assert asked(opened) == [], "a try without a network is no reason to try at once again"
        opened.clock.advance(3601)
        (weather,) = [each for each in opened.library.sources.list(enabled=True) if each.url == ALERTS]
        set_state(opened.library, weather.id, SourceState.FINE, at=opened.clock.now(), good_at=opened.clock.now())
        assert asked(opened) == []


def test_asking_for_notices_after_midnight_is_not_the_update_of_that_day(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill) as opened:
        opened.clock.advance(20 * 3600)
        now = opened.clock.now()
        (weather,) = [each for each in opened.library.sources.list(enabled=True) if each.url == ALERTS]
        set_state(opened.library, weather.id, SourceState.FINE, at=now, good_at=now)
        assert is_wanted(opened.library, opened.services, now)


class Told:
    """A notifier that remembers."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def show(self, text: str) -> None:
        """Remember a text."""
        self.texts.append(text)


def update(opened: Opened) -> None:
    assert opened.whole.updates.begin()
    opened.quiet()


def test_a_new_red_notice_is_told_once_without_a_word_of_it(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill) as opened:
        told = Told()
        telling = NoticeTelling(opened.whole.desk, opened.whole.updates, told, opened.whole)
        (weather,) = [each.id for each in opened.library.sources.list(enabled=True) if each.url == ALERTS]
        warn(opened.library, weather, alert_facts(1), title="Known before")
        update(opened)
        warn(opened.library, weather, alert_facts(2), title="Not wanted yet")
        update(opened)
        assert told.texts == []

        part = settings(opened)
        part.notices.tell.setEnabled(True)  # this desktop has no place for such messages
        part.notices.tell.click()
        opened.quiet()
        assert opened.library.choices.get(TELL, False)
        warn(opened.library, weather, alert_facts(3, severity="Minor"), title="Breeze")
        update(opened)
        assert told.texts == []
        warn(opened.library, weather, alert_facts(4), title="Storm")
        update(opened)
        update(opened)
        assert told.texts == ["A new safety notice. Open Caregiver to read it."]
        assert telling.parent() is opened.whole

        part.notices.often.click()
        opened.quiet()
        assert opened.library.choices.get(NOTICES_OFTEN, True) is False
        part.when.chip("button").click()
        opened.quiet()
        assert not part.notices.often.isEnabled()
        assert part.notices.only_daily.isVisible()


def test_what_comes_while_the_library_is_slow_to_answer_is_told_too(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    door, busy = SlowDoor(), Event()
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill, fetcher=door) as opened:
        told = Told()
        NoticeTelling(opened.whole.desk, opened.whole.updates, told, opened.whole)
        opened.library.choices.put(TELL, True)
        (weather,) = [each.id for each in opened.library.sources.list(enabled=True) if each.url == ALERTS]
        warn(opened.library, weather, alert_facts(1), title="Known before")
        opened.whole.desk.ask(opened.whole, lambda _library: busy.wait(30), lambda _answer: None)
        assert opened.whole.updates.begin()
        assert door.was_asked.wait(30)
        warn(opened.library, weather, alert_facts(2), title="Storm")
        busy.set()
        door.answers.set()
        opened.quiet()
        assert told.texts == ["A new safety notice. Open Caregiver to read it."]


def test_the_clock_is_looked_at_only_while_somebody_wants_it(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill) as opened:
        every_while = opened.whole.gate.side.automatic.every_while
        part = settings(opened)
        looks = [every_while.isActive()]
        for control in (
            *(part.notices.often, part.notices.often, part.offline, part.offline),
            *(part.when.chip("button"), part.when.chip("daily")),
        ):
            control.click()
            opened.quiet()
            looks.append(every_while.isActive())
        assert looks == [True, False, True, False, True, False, True]
        opened.library.choices.put(WHEN, "button")
        every_while.timeout.emit()
        opened.quiet()
        assert not every_while.isActive()


def settings(opened: Opened) -> UpdatesPart:
    opened.whole.open_settings("updates")
    opened.quiet()
    part = opened.whole.settings.part
    assert isinstance(part, UpdatesPart)
    return part
