"""A pack begins with what a list holds: whatever program wrote it, however its columns are called."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import PackError
from caregiver_app.packs.manifest import read_manifest, write_manifest
from caregiver_app.packs.spreadsheets import MOST_ROWS, Row, read_spreadsheet
from caregiver_app.packs.starting import BegunPack, NewPack, begin_pack, slug_of

ASKED = NewPack(title="Evenings", publisher="Example Nurses", topics=("dementia",), country="GB")
TODAY = date(2026, 11, 26)
LIST = (
    "Kind,Name,URL,Organization,Topic,Description\n"
    "link,Dementia guide,https://www.nhs.uk/conditions/dementia/,NHS,Dementia; Carer wellbeing,What it is\n"
    "source,News,https://www.nhs.uk/feed.xml,nhs,,\n"
    "page,Get support,https://www.alzheimers.org.uk/get-support,Alzheimer's Society,,\n"
    "community,Forum,https://forum.alzheimers.org.uk/,Alzheimer's Society,,\n"
)


def begun(asked: NewPack = ASKED, rows: tuple[Row, ...] = ()) -> BegunPack:
    """Return a pack that could be begun."""
    result = begin_pack(asked, rows, TODAY)
    assert isinstance(result, BegunPack), result
    return result


def test_each_row_goes_where_it_belongs() -> None:
    new = begun(rows=read_spreadsheet(LIST.encode()))
    pack = new.pack
    assert (new.taken, new.left_out) == (4, ())
    assert [link.id for link in pack.links] == ["gb-dementia-guide"]
    assert pack.links[0].topics == ("dementia", "carer-wellbeing")
    assert pack.links[0].summary == "What it is"
    assert [each.name for each in pack.organisations] == ["NHS", "Alzheimer's Society"]
    assert pack.sources[0].organisation == pack.links[0].organisation
    assert (len(pack.pages), len(pack.communities)) == (1, 1)
    assert read_manifest(write_manifest(pack)) == pack


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(LIST.encode("utf-8-sig"), id="a mark before"),
        pytest.param(LIST.encode("utf-16"), id="two bytes a letter"),
        pytest.param(LIST.replace(";", "|").replace(",", ";").encode("cp1252"), id="semicolons"),
        pytest.param(LIST.replace(",", "\t").encode(), id="tabs"),
        pytest.param(LIST.replace("\n", "\r\n").encode(), id="line ends of Windows"),
        pytest.param(LIST.replace("\n", "\r").encode(), id="old line ends"),
    ],
)
def test_lists_of_all_programs_say_the_same(data: bytes) -> None:
    assert begun(rows=read_spreadsheet(data)).pack == begun(rows=read_spreadsheet(LIST.encode())).pack


def test_what_cannot_be_is_left_out_by_its_row() -> None:
    data = (
        "title,address,kind,country\nA,http://www.nhs.uk/,,\nB,https://192.168.0.1/,,\nC,,link,\nD,https://a.org/,spell,\n"
        "E,https://www.nhs.uk/?token=a8F3kq09Zx71mQ4p,,\nF,https://www.nhs.uk/f,,Britain\nG,https://www.nhs.uk/g,,\n"
    )
    new = begun(rows=read_spreadsheet(data.encode()))
    assert [link.title for link in new.pack.links] == ["G"]
    assert [(each.where.partition(".")[0], each.fault.value) for each in new.left_out] == [
        ("2", "address-insecure"),
        ("3", "address-private"),
        ("4", "empty"),
        ("5", "not-such-a-word"),
        ("6", "private-link"),
        ("7", "too-long"),
    ]


def test_only_a_row_that_says_so_is_a_line_to_call_and_nobody_checked_it() -> None:
    """A list of patients has names and numbers too."""
    data = (
        "name,phone,hours,organisation,kind\nExample line,0808 157 0192,Mon-Fri 9-5,Example,helpline\n"
        "Margaret Thornbury,07700 900123,,,\n"
    )
    new = begun(rows=read_spreadsheet(data.encode()))
    (line,) = new.pack.helplines
    assert [(each.where, each.fault.value) for each in new.left_out] == [("3.kind", "unclear")]
    assert (line.phone, line.hours_said, line.hours, line.checked_on) == ("0808 157 0192", "Mon-Fri 9-5", (), None)


def test_ids_are_made_once_and_never_twice() -> None:
    data = "title,address\nHelp,https://www.nhs.uk/1\nHelp,https://www.nhs.uk/2\n\N{SNOWMAN},https://www.nhs.uk/3\n"
    pack = begun(rows=read_spreadsheet(data.encode())).pack
    assert [link.id for link in pack.links] == ["gb-help", "gb-help-2", "gb"]


@pytest.mark.parametrize(
    ("data", "detail"),
    [
        pytest.param(b"a,b\n1,2\n", "columns", id="no columns that say anything"),
        pytest.param(b"", "columns", id="nothing"),
        pytest.param(b"PK\x03\x04\0\0", "signs", id="a workbook"),
        pytest.param(b"title\n" + b"x\n" * (MOST_ROWS + 1), "rows", id="very many rows"),
        pytest.param(b'title\n"' + b"x" * 200_000, "cells", id="a cell without an end"),
    ],
)
def test_what_is_no_list_is_refused(data: bytes, detail: str) -> None:
    with pytest.raises(PackError) as refused:
        read_spreadsheet(data)
    assert (refused.value.kind.value, refused.value.detail) == ("not-a-list", detail)


def test_what_is_asked_has_its_bounds_too() -> None:
    wrong = begin_pack(NewPack(title="", publisher="x" * 300, topics=(), language="English"), (), TODAY)
    assert not isinstance(wrong, BegunPack)
    assert {each.where for each in wrong} == {"title", "publisher", "topics", "languages[1]"}


@given(
    st.lists(st.dictionaries(st.sampled_from(["kind", "title", "address", "country", "topics", "phone"]), st.text()))
)
def test_whatever_rows_say_a_pack_comes_of_it(cells: list[dict[str, str]]) -> None:
    new = begun(rows=tuple(Row(number=number, cells=each) for number, each in enumerate(cells, 2)))
    assert read_manifest(write_manifest(new.pack)) == new.pack


@given(st.text())
def test_any_words_make_an_id(words: str) -> None:
    assert begun(NewPack(title="x", publisher="x", topics=("x",), identifier=slug_of(words))).pack.id == slug_of(words)
