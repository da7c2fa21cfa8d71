"""A family and a nurse, each with care notes of their own, whose keys were exchanged and compared."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from caregiver_app.model.time import Millis
from caregiver_app.vault.exchange.answering import ReceivedId
from caregiver_app.vault.exchange.asking import AskFile
from caregiver_app.vault.exchange.composing import Wishes, notice
from caregiver_app.vault.exchange.correspondents import CorrespondentId
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.letters.sealing import Recipient
from caregiver_app.vault.letters.words import words_of
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.records.questions import NewQuestion, QuestionId
from caregiver_app.vault.store import Vault, open_vault
from tests.helpers.clock import MONDAY, StillClock

TUESDAY = Millis(MONDAY + 24 * 3_600_000)
BY = date(2026, 12, 1)
ASKED = "Is the new tablet why Mum is dizzy?"
ANSWERED = "Perhaps. Ask the pharmacist today, and measure her blood pressure twice."
WHY = "She fell twice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two open vaults; `anna` is the nurse as the family knows her, `ruth` the family as the nurse does."""

    family: Vault
    nurse: Vault
    anna: CorrespondentId
    ruth: CorrespondentId
    mum: PersonId
    question: QuestionId

    def wishes(self, *, to: CorrespondentId | None = None, by: date = BY, why: str = WHY) -> Wishes:
        """Return what is said about a request to the nurse."""
        return Wishes(to=to or self.anna, answer_by=by, why=why, sender="Ruth", about="Mum", call="111")

    def ask(self, *questions: QuestionId, notes: tuple[int, ...] = (), at: Millis = MONDAY) -> AskFile:
        """Ask the nurse; without anything named, the one question there is."""
        asking = self.family.exchange.asking
        chosen = questions or (() if notes else (self.question,))
        return asking.send(asking.compose(self.wishes(), questions=chosen, notes=notes, at=at), at=at)

    def receive(self, data: bytes, *, at: Millis = MONDAY) -> ReceivedId:
        """Let the nurse take a request in."""
        taken = self.nurse.exchange.take_in(data, at=at)
        assert taken.received is not None
        return taken.received

    def answer(self, received: ReceivedId, text: str = ANSWERED, *, question: int = 1, at: Millis = TUESDAY) -> bytes:
        """Let the nurse answer a question; return the file."""
        answering = self.nurse.exchange.answering
        number = answering.answer(received, {question: text}, notice=notice(""), at=at)
        return answering.file(received, number)

    def answers_to(self, question: QuestionId) -> list[tuple[str, str]]:
        """Return who answered what beside a question."""
        return [(each.by_whom, each.text) for each in self.family.answers.to(question)]


@contextmanager
def open_pair(folder: Path) -> Iterator[Pair]:
    """Make both, each knowing the other's key."""
    family, nurse = new_vault(folder / "family.db"), new_vault(folder / "nurse.db")
    try:
        mum = family.people.add("Mum", at=MONDAY)
        yield Pair(
            family=family,
            nurse=nurse,
            anna=know(family, nurse, "Anna"),
            ruth=know(nurse, family, "Ruth's family"),
            mum=mum,
            question=family.questions.add(NewQuestion(text=ASKED, person_id=mum), at=MONDAY),
        )
    finally:
        family.close()
        nurse.close()


def new_vault(path: Path) -> Vault:
    """Return care notes under a key that all tests have; empty ones where there are none."""
    return open_vault(path, DataKey(bytes(range(32))).file_key(), StillClock())


def know(who: Vault, other: Vault, name: str, *, compare: bool = True) -> CorrespondentId:
    """Let `who` take in the key of `other`, and compare it as by phone."""
    key = other.exchange.identities.own(at=MONDAY)
    added = who.exchange.correspondents.add(key, name, at=MONDAY).id
    if compare:
        who.exchange.correspondents.compare(added, spoken(other), at=MONDAY)
    return added


def spoken(owner: Vault) -> dict[int, str]:
    """Return two groups of the words of somebody's own key, as they read them out."""
    return spoken_of(owner.exchange.identities.own(at=MONDAY))


def spoken_of(key: Recipient) -> dict[int, str]:
    """Return two groups of the words of a key."""
    groups = words_of(key)
    return {number: " ".join(groups[number - 1]) for number in (1, 3)}


def add_note(vault: Vault, text: str, person: PersonId | None = None) -> int:
    """Keep a note."""
    return vault.notes.add(NewNote(text=text, person_id=person), at=MONDAY)
