"""After a crash the notes open where one was writing, with the form open and the cursor in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.model.time import Millis
from caregiver_app.ui.care.questions.question_drawer import QuestionDrawer
from caregiver_app.ui.care.tabs import care_tabs, tab_of_draft
from caregiver_app.ui.theme import Theme
from caregiver_app.vault.store import Vault
from tests.helpers.care_window import care_window, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.vaults import new_care
from tests.helpers.whole_window import wait_until

pytestmark = pytest.mark.usefixtures("undressed")


def left_behind(vault: Vault) -> None:
    """Write what a window that ended by itself had saved: a note, and then a question."""
    vault.drafts.keep("note/new", "Slept well", at=MONDAY)
    more = {"for-whom": "the nurse", "visit": "", "person": "", "@at": "text"}
    vault.drafts.keep("question/new", "Is it safe", cursor=5, more=more, at=Millis(MONDAY + 1))


def test_the_form_that_was_open_is_open_again(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    folder = tmp_path / "data"
    care = new_care(folder)
    vault = care.open()
    left_behind(vault)
    vault.close()
    care.lock()
    with care_window(theme, folder, starter_folder, with_notes=False) as opened:
        body = unlock(opened)
        assert body.tab_key == "questions"
        overlay = opened.whole.window.overlay
        wait_until(lambda: overlay.panel is not None, "the form")
        assert overlay.panel is not None
        form = overlay.panel.content
        assert isinstance(form, QuestionDrawer)
        assert form.form.values["text"] == "Is it safe"
        assert form.form.values["for-whom"] == "the nurse"


@pytest.mark.parametrize(
    ("places", "tab"),
    [
        ((), ""),
        (("note/new",), "journal"),
        (("answer/7", "note/new"), "questions"),
        (("visit/7",), "appointments"),
        (("person/1", "chase/new"), "appointments"),
        (("medicine/new",), "medicines"),
        (("somewhere/else",), ""),
    ],
)
def test_a_draft_leads_to_its_tab(places: tuple[str, ...], tab: str) -> None:
    assert tab_of_draft(places) == tab
    assert tab in {"", *(entry.key for entry in care_tabs())}
