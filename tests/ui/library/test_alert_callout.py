"""What stands over an alert: severity, place and time as the publisher gave them, and never that all is well."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel

from caregiver_app.library.store import Library
from caregiver_app.model.alert import AlertFacts, AlertKind
from caregiver_app.model.source import SourceKind
from caregiver_app.model.time import Millis
from caregiver_app.ui.library.reader.alert_words import alert_look
from caregiver_app.ui.theme import Theme, Tone
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.whole_window import open_whole

HOUR = 3_600_000


def flood(**facts: object) -> AlertFacts:
    return AlertFacts(**{  # type: ignore[arg-type]  # fields by name
        "kind": AlertKind.CAP, "status": "Actual", "message_type": "Alert", "event": "Flood", "severity": "Severe",
        "area": "Leeds and Bradford.", "expires_at": Millis(MONDAY + 2 * HOUR), **facts,
    })  # fmt: skip


def test_an_alert_in_force_says_how_bad_where_and_until_when() -> None:
    look = alert_look(flood(), MONDAY)
    assert look.tone is Tone.WARN
    assert look.heading == "Flood"
    assert look.text.startswith("Severe danger. Where: Leeds and Bradford. Until: today, ")


@pytest.mark.parametrize(
    ("facts", "tone", "words"),
    [
        (flood(expires_at=Millis(MONDAY - HOUR)), Tone.INFO, "Look there whether it still holds."),
        (flood(expires_at=None), Tone.WARN, "The publisher did not say until when."),
        (flood(status="Exercise"), Tone.INFO, "An exercise or a test, not a warning"),
        (flood(message_type="Cancel"), Tone.INFO, "takes back an earlier warning"),
        (flood(event="", severity="Unknown", area=""), Tone.WARN, "Safety notice"),
        (AlertFacts(kind=AlertKind.RECALL, event="Thickening powder"), Tone.WARN, "Do not stop a medicine"),
    ],
    ids=["expired", "no-end", "exercise", "cancel", "bare", "recall"],
)
def test_it_never_says_more_than_the_publisher(facts: AlertFacts, tone: Tone, words: str) -> None:
    look = alert_look(facts, MONDAY)
    assert look.tone is tone
    assert words in f"{look.heading} {look.text}"


def test_a_warning_whose_place_a_newer_one_took_says_so() -> None:
    look = alert_look(flood(), MONDAY, ended=True)
    assert look.tone is Tone.INFO
    assert look.text.endswith("The publisher has sent a newer message about this. Look there what holds now.")
    assert "Until" not in look.text


def test_the_reader_knows_which_warnings_were_replaced(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    first, second = flood(identifier="a"), flood(identifier="b", message_type="Update", refers_to=("a",))

    def fill(library: Library) -> None:
        source = add_source(library, "Weather office", kind=SourceKind.ALERTS, at=MONDAY)
        old, new = add_pages(library, source, [APage(title="Old"), APage(title="New")], at=MONDAY)
        with library.write("tests.alerts") as writer:
            library.alerts.put(writer, old, first)
            library.alerts.put(writer, new, second)

    with open_whole(theme, tmp_path, start=starter_folder, fill=fill) as opened:
        said = {}
        for title in ("Old", "New"):
            opened.pick(title)
            top = opened.whole.library.shelf.reader.top
            said[title] = " ".join(label.text() for label in top.findChildren(QLabel) if label.isVisible())
        assert "newer message" in said["Old"]
        assert "Severe danger." in said["New"]
        assert "Severe danger." not in said["Old"]


ANY = st.text(max_size=400)
FACTS = st.builds(
    AlertFacts, kind=st.sampled_from(AlertKind), status=ANY, message_type=ANY, event=ANY, severity=ANY, area=ANY,
    expires_at=st.none() | st.integers(0, 4 * 10**12),
)  # fmt: skip


@given(FACTS)
def test_any_facts_have_words_and_are_never_red(facts: AlertFacts) -> None:
    look = alert_look(facts, MONDAY)
    assert look.heading
    assert look.tone in (Tone.WARN, Tone.INFO)
