"""Choices that tell something about a family lie in the library, by name and type."""

from __future__ import annotations

import pytest

from caregiver_app.library.store import Library


@pytest.mark.parametrize("value", [True, False, 0, 1, -5, "", "GB", 'naïve "quoted" \U0001f600', "\ue000"])
def test_a_choice_comes_back_as_it_was_made(library: Library, value: str | int | bool) -> None:
    library.choices.put("name", value)
    found: dict[type, str | int | bool] = {
        str: library.choices.get("name", "never"),
        int: library.choices.get("name", 77),
        bool: library.choices.get("name", not value),
    }
    assert found[type(value)] == value
    assert type(found[type(value)]) is type(value)


def test_a_choice_never_made_is_the_default(library: Library) -> None:
    assert library.choices.get("country", "none") == "none"
    assert library.choices.get("stay_offline", False) is False


def test_the_last_choice_counts(library: Library) -> None:
    library.choices.put("country", "GB")
    library.choices.put("country", "IE")
    assert library.choices.get("country", "") == "IE"


def test_a_value_of_another_type_is_not_taken_for_a_choice(library: Library) -> None:
    """A number is no switch, even where Python would take 1 for True."""
    library.choices.put("stay_offline", 1)
    assert library.choices.get("stay_offline", False) is False
    library.choices.put("country", True)
    assert library.choices.get("country", "none") == "none"
    assert library.choices.get("country", 7) == 7
