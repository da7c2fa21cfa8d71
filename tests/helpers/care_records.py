"""What tests of the tabs do with open care notes: ask them, open a tab, choose in a menu, add people."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.care.menu import CareMenu
from caregiver_app.ui.care.tab import CareTab
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault
from tests.helpers.care_window import care_of
from tests.helpers.clock import MONDAY
from tests.helpers.whole_window import Opened

T = TypeVar("T")
Tab = TypeVar("Tab", bound=CareTab)
Panel = TypeVar("Panel", bound=QWidget)


def notes_of(opened: Opened, work: Callable[[Vault], T]) -> T:
    """Do something with the open notes in their own thread, and return its answer."""
    answers: list[T] = []
    care = care_of(opened)
    care.desk.ask(care, work, answers.append)
    opened.quiet()
    (answer,) = answers
    return answer


def open_tab(opened: Opened, key: str, kind: type[Tab]) -> Tab:
    """Open a tab of unlocked notes."""
    body = care_of(opened).screen.body
    assert body is not None
    tab = body.open_tab(key)
    opened.quiet()
    assert isinstance(tab, kind)
    return tab


def panel(opened: Opened, kind: type[Panel]) -> Panel:
    """Return what is open over the window."""
    found = opened.whole.window.overlay.panel
    assert found is not None, "nothing is open"
    assert isinstance(found.content, kind), type(found.content).__name__
    return found.content


def choose(opened: Opened, words: str) -> None:
    """Choose in the open menu."""
    menu = panel(opened, CareMenu)
    found = {option.text: option.value for option in menu.list.options}
    menu.list.chosen.emit(found[words])
    opened.quiet()


def with_people(opened: Opened, *names: str, shown: int = 0) -> list[PersonId]:
    """Add people to unlocked notes and look at one of them; -1 looks at everybody."""
    ids = notes_of(opened, lambda vault: [vault.people.add(name, at=MONDAY) for name in names])
    whom = care_of(opened).desk.whom
    whom.show_people(notes_of(opened, lambda vault: vault.people.list()))
    whom.choose(ids[shown] if shown >= 0 else None)
    opened.quiet()
    return ids


def undo(opened: Opened) -> None:
    """Take the last step back."""
    opened.whole.window.messages.undo()
    opened.quiet()


def redo(opened: Opened) -> None:
    """Do it again."""
    opened.whole.window.messages.redo()
    opened.quiet()


def take_back_all(opened: Opened) -> None:
    """Take back every step, leave each form and inner place, forget drafts and messages: so a step of a walk begins."""
    care, window = care_of(opened), opened.whole.window
    window.overlay.close_panel()
    tab = care.screen.body.tab if care.screen.body is not None else None
    while tab is not None and tab.go_back():
        opened.quiet()
    while opened.whole.undo.next_undo is not None:
        undo(opened)
    care.desk.drafts.forget()
    window.forget()
    care.desk.changed.emit()
    opened.quiet()
