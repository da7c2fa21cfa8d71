"""What is done in the window to come to a place, where a press of a named button does not lead there."""

from __future__ import annotations

from datetime import datetime

from caregiver_app.model.time import from_datetime
from caregiver_app.ui.care.parts.note_view import LinkWay
from caregiver_app.ui.first_run.place import StepKey
from caregiver_app.ui.studio.writing.link_asking import LinkAsking
from tests.helpers.all_screens import Act
from tests.helpers.care_window import care_of
from tests.helpers.clock import MONDAY
from tests.helpers.first_run import go_on, skip_until, tile
from tests.helpers.packs import small_manifest, write_pack_folder
from tests.helpers.whole_window import Opened, wait_until


def found(name: str) -> Act:
    """Return what does as Ctrl+K does with this name."""

    def act(opened: Opened) -> None:
        opened.whole.find.commands.find(name)[0].action()

    return act


def tab(key: str) -> Act:
    """Return what opens a tab of the care notes, which a narrow window keeps under "More tabs"."""

    def act(opened: Opened) -> None:
        body = care_of(opened).screen.body
        assert body is not None
        body.open_tab(key)

    return act


def read_first(opened: Opened) -> None:
    row = opened.rows[0]
    opened.whole.library.shelf.pane.list.show_current(row.id)
    opened.whole.library.shelf.pane.list.opened.emit(row)


def search_nothing(opened: Opened) -> None:
    opened.whole.library.shelf.pane.filters.search.search("zzzz")


def show_all(opened: Opened) -> None:
    opened.whole.library.shelf.pane.filters.search.search("")


def open_menu(opened: Opened) -> None:
    opened.whole.window.bars.open_menu(opened.whole.window.overlay)


def find_anything(opened: Opened) -> None:
    """Press Ctrl+K."""
    opened.whole.find.open()


def open_page_list(opened: Opened) -> None:
    opened.whole.library.panels.open_picker()


def pick_a_source(opened: Opened) -> None:
    sources = opened.whole.ways.sources
    assert sources is not None
    sources.list.setCurrentIndex(sources.model.index(2))


def open_a_source(opened: Opened) -> None:
    """Open what stands beside the list, or in its place where a narrow window shows one of both."""
    pick_a_source(opened)
    sources = opened.whole.ways.sources
    assert sources is not None
    sources.list.open_at(sources.model.index(2))


def make_a_pack(opened: Opened) -> None:
    """Open a small pack in the studio, made beside the data folder."""
    data = opened.services.paths.data_dir
    text = "---\ntitle: Calm evenings\nlanguage: en\n---\n\nClose the curtains.\n"
    folder = write_pack_folder(
        data.parent / f"{data.name}-packs" / "calm", small_manifest(title="Calm evenings"), {"guides/calm.md": text}
    )
    opened.whole.gate.side.studio.open_folder(folder)


def close_what_lies_over(opened: Opened) -> None:
    """Close what an earlier place opened over the same screen."""
    opened.whole.window.overlay.close_panel()


def choose_dementia(opened: Opened) -> None:
    tile(opened, "dementia").click()
    go_on(opened)


def skip_to(key: StepKey) -> Act:
    return lambda opened: skip_until(opened, key)


def panel_comes(opened: Opened) -> None:
    """Wait for a panel that opens once something slow is known, such as which printers there are."""
    wait_until(lambda: opened.whole.window.overlay.panel is not None, "a panel")


def at_hour(hour: int) -> Act:
    """Return what makes it this hour of a Tuesday at Home."""

    def act(opened: Opened) -> None:
        opened.clock.jump(from_datetime(datetime(2026, 11, 24, hour).astimezone()))
        opened.whole.home.screen.every_minute.timeout.emit()

    return act


def still_monday(opened: Opened) -> None:
    """Go back to the time of all other places."""
    opened.clock.jump(MONDAY)
    opened.whole.home.screen.every_minute.timeout.emit()


def all_notices(opened: Opened) -> None:
    opened.whole.home.screen.notices_place.open_all()


def link_of_a_note(opened: Opened) -> None:
    desk = care_of(opened).desk
    desk.overlay.open_popover(LinkWay(desk, "https://www.example.org/notes"))


def ask_for_a_link(opened: Opened) -> None:
    window = opened.whole.window
    window.overlay.open_drawer(LinkAsking(opened.whole.care.desk.theme, ""))
