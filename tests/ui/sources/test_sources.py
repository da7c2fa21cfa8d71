"""The sources page says how each source is doing and what to do, and takes nothing away for good."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from caregiver_app.model.source import Source, SourceState
from caregiver_app.support.i18n import speaking
from caregiver_app.support.sentences import sentence_for_source
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.sources.screen import SourcesScreen
from caregiver_app.ui.sources.source_details import SourceDetails
from caregiver_app.ui.sources.source_model import SourceChip, source_rows
from caregiver_app.ui.sources.source_words import disclosure, is_secure, numbers_line, state_look
from caregiver_app.ui.sources.sources_head import SourcesHead
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.made_sources import a_source
from tests.helpers.qt_app import Stage, press, settle, show
from tests.helpers.walking import take_back
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")


def page(opened: Opened) -> SourcesScreen:
    shown = opened.whole.library.behind
    assert isinstance(shown, SourcesScreen)
    return shown


def titles(opened: Opened) -> list[str]:
    model = page(opened).model
    return [str(model.index(place).data()) for place in range(model.rowCount())]


def source(opened: Opened, title: str) -> Source:
    return next(one for one in opened.library.sources.list() if one.title == title)


def details(opened: Opened, title: str) -> SourceDetails:
    shown = page(opened)
    shown.list.setCurrentIndex(shown.model.index_of(source(opened, title).id))
    settle()
    assert shown.details is not None
    return shown.details


def words(part: SourceDetails) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if not label.isHidden()]


def sources_that_are_on_stand_below_their_topics(opened: Opened) -> None:
    shown = titles(opened)
    assert shown[0] == "Dementia"
    assert "Harbour Dementia Trust" in shown
    assert shown[-2:] == ["Without a topic", "Village news"]


def test_chips_count_and_narrow(opened: Opened) -> None:
    head = page(opened).head
    on = len(opened.library.sources.list(enabled=True))
    assert head.chips.chip("on").words == f"On {on}"
    assert head.chips.chip("troubled").words == "Need a look 1"
    head.chips.chip("troubled").click()
    settle()
    assert titles(opened) == ["Dementia", "Riverside Carers Centre"]


def each_source_says_how_it_is_doing_and_what_to_do(opened: Opened) -> None:
    said = words(details(opened, "Riverside Carers Centre"))
    assert "Failing" in said
    sentence = sentence_for_source(source(opened, "Riverside Carers Centre"))
    assert sentence.message in said
    assert sentence.to_do in said
    fine = words(details(opened, "Harbour Dementia Trust"))
    assert "Fine" in fine
    assert "2 pages  ·  Answered: today" in fine


def a_screen_reader_hears_it_too(opened: Opened) -> None:
    model = page(opened).model
    index = model.index_of(source(opened, "Harbour Dementia Trust").id)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Harbour Dementia Trust. Fine. 2 pages. Answered: today."


@pytest.mark.parametrize("state", list(SourceState))
def test_every_state_has_a_word(state: SourceState) -> None:
    assert state_look(replace(a_source(), state=state)).text


def switching_off_and_on_is_one_step_each(opened: Opened) -> None:
    details(opened, "Village news").on.click()
    opened.quiet()
    assert source(opened, "Village news").enabled is False
    assert opened.message == "Switched off “Village news”"
    opened.whole.window.messages.undo()
    opened.quiet()
    assert source(opened, "Village news").enabled is True
    opened.whole.window.messages.redo()
    opened.quiet()
    assert source(opened, "Village news").enabled is False


def removing_a_source_is_undone_with_its_pages(opened: Opened) -> None:
    before = opened.library.articles.rows_of([row.id for row in opened.rows])
    removed = source(opened, "Harbour Dementia Trust")
    details(opened, removed.title).remove.click()
    opened.quiet()
    assert removed.title not in titles(opened)
    assert opened.message == "Removed “Harbour Dementia Trust”. Pages you saved stay."
    assert page(opened).list.hasFocus()
    opened.whole.window.messages.undo()
    opened.quiet()
    assert source(opened, removed.title) == removed
    assert opened.library.articles.rows_of([row.id for row in before]) == before
    opened.whole.window.messages.redo()
    opened.quiet()
    assert removed.title not in titles(opened)


def a_source_that_asks_first_says_what_it_discloses(opened: Opened) -> None:
    page(opened).show_chip(SourceChip.OFF)
    settle()
    said = words(details(opened, "Harbour films"))
    assert "Asks first" in said
    assert any("your internet address follows this channel" in text for text in said)


def test_plain_http_and_one_s_own_network_are_marked_as_not_secure() -> None:
    assert is_secure(a_source(url="https://a.example/feed"))
    assert not is_secure(a_source(url="http://a.example/feed"))
    assert not is_secure(a_source(url="https://192.168.1.2/feed", allow_private=True))


def test_what_is_private_in_an_address_is_never_shown(theme: Theme, opened: Opened) -> None:
    secret = "s3cr3tT0kenXyz98765"
    shown = SourceDetails(opened.whole.desk, a_source(url=f"https://a.example/feed?token={secret}"))
    assert not any(secret in text.replace("\u200b", "") for text in words(shown))
    assert not any(secret in label.accessibleName() for label in shown.findChildren(QLabel))


def test_its_pages_are_one_press_away(opened: Opened) -> None:
    details(opened, "Harbour Dementia Trust").pages.click()
    opened.quiet()
    assert opened.whole.library.behind is None
    assert sorted(opened.titles) == ["Evening routines", "Short breaks"]


def one_source_can_be_asked_alone(opened: Opened) -> None:
    details(opened, "Village news").ask.click()
    opened.quiet()
    assert opened.door.asked == [source(opened, "Village news").url]


def the_switch_for_all_connections_lives_here(opened: Opened) -> None:
    head = page(opened).head
    head.offline.click()
    opened.quiet()
    stays = (opened.services.stays_offline(), head.offline.isChecked())
    opened.whole.window.messages.undo()
    opened.quiet()
    assert stays == (True, True)
    assert (opened.services.stays_offline(), head.offline.isChecked()) == (False, False)


def back_leads_to_the_shelf(opened: Opened) -> None:
    page(opened).list.setFocus()
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    opened.quiet()
    assert opened.whole.library.behind is None
    assert opened.whole.library.shelf.pane.list.hasFocus()


@pytest.mark.usefixtures("dressed")
def test_in_a_narrow_window_details_take_the_pane_and_esc_leads_back(opened: Opened, theme: Theme) -> None:
    theme.set_percent(150)
    show(opened.whole.window, 1280, 900)
    shown = page(opened)
    shown.list.setFocus()
    shown.list.setCurrentIndex(shown.model.index(1))
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert not shown.list.isVisible()
    assert shown.details is not None
    assert shown.details.isVisible()
    assert shown.details.on.hasFocus()
    press(Qt.Key.Key_Escape)
    assert shown.list.isVisible()
    assert shown.list.hasFocus()


@pytest.mark.usefixtures("dressed")
def test_what_more_holds_in_a_narrow_window_does_the_same(opened: Opened, theme: Theme) -> None:
    head = page(opened).head
    asked: list[str] = []
    head.import_pressed.disconnect()
    head.import_pressed.connect(lambda: asked.append("import"))
    actions = {action.text(): action for action in head.menu().actions()}
    actions["Import a list of sources"].trigger()
    assert asked == ["import"]


def each_source_stands_once_below_a_topic_that_was_chosen(opened: Opened) -> None:
    both = a_source(7, topics=("stroke", "dementia"))
    rows = source_rows([both], opened.library.topics.list(), SourceChip.OFF if not both.enabled else SourceChip.ON)
    assert [row.heading or "source" for row in rows] == ["Dementia", "source"]


@pytest.mark.usefixtures("dressed")
def test_the_head_of_a_narrow_page_has_room_for_every_word_in_spanish(theme: Theme, stage: Stage) -> None:
    theme.set_percent(200)
    with speaking("es"):
        head = SourcesHead(theme)
        head.set_narrow(True)
        stage.hold(head, *SMALLEST)
    shown = [button for button in head.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in shown if button.width() < button.sizeHint().width()] == []
    assert head.add.accessibleName() == "Añadir una fuente"
    theme.set_percent(100)


def test_sources_say_how_they_are_doing_and_each_change_is_taken_back(opened: Opened) -> None:
    sources_that_are_on_stand_below_their_topics(opened)
    take_back(opened)
    each_source_says_how_it_is_doing_and_what_to_do(opened)
    take_back(opened)
    a_screen_reader_hears_it_too(opened)
    take_back(opened)
    one_source_can_be_asked_alone(opened)
    take_back(opened)
    switching_off_and_on_is_one_step_each(opened)
    take_back(opened)
    removing_a_source_is_undone_with_its_pages(opened)
    take_back(opened)
    the_switch_for_all_connections_lives_here(opened)
    take_back(opened)
    each_source_stands_once_below_a_topic_that_was_chosen(opened)
    take_back(opened)
    a_source_that_asks_first_says_what_it_discloses(opened)
    take_back(opened)
    back_leads_to_the_shelf(opened)


def test_numbers_and_disclosures_are_empty_where_there_is_nothing_to_say() -> None:
    assert numbers_line(a_source(), MONDAY) == "0 pages"
    assert disclosure(a_source()) == ""
