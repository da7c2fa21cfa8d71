"""Safety notices on Home: which are red, how they are put away, and that none is never said without when was looked."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.source import SourceState
from caregiver_app.model.time import Millis
from caregiver_app.ui.home.notice_card import NoticeCard
from caregiver_app.ui.notices.drawer import NoticesDrawer
from caregiver_app.ui.notices.notice_list import NoticeList
from caregiver_app.ui.notices.words import looked_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import ButtonKind
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.store import Vault
from tests.helpers.alerts import alert_facts, alert_source, recall_facts, warn
from tests.helpers.clock import MONDAY
from tests.helpers.home_window import home, home_window, unlock_from_home, words
from tests.helpers.library_files import set_state
from tests.helpers.whole_window import Opened
from tests.ui.library.conftest import fill

pytestmark = pytest.mark.usefixtures("undressed")

HOUR = 3600 * 1000
DAY = 24 * HOUR
STALE_MS = 3 * DAY
ADVICE = "Do not stop a medicine because of this. Ask the pharmacist today."


@pytest.mark.parametrize(("ago", "stale"), [(0, False), (STALE_MS, False), (STALE_MS + 1, True), (30 * STALE_MS, True)])
def test_old_knowledge_is_amber_and_no_all_clear(ago: int, stale: bool) -> None:
    text, is_stale = looked_words(found=False, at=Millis(MONDAY - ago), now=MONDAY)
    assert is_stale is stale
    assert text.startswith("Safety notices were not checked since " if stale else "No notices found. Last checked ")


@pytest.mark.parametrize(("ahead", "stale"), [(DAY, False), (DAY + 1, True), (365 * DAY, True)])
def test_a_look_by_a_clock_that_was_ahead_is_none_whose_day_is_known(ahead: int, stale: bool) -> None:
    text, is_stale = looked_words(found=False, at=Millis(MONDAY + ahead), now=MONDAY)
    assert is_stale is stale
    if stale:
        assert text == "It is not known when safety notices were last checked. Get updates to check now."


def test_today_is_said_with_its_time_and_long_ago_with_its_day() -> None:
    assert looked_words(found=False, at=MONDAY, now=MONDAY)[0] == (
        "No notices found. Last checked Monday 23 November, 08:05."
    )
    long_ago = Millis(MONDAY - 20 * 24 * HOUR)
    assert looked_words(found=False, at=long_ago, now=MONDAY)[0] == (
        "Safety notices were not checked since Tuesday 3 November."
    )
    last_year = Millis(MONDAY - 400 * 24 * HOUR)
    assert "2025" in looked_words(found=False, at=last_year, now=MONDAY)[0]


def test_what_was_never_checked_is_not_said_to_be_clear() -> None:
    text, is_stale = looked_words(found=False, at=None, now=MONDAY)
    assert is_stale
    assert "No notices found" not in text


def test_where_nobody_warns_nothing_is_said_of_notices(opened: Opened) -> None:
    assert home(opened).notices.isHidden()
    assert home(opened).offer.isHidden()


def titles(shown: NoticeList) -> list[str]:
    return [part.notice.row.title for part in shown.parts]


def card(opened: Opened) -> NoticeCard:
    return home(opened).notices


def in_force(library: Library) -> None:
    """Three heat warnings and a recall of Great Britain, one of them of no great danger."""
    library.topics.live_in("GB", "en")
    weather = alert_source(library, "weather", country="GB")
    for number in (1, 2, 3):
        warn(library, weather, alert_facts(number), title=f"Heat warning {number}")
    warn(library, weather, alert_facts(5, severity="Minor"), title="Breeze")
    warn(library, weather, alert_facts(4, hours=-1), title="Over already")
    medicines = alert_source(library, "medicines", country="GB")
    warn(library, medicines, recall_facts("Thickener"), title="Class 2 Medicines Recall: Thickener")
    for source in (weather, medicines):
        set_state(library, source, SourceState.FINE, at=MONDAY, good_at=MONDAY)


def test_red_notices_are_put_away_and_come_back_and_all_stand_in_the_drawer(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with home_window(theme, tmp_path, starter_folder, fill=in_force) as opened:
        shown = card(opened)
        assert titles(shown.red) == ["Heat warning 3", "Heat warning 2"]
        assert titles(shown.calm) == []
        said = words(shown)
        assert "Severe danger. Where: North Bay. Until: " in said
        assert "Over already" not in said
        assert "No notices found" not in said
        assert "Weather  ·  Published: today" in said
        assert "Heat warning 3" not in [row.title for row in home(opened).news.rows.rows]
        assert shown.more.words == "See 3 more notices"
        assert [part.read.property("kind") for part in shown.red.parts] == [ButtonKind.MAIN, ButtonKind.NORMAL]

        shown.red.parts[0].done.setFocus()
        shown.red.parts[0].done.click()
        opened.quiet()
        assert titles(shown.red) == ["Heat warning 2", "Heat warning 1"]
        assert shown.window().focusWidget() is shown.red.parts[0].read
        assert opened.message.startswith("Put away as done.")
        shown.red.parts[0].not_for_us.click()
        opened.quiet()
        assert titles(shown.red) == ["Heat warning 1"]
        assert titles(shown.calm) == []
        no_calm_one_takes_a_place(opened)
        opened.whole.undo.undo()
        opened.quiet()
        assert titles(shown.red) == ["Heat warning 2", "Heat warning 1"]

        shown.more.click()
        opened.quiet()
        drawer = opened.whole.window.findChild(NoticesDrawer)
        assert drawer is not None
        assert titles(drawer.red) == ["Heat warning 2", "Heat warning 1"]
        assert set(titles(drawer.calm)) == {"Breeze", "Class 2 Medicines Recall: Thickener"}
        assert titles(drawer.away) == ["Heat warning 3"]
        assert words(drawer.calm).count(ADVICE) == 1
        assert ADVICE not in words(drawer.red)
        drawer.away.parts[0].back.click()
        opened.quiet()
        assert titles(drawer.red) == ["Heat warning 3", "Heat warning 2", "Heat warning 1"]
        assert titles(drawer.away) == []
        drawer.red.parts[2].read.click()
        opened.quiet()
        assert opened.whole.window.windowTitle() == "Library, Caregiver"
        read = opened.whole.library.shelf.reader.row
        assert read is not None
        assert read.title == "Heat warning 1"


def no_calm_one_takes_a_place(opened: Opened) -> None:
    """Put the last red one away, see what comes in its place, and undo all of it."""
    shown = card(opened)
    shown.red.parts[0].not_for_us.click()
    opened.quiet()
    assert titles(shown.red) == titles(shown.calm) == []
    assert shown.more.words == "See 2 more notices"
    home(opened).opened()
    opened.quiet()
    assert len(titles(shown.calm)) == 2
    shown.calm.parts[0].not_for_us.click()
    opened.quiet()
    assert len(titles(shown.calm)) == 1
    for _step in range(2):
        opened.whole.undo.undo()
        opened.quiet()
    assert titles(shown.red) == ["Heat warning 1"]


def over_at_different_times(library: Library) -> None:
    """A warning of three hours, one of two days, and a recall, all of Great Britain."""
    library.topics.live_in("GB", "en")
    weather = alert_source(library, "weather", country="GB")
    warn(library, weather, alert_facts(1, hours=3), title="Short")
    warn(library, weather, alert_facts(2, hours=48), title="Long")
    warn(library, weather, alert_facts(3, hours=2), title="Put away")
    set_state(library, weather, SourceState.FINE, at=MONDAY, good_at=MONDAY)


def test_what_is_over_goes_and_the_day_and_the_last_look_are_said_anew_while_home_stays_open(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with home_window(theme, tmp_path, starter_folder, fill=over_at_different_times) as opened:
        shown = card(opened)
        shown.red.parts[0].done.click()
        opened.quiet()
        opened.whole.home.screen.notices_place.open_all()
        drawer = opened.whole.window.findChild(NoticesDrawer)
        assert drawer is not None
        assert [titles(each) for each in (shown.red, drawer.red, drawer.away)] == [
            ["Long", "Short"],
            ["Long", "Short"],
            ["Put away"],
        ]
        a_while(opened, hours=3.5)
        assert [titles(each) for each in (shown.red, drawer.red, drawer.away)] == [["Long"], ["Long"], []]
        assert "Published: today" in words(shown.red)
        a_while(opened, hours=24)
        assert "Published: yesterday" in words(shown.red)
        assert "Published: yesterday" in words(drawer.red)
        a_while(opened, hours=24)
        assert titles(shown.red) == []
        assert words(shown).startswith("No notices found. Last checked")
        a_while(opened, hours=24)
        assert words(shown).startswith("Safety notices were not checked since Monday 23 November.")


def a_while(opened: Opened, *, hours: float) -> None:
    """Let time pass, and Home look at the clock."""
    opened.clock.advance(hours * 3600)
    home(opened).every_minute.timeout.emit()
    opened.quiet()


def test_a_source_that_never_answered_makes_the_whole_look_worthless_and_none_says_so(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    def two(library: Library) -> None:
        answered = alert_source(library, "weather")
        alert_source(library, "medicines")
        set_state(library, answered, SourceState.FINE, at=MONDAY, good_at=MONDAY)

    with home_window(theme, tmp_path, starter_folder, fill=two) as opened:
        shown = card(opened)
        assert words(shown).startswith("Safety notices were not all checked yet.")
        assert home(opened).header.pill.text() == "Notices not all checked"
        home(opened).header.update_button.click()
        assert opened.whole.updates.running
        opened.quiet()
        for source in opened.library.sources.list(enabled=True):
            set_state(opened.library, source.id, SourceState.FINE, at=MONDAY, good_at=MONDAY)
        opened.whole.updates.report = None
        home(opened).opened()
        opened.quiet()
        assert home(opened).header.pill.text() == "Up to date, 08:05"
        set_state(opened.library, source.id, SourceState.FAILING, at=Millis(MONDAY + 1), good_at=MONDAY)
        home(opened).opened()
        opened.quiet()
        assert home(opened).header.pill.text() == "1 source did not answer"
        assert words(shown).endswith("1 source of notices did not answer the last time.")


def of_many_places(library: Library) -> None:
    """A publisher warns of many places at once."""
    library.topics.live_in("GB", "en")
    weather = alert_source(library, "weather", country="GB")
    for number in range(43):
        warn(library, weather, alert_facts(number, severity="Minor"), title="Wind")
    set_state(library, weather, SourceState.FINE, at=MONDAY, good_at=MONDAY)


def test_of_very_many_notices_the_newest_are_shown_and_each_has_a_name_of_its_own(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with home_window(theme, tmp_path, starter_folder, fill=of_many_places) as opened:
        opened.whole.find.commands.find("Safety notices")[0].action()
        opened.quiet()
        drawer = opened.whole.window.findChild(NoticesDrawer)
        assert drawer is not None
        assert len(drawer.calm.parts) == 40
        assert "3 more notices are in the Library." in words(drawer)
        assert len({part.done.accessibleName() for part in drawer.calm.parts}) == 40


def of_a_bad_night(library: Library) -> None:
    """A publisher warns of great danger in many places at once."""
    library.topics.live_in("GB", "en")
    weather = alert_source(library, "weather", country="GB")
    for number in range(120):
        severity = "Severe" if number >= 70 else "Minor"
        warn(library, weather, alert_facts(number, severity=severity), title=f"Storm {number}")
    set_state(library, weather, SourceState.FINE, at=MONDAY, good_at=MONDAY)


def test_in_the_night_two_in_red_are_shown_and_a_way_to_the_others(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with home_window(theme, tmp_path, starter_folder, fill=of_a_bad_night) as opened:
        shown = card(opened)
        a_while(opened, hours=16)
        assert home(opened).night.is_on
        assert titles(shown.red) == ["Storm 119", "Storm 118"]
        assert (shown.more.words, shown.more.isVisible()) == ("See 48 more notices", True)
        assert words(shown.looked) == ""
        shown.more.click()
        opened.quiet()
        drawer = opened.whole.window.findChild(NoticesDrawer)
        assert drawer is not None
        assert (len(drawer.red.parts), len(drawer.calm.parts)) == (40, 0)
        assert "80 more notices are in the Library." in words(drawer)
        assert drawer.calm_heading.isHidden()


def without_sources(library: Library) -> None:
    """Somebody reads pages in Great Britain, and no source of notices is on."""
    fill(library)
    library.topics.live_in("GB", "en")
    source = alert_source(library, "weather", country="GB", organisation="starter/office")
    library.sources.set_enabled(source, False)


def test_sources_of_ones_country_are_offered_until_somebody_says_no(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with home_window(theme, tmp_path, starter_folder, fill=without_sources) as opened:
        offer = home(opened).offer
        assert "They come from: starter/office. " in words(offer)
        offer.add.click()
        opened.quiet()
        assert offer.isHidden()
        assert not card(opened).isHidden()
        assert opened.door.asked == []
        opened.whole.undo.undo()
        opened.quiet()
        offer.no.click()
        opened.quiet()
        assert offer.isHidden()
        assert card(opened).isHidden()


def of_a_medicine(library: Library) -> None:
    """Notices of great danger somewhere, of a country that nobody named; one of them of a medicine."""
    source = alert_source(library, "medicines", country="GB")
    of_no_country = alert_source(library, "of no country")
    warn(library, of_no_country, recall_facts("Older"), title="Recall of Donepezil 5 mg tablets")
    set_state(library, of_no_country, SourceState.FINE, at=MONDAY, good_at=MONDAY)
    warn(library, source, alert_facts(1), title="Heat warning")
    warn(library, source, recall_facts("Batch"), title="Recall of Donepezil 10 mg tablets")
    warn(library, source, recall_facts("Letter"), title="Recall of Donepezil: letter for healthcare professionals")
    set_state(library, source, SourceState.FINE, at=MONDAY, good_at=MONDAY)


def with_a_medicine(vault: Vault) -> None:
    """Somebody takes Donepezil."""
    person = vault.people.add("Mum", at=MONDAY)
    vault.medicines.add(MedicineText(name="Donepezil", strength="10 mg"), person_id=person, at=MONDAY)


def test_what_open_notes_name_is_red_until_the_lock(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with home_window(theme, tmp_path, starter_folder, fill=of_a_medicine, notes=with_a_medicine) as opened:
        shown = card(opened)
        assert titles(shown.red) == []
        assert home(opened).private.shut.unlock.property("kind") == ButtonKind.MAIN
        unlock_from_home(opened)
        assert titles(shown.red) == ["Recall of Donepezil 10 mg tablets"]
        assert "It names something in your care notes." in words(shown.red)
        shown.more.click()
        opened.quiet()
        drawer = opened.whole.window.findChild(NoticesDrawer)
        assert drawer is not None
        assert titles(drawer.calm)[:2] == ["Recall of Donepezil 5 mg tablets", "Heat warning"]
        opened.whole.desk.overlay.close_panel()
        assert ADVICE in words(shown.red)
        opened.whole.care.access.lock()
        assert titles(shown.red) == []
        assert "care notes" not in words(shown)
        opened.quiet()

        unlock_from_home(opened)
        assert titles(shown.red)
        opened.whole.home.notes.set_hidden(True)
        opened.quiet()
        assert titles(shown.red) == []
