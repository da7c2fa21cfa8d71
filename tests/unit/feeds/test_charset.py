"""Charsets: header, declaration and bytes may all lie, and the text is read all the same."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.charset import decode, mended

WORDS = "Café – “naïve” €5"


def written(declared: str, text: str = WORDS) -> str:
    return f"<?xml version='1.0' encoding='{declared}'?><rss>{text}</rss>"


@pytest.mark.parametrize(
    ("codec", "declared", "header", "lied"),
    [
        ("utf-8", "utf-8", "", False),
        ("utf-8", "iso-8859-1", "text/xml; charset=iso-8859-1", True),
        ("utf-8", "us-ascii", "", True),
        ("utf-8", "nonsense", "text/xml; charset=bogus", False),
        ("cp1252", "utf-8", "text/xml; charset=utf-8", True),
        ("cp1252", "iso-8859-1", "", False),
        ("utf-16", "utf-16", "", False),
        ("utf-16-le", "utf-16", "", False),
        ("utf-32", "utf-8", "text/xml; charset=utf-8", False),
        ("utf-8-sig", "iso-8859-1", "text/xml; charset=iso-8859-1", False),
    ],
)
def test_the_bytes_win_over_what_is_said_of_them(codec: str, declared: str, header: str, lied: bool) -> None:
    decoded = decode(written(declared).encode(codec), header)
    assert WORDS in decoded.text
    assert decoded.lied == lied


@pytest.mark.parametrize(
    ("codec", "name", "text"),
    [
        ("koi8-r", "KOI8-R", "Уход за больным"),
        ("cp1251", "windows-1251", "Уход за больным"),
        ("iso8859-7", "ISO-8859-7", "Φροντίδα ασθενών"),
        ("gb18030", "gb2312", "照顾家人"),
        ("big5", "Big5", "照顧家人"),
        ("cp932", "Shift_JIS", "介護のヒント"),
        ("euc_jp", "EUC-JP", "介護のヒント"),
        ("iso2022_jp", "iso-2022-jp", "介護のヒント"),
        ("cp949", "euc-kr", "돌봄"),
    ],
)
def test_named_charsets_are_read_by_name(codec: str, name: str, text: str) -> None:
    assert text in decode(written(name, text).encode(codec)).text
    assert text in decode(text.encode(codec), f"text/xml; charset={name}").text


def test_a_declaration_wins_over_a_header_that_says_latin_1_of_everything() -> None:
    body = written("windows-1251", "Уход за больным").encode("cp1251")
    assert "Уход" in decode(body, "text/xml; charset=ISO-8859-1").text


def test_stray_bytes_in_utf_8_are_windows_1252() -> None:
    body = "été ".encode() * 100 + b"\x93quoted\x94"
    assert decode(body).text.endswith("“quoted”")


def test_old_mistakes_are_undone() -> None:
    assert mended("CafÃ©") == "Café"
    assert mended("\x93quoted\x94") == "“quoted”"
    assert mended("Café – “naïve”") == "Café – “naïve”"


@given(st.binary(max_size=200) | st.text().map(str.encode), st.text(max_size=40))
def test_any_bytes_have_a_text(body: bytes, header: str) -> None:
    decode(body, header)
    decode(codecs.BOM_UTF8 + body, header)
    decode(codecs.BOM_UTF16_LE + body, header)
