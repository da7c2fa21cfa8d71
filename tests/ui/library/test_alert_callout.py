"""What stands over an alert: severity, place and time as the publisher gave them, and never that all is well."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.alert import AlertFacts, AlertKind
from caregiver_app.model.time import Millis
from caregiver_app.ui.library.reader.alert_words import alert_look
from caregiver_app.ui.theme import Tone
from tests.helpers.clock import MONDAY

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
    assert look.text.startswith("Severe danger. Where: Leeds and Bradford. Until: Today, ")


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
