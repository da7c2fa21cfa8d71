"""What is refused over care notes is told without a word of what was typed, on every command that takes text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.care_commands import CareCommands
from tests.helpers.command_line import Ran
from tests.helpers.markers import new_marker, ways_in, writings_of

MARKER = new_marker()
LONG = f"{MARKER} " * 60_000

REFUSED = {
    "note-too-long": (("note", "add", "-"), LONG),
    "note-unknown": (("note", "change", "99", "-"), MARKER),
    "note-bad-time": (("note", "add", "-", "--at", MARKER), MARKER),
    "note-for-nobody": (("note", "add", "-", "--person-id", "99"), MARKER),
    "question-empty-after-all": (("question", "add", "-"), "\u200b"),
    "question-too-long": (("question", "add", "-"), LONG),
    "question-unknown": (("question", "answer", "99", "-"), MARKER),
    "appointment-field": (("appointment", "add", "-", "--starts", "2026-11-23T14:30"), f"{MARKER}: {MARKER}"),
    "appointment-no-field": (("appointment", "add", "-", "--starts", "2026-11-23T14:30"), MARKER),
    "appointment-zone": (("appointment", "add", "-", "--starts", "2026-11-23T14:30", "--zone", "Nowhere/X"), MARKER),
    "medicine-field": (("medicine", "add", "-"), f"name: {MARKER}\n{MARKER}: {MARKER}"),
    "medicine-day": (("medicine", "add", "-"), f"name: {MARKER}\nstarted: {MARKER}"),
    "medicine-yes-no": (("medicine", "add", "-"), f"name: {MARKER}\nas-needed: {MARKER}"),
    "contact-field": (("contact", "add", "-"), f"{MARKER}: {MARKER}"),
    "contact-no-name": (("contact", "add", "-"), f"note: {MARKER}"),
    "measure-no-number": (("measure", "add", "weight", "-"), MARKER),
    "measure-unit": (("measure", "add", "weight", "-", "--unit", "furlongs"), f"71 {MARKER}"),
    "measure-kind": (("measure", "make-kind", "-"), LONG),
    "person-too-long": (("person", "add", "-"), LONG),
    "ask-nobody": (("ask", "export", "--to", "99", "--question", "1", "--preview"), MARKER),
}


@pytest.fixture(scope="module")
def care(tmp_path_factory: pytest.TempPathFactory) -> CareCommands:
    return CareCommands(tmp_path_factory.mktemp("care"))


def marker_in(*texts: bytes) -> list[str]:
    return ways_in(texts, writings_of(MARKER))


def logged(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file() and "log" in path.name]


@pytest.mark.parametrize(("words", "typed"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("as_json", [False, True], ids=["plain", "json"])
def test_a_refusal_tells_no_word_that_was_typed(
    care: CareCommands, words: tuple[str, ...], typed: str, as_json: bool
) -> None:
    ran: Ran = care(*words, *(["--json"] if as_json else []), typed=typed)
    assert ran.code != 0
    if MARKER not in " ".join(words):  # what stands on the command line is no secret any more
        assert marker_in(ran.out.encode(), ran.err.encode()) == [], (ran.out[:300], ran.err[:300])
    assert marker_in(*logged(care.command.data_dir)) == []


def test_a_note_that_was_kept_is_shown_to_who_asks_and_nowhere_else(care: CareCommands) -> None:
    added = care("note", "add", "-", typed=MARKER)
    assert marker_in(added.err.encode()) == []
    shown = care("note", "list")
    assert MARKER in shown.out
    assert marker_in(shown.err.encode()) == []
    wrong = care.command("note", "list", "--passphrase-file", str(care.command.data_dir / "vault.json"))
    assert wrong.code != 0
    assert marker_in(wrong.out.encode(), wrong.err.encode()) == []
