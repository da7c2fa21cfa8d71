"""How a tab of the care notes is made and plugged in. `journal/tab.py` is the example.

1. Make a folder `ui/care/NAME/` with a `CareTab` subclass, and a `TabEntry` in `tabs.py`; imported when first shown.
   Beside it: which drafts lead back to it (`_OF_DRAFTS`) and what is printed of it (`sheet_of_tab`). Which records are
   at home in it says `record_looks.py`, what opens it from anywhere `record_commands.py`.
2. A tab is made anew at each unlock and thrown away at each lock: keep no word of the notes anywhere else.
3. `opened` is called when the tab is shown, when another person is looked at, after each step (`desk.changed`): ask
   there (`desk.ask(self, work, done, key="journal")`) and paint the answer. `work` gets the `Vault`, in the lane's
   thread; take only values from it. List with `desk.whom.shown`, write with `desk.whom.written_for` (None: all).
4. Do what changes something by `desk.do(step)`: `step(vault)` returns a `CareDone` (words, and the `Undo` of the store)
   and gets its toast with Undo. `desk.say` for words alone. All of them go at the lock.
5. Follow what is typed: `desk.drafts.follow("note/new", edit)`, `follow_line` for one line, or `follow_form`
   (`Written`) for several fields. It is saved within a second of a pause and at the lock, and comes back with its
   cursor; call `finish(place)` once it is kept as a record, `leave(place)` when its form closes.
   `desk.drafts.waiting("note/")` tells which forms to open again.
6. Fields are `PrivateLine` and `PrivateText` (`private_fields.py`); dialogs are drawers of `desk.overlay`.
7. `desk.count("questions", 3)` puts a number on a tab; `desk.open("questions", id)` goes to a record: `show_record`.
8. `new` is Ctrl+N; `set_narrow` tells that there is room for one column only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.page import Page


class CareTab(Page):
    """Base of the tabs: a page that scrolls, with parts in `body`. It never waits."""

    def __init__(self, desk: CareDesk, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, title, below_tabs=True, parent=parent)
        self.desk = desk
        self.title = title

    def opened(self) -> None:
        """Ask the notes for what is shown here."""

    def new(self) -> bool:
        """Begin a new record of this kind with the keyboard in it, and return whether there is such a thing."""
        return False

    def show_record(self, record_id: int) -> None:
        """Show one record, with the keyboard there."""

    def go_back(self) -> bool:
        """Leave an inner place, and return whether there was one."""
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class TabEntry:
    """How a tab stands in the row, and how it is made."""

    key: str
    title: str
    icon: Icon
    make: Callable[[CareDesk, QWidget], CareTab]
