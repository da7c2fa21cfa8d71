"""What of the Library is pictured beside its list: what opens over it, compact rows, pictures, an alert."""

from __future__ import annotations

from tests.helpers.clock import MONDAY
from tests.helpers.kept_pages import a_jpeg, keep_pictures
from tests.helpers.whole_window import Opened, wait_until

_PAGE = "When evenings feel harder: calm routines for sundowning"
_PICTURE = "https://harbour-dementia-trust.example/lamp.jpg"


def reading(opened: Opened) -> None:
    """A page beside the list."""
    row = next(row for row in opened.rows if row.title == _PAGE)
    opened.whole.library.shelf.pane.list.show_current(row.id)
    opened.whole.library.shelf.pane.list.opened.emit(row)
    opened.quiet()


def finding_anything(opened: Opened) -> None:
    """The palette before anything is typed."""
    opened.whole.find.open()


def finding_a_word(opened: Opened) -> None:
    """The palette with something of each kind."""
    opened.whole.find.open()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    panel.content.field.setText("s")  # type: ignore[attr-defined]  # the palette's
    wait_until(lambda: not panel.content.is_waiting, "the answer")  # type: ignore[attr-defined]  # the palette's


def picking(opened: Opened) -> None:
    """The choice of what the list shows."""
    _fill_shelves(opened)
    opened.whole.library.panels.open_picker()


def all_shelves(opened: Opened) -> None:
    """All collections and saved searches."""
    _fill_shelves(opened)
    opened.whole.library.lists.open_shelves()


def collecting(opened: Opened) -> None:
    """Save to collection."""
    _fill_shelves(opened)
    reading(opened)
    opened.whole.library.with_row(opened.whole.library.lists.open_collect)


def help_for_a_search(opened: Opened) -> None:
    """Pages that hold a word, and what Help has for it."""
    opened.whole.library.shelf.pane.filters.search.search("dementia")


def naming_a_search(opened: Opened) -> None:
    """A search about to be saved."""
    opened.whole.library.shelf.pane.filters.search.search("swallow")
    opened.quiet()
    opened.whole.library.lists.name_search()


def muting(opened: Opened) -> None:
    """Muted words."""
    opened.library.mutes.add("miracle", at=MONDAY)
    opened.whole.library.lists.open_mutes_for(opened.rows[0])


def compact_rows(opened: Opened) -> None:
    """The list with little room for each row."""
    opened.whole.library.shelf.set_compact(True)
    reading(opened)


def changes(opened: Opened) -> None:
    """What changed, at the first change."""
    reading(opened)
    opened.whole.library.shelf.reader.open_changes()
    opened.quiet()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    panel.content.step(1)  # type: ignore[attr-defined]  # the view of changes


def about_a_source(opened: Opened) -> None:
    """About this source."""
    reading(opened)
    opened.whole.library.shelf.reader.open_source()


def tips(opened: Opened) -> None:
    """Search tips."""
    opened.whole.library.panels.open_tips()


def a_stored_picture(opened: Opened) -> None:
    """A page with a picture that is kept."""
    row = next(row for row in opened.rows if row.title == _PAGE)
    keep_pictures(opened.library, row.id, {_PICTURE: a_jpeg()}, at=MONDAY)
    reading(opened)
    bar = opened.whole.library.shelf.reader.page.verticalScrollBar()
    bar.setValue(bar.maximum() * 11 // 20)


VIEWS = (
    finding_anything,
    finding_a_word,
    picking,
    all_shelves,
    collecting,
    help_for_a_search,
    naming_a_search,
    muting,
    compact_rows,
    changes,
    about_a_source,
    tips,
    a_stored_picture,
)


def _fill_shelves(opened: Opened) -> None:
    library = opened.library
    shelf = library.collections.make("Evenings and sleep", at=MONDAY)
    library.collections.add(shelf, [opened.rows[3].id, opened.rows[4].id], at=MONDAY)
    library.collections.make("For the nurse", at=MONDAY)
    library.saved_searches.save("Swallowing", "swallow", at=MONDAY)
    opened.whole.library.refresh_standing()
    opened.quiet()
