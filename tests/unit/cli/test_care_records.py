"""Records of care notes are kept, changed, found, deleted and brought back by commands; locked, nothing is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.bootstrap.today import NOTES_BACKED_UP_AT
from caregiver_app.library.store import open_library
from caregiver_app.model.search import ArticleQuery
from tests.helpers.care_commands import CareCommands
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library_files import APage, add_pages, add_source

RECORDS = {
    "person": "Mum",
    "note": "Slept badly.",
    "question": "What now?",
    "medicine": "name: Paracetamol",
    "contact": "name: District nurse",
}


@pytest.fixture
def care(tmp_path: Path) -> CareCommands:
    return CareCommands(tmp_path)


@pytest.mark.parametrize("kind", RECORDS)
def test_what_is_deleted_can_be_brought_back(care: CareCommands, kind: str) -> None:
    """A record of any kind leaves its list and comes back as it was."""
    care(kind, "add", "-", typed=RECORDS[kind])
    before = care.json(kind, "list")
    assert care.json(kind, "delete", "1") == {"id": 1}
    assert care.json(kind, "list") == []
    care(kind, "restore", "1")
    assert care.json(kind, "list") == before


@pytest.mark.parametrize(
    ("group", "typed"),
    [("note", "Slept badly."), ("measure", "value: 61"), ("appointment chase", "what: the letter")],
    ids=["note", "measure", "chase"],
)
def test_the_command_that_brings_it_back_is_told_as_it_is_typed(care: CareCommands, group: str, typed: str) -> None:
    """What is said after a deletion can be typed as it stands, and does it."""
    words = group.split()
    kind = ["weight"] if group == "measure" else []
    care(*words, "add", *kind, "-", typed=typed)
    said = care(*words, "delete", "1").out
    told = said.partition("caregiver ")[2].split()
    assert care(*told).code == 0
    assert len(care.json(*words, "list")) == 1


@pytest.mark.parametrize("command", ["person list", "note show 1", "question add -", "measure kinds", "contact list"])
def test_without_a_passphrase_nothing_is_said(care: CareCommands, command: str) -> None:
    """Locked is exit code 4 and one sentence; nothing was kept or shown."""
    care("note", "add", "-", typed="Slept badly.")
    ran = care.command("--json", *command.split(), typed="text")
    assert (ran.code, ran.document["error"]["kind"]) == (4, "vault-locked")
    assert "badly" not in ran.out + ran.err
    assert care.json("question", "list") == []


def test_a_person_is_made_once_and_found_whatever_the_case(care: CareCommands) -> None:
    """The same name means the same person."""
    first = care.json("note", "add", "-", "--person", "Mum", typed="One")
    second = care.json("note", "add", "-", "--person", "MUM", typed="Two")
    assert first["person_id"] == second["person_id"]
    assert len(care.json("note", "list", "--person-id", str(first["person_id"]))) == 2


def test_a_name_comes_from_standard_input_where_that_is_free(care: CareCommands) -> None:
    """Nobody is ever called "-": where something else is read there it is refused, and nothing is kept."""
    care("note", "add", "-", "--person", "Mum", typed="Slept badly.")
    care("note", "add", "-", typed="About nobody.")
    assert [each["id"] for each in care.json("note", "list", "--person", "-", typed="Mum\n")] == [1]
    assert care("note", "list", "--person", "-", typed="Somebody").code == 1
    for nobody in ("", "-\n"):
        assert care("note", "list", "--person", "-", typed=nobody).code == 2
    taken = care("note", "add", "-", "--person", "-", typed="Mum")
    assert (taken.code, "--person-id ID" in taken.err) == (2, True)
    assert care("note", "search", "-", "--person", "-", typed="Mum").code == 2
    assert care("note", "list", "--person", "-", "--passphrase-fd", "0", typed="Mum").code == 2
    assert [each["name"] for each in care.json("person", "list")] == ["Mum"]
    assert len(care.json("note", "list")) == 2


def test_an_unknown_person_is_not_made_by_asking(care: CareCommands) -> None:
    """A list for somebody unknown is an error, and adds nobody."""
    assert care("note", "list", "--person", "Nobody").code == 1
    assert care.json("person", "list") == []


def test_a_question_goes_through_its_life(care: CareCommands) -> None:
    """Asked for a visit, moved, answered: each step is kept."""
    care("appointment", "add", "-", "--starts", "2099-01-05T09:00", "--zone", "Europe/London", typed="title: Clinic")
    for text in ("One", "Two"):
        care("question", "add", "-", typed=text)
    care("question", "move", "2", "up")
    care("question", "assign", "2", "--appointment", "1")
    assert [each["text"] for each in care.json("question", "list")] == ["Two", "One"]
    assert [each["id"] for each in care.json("question", "list", "--appointment", "1")] == [2]
    answered = care.json("question", "answer", "2", "-", typed="answer: Yes\n  for a week\nby: the doctor")
    assert answered["state"] == "answered"
    assert [(each["text"], each["by"]) for each in answered["answers"]] == [("Yes\nfor a week", "the doctor")]
    assert [each["id"] for each in care.json("question", "list", "--state", "open")] == [1]


def test_a_visit_stays_at_its_hour_when_clocks_change(care: CareCommands) -> None:
    """Wall time and zone are kept; the offset follows from them."""
    summer = care.json(
        "appointment", "add", "-", "--starts", "2099-07-01T10:30", "--zone", "Europe/London", typed="title: Clinic"
    )
    winter = care.json("appointment", "move", "1", "--starts", "2099-12-01T10:30")
    assert (summer["starts"], winter["starts"]) == ("2099-07-01T10:30:00+01:00", "2099-12-01T10:30:00+00:00")


def test_a_time_that_no_clock_shows_is_refused(care: CareCommands) -> None:
    """What cannot be is told and not kept."""
    ran = care("appointment", "add", "-", "--starts", "2026-13-01T10:30", "--zone", "Europe/London", typed="title: X")
    assert ran.code == 1
    assert care.json("appointment", "list") == []


def test_a_medicine_is_changed_in_what_is_given(care: CareCommands) -> None:
    """Fields that are not given stay; stopping and starting again leave what was written."""
    care("medicine", "add", "-", typed="name: Paracetamol\nstrength: 500 mg\nas-needed: yes")
    changed = care.json("medicine", "change", "1", "-", typed="dose: 1 to 2")
    assert (changed["strength"], changed["dose"], changed["as_needed"]) == ("500 mg", "1 to 2", True)
    stopped = care.json("medicine", "stop", "1", "-", "--on", "2026-11-20", typed="reason: rash")
    assert (stopped["stopped"], stopped["stop_reason"]) == ("2026-11-20", "rash")
    assert care.json("medicine", "list") == []
    assert len(care.json("medicine", "list", "--all")) == 1
    assert care.json("medicine", "start", "1")["stopped"] is None


def test_whom_to_call_first_is_kept(care: CareCommands) -> None:
    """The order in which contacts are named is the order to call."""
    for name in ("Anna", "District nurse", "Pharmacy"):
        care("contact", "add", "-", typed=f"name: {name}")
    ordered = care.json("contact", "order", "3", "1")
    assert [each["name"] for each in ordered] == ["Pharmacy", "Anna"]


def test_a_kind_of_one_s_own_is_measured_by_its_name(care: CareCommands) -> None:
    """A made kind is used as `own:NAME`, with its own unit."""
    care("measure", "make-kind", "-", typed="name: Steps\nunit: steps")
    kept = care.json("measure", "add", "own:steps", "-", typed="value: 3200")
    assert (kept["value"], kept["unit"]) == (3200, "steps")
    assert care("measure", "add", "own:unknown", "-", typed="value: 1").code == 2


@pytest.mark.parametrize(
    ("command", "typed"),
    [
        ("medicine add -", "colour: blue"),
        ("medicine add -", '{"name": 5}'),
        ("medicine add -", "{"),
        ("medicine add -", "name: X\nas-needed: maybe"),
        ("contact add -", "nonsense"),
    ],
    ids=["unknown", "no-text", "no-json", "neither", "no-label"],
)
def test_input_in_another_form_is_refused_as_usage(care: CareCommands, command: str, typed: str) -> None:
    """What cannot be understood keeps nothing and is exit code 2."""
    assert care(*command.split(), typed=typed).code == 2
    assert care.json(command.split(maxsplit=1)[0], "list") == []


def test_a_passphrase_that_others_may_read_is_refused(care: CareCommands) -> None:
    """A careless file is told of, with exit code 4."""
    path = Path(care.secret[1])
    path.chmod(0o644)
    ran = care("person", "list")
    assert (ran.code, "Others on this computer" in ran.err) == (4, True)


def test_a_daily_log_is_written_by_its_fields_and_changed_in_what_is_given(care: CareCommands) -> None:
    """Template, answers and who wrote it can be given; what is not named stays."""
    log = "sleep: Woke up often\nmood: Calm\nauthor: Anna\ntext: A quiet day."
    kept = care.json("note", "add", "-", "--kind", "daily-log", "--fields", typed=log)
    assert (kept["kind"], kept["text"], kept["author"]) == ("daily-log", "A quiet day.", "Anna")
    assert kept["answers"] == {"sleep": "Woke up often", "mood": "Calm"}
    changed = care.json("note", "change", "1", "-", "--fields", typed="mood:\npain: Some")
    assert (changed["answers"], changed["text"]) == ({"sleep": "Woke up often", "pain": "Some"}, "A quiet day.")
    assert care("note", "change", "1", "-", "--fields", typed="injury: none").code == 1
    assert care("note", "add", "-", "--kind", "symptom", "--fields", typed="sleep: Well").code == 2


def test_a_version_of_a_note_is_listed_and_brought_back(care: CareCommands) -> None:
    """What a note said before a large change can be read and returns; another note's version does not."""
    care("note", "add", "-", typed="Slept badly, woke at four and could not find the way back.")
    care("note", "add", "-", typed="Another note.")
    care("note", "change", "1", "-", typed="Slept.")
    (version,) = care.json("note", "versions", "1")
    assert version["text"].startswith("Slept badly")
    assert care("note", "bring-back", "2", str(version["id"])).code == 1
    assert care.json("note", "bring-back", "1", str(version["id"]))["text"] == version["text"]
    assert [each["text"] for each in care.json("note", "versions", "1")] == ["Slept.", version["text"]]


def test_fields_of_forms_have_three_states(care: CareCommands) -> None:
    """Filled in, none known, and not asked again; a form shows all of its fields."""
    care("person", "add", "-", typed="Mum")
    care("person", "fill", "1", "-", typed="known-as: Ruth\nbirth-date: 1941-03-02")
    care("person", "none-known", "1", "allergies")
    states = {each["field"]: each["state"] for each in care.json("person", "form", "1", "emergency")}
    assert (states["known-as"], states["allergies"], states["glasses"]) == ("filled", "none-known", "not-asked")
    (field,) = care.json("person", "fill", "1", "-", typed="known-as:")
    assert (field["state"], field["value"]) == ("not-asked", "")
    assert care("person", "fill", "1", "-", typed="birth-date: soon").code == 1
    assert care("person", "form", "9", "emergency").code == 1
    assert {each["checked_at"] is None for each in care.json("person", "still-right", "1", "log-grid")} == {True}


def test_a_value_is_changed_in_what_is_given(care: CareCommands) -> None:
    """Value, note and time each alone; a unit goes with the value."""
    care("measure", "add", "weight", "-", typed="value: 61 kg\nnote: in the morning")
    changed = care.json("measure", "change", "1", "-", typed="value: 62.5")
    assert (changed["words"], changed["note"]) == ("62.5 kg", "in the morning")
    assert care.json("measure", "change", "1", "-", "--at", "2026-11-20T08:00+00:00", typed="note:")["note"] == ""
    assert care.json("measure", "show", "1")["at"] == "2026-11-20T08:00:00+00:00"


def test_records_of_every_kind_stand_by_time_for_one_person(care: CareCommands) -> None:
    """The newest first, of the person who is named."""
    care("note", "add", "-", "--person", "Mum", "--at", "2026-11-20T08:00", typed="Slept badly.")
    care("question", "add", "-", "--person", "Mum", typed="What now?")
    care("note", "add", "-", "--person", "Dad", typed="Went out.")
    timeline = care.json("note", "timeline", "--person", "Mum")
    assert [(each["kind"], each["text"]) for each in timeline] == [("question", "What now?"), ("note", "Slept badly.")]


@pytest.mark.parametrize("kind", ["note", "question"])
def test_an_article_is_cited_by_its_number_and_its_title_stays(care: CareCommands, kind: str) -> None:
    """Once, whatever is said twice; what another record cites is not taken away by mistake."""
    library = open_library(care.command.data_dir / "library.db", StillClock())
    source = add_source(library, "Harbour Dementia Trust", at=MONDAY)
    add_pages(library, source, [APage(title="Eating and swallowing")], at=MONDAY)
    (article,) = (row.id for row in library.articles.page(ArticleQuery(), limit=2).rows)
    library.close()
    care(kind, "add", "-", typed="It is about swallowing.")
    care(kind, "add", "-", typed="Another one.")
    (cited,) = care.json(kind, "cite", "1", str(article))
    assert cited["title"] == "Eating and swallowing"
    assert care.json(kind, "cite", "1", str(article)) == [cited]
    assert care.json(kind, "citations", "2") == []
    assert care(kind, "uncite", "2", str(cited["id"])).code == 1
    assert care(kind, "cite", "1", "999").code == 1
    assert care(kind, "cite", "9", str(article)).code == 1
    assert care(kind, "citations", "9").code == 1
    assert care.json(kind, "uncite", "1", str(cited["id"])) == []


def test_what_is_to_be_chased_is_changed_in_what_is_given(care: CareCommands) -> None:
    """What is not named stays; an empty date is none, and a date that is none changes nothing."""
    care("appointment", "chase", "add", "-", typed="what: the letter\nwho: the clinic\nby: 2026-12-10")
    changed = care.json("appointment", "chase", "change", "1", "-", typed="who: the surgery")
    assert (changed["what"], changed["who"], changed["by"]) == ("the letter", "the surgery", "2026-12-10")
    assert care("appointment", "chase", "change", "1", "-", typed="by: soon").code == 1
    assert care.json("appointment", "chase", "change", "1", "-", typed="by:")["by"] is None
    assert care("appointment", "chase", "change", "9", "-", typed="who: x").code == 1


@pytest.mark.parametrize(
    ("group", "typed"),
    [
        ("note", "Kestrelmark slept badly."),
        ("question", "Kestrelmark, what now?"),
        ("measure", "value: 61"),
        ("appointment chase", "what: the letter"),
        ("medicine", "name: Kestrelmark"),
        ("contact", "name: Kestrelmark"),
    ],
    ids=["note", "question", "measure", "chase", "medicine", "contact"],
)
def test_one_record_is_deleted_for_good_once_somebody_says_yes(care: CareCommands, group: str, typed: str) -> None:
    """It cannot be brought back, and nothing else goes; what was put among the deleted before can go too."""
    words = group.split()
    kind = ["weight"] if group == "measure" else []
    for _ in range(2):
        care(*words, "add", *kind, "-", typed=typed)
    asked = care(*words, "delete", "1", "--for-good")
    assert (asked.code, "Add --yes." in asked.err) == (4, True)
    assert len(care.json(*words, "list")) == 2
    care(*words, "delete", "1")
    gone = care.json(*words, "delete", "1", "--for-good", "--yes")
    assert (gone["id"], gone["records"], gone["out_of_reach"]) == (1, 1, {"copies": [], "backed_up_at": None})
    assert care(*words, "restore", "1").code == 1
    assert care(*words, "delete", "1", "--for-good", "--yes").code == 1
    assert [each["id"] for each in care.json(*words, "list")] == [2]


def test_what_may_still_hold_a_record_is_told_when_it_is_gone(care: CareCommands) -> None:
    """Copies under another key are named, not promised away; the last backup by its day; and what left before."""
    for text in ("Slept badly.", "Slept well."):
        care("note", "add", "-", typed=text)
    strange = care.command.data_dir / "snapshots" / "vault-20261101T080000Z-weekly.db"
    strange.write_bytes(b"of another key" * 400)
    before = care.json("note", "delete", "1", "--for-good", "--yes")
    assert before["out_of_reach"] == {"copies": [strange.name], "backed_up_at": None}
    library = open_library(care.command.data_dir / "library.db", StillClock())
    library.choices.put(NOTES_BACKED_UP_AT, MONDAY)
    library.close()
    said = care("note", "delete", "2", "--for-good", "--yes").out
    assert f"were not looked into: {strange.name}" in said
    assert "from the copies of them in Caregiver's folder" not in said
    assert "the last on 2026-11-23, still hold it" in said
    assert "printed, sent or saved as a file before may still hold it" in said
