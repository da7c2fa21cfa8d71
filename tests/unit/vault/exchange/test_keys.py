"""A key comes as a small file, counts only after its words were compared, and a changed key is a stranger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.model.errors import AskError, AskTrouble, UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.vault.changes.records import KEPT_MS
from caregiver_app.vault.letters.key_file import (
    LARGEST_KEY_FILE_BYTES,
    KeyFile,
    key_as_qr,
    read_key_file,
    write_key_file,
)
from caregiver_app.vault.letters.sealing import new_key_pair
from caregiver_app.vault.store import Vault
from tests.helpers.clock import MONDAY
from tests.helpers.exchanging import Pair, know, new_vault, open_pair, spoken

KEY = new_key_pair().recipient


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    with open_pair(tmp_path) as both:
        yield both


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "stranger.db")
    yield vault
    vault.close()


def test_a_key_file_is_read_as_it_was_written() -> None:
    key = KeyFile(recipient=KEY, name="Anna, Northfield")
    assert read_key_file(write_key_file(key)) == key
    assert read_key_file(write_key_file(KeyFile(recipient=KEY))) == KeyFile(recipient=KEY)
    assert read_key_file(f"{KEY}\n".encode()) == KeyFile(recipient=KEY)


def test_a_name_in_a_key_file_is_one_clean_line_within_its_bound() -> None:
    written = read_key_file(write_key_file(KeyFile(recipient=KEY, name="\x1b[2JAnna\n\u202e" + "x" * 300)))
    assert written.name.startswith("[2JAnna x")
    assert len(written.name) == 100


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"", AskTrouble.BAD_KEY, id="nothing"),
        pytest.param(b"\xff\xfe", AskTrouble.BAD_KEY, id="no text"),
        pytest.param(b"x" * (LARGEST_KEY_FILE_BYTES + 1), AskTrouble.TOO_LARGE, id="too large"),
        pytest.param(b"{}", AskTrouble.NOT_OURS, id="another document"),
        pytest.param(write_key_file(KeyFile(recipient=KEY)).replace(b"1}", b"2}"), AskTrouble.NEWER, id="newer"),
        pytest.param(write_key_file(KeyFile(recipient=KEY)).replace(b"age1", b"age2"), AskTrouble.BAD_KEY, id="bad"),
        pytest.param(
            write_key_file(KeyFile(recipient=KEY)).replace(b'"name":""', b'"more":1,"name":""'),
            AskTrouble.DAMAGED,
            id="more in it",
        ),
        pytest.param(
            write_key_file(KeyFile(recipient=KEY)).replace(b'"name":""', b'"name":"a\\u001b"'),
            AskTrouble.DAMAGED,
            id="a control in the name",
        ),
    ],
)
def test_what_is_no_key_file_is_refused(data: bytes, kind: AskTrouble) -> None:
    with pytest.raises(AskError) as told:
        read_key_file(data)
    assert told.value.kind is kind


def test_a_key_is_a_picture_for_phones() -> None:
    assert key_as_qr(KEY, "svg").lstrip().startswith(b"<?xml")
    assert key_as_qr(KEY, "png").startswith(b"\x89PNG")


def test_our_own_key_is_made_once_and_old_ones_still_open(pair: Pair) -> None:
    """A file that was locked for the key before is opened, although others get the new one."""
    file = pair.ask()
    identities = pair.nurse.exchange.identities
    before = identities.own(at=MONDAY)
    after = identities.renew(at=MONDAY)
    assert before != after == identities.own(at=MONDAY)
    assert [key.recipient for key in identities.opening()] == [after, before]
    assert pair.nurse.exchange.answering.get(pair.receive(file.data)).family == pair.family.exchange.identities.own(
        at=MONDAY
    )


def test_a_key_that_was_not_compared_does_not_count(pair: Pair, stranger: Vault) -> None:
    unknown = know(pair.family, stranger, "Carl", compare=False)
    with pytest.raises(AskError) as told:
        pair.family.exchange.asking.compose(pair.wishes(to=unknown), questions=[pair.question], at=MONDAY)
    assert told.value.kind is AskTrouble.NOT_COMPARED


def test_a_swapped_key_is_found_when_its_words_are_compared(pair: Pair, stranger: Vault) -> None:
    """Somebody put their own key into the file that was to bring Carl's; Carl reads out his words."""
    swapped = know(pair.family, stranger, "Carl", compare=False)
    with pytest.raises(AskError) as told:
        pair.family.exchange.correspondents.compare(swapped, spoken(pair.nurse), at=MONDAY)
    assert told.value.kind is AskTrouble.WRONG_WORDS
    assert pair.family.exchange.correspondents.get(swapped).compared_at is None


def test_a_changed_key_is_a_stranger(pair: Pair, stranger: Vault) -> None:
    """Another key under a known name is told as such, counts for nothing, and leaves the known one as it is."""
    correspondents = pair.family.exchange.correspondents
    added = correspondents.add(stranger.exchange.identities.own(at=MONDAY), "ANNA", at=MONDAY)
    assert added.is_new
    assert added.other_key
    assert correspondents.get(added.id).compared_at is None
    assert correspondents.get(pair.anna).compared_at == MONDAY


@pytest.mark.parametrize(
    "name", ["An\u200bna", "A nna", "Anna\u00ad", "\uff21nna", "Anna\u3164", "\u2800Anna"], ids=ascii
)
def test_a_name_that_only_looks_like_a_known_one_is_told_too(pair: Pair, name: str) -> None:
    assert pair.family.exchange.correspondents.add(KEY, name, at=MONDAY).other_key


def test_a_name_is_the_same_however_its_accents_are_typed(pair: Pair, stranger: Vault) -> None:
    correspondents = pair.family.exchange.correspondents
    correspondents.add(KEY, "Zo\u00eb", at=MONDAY)
    assert correspondents.add(stranger.exchange.identities.own(at=MONDAY), "Zoe\u0308", at=MONDAY).other_key


def test_a_key_that_is_known_stays_as_it_is(pair: Pair) -> None:
    correspondents = pair.family.exchange.correspondents
    again = correspondents.add(correspondents.get(pair.anna).recipient, "Somebody else", at=MONDAY)
    assert (again.id, again.is_new, again.other_key) == (pair.anna, False, False)
    assert correspondents.get(pair.anna).name == "Anna"


def test_a_key_that_was_removed_comes_back_as_a_strangers(pair: Pair) -> None:
    correspondents = pair.family.exchange.correspondents
    key = correspondents.get(pair.anna).recipient
    correspondents.remove(pair.anna, at=MONDAY)
    assert correspondents.with_key(key) is None
    with pytest.raises(UnknownRecord):
        correspondents.compared(pair.anna)
    correspondents.put_back(pair.anna)
    assert correspondents.compared(pair.anna).recipient == key
    correspondents.remove(pair.anna, at=MONDAY)
    again = correspondents.add(key, "Anna", at=MONDAY)
    assert correspondents.get(again.id).compared_at is None


def test_removed_people_go_for_good_after_thirty_days(pair: Pair) -> None:
    correspondents = pair.family.exchange.correspondents
    correspondents.remove(pair.anna, at=MONDAY)
    assert correspondents.purge(at=Millis(MONDAY + KEPT_MS - 1)) == 0
    assert correspondents.purge(at=Millis(MONDAY + KEPT_MS)) == 1


def test_our_own_key_and_a_key_without_a_name_are_refused(pair: Pair) -> None:
    correspondents = pair.family.exchange.correspondents
    for key, name, kind in (
        (pair.family.exchange.identities.own(at=MONDAY), "Me", AskTrouble.OWN_KEY),
        (KEY, " \u202e ", AskTrouble.NO_NAME),
        (KEY, "\u200b\u3164", AskTrouble.NO_NAME),
    ):
        with pytest.raises(AskError) as told:
            correspondents.add(key, name, at=MONDAY)
        assert told.value.kind is kind


def test_somebody_is_called_otherwise(pair: Pair) -> None:
    correspondents = pair.family.exchange.correspondents
    correspondents.rename(pair.anna, "Anna B.", at=MONDAY)
    assert [each.name for each in correspondents.list()] == ["Anna B."]
