"""Only files for our own X25519 keys are opened; others are refused before they cost anything."""

from __future__ import annotations

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.vault.letters.canonical import LARGEST_BYTES
from caregiver_app.vault.letters.sealing import (
    LARGEST_SEALED_BYTES,
    Recipient,
    new_key_pair,
    open_sealed,
    parse_recipient,
    seal_for,
)

OWN, OTHER = new_key_pair(), new_key_pair()
DOCUMENT = b"what was asked"
SEALED = seal_for(DOCUMENT, [OWN.recipient])
STANZA = b"-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc\nEmECAEcKN+n/Vs9SbWiV+Hu0r+E8R77DdWYyd83nw7U\n"
END = b"--- Vn+54jqiiUCE+WZcEVY3f1sqHjlu/z1LCQ/T7Xm7qI0\n" + bytes(64)
SSH = (
    b"-> ssh-ed25519 Xyg06A rH24zuz7XHFc1lRyQmMrekpLrcKrJupohEh/YjvQCxs\nBbtnl6veSZhZmG7uXGQUX0hJbrC8mxDkL3zW06tqlWY\n"
)
SCRYPT = b"-> scrypt bUjL6OiyBlf4rJ4NiJSPkg 62\nEmECAEcKN+n/Vs9SbWiV+Hu0r+E8R77DdWYyd83nw7U\n"
INTRO = b"age-encryption.org/v1\n"


def trouble_of(data: bytes) -> AskTrouble:
    with pytest.raises(AskError) as told:
        open_sealed(data, [OWN])
    return told.value.kind


def test_each_key_of_those_it_was_locked_for_opens_it() -> None:
    sealed = seal_for(DOCUMENT, [OWN.recipient, OTHER.recipient, OWN.recipient])
    assert open_sealed(sealed, [OWN]) == DOCUMENT
    assert open_sealed(sealed, [new_key_pair(), OTHER]) == DOCUMENT


def test_nothing_of_it_can_be_read_without_a_key() -> None:
    assert DOCUMENT not in SEALED
    assert OWN.recipient.encode() not in SEALED
    assert trouble_of(seal_for(DOCUMENT, [OTHER.recipient])) is AskTrouble.NOT_FOR_US
    with pytest.raises(AskError):
        open_sealed(SEALED, [])


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"", AskTrouble.NOT_OURS, id="nothing"),
        pytest.param(b"PK\x03\x04 and so on", AskTrouble.NOT_OURS, id="a zip archive"),
        pytest.param(b"-----BEGIN AGE ENCRYPTED FILE-----\n", AskTrouble.NOT_OURS, id="armoured"),
        pytest.param(INTRO + SCRYPT + END, AskTrouble.OTHER_LOCK, id="a passphrase that asks for 2^62"),
        pytest.param(INTRO + STANZA + SCRYPT + END, AskTrouble.OTHER_LOCK, id="a passphrase beside a key"),
        pytest.param(INTRO + SCRYPT, AskTrouble.OTHER_LOCK, id="a passphrase, cut off"),
        pytest.param(INTRO + SSH + END, AskTrouble.OTHER_LOCK, id="an ssh key"),
        pytest.param(INTRO + STANZA * 9 + END, AskTrouble.DAMAGED, id="nine keys"),
        pytest.param(INTRO + STANZA * 80_000 + END, AskTrouble.TOO_LARGE, id="very many keys"),
        pytest.param(INTRO + STANZA * 5_000 + END, AskTrouble.DAMAGED, id="many keys"),
        pytest.param(INTRO + END, AskTrouble.DAMAGED, id="no key"),
        pytest.param(b"age-encryption.org/v2\n" + STANZA + END, AskTrouble.NEWER, id="a newer age"),
        pytest.param(INTRO + b"-> \n" + END, AskTrouble.OTHER_LOCK, id="a key without a kind"),
        pytest.param(INTRO + STANZA + END, AskTrouble.NOT_FOR_US, id="a stranger's key"),
        pytest.param(SEALED + b"x", AskTrouble.DAMAGED, id="more behind it"),
        pytest.param(bytes(LARGEST_SEALED_BYTES + 1), AskTrouble.TOO_LARGE, id="too large"),
    ],
)
def test_what_is_refused_and_why(data: bytes, kind: AskTrouble) -> None:
    assert trouble_of(data) is kind


def test_a_real_passphrase_file_is_refused() -> None:
    assert trouble_of(pyrage.passphrase.encrypt(b"x", "secret")) is AskTrouble.OTHER_LOCK


def test_cut_off_anywhere_it_is_refused() -> None:
    for length in range(len(SEALED)):
        assert trouble_of(SEALED[:length]) in (AskTrouble.NOT_OURS, AskTrouble.DAMAGED)


@settings(max_examples=60)
@given(st.integers(0, len(SEALED) - 1), st.integers(1, 255))
def test_changed_anywhere_it_is_refused(place: int, change: int) -> None:
    changed = bytearray(SEALED)
    changed[place] ^= change
    with pytest.raises(AskError):
        open_sealed(bytes(changed), [OWN])


def test_the_largest_document_passes_and_one_byte_more_does_not() -> None:
    largest = bytes(LARGEST_BYTES)
    sealed = seal_for(largest, [OWN.recipient, OTHER.recipient])
    assert len(sealed) <= LARGEST_SEALED_BYTES
    assert open_sealed(sealed, [OWN]) == largest
    with pytest.raises(AskError) as told:
        seal_for(largest + b"x", [OWN.recipient])
    assert told.value.kind is AskTrouble.TOO_MUCH
    by_others = pyrage.encrypt(largest + b"x", [pyrage.x25519.Recipient.from_str(OWN.recipient)])
    assert trouble_of(bytes(by_others)) is AskTrouble.TOO_LARGE


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(OWN.recipient.upper(), id="upper case"),
        pytest.param(OWN.recipient[:-1], id="a letter less"),
        pytest.param(OWN.recipient[:-1] + ("q" if OWN.recipient[-1] != "q" else "p"), id="a wrong letter"),
        pytest.param(f"{OWN.recipient} {OTHER.recipient}", id="two keys"),
        pytest.param("age1pq1" + "q" * 1_952, id="another kind of age key"),
        pytest.param("age1yubikey1q2w7u3vpya839jxxuq8g0sedh3d740d4xvn639sqhr95ejj8vu3hyfumptt", id="a plugin's key"),
        pytest.param("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN", id="ssh"),
        pytest.param(OWN.secret, id="a secret key"),
    ],
)
def test_only_public_x25519_keys_are_taken(text: str) -> None:
    with pytest.raises(AskError) as told:
        parse_recipient(text)
    assert told.value.kind is AskTrouble.BAD_KEY


def test_a_key_is_taken_with_blanks_around_it() -> None:
    assert parse_recipient(f" {OWN.recipient}\n") == OWN.recipient
    assert isinstance(parse_recipient(OWN.recipient), str)
    assert Recipient(OWN.recipient) == OWN.recipient


def test_a_secret_is_in_no_repr() -> None:
    assert OWN.secret not in repr(OWN)
