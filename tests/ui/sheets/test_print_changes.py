"""Between one sheet and the next: nothing of the first stays, nothing leaves in its place, and the day is today's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.paper.as_text import as_text
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.sheets.joining import PRINT
from caregiver_app.ui.theme import Theme
from tests.helpers.care_notes import fill_family
from tests.helpers.care_visits import in_notes
from tests.helpers.care_window import care_of, unlock
from tests.helpers.everything_shown import everything_shown
from tests.helpers.print_window import (
    about_the_first,
    body_of,
    let_go,
    print_of,
    print_panel,
    seen,
    show_sheet,
    use_printer,
)
from tests.helpers.printers import PretendPrinter
from tests.helpers.vaults import filled_care
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")

ALLERGY = "Penicillin"
A_DAY = 86_400


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """The window with the emergency sheet of the first of two people."""
    folder = tmp_path / "data"
    filled_care(folder, fill_family)
    with open_whole(theme, folder, start=starter_folder, fill=in_britain, screen=PRINT) as opened:
        body_of(opened).tiles.tiles[SheetKind.EMERGENCY].click()
        unlock(opened)
        assert ALLERGY in about_the_first(opened).preview.text.toPlainText()
        yield opened


def in_britain(library: Library) -> None:
    """Live in a country that has phone lines."""
    library.topics.live_in("GB", "en")


def test_what_was_seen_goes_at_once_and_never_leaves_in_the_place_of_another(opened: Opened) -> None:
    """One walk: a visit of somebody, another person, another kind, a lock in between, another day."""
    printer = PretendPrinter()
    use_printer(opened, printer)
    with step("the visit that is meant says whose it is, though nobody was chosen"):
        assert print_of(opened).door.person_id is None
        visit = in_notes(opened, lambda vault: vault.appointments.list()[0].id)
        body = show_sheet(opened, SheetKind.VISIT, visit=visit)
        assert "Memory clinic" in body.preview.text.toPlainText()
        assert body.wanted.person_id == body.options.people[0].id
        show_sheet(opened, SheetKind.EMERGENCY)
        about_the_first(opened)
    with step("another person: what was seen goes at once, and what is asked for the printer is theirs"):
        turn_to_somebody_else_and_print(opened)
    with step("the lock finds nothing of it, though what is wanted is not private"):
        lock_right_after_turning_to_a_public_sheet(opened)
    with step("a sheet is made anew on the day on which it leaves"):
        print_two_days_later(opened)
    with step("whoever went on to something else is asked nothing"):
        body_of(opened).print_now()
        opened.whole.window.open_screen(HOME)
        seen(opened)
        assert opened.whole.window.overlay.panel is None
    with step("what the notes could not write down, as they were locked in that moment, is not printed"):
        lock_in_the_moment_of_printing(opened, printer)


def turn_to_somebody_else_and_print(opened: Opened) -> None:
    """Choose the other person and press Print in the same moment."""
    body = body_of(opened)
    mum, dad = (each.id for each in body.options.people)
    body.options.whom.chosen.emit(dad)
    assert not body.preview.shows_pages
    assert body.preview.text.toPlainText() == ""
    assert body.preview.nothing.isVisible()
    assert body.ticks.chosen() == ()
    assert body.going() is None
    print_panel(opened)
    going = body.going()
    assert going is not None
    assert going.wanted.person_id == dad
    assert ALLERGY not in as_text(going.shown.sheets)
    opened.whole.window.overlay.close_panel()
    body.options.whom.chosen.emit(mum)
    seen(opened)


def lock_right_after_turning_to_a_public_sheet(opened: Opened) -> None:
    """What is wanted is public already, what was seen was not."""
    body = body_of(opened)
    body.choose(SheetKind.HELPLINES)
    care_of(opened).access.lock()
    let_go()
    shown = everything_shown(opened.whole.window)
    assert ALLERGY not in shown
    assert "Mum" not in shown
    assert not body.is_private
    body = seen(opened)
    assert "Phone lines" in body.preview.text.toPlainText()


def print_two_days_later(opened: Opened) -> None:
    """Leave the sheet open for two days, then print it."""
    body = show_sheet(opened, SheetKind.HELPLINES, country="GB")
    before = body.going()
    assert before is not None
    opened.clock.advance(2 * A_DAY)
    print_panel(opened)
    now = body.going()
    assert now is not None
    (old,), (new,) = before.shown.sheets, now.shown.sheets
    assert (old.printed_on, new.printed_on) == ("Printed on 23 November 2026", "Printed on 25 November 2026")
    opened.whole.window.overlay.close_panel()


def lock_in_the_moment_of_printing(opened: Opened, printer: PretendPrinter) -> None:
    """Press Print at the printer, and lock at once."""
    opened.whole.window.open_screen(PRINT)
    show_sheet(opened, SheetKind.EMERGENCY)
    unlock(opened)
    about_the_first(opened)
    print_panel(opened).go.click()
    care_of(opened).access.lock()
    opened.quiet()
    assert opened.whole.window.overlay.panel is None
    assert printer.printed == []
