"""Scenarios of what goes to a nurse and comes back: a request saved, one taken in and answered, an answer taken in.

They work on the care notes that `tests.helpers.exchanging.open_pair` made.
"""

from __future__ import annotations

from pathlib import Path

from caregiver_app.support.files import write_whole
from caregiver_app.vault.exchange.answering import ReceivedId
from caregiver_app.vault.exchange.composing import Wishes, notice
from caregiver_app.vault.exchange.correspondents import CorrespondentId
from caregiver_app.vault.letters.file import ANSWER_NAME, REQUEST_NAME
from tests.faults.telling import BEGUN, tell
from tests.helpers.exchanging import ANSWERED, BY, TUESDAY, WHY, new_vault


def ask_the_nurse(folder: Path) -> None:
    """Ask the only question there is; save the file."""
    vault = new_vault(folder / "family.db")
    tell(BEGUN)
    wishes = Wishes(to=CorrespondentId(1), answer_by=BY, why=WHY)
    file = vault.exchange.asking.send(vault.exchange.asking.compose(wishes, questions=[1], at=TUESDAY), at=TUESDAY)
    write_whole(folder / REQUEST_NAME, file.data)
    tell("saved")
    vault.close()


def answer_the_family(folder: Path) -> None:
    """Take the request in, answer it, save the file."""
    vault = new_vault(folder / "nurse.db")
    tell(BEGUN)
    taken = vault.exchange.take_in((folder / REQUEST_NAME).read_bytes(), at=TUESDAY)
    tell("taken in")
    received = taken.received or ReceivedId(0)
    number = vault.exchange.answering.answer(received, {1: ANSWERED}, notice=notice(""), at=TUESDAY)
    tell("answered")
    write_whole(folder / ANSWER_NAME, vault.exchange.answering.file(received, number))
    tell("saved")
    vault.close()


def take_the_answer_in(folder: Path) -> None:
    """Take the answer in."""
    vault = new_vault(folder / "family.db")
    tell(BEGUN)
    vault.exchange.take_in((folder / ANSWER_NAME).read_bytes(), at=TUESDAY)
    tell("landed")
    vault.close()


ASK = (ask_the_nurse, answer_the_family, take_the_answer_in)
