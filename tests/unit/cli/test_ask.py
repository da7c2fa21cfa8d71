"""`caregiver ask` says what it did in plain words, takes private words from standard input only, and refuses kindly."""

from __future__ import annotations

import stat
from pathlib import Path

import click
import pytest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.cli.vault.ask import ask_group
from caregiver_app.vault.letters.words import words_of
from tests.helpers.asking_commands import QUESTION, SAID, AskingCommands, copy_both, make_both
from tests.helpers.command_line import CommandLine, Ran
from tests.helpers.exchanging import ANSWERED
from tests.helpers.vaults import PASSPHRASE, new_care


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> AskingCommands:
    """A family and a nurse who know each other; to be copied, not to be used."""
    return make_both(tmp_path_factory.mktemp("asking"))


@pytest.fixture
def both(tmp_path: Path, made_once: AskingCommands) -> AskingCommands:
    return copy_both(made_once, tmp_path / "both")


def export(both: AskingCommands, file: Path, *more: str, typed: str = SAID) -> Ran:
    """Ask the only question there is."""
    return both.ran("family", "ask", "export", "--to", "1", "--question", QUESTION, "-o", str(file), *more, typed=typed)


def test_what_goes_is_shown_in_full_and_the_file_tells_nothing(both: AskingCommands, tmp_path: Path) -> None:
    file = tmp_path / "questions.age"
    ran = export(both, file)
    assert ran.code == 0, ran
    for words in ("What now?", "From: Ruth", "About: Mum", "call 111", "Not for urgent questions"):
        assert words in ran.out
    assert "She fell twice" not in ran.out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not [words for words in (b"What now?", b"Not for urgent") if words in file.read_bytes()]


def test_the_way_there_and_back_in_plain_words(both: AskingCommands, tmp_path: Path) -> None:
    asked, answered = tmp_path / "questions.age", tmp_path / "answers.age"
    assert export(both, asked).code == 0
    assert "caregiver ask read 1" in both.ran("nurse", "ask", "import", str(asked)).out
    assert "What now?" in both.ran("nurse", "ask", "read", "1").out
    assert "Anna" in both.ran("nurse", "ask", "received").out
    answer = ("ask", "answer", "1", "--question", "1", "-o", str(answered))
    assert "Send the file back" in both.ran("nurse", *answer, typed=ANSWERED).out
    assert "by Anna" in both.ran("family", "ask", "import", str(answered)).out
    again = both.ran("family", "ask", "import", str(answered))
    assert (again.code, ANSWERED in again.err) == (4, False)
    assert "answers: 1" in both.ran("family", "ask", "list").out
    assert "What now?" in both.ran("family", "ask", "show", "1").out
    assert "She fell twice" in both.ran("family", "ask", "disclosures").out


def test_a_file_that_was_lost_is_made_again(both: AskingCommands, tmp_path: Path) -> None:
    """Both sides can save their file once more; the answer still lands once."""
    asked, answered = tmp_path / "questions.age", tmp_path / "answers.age"
    nowhere = export(both, tmp_path / "not-there" / "questions.age")
    assert nowhere.code == 1
    assert "caregiver ask again 1" in nowhere.err
    assert both.ran("family", "ask", "again", "1", "-o", str(asked), typed="The first was not saved").code == 0
    both.run("nurse", "ask", "import", str(asked))
    both.run("nurse", "ask", "answer", "1", "--question", "1", "-o", str(answered), typed=ANSWERED)
    both.run("family", "ask", "import", str(answered))
    answered.unlink()
    both.run("nurse", "ask", "answer", "1", "--again", "1", "-o", str(answered))
    assert both.ran("family", "ask", "import", str(answered)).code == 4
    assert [each["why"] for each in both.run("family", "ask", "disclosures")] == [
        "The first was not saved",
        "She fell twice",
    ]


def test_keeping_and_letting_go(both: AskingCommands, tmp_path: Path) -> None:
    asked = tmp_path / "questions.age"
    export(both, asked)
    both.run("nurse", "ask", "import", str(asked))
    assert both.run("nurse", "ask", "keep", "1", typed="A complaint")["kept_because"] == "A complaint"
    assert both.run("nurse", "ask", "keep", "1", "--no-longer")["kept_because"] == ""
    assert both.ran("nurse", "ask", "keep", "1").code == 4
    record = tmp_path / "record.txt"
    assert "not locked" in both.ran("nurse", "ask", "record", "1", "-o", str(record)).out
    assert stat.S_IMODE(record.stat().st_mode) == 0o600
    with one_writer(Paths(data_dir=both.folder / "nurse"), holder="window"):
        assert both.ran("nurse", "ask", "forget", "1").code == 1, "a copy that is made meanwhile would keep it"
    gone = both.run("nurse", "ask", "forget", "1")
    assert (gone["removed"], gone["out_of_reach"]) == (1, {"copies": [], "backed_up_at": None})
    assert both.run("nurse", "ask", "received") == []


def test_a_record_does_not_lie_in_plain_beside_the_notes(both: AskingCommands, tmp_path: Path) -> None:
    asked, record = tmp_path / "questions.age", both.folder / "nurse" / "record.txt"
    export(both, asked)
    both.run("nurse", "ask", "import", str(asked))
    assert both.ran("nurse", "ask", "record", "1", "-o", str(record)).code == 1
    assert not record.exists()


def test_a_key_is_shown_with_its_words_and_as_a_picture(both: AskingCommands, tmp_path: Path) -> None:
    for name, begins in (("key.svg", b"<?xml"), ("key.PNG", b"\x89PNG")):
        both.run("family", "ask", "key", "show", "--qr", str(tmp_path / name))
        assert (tmp_path / name).read_bytes().startswith(begins)
    shown, out = both.run("family", "ask", "key", "show"), both.ran("family", "ask", "key", "show").out
    for group in words_of(shown["key"]):
        assert " ".join(group) in out


def test_the_words_of_others_are_printed_nowhere(both: AskingCommands) -> None:
    """They have to come from the person: who could read them here could type in those of a swapped key."""
    theirs = both.run("nurse", "ask", "key", "show")["words"]
    said = both.ran("family", "ask", "key", "list").out + str(both.run("family", "ask", "key", "list"))
    assert not [group for group in theirs if " ".join(group) in said]


def test_a_new_key_and_a_removed_one(both: AskingCommands, tmp_path: Path) -> None:
    """Who has a new key is a stranger under the old name; who was removed gets nothing."""
    before = both.run("nurse", "ask", "key", "show")["key"]
    assert both.run("nurse", "ask", "key", "new")["key"] != before
    file = str(tmp_path / "new.key")
    both.run("nurse", "ask", "key", "export", "-o", file)
    taken = both.run("family", "ask", "key", "import", file, "--name", "-", typed="anna")
    assert (taken["new"], taken["other_key"], taken["compared_at"]) == (True, True, None)
    assert both.run("family", "ask", "key", "remove", "1") == {"removed": 1}
    refused = CommandLine(both.folder / "family")(
        "--json", "ask", "export", "--to", "1", "--question", QUESTION, "--preview", "--passphrase-file",
        str(both.folder / "passphrase"), typed=SAID,
    )  # fmt: skip
    assert refused.document["error"]["kind"] == "unknown-correspondent"


@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        pytest.param(("ask", "export", "--to", "1", "--note", "1"), SAID, id="no file to write"),
        pytest.param(("ask", "export", "--to", "1", "--note", "1", "--preview"), "because: x", id="an unknown line"),
        pytest.param(("ask", "export", "--to", "1", "--answer-by", "soon", "--preview"), SAID, id="no day"),
        pytest.param(("ask", "key", "compare", "1"), "1: a b c d", id="one group"),
        pytest.param(("ask", "key", "compare", "1"), "4: a b c d\n1: a b c d", id="a group that there is not"),
        pytest.param(("ask", "key", "import", "-", "--name", "-"), "x", id="two things on standard input"),
        pytest.param(("ask", "answer", "1", "-o", "x"), "no json", id="no JSON"),
        pytest.param(("ask", "answer", "1", "-o", "x"), '{"one": "x"}', id="no number"),
    ],
)
def test_wrong_use_is_told_as_such(tmp_path: Path, arguments: tuple[str, ...], typed: str) -> None:
    new_care(tmp_path / "family")
    secret = tmp_path / "passphrase"
    secret.touch(mode=0o600)
    secret.write_text(PASSPHRASE, encoding="utf-8")
    ran = CommandLine(tmp_path / "family")(*arguments, "--passphrase-file", str(secret), typed=typed)
    assert ran.code == 2, ran
    assert "Traceback" not in ran.err


def test_what_a_stranger_claims_commands_no_terminal(both: AskingCommands, tmp_path: Path) -> None:
    """A name with commands for the terminal is no name that a reader takes."""
    key = tmp_path / "bad.key"
    key.write_bytes((both.folder / "nurse.key").read_bytes().replace(b"Anna", b"A\\u001b[2J"))
    ran = both.ran("family", "ask", "key", "import", str(key))
    assert ran.code == 4
    assert "\x1b" not in ran.out + ran.err


def test_a_key_without_a_name_wants_one_and_says_how_it_is_given(both: AskingCommands, tmp_path: Path) -> None:
    key = tmp_path / "nameless.key"
    key.write_bytes((both.folder / "nurse.key").read_bytes().replace(b"Anna", b""))
    ran = both.ran("family", "ask", "key", "import", str(key))
    assert (ran.code, "--name -" in ran.err) == (4, True)


def test_no_option_takes_a_name_or_a_text() -> None:
    """What is on the command line can be read by everybody on the computer, and stays in the shell's history."""
    private = {"--why", "--from", "--about", "--text", "--person", "--message", "--passphrase"}
    groups = [ask_group(), *(each for each in ask_group().commands.values() if isinstance(each, click.Group))]
    options = {
        opt for group in groups for command in group.commands.values() for each in command.params for opt in each.opts
    }
    assert options & private == set()
