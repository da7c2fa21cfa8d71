"""What a print command means where nothing more was said."""

from __future__ import annotations

from typing import Any

from caregiver_app.cli.print_asked import PrintAsked, PrintLook, asked_of

_SAID = ("password_file", "person", "person_id", "since", "until", "visit", "collection", "topic", "day", "pack")
_SEVERAL = ("measures", "put_on", "left_out", "items", "keep")


def asked(sheet: str, **said: Any) -> PrintAsked:
    """Return what is asked for with these options alone."""
    given: dict[str, Any] = dict.fromkeys((*_SAID, "hours", "channel", "message_file"))
    given |= dict.fromkeys(_SEVERAL, ()) | {"country": "", "title": ""}
    given |= dict.fromkeys(("allow_synced", "wallet", "keep_look"), False)
    look = PrintLook(paper=None, size=None, language="en-GB")
    return asked_of(sheet, look, file="a.pdf", only_parts=False, as_json=False, audience=None, **(given | said))


def test_a_helper_of_a_weekend_is_there_for_three_days_and_else_for_one() -> None:
    hours = {sheet: asked(sheet).hours for sheet in ("handover", "helpers-weekend", "emergency")}
    assert hours == {"handover": 24, "helpers-weekend": 72, "emergency": 24}
    assert asked("helpers-weekend", hours=12).hours == 12
    assert asked("handover", hours=0).hours == 0, "refused later, in words"
