"""A locked PDF opens with its password alone, keeps its tags, and holds no word that can be read without it."""

from __future__ import annotations

import io
import re
import unicodedata
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PasswordType, PdfReader
from pypdf.generic import DictionaryObject

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.model.time import Millis
from caregiver_app.paper.locking import LONGEST_BYTES, check_password, locked_pdf
from caregiver_app.paper.recovery import recovery_sheet
from caregiver_app.paper.typeset import Layout

GROUPS = tuple(f"K{place:02}QX" for place in range(1, 15))
PASSWORD = "velvet ladder ocean"
TITLE = "Recovery sheet for care notes"


@pytest.fixture(scope="module")
def plain() -> bytes:
    sheet = RecoverySheet(number="VSZJ43", groups=GROUPS, made_at=Millis(1_795_650_000_000))
    return recovery_sheet(sheet, Layout(language="es-ES")).pdf()


@pytest.fixture(scope="module")
def locked(plain: bytes) -> bytes:
    return locked_pdf(plain, PASSWORD)


def opened(data: bytes, password: str = PASSWORD) -> PdfReader:
    reader = PdfReader(io.BytesIO(data))
    assert reader.decrypt(password) is not PasswordType.NOT_DECRYPTED
    return reader


def text_of(reader: PdfReader) -> str:
    return " ".join(page.extract_text() for page in reader.pages)


def test_it_says_the_same_with_its_password_and_opens_with_no_other(plain: bytes, locked: bytes) -> None:
    assert text_of(opened(locked)) == text_of(PdfReader(io.BytesIO(plain)))
    for other in ("", PASSWORD.upper(), f"{PASSWORD} "):
        assert PdfReader(io.BytesIO(locked)).decrypt(other) is PasswordType.NOT_DECRYPTED


def test_it_is_encrypted_by_the_newest_way(locked: bytes) -> None:
    """Version 5, revision 6, AES-256 for streams and texts, and the file says that readers must know it."""
    reader = PdfReader(io.BytesIO(locked))
    way = reader.trailer["/Encrypt"]
    assert isinstance(way, DictionaryObject)
    assert [str(way[name]) for name in ("/V", "/R", "/StmF", "/StrF")] == ["5", "6", "/StdCF", "/StdCF"]
    assert locked.startswith(b"%PDF-1.7")
    assert re.search(rb"/ExtensionLevel 8\b", locked)


def test_screen_readers_find_tags_title_and_language_in_it(locked: bytes) -> None:
    root = opened(locked).root_object
    marks = root["/MarkInfo"]
    assert isinstance(marks, DictionaryObject)
    assert str(marks["/Marked"]) == "True"
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).lower() == "es-es"
    told = opened(locked).metadata
    assert told is not None
    assert told.title == TITLE


def test_nothing_plain_lies_in_it(plain: bytes, locked: bytes) -> None:
    """No word of the sheet is in its bytes, none of its streams can be read, and its number is not made of them."""
    assert any(_inflated(plain))
    assert TITLE.encode() in plain
    assert not any(_inflated(locked))
    for word in ("VSZJ43", TITLE, *GROUPS):
        said = [word.encode(coding) for coding in ("utf-8", "utf-16-be", "utf-16-le")]
        said += [word.encode().hex().encode(), word.encode("utf-16-be").hex().encode()]
        assert not any(form in locked for form in said), word
    before = PdfReader(io.BytesIO(plain)).trailer["/ID"]
    numbers = [PdfReader(io.BytesIO(data)).trailer["/ID"] for data in (locked, locked_pdf(plain, PASSWORD))]
    assert len({str(each) for each in (before, *numbers)}) == 3


@pytest.mark.parametrize(
    ("chosen", "typed"),
    [
        (unicodedata.normalize("NFC", "café noir étoile"), unicodedata.normalize("NFD", "café noir étoile")),
        ("velvet\u00a0ladder", "velvet ladder"),
        ("vel\u00advet", "velvet"),
    ],
    ids=["accents", "spaces", "hyphens"],
)
def test_a_password_opens_it_however_a_keyboard_writes_it(plain: bytes, chosen: str, typed: str) -> None:
    assert "K01QX" in text_of(opened(locked_pdf(plain, chosen), typed))


@pytest.mark.parametrize(
    "password",
    ["", "\u00ad", "a\x07b", "a\u202eb", "a\ud800b", "שלום a", "x" * (LONGEST_BYTES + 1), "ü" * 64],
    ids=["none", "nothing seen", "bell", "turned", "half", "both ways", "long", "long in bytes"],
)
def test_a_password_that_readers_may_take_otherwise_is_refused(plain: bytes, password: str) -> None:
    with pytest.raises(PrintError) as told:
        locked_pdf(plain, password)
    assert told.value.kind is PrintTrouble.UNUSABLE_PASSWORD


def test_the_longest_password_counts_to_its_last_letter(plain: bytes) -> None:
    longest = "x" * LONGEST_BYTES
    data = locked_pdf(plain, longest)
    assert PdfReader(io.BytesIO(data)).decrypt(longest[:-1]) is PasswordType.NOT_DECRYPTED
    assert "K01QX" in text_of(opened(data, longest))


@given(st.text(max_size=200))
def test_what_passes_once_passes_in_its_plain_form_too(password: str) -> None:
    """Any text is judged, and readers that bring a password into its one form first come to the same."""
    try:
        check_password(password)
    except PrintError:
        return
    check_password(unicodedata.normalize("NFKC", password))


def _inflated(data: bytes) -> list[bytes]:
    """Return what can be read of the streams of a file."""
    return [_read(stream) for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)]


def _read(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""
