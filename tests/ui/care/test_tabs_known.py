"""A new tab, or a new kind of record in one, is known where tabs are looked up by what was written."""

from __future__ import annotations

import re
from pathlib import Path

from caregiver_app.ui import care
from caregiver_app.ui.care.record_looks import look_of
from caregiver_app.ui.care.tabs import care_tabs, tab_of_draft
from caregiver_app.vault.changes.kinds import OF_A_PERSON

IN_NO_TAB = {"application", "home", "person"}
"""What is no draft, those on Home, and that of a person, which stands over all tabs."""

TABS = frozenset(tab.key for tab in care_tabs())


def test_every_kind_of_record_has_a_name_and_is_at_home_in_a_tab() -> None:
    """One without a look of its own has no tab."""
    assert look_of("nothing").tab not in TABS
    assert [kind for kind in OF_A_PERSON if look_of(kind).tab not in TABS] == []


def test_what_was_being_written_leads_back_to_its_tab() -> None:
    begun = set()
    for file in Path(care.__path__[0]).rglob("*.py"):
        begun |= set(re.findall(r"""(?<!")f?"([a-z_]+)/[^"\n]*\"""", file.read_text(encoding="utf-8")))
    assert len(begun) > 9
    assert [kind for kind in sorted(begun - IN_NO_TAB) if tab_of_draft([f"{kind}/new"]) not in TABS] == []
