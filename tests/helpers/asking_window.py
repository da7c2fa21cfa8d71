"""What a person does in the window with keys and files of "ask the nurse": fills lines, types words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.care.asking.compare_drawer import CompareDrawer
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.widgets.field import Field
from caregiver_app.vault.letters.sealing import Recipient
from caregiver_app.vault.letters.words import words_of
from tests.helpers.accessible import assert_named
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.whole_window import Opened, wait_until

Panel = TypeVar("Panel", bound=QWidget)


def content(opened: Opened) -> QWidget | None:
    """Return what is open over the window."""
    panel = opened.whole.window.overlay.panel
    return None if panel is None else panel.content


def wait_for(opened: Opened, kind: type[Panel]) -> Panel:
    """Wait until a drawer of this kind is open, check what is heard in it, and return it."""
    wait_until(lambda: isinstance(content(opened), kind), kind.__name__)
    opened.quiet()
    found = content(opened)
    assert isinstance(found, kind)
    assert_named(found)
    return found


def fill(field: Field, words: str) -> None:
    """Type into a field of one line."""
    assert isinstance(field.control, PrivateLine)
    field.control.setText(words)


def compare(opened: Opened, key: Recipient, passphrase: str = PASSPHRASE) -> CompareDrawer:
    """Type the two groups of a key that are asked for, and the passphrase."""
    drawer = wait_for(opened, CompareDrawer)
    words = words_of(key)
    type_groups(drawer, {number: " ".join(words[number - 1]) for number in drawer.groups})
    drawer.passphrase.line.setText(passphrase)
    drawer.act.click()
    return drawer


def type_groups(drawer: CompareDrawer, groups: Mapping[int, str]) -> None:
    """Type groups of words."""
    for number, words in groups.items():
        fill(drawer.groups[number], words)
