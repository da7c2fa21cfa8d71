"""Find anything: commands, screens and the library behind one field, all by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.model.sheets.kinds import PUBLIC
from caregiver_app.support.helplines import HelpKind, helplines
from caregiver_app.support.i18n import ORIGINAL, use_language
from caregiver_app.ui.commands import Command, Commands
from caregiver_app.ui.emergency.joining import emergency_entry
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.help_lines.body import GROUPS
from caregiver_app.ui.help_lines.screen import HelpScreen
from caregiver_app.ui.palette.help_hits import find_help
from caregiver_app.ui.palette.palette import Palette
from caregiver_app.ui.settings.pages import BACKUP, settings_commands
from caregiver_app.ui.sheets.words import what_name
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.nav_button import NavButton
from tests.helpers.accessible import assert_accessible, speak
from tests.helpers.fitting import assert_targets
from tests.helpers.installing import NORTHFIELD, a_line, install, pack_of
from tests.helpers.qt_app import Listener, press, settle, show
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

CONTROL = Qt.KeyboardModifier.ControlModifier


def palette(opened: Opened) -> Palette:
    """Open it by its key."""
    press(Qt.Key.Key_K, CONTROL)
    return shown(opened)


def ask(opened: Opened, text: str) -> None:
    """Open it, type, and wait for the answer."""
    found = palette(opened)
    found.field.setText(text)
    wait_until(lambda: not found.is_waiting, "the answer")
    opened.quiet()


def shown(opened: Opened) -> Palette:
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, Palette)
    return panel.content


def words(shown: Palette) -> list[str]:
    return [option.text for option in shown.list.options]


def type_into(opened: Opened, text: str) -> None:
    """Type and wait for the library's answer."""
    field = shown(opened).field
    QTest.keyClicks(field, text)
    wait_until(lambda: not shown(opened).is_waiting, "the answer")
    opened.quiet()


def test_before_anything_is_typed_it_shows_what_is_most_useful(opened: Opened) -> None:
    found = palette(opened)
    assert found.field.hasFocus()
    assert words(found) == [
        "Do",
        "Search the Library",
        "Get updates",
        "Check a link or message",
        "Help for this screen",
        "Make text larger",
        "Open",
        "Emergency",
    ]


def test_every_screen_page_of_settings_and_sheet_is_reached_by_its_name(opened: Opened) -> None:
    """Those of the care notes once there are some: see tests/ui/care."""
    window = opened.whole.window
    opened.whole.open_settings("display")
    pages = opened.whole.settings.list
    assert pages is not None
    screens = [entry.title for entry in window.nav.entries if window.stack.has(entry.key)]
    settings = [f"Settings: {button.accessibleName()}" for button in pages.buttons.values()]
    sheets = [f"Print: {what_name(what)}" for what in PUBLIC]
    for name in (*screens, *settings, *sheets):
        with step(name):
            assert opened.whole.find.commands.find(name)[0].name == name


def test_letters_find_commands_by_the_beginning_of_words(opened: Opened) -> None:
    found = palette(opened)
    type_into(opened, "upd")
    assert words(found)[:2] == ["Do", "Get updates"]
    found.field.setText("dates")
    assert "Get updates" not in words(found)


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en_GB", "backup"),
        ("en_GB", "back up"),
        ("es_ES", "copia"),
        ("es_ES", "copia de seguridad"),
        ("es_ES", "backup"),
    ],
)
def test_the_page_of_backups_is_found_by_the_words_people_have_for_it(language: str, typed: str) -> None:
    use_language(language)
    try:
        commands = Commands()
        commands.add(*settings_commands(str))
        assert commands.find(typed)[0].key == f"settings.{BACKUP}"
    finally:
        use_language(ORIGINAL)


@pytest.mark.parametrize("language", ["en_GB", "es_ES"])
def test_the_emergency_page_is_first_for_what_is_typed_in_need(language: str) -> None:
    use_language(language)
    try:
        entry = emergency_entry()
        own = {"en_GB": ("call", "urgent"), "es_ES": ("llamar", "urgente")}[language]
    finally:
        use_language(ORIGINAL)
    commands = Commands()
    commands.add(
        Command(key="a", name="112 call ambulance urgent llamar urgente", action=str),
        Command(key="emergency", name=entry.title, action=str, keywords=entry.keywords, urgent=entry.urgent),
    )
    numbers = {line.phone for line in helplines() if line.kind is HelpKind.EMERGENCY}
    for typed in (*sorted(numbers), *own, "ambulance", "ambul", "urgencia", "urgencias", "ambulancia", "auxilio"):
        assert commands.find(typed)[0].key == "emergency", typed
    assert commands.find("u")[0].key == "a"


def test_what_is_called_just_as_it_was_typed_is_first(opened: Opened) -> None:
    """What prints or searches a thing bears its name, too."""
    found = palette(opened)
    type_into(opened, "library")
    assert words(found)[:2] == ["Open", "Library"]
    assert "Search the Library" in words(found)


def test_what_begins_as_it_was_typed_is_first_and_the_emergency_page_before_all(opened: Opened) -> None:
    found = palette(opened)
    for typed, first in (
        ("emerg", ["Open", "Emergency"]),
        ("e", ["Open", "Emergency"]),
        ("sett", ["Open", "Settings"]),
        ("search", ["Do", "Search the Library"]),
        *((word, ["Open", "Emergency"]) for word in ("112", "call", "ambulance", "urgencias", "socorro")),
    ):
        found.field.clear()
        type_into(opened, typed)
        assert words(found)[:2] == first, typed


def test_pages_sources_and_topics_are_found_too(opened: Opened) -> None:
    found = palette(opened)
    type_into(opened, "swallow")
    assert words(found)[:2] == ["Library", "Eating and swallowing"]
    found.field.clear()
    type_into(opened, "harb")
    assert words(found)[:2] == ["Library", "Harbour Dementia Trust"]


def test_enter_opens_the_page_that_is_reached(opened: Opened) -> None:
    palette(opened)
    type_into(opened, "swallow")
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert opened.whole.window.overlay.panel is None
    row = opened.whole.library.shelf.reader.row
    assert row is not None
    assert row.title == "Eating and swallowing"
    assert opened.whole.library.shelf.reader.page.hasFocus()


def test_enter_before_the_answer_opens_the_first_when_it_comes(opened: Opened) -> None:
    found = palette(opened)
    QTest.keyClicks(found.field, "swallow")
    press(Qt.Key.Key_Return)
    assert opened.whole.window.overlay.panel is not None
    wait_until(lambda: opened.whole.window.overlay.panel is None, "the answer")
    opened.quiet()
    row = opened.whole.library.shelf.reader.row
    assert row is not None
    assert row.title == "Eating and swallowing"


def test_a_source_narrows_the_list(opened: Opened) -> None:
    palette(opened)
    type_into(opened, "village")
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert opened.titles == ["The day centre moves"]


def test_arrows_pass_over_headings_and_are_heard(opened: Opened, listener: Listener) -> None:
    found = palette(opened)
    type_into(opened, "set")
    listener.heard.clear()
    press(Qt.Key.Key_Down)
    reached = found.list.current_option
    assert reached is not None
    assert reached.value is not None
    assert listener.words == [reached.spoken]
    assert found.field.hasFocus()


@pytest.mark.usefixtures("dressed")
def test_a_command_is_done_from_where_the_person_was(opened: Opened, theme: Theme) -> None:
    opened.pick("Short breaks")
    opened.whole.library.shelf.pane.list.setFocus()
    palette(opened)
    type_into(opened, "larger")
    press(Qt.Key.Key_Return)
    assert theme.percent == 115
    assert opened.whole.library.shelf.pane.list.hasFocus()


def test_a_screen_opens_and_a_library_command_comes_back_to_it(opened: Opened) -> None:
    palette(opened)
    type_into(opened, "settings")
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert opened.whole.window.windowTitle() == "Settings, Caregiver"
    palette(opened)
    type_into(opened, "search the")
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert opened.whole.window.windowTitle() == "Library, Caregiver"
    assert opened.whole.library.shelf.pane.filters.search.hasFocus()


def test_what_cannot_be_done_now_is_not_offered(opened: Opened) -> None:
    found = palette(opened)
    found.field.setText("find in this")
    assert "Find in this page" not in words(found)
    press(Qt.Key.Key_Escape)
    opened.pick("Short breaks")
    found = palette(opened)
    found.field.setText("find in this")
    assert words(found)[:2] == ["Do", "Find in this page"]


def test_any_words_give_results_or_say_that_there_are_none(opened: Opened, listener: Listener) -> None:
    for text in ("xyzzy", '"', "source:", "(((", "-", "\u0000", "is:"):
        with step(repr(text)):
            listener.heard.clear()
            ask(opened, text)
            assert opened.message == ""
            assert "result" in listener.words[-1]
            press(Qt.Key.Key_Escape)


def test_esc_gives_the_focus_back(opened: Opened) -> None:
    chips = opened.whole.library.shelf.pane.filters.search
    chips.setFocus()
    palette(opened)
    press(Qt.Key.Key_Escape)
    assert chips.hasFocus()
    palette(opened)
    press(Qt.Key.Key_K, CONTROL)
    assert opened.whole.window.overlay.panel is None


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("percent", [100, 200])
def test_it_is_named_reachable_and_fits(opened: Opened, theme: Theme, percent: int) -> None:
    theme.set_percent(percent)
    show(opened.whole.window, *SMALLEST)
    found = palette(opened)
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert opened.whole.window.rect().contains(panel.geometry())
    assert panel.rect().contains(found.list.geometry())
    assert_accessible(panel)
    assert_targets(panel, theme)
    assert any("keys:" in thing.name for thing in speak(found.list))


@pytest.mark.usefixtures("dressed")
def test_the_navigation_leads_to_it_and_the_menu_has_it_first(opened: Opened, theme: Theme) -> None:
    button = next(b for b in opened.whole.window.findChildren(NavButton) if b.key == "find" and b.isVisible())
    button.click()
    settle()
    assert shown(opened).field.hasFocus()
    press(Qt.Key.Key_Escape)
    theme.set_percent(200)
    show(opened.whole.window, 1180, 860)
    opened.whole.window.focus_navigation()
    press(Qt.Key.Key_Space)
    focused = QApplication.focusWidget()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    first = panel.findChildren(NavButton)[0]
    assert first.key == "find"
    assert isinstance(focused, NavButton)
    first.click()
    settle()
    assert shown(opened).field.hasFocus()


def test_a_palette_that_goes_asks_nothing_any_more(opened: Opened) -> None:
    found = palette(opened)
    found.field.setText("swallow")
    assert found.is_waiting
    opened.whole.window.hide()
    assert not found.is_waiting


def test_phone_lines_and_groups_are_one_row_each_that_leads_to_help_with_the_word(opened: Opened) -> None:
    brought = pack_of(
        "calls",
        helplines=[{**a_line("quince"), "name": "Quince carers line"}],
        communities=[{"id": "q", "name": "Quince group", "address": "https://www.mind.org.uk/q", **_IN_BRITAIN}],
    )
    opened.library.topics.live_in("GB", "en")
    install(opened.library, brought, NORTHFIELD)
    ask(opened, "quince")
    found = shown(opened)
    assert words(found) == ["Help", "1 phone line", "1 group"]
    found.chosen.emit(found.list.options[2].value)
    opened.quiet()
    help_screen = opened.whole.window.stack.currentWidget()
    assert isinstance(help_screen, HelpScreen)
    assert help_screen.body is not None
    assert (help_screen.body.search.text(), help_screen.body.kinds.current) == ("quince", GROUPS)
    assert help_screen.body.results is not None
    assert len(help_screen.body.results.cards) == 1
    assert find_help(opened.library, "qu") == ()
    assert opened.door.asked == []


_IN_BRITAIN = {"language": "en", "country": "GB"}
