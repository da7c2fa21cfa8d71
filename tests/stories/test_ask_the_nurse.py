"""A family asks a nurse by a file, she answers by another one, and the answer stands beside the question, once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from caregiver_app.vault.exchange.answering import ReceivedRequest
from caregiver_app.vault.records.questions import NewQuestion
from tests.helpers.clock import MONDAY
from tests.helpers.command_line import CommandLine
from tests.helpers.vaults import PASSPHRASE, new_care
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

CARE = "^Care notes, Caregiver$"


class Notes:
    """Care notes of somebody, by commands."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700)
        self.folder = folder
        self.caregiver = CommandLine(folder / "data")
        self._secret = folder / "passphrase"
        self._secret.touch(mode=0o600)
        self._secret.write_text(PASSPHRASE, encoding="utf-8")
        self._care = new_care(folder / "data")

    def __call__(self, *arguments: str, typed: str = "") -> Any:
        """Run a command that must succeed; return its document."""
        return self.caregiver.json(*arguments, "--passphrase-file", str(self._secret), typed=typed)

    def refused(self, *arguments: str, typed: str = "") -> str:
        """Run a command that must be refused; return the word for why."""
        ran = self.caregiver("--json", *arguments, "--passphrase-file", str(self._secret), typed=typed)
        assert ran.code == 4, ran
        return str(ran.document["error"]["kind"])

    def question(self, text: str) -> str:
        """Write a question down; return its number."""
        vault = self._care.open()
        try:
            return str(vault.questions.add(NewQuestion(text=text, person_id=vault.people.list()[0].id), at=MONDAY))
        finally:
            vault.close()

    def received(self) -> tuple[ReceivedRequest, ...]:
        """Return what was asked of somebody."""
        vault = self._care.open()
        try:
            return vault.exchange.answering.list()
        finally:
            vault.close()

    def drafts(self) -> set[str]:
        """Return what is being written."""
        vault = self._care.open()
        try:
            return {draft.text for draft in vault.drafts.list()}
        finally:
            vault.close()

    def spoken(self) -> str:
        """Return two groups of the words of one's own key, as they are typed by who hears them."""
        words = self("ask", "key", "show")["words"]
        return "\n".join(f"{number}: {' '.join(words[number - 1])}" for number in (1, 2))

    def meet(self, other: Notes, name: str) -> str:
        """Take in somebody's key and compare it by phone; return its number."""
        file = str(other.folder / "my.key")
        other("ask", "key", "export", "-o", file)
        key_id = str(self("ask", "key", "import", file, "--name", "-", typed=name)["id"])
        assert self("ask", "key", "compare", key_id, typed=other.spoken())["compared_at"] is not None
        return key_id


@pytest.fixture
def family(tmp_path: Path) -> Notes:
    return Notes(tmp_path / "family")


@pytest.fixture
def nurse(tmp_path: Path) -> Notes:
    return Notes(tmp_path / "nurse")


def test_from_keys_to_an_answer_that_lands_once(family: Notes, nurse: Notes, tmp_path: Path) -> None:
    """Keys, a preview, a file, an answer, the record of what left; a second import and a stranger are refused."""
    note = family("note", "add", "--person", "Mum", "-", typed="She was dizzy on the stairs.")["id"]
    question = family.question("Is it the new tablets?")
    anna, ruth = family.meet(nurse, "Anna"), nurse.meet(family, "Ruth's family")
    asked, answered = str(tmp_path / "questions.age"), str(tmp_path / "answers.age")
    chosen = ("--to", anna, "--question", question, "--note", str(note), "--answer-by", "2099-12-01")
    said = "why: She fell twice\nfrom: Ruth\nabout: Mum\ncall: 111\n"

    previewed = family("ask", "export", *chosen, "--preview", typed=said)["text"]
    assert not Path(asked).exists()
    went = family("ask", "export", *chosen, "-o", asked, typed=said)["text"]
    assert _without_time(previewed) == _without_time(went)
    assert "Not for urgent questions" in went
    assert b"dizzy" not in Path(asked).read_bytes()

    received = str(nurse("ask", "import", asked)["id"])
    (waiting,) = nurse("ask", "received", "--key", ruth)
    assert (waiting["name"], waiting["compared"], waiting["from"]) == ("Ruth's family", True, "Ruth")
    assert "Is it the new tablets?" in nurse("ask", "read", received)["text"]
    nurse("ask", "answer", received, "--question", "1", "-o", answered, typed="Ask the pharmacist today.")

    landed = family("ask", "import", answered)
    assert (landed["by"], landed["questions"], landed["gone"]) == ("Anna", [int(question)], 0)
    assert family.refused("ask", "import", answered) == "ask-repeated"
    assert family("ask", "list")[0]["answers"] == 1
    (left,) = family("ask", "disclosures")
    assert (left["what"], left["to"], left["why"]) == ({"note": 1, "question": 1}, "Anna", "She fell twice")

    nurse("ask", "keep", received, typed="A complaint is open")
    record = tmp_path / "record.txt"
    nurse("ask", "record", received, "-o", str(record))
    assert "Ask the pharmacist today." in record.read_text(encoding="utf-8")
    assert nurse("ask", "received")[0]["goes_at"] is None


def test_a_stranger_gets_nothing_and_brings_nothing(family: Notes, nurse: Notes, tmp_path: Path) -> None:
    """A key that was not compared is no address, and words of another key do not make it one."""
    nurse("ask", "key", "export", "-o", str(tmp_path / "anna.key"))
    anna = str(family("ask", "key", "import", str(tmp_path / "anna.key"), "--name", "-", typed="Anna")["id"])
    family("note", "add", "--person", "Mum", "-", typed="A note.")
    question = family.question("What now?")
    export = ("ask", "export", "--to", anna, "--question", question, "-o", str(tmp_path / "q.age"))
    assert family.refused(*export, typed="why: to try") == "ask-not-compared"
    assert family.refused("ask", "key", "compare", anna, typed=family.spoken()) == "ask-wrong-words"
    assert not (tmp_path / "q.age").exists()
    assert family.refused("ask", "import", str(tmp_path / "anna.key")) == "ask-not-ours"


def _without_time(shown: str) -> list[str]:
    return [line for line in shown.splitlines() if not line.startswith("Made: ")]


def test_a_nurse_opens_and_answers_in_the_window(screen: Screen, family: Notes, nurse: Notes, tmp_path: Path) -> None:
    """By keyboard alone: the file is opened, the questions are read, the answer is typed and saved; it lands once."""
    family("note", "add", "--person", "Mum", "-", typed="She was dizzy on the stairs.")
    question = family.question("Is it the new tablets?")
    anna = family.meet(nurse, "Anna")
    nurse.meet(family, "Ruth's family")
    asked, answered = tmp_path / "questions.age", tmp_path / "answers.age"
    said = "why: She fell twice\nfrom: Ruth\nabout: Mum\ncall: 111\n"
    family("ask", "export", "--to", anna, "--question", question, "-o", str(asked), typed=said)

    with window_process(screen, nurse.folder / "data") as window:
        window.focus()
        window.wait_for(lambda library: bool(library.topics.list()), "the starter content")
        window.press("ctrl+k")
        window.type_text("emergency sheet")
        window.press("Return")
        window.focus(CARE)
        window.type_text(PASSPHRASE)
        window.press("Return")
        window.wait_until((nurse.folder / "data" / "vault.db-wal").exists, "the notes to open")
        window.press("ctrl+k")
        window.type_text("file they sent")
        window.press("Return")
        choose_file(window, "Open a file they sent me", asked)
        window.wait_until(lambda: len(nurse.received()) == 1, "the request")
        window.focus(CARE)
        write_answer(window, nurse, "Ask the pharmacist today.")
        choose_file(window, "Save my answer", answered)
        window.wait_until(answered.exists, "the answer")
        window.focus(CARE)
        assert window.quit() == (0, "")

    assert b"pharmacist" not in answered.read_bytes()
    landed = family("ask", "import", str(answered))
    assert (landed["by"], landed["questions"]) == ("Anna", [int(question)])
    assert family.refused("ask", "import", str(answered)) == "ask-repeated"
    assert nurse("ask", "received")[0]["answers"] == 1


def choose_file(window: RunningWindow, title: str, path: Path) -> None:
    """Type a place into the dialog of that title."""
    window.focus(f"^{title}$")
    window.type_text(str(path))
    window.press("Return")


def write_answer(window: RunningWindow, nurse: Notes, words: str) -> None:
    """Go on from the way back over what came to the field for the answer, and type; it is kept as a draft."""
    log = nurse.folder / "data" / "caregiver.log"
    window.wait_until(lambda: "care.request-shown" in log.read_text(encoding="utf-8"), "what came")
    window.press("Tab", "Tab", "Tab")
    window.type_text(words)
    window.wait_until(lambda: words in nurse.drafts(), "the draft of the answer")
    window.press("ctrl+Return")
