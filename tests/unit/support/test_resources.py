"""What ships with the application is found in a checkout; what it lacks is said. Installed: project/test_wheel.py."""

from __future__ import annotations

import pytest

from caregiver_app.support.resources import resource


def test_shipped_data_is_found() -> None:
    assert resource("resources", "translations", "caregiver.pot").read_text(encoding="utf-8").startswith("msgid")


def test_what_is_not_there_is_said_by_its_name_alone() -> None:
    with pytest.raises(FileNotFoundError, match=r"^resources/nowhere$"):
        resource("resources", "nowhere")
