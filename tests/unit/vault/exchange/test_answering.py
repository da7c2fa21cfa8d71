"""A nurse answers only to the key in the request, once it was compared; what is answered goes after thirty days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from caregiver_app.model.errors import AskError, AskTrouble, UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.vault.changes.kinds import RECEIVED
from caregiver_app.vault.changes.records import KEPT_MS
from caregiver_app.vault.exchange.answering import ReceivedId
from caregiver_app.vault.exchange.composing import notice
from caregiver_app.vault.letters.canonical import LARGEST_BYTES
from caregiver_app.vault.letters.request import AskRequest, new_secret, write_request
from caregiver_app.vault.letters.sealing import new_key_pair, seal_for
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.store import Vault
from tests.helpers.clock import MONDAY
from tests.helpers.exchanging import ANSWERED, ASKED, TUESDAY, WHY, Pair, new_vault, open_pair, spoken


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    with open_pair(tmp_path) as both:
        yield both


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "stranger.db")
    yield vault
    vault.close()


def locked(pair: Pair, request: AskRequest) -> bytes:
    """Lock a request for the nurse, as anybody can who has her public key."""
    return seal_for(write_request(request), [pair.nurse.exchange.identities.own(at=MONDAY)])


def trouble_of_answer(pair: Pair, received: ReceivedId, texts: dict[int, str]) -> AskTrouble:
    with pytest.raises(AskError) as told:
        pair.nurse.exchange.answering.answer(received, texts, notice=notice(""), at=TUESDAY)
    assert pair.nurse.exchange.answering.get(received).given == ()
    return told.value.kind


def test_a_request_comes_in_once(pair: Pair) -> None:
    file = pair.ask()
    received = pair.receive(file.data)
    assert pair.receive(file.data) == received
    assert pair.receive(pair.family.exchange.asking.again(file.id, WHY, at=MONDAY).data) == received
    (found,) = pair.nurse.exchange.answering.list()
    assert (found.body.sender, found.body.about, found.body.items[0].text) == ("Ruth", "Mum", ASKED)
    assert WHY not in repr(found.body.items)


def test_another_request_of_the_same_number_is_refused(pair: Pair) -> None:
    draft = pair.family.exchange.asking.compose(pair.wishes(), questions=[pair.question], at=MONDAY)
    pair.receive(locked(pair, draft.request))
    changed = replace(draft.request, body=replace(draft.body, reply_to=new_key_pair().recipient))
    for other in (changed, replace(draft.request, secret=new_secret())):
        with pytest.raises(AskError) as told:
            pair.receive(locked(pair, other))
        assert told.value.kind is AskTrouble.CONFLICT
    assert len(pair.nurse.exchange.answering.list()) == 1


def test_whoever_was_not_compared_gets_no_answer(pair: Pair, stranger: Vault) -> None:
    """Somebody calls themselves Ruth's family; the nurse can read it, sees that nobody compared it, cannot answer."""
    draft = pair.family.exchange.asking.compose(pair.wishes(), questions=[pair.question], at=MONDAY)
    key = stranger.exchange.identities.own(at=MONDAY)
    received = pair.receive(locked(pair, replace(draft.request, body=replace(draft.body, reply_to=key))))
    whose = pair.nurse.exchange.correspondents.with_key(key)
    assert whose is not None
    assert (whose.name, whose.compared_at) == ("Ruth", None)
    assert trouble_of_answer(pair, received, {1: ANSWERED}) is AskTrouble.NOT_COMPARED
    with pytest.raises(AskError):
        pair.nurse.exchange.correspondents.compare(whose.id, spoken(pair.family), at=MONDAY)
    pair.nurse.exchange.correspondents.compare(whose.id, spoken(stranger), at=MONDAY)
    assert pair.answer(received)


def test_an_answer_opens_for_the_key_in_the_request_only(pair: Pair) -> None:
    """Not for the nurse's own key, and not for a key that the family has made since."""
    received = pair.receive(pair.ask().data)
    file = pair.answer(received)
    with pytest.raises(AskError) as told:
        pair.nurse.exchange.take_in(file, at=TUESDAY)
    assert told.value.kind is AskTrouble.NOT_FOR_US
    pair.family.exchange.identities.renew(at=TUESDAY)
    assert pair.family.exchange.take_in(file, at=TUESDAY).landed is not None


def test_requests_lie_by_family(pair: Pair, stranger: Vault) -> None:
    received = pair.receive(pair.ask().data)
    answering = pair.nurse.exchange.answering
    family = pair.family.exchange.identities.own(at=MONDAY)
    assert [each.id for each in answering.list(family)] == [received]
    assert answering.list(stranger.exchange.identities.own(at=MONDAY)) == ()


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        pytest.param({}, AskTrouble.NOTHING_CHOSEN, id="nothing"),
        pytest.param({1: "\u202e \x07"}, AskTrouble.NOTHING_CHOSEN, id="a text of nothing"),
        pytest.param({2: ANSWERED}, AskTrouble.NO_SUCH_QUESTION, id="a question that was not asked"),
        pytest.param({1: "x" * 10_001}, AskTrouble.TOO_MUCH, id="too long"),
    ],
)
def test_what_is_no_answer_is_told(pair: Pair, texts: dict[int, str], kind: AskTrouble) -> None:
    assert trouble_of_answer(pair, pair.receive(pair.ask().data), texts) is kind


def test_an_answer_is_written_down_before_its_file_and_can_be_had_again(pair: Pair) -> None:
    received = pair.receive(pair.ask().data)
    answering = pair.nurse.exchange.answering
    number = answering.answer(received, {1: ANSWERED}, notice=notice(""), at=TUESDAY)
    (given,) = answering.get(received).given
    assert (given.number, given.at, given.texts[0].text) == (number, TUESDAY, ANSWERED)
    assert pair.family.exchange.take_in(answering.file(received, number), at=TUESDAY).landed is not None
    with pytest.raises(UnknownRecord):
        answering.file(received, 2)


def test_what_was_answered_goes_after_thirty_days_unless_it_is_kept(pair: Pair) -> None:
    waiting, answered, kept = (pair.receive(pair.ask().data) for _ in range(3))
    answering = pair.nurse.exchange.answering
    for received in (answered, kept):
        pair.answer(received, at=MONDAY)
    answering.keep(kept, "A complaint is open", at=MONDAY)
    assert answering.get(answered).goes_at == MONDAY + KEPT_MS
    assert answering.get(waiting).goes_at is None
    assert pair.nurse.exchange.purge(at=Millis(MONDAY + KEPT_MS - 1)) == 0
    assert pair.nurse.exchange.purge(at=Millis(MONDAY + KEPT_MS)) == 1
    assert {each.id for each in answering.list()} == {waiting, kept}
    answering.let_go(kept, at=MONDAY)
    assert pair.nurse.exchange.purge(at=Millis(MONDAY + KEPT_MS)) == 1


def test_a_later_answer_begins_the_thirty_days_anew(pair: Pair) -> None:
    received = pair.receive(pair.ask().data)
    pair.answer(received, at=MONDAY)
    pair.answer(received, "One more thing.", at=TUESDAY)
    assert pair.nurse.exchange.answering.get(received).goes_at == TUESDAY + KEPT_MS


def test_a_request_can_be_deleted_before_its_time(pair: Pair) -> None:
    received = pair.receive(pair.ask().data)
    pair.answer(received)
    pair.nurse.erasing.delete_for_good(RECEIVED, received)
    assert pair.nurse.exchange.answering.list() == ()
    with pytest.raises(UnknownRecord):
        pair.nurse.erasing.delete_for_good(RECEIVED, received)


def test_nothing_is_kept_without_a_reason(pair: Pair) -> None:
    received = pair.receive(pair.ask().data)
    with pytest.raises(AskError) as told:
        pair.nurse.exchange.answering.keep(received, " \u202e ", at=MONDAY)
    assert told.value.kind is AskTrouble.NO_REASON


def test_the_official_record_holds_what_was_asked_and_answered(pair: Pair) -> None:
    received = pair.receive(pair.ask().data)
    pair.answer(received)
    pair.nurse.exchange.answering.keep(received, "A complaint is open", at=MONDAY)
    record = pair.nurse.exchange.record(received, at=TUESDAY)
    for words in (ASKED, ANSWERED, "Ruth", "A complaint is open", pair.family.exchange.identities.own(at=MONDAY)):
        assert words in record
    (left,) = pair.nurse.disclosures.list()
    assert (left.disclosed.channel.value, dict(left.disclosed.what)) == ("export", {"received-request": 1})


def test_the_largest_answer_fits_what_readers_take(pair: Pair) -> None:
    """Fifty answers of letters of four bytes are too much, and are told to be before anything is written down."""
    more = [
        pair.family.questions.add(NewQuestion(text=f"Question {n}", person_id=pair.mum), at=MONDAY) for n in range(50)
    ]
    received = pair.receive(pair.ask(*more).data)
    long = "\U0001f9d3" * 10_000
    assert 50 * len(long.encode()) > LARGEST_BYTES
    assert trouble_of_answer(pair, received, dict.fromkeys(range(1, 51), long)) is AskTrouble.TOO_MUCH
