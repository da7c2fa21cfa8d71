"""What people read and nobody can translate is found before it ships, and nothing else is."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from unwrapped import faults, find_unwrapped


@pytest.mark.parametrize(
    "source",
    [
        'label = PlainLabel("Saved")',
        'button.setText("Save it")',
        'button = Button(theme, f"Save {name}")',
        'command = Command(name="Save", key="save")',
        'words = "Something went wrong here."',
        'note = "Note: the disk is full."',
        'TITLE = _("Home")',
        'class Screen:\n    title = _("Home")',
        'WORDS = {"home": pgettext("a place", "Home")}',
        """def words(name):\n    return f"{name}: {_('Home')}\"""",
    ],
)
def test_words_that_cannot_be_translated_are_found(source: str) -> None:
    assert faults(ast.parse(source))


@pytest.mark.parametrize(
    "source",
    [
        'def words():\n    return _("Something went wrong here.")',
        'def words(n):\n    return ngettext("{n} page", "{n} pages", n)',
        '"""Words for whoever reads the code."""',
        'raise ValueError("A stack keeps at least fifty steps")',
        'field = Command(name=name, key="save")',
        'hint = "https://www.example.org/news"',
        'label.setText(f"{first}, {second}")',
        'words = fields["Two words"]',
        'text = "lower case is no sentence"',
        "def words():\n    return lambda: _('Home')",
    ],
)
def test_what_is_translated_or_for_programmers_is_left_alone(source: str) -> None:
    assert faults(ast.parse(source)) == set()


def test_a_fault_is_named_by_its_place(tmp_path: Path) -> None:
    module = tmp_path / "caregiver_app" / "ui" / "home.py"
    module.parent.mkdir(parents=True)
    module.write_text('label = PlainLabel("Saved")\n')
    assert list(find_unwrapped(tmp_path)) == ["caregiver_app/ui/home.py:1: cannot be translated: 'Saved'"]
