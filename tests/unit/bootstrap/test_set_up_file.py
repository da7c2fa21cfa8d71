"""A set-up file is read as from anybody: what the page shows passes, and nothing private fits into it."""

from __future__ import annotations

import json
import os
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.bootstrap.own_channels import OwnChannels
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.set_up_file import (
    NAME,
    WantedSetUp,
    read_set_up_file,
    refuse_other_channel,
    write_set_up_file,
)
from caregiver_app.guard.knowledge import Knowledge
from caregiver_app.guard.scan import scan
from caregiver_app.model.channel import ChannelId, Fingerprint, FirstLook, ReferenceTime
from caregiver_app.model.errors import SetUpError, SetUpTrouble, StorageError, StorageTrouble
from caregiver_app.model.set_up import SetUp, SetUpChannel, SetUpUpdates
from caregiver_app.packs.channels.copy_place import CopyPlace
from caregiver_app.packs.channels.trusting import look_first
from caregiver_app.packs.set_up_format import MOST_BYTES, parse_set_up, set_up_bytes
from caregiver_app.support.sentences import kind_of, sentence_for
from caregiver_app.ui.first_run.set_up_words import set_up_lines
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.own_channels import PUBLISHER, Maker

PAGE = Path("docs/formats/set-up-file.md")
FINGERPRINT = "3f5c1d2e4b6a79880112233445566778899aabbccddeeff00112233445566778"

HOSTILE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("format", {"format": "caregiver-pack"}),
    ("no version", {"version": None}),
    ("a yes for a version", {"version": True}),
    ("a name", {"name": "Margaret"}),
    ("a language of words", {"language": "en; rm -rf /"}),
    ("a country of words", {"country": "my mother's"}),
    ("huge text", {"text_size": 10_000}),
    ("text by a yes", {"text_size": True}),
    ("updates each second", {"updates": "each-second"}),
    ("packs of nobody", {"channel": None}),
    ("a path", {"packs": ["../../etc"]}),
    ("a pack twice", {"packs": ["a/b", "a/b"]}),
    ("many packs", {"packs": [f"a/b{n}" for n in range(201)]}),
    ("a copy elsewhere", {"channel": {"fingerprint": FINGERPRINT, "copy": "../packs"}}),
    ("an absolute copy", {"channel": {"fingerprint": FINGERPRINT, "copy": "/etc"}}),
    ("a drive", {"channel": {"fingerprint": FINGERPRINT, "copy": "c:packs"}}),
    ("a reserved name", {"channel": {"fingerprint": FINGERPRINT, "copy": "con.carepack"}}),
    ("a short fingerprint", {"channel": {"fingerprint": FINGERPRINT[1:]}}),
    ("no fingerprint", {"channel": {"copy": "packs"}}),
    ("an address at home", {"channel": {"fingerprint": FINGERPRINT, "address": "https://192.168.0.1/"}}),
    ("an insecure address", {"channel": {"fingerprint": FINGERPRINT, "address": "http://nurses.org/"}}),
    ("a file", {"channel": {"fingerprint": FINGERPRINT, "address": "file:///etc/passwd"}}),
)


def shown() -> dict[str, Any]:
    said: dict[str, Any] = json.loads(re.findall(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[0])
    return said


def refused(data: bytes) -> SetUpTrouble | None:
    try:
        parse_set_up(data)
    except SetUpError as error:
        return error.kind
    return None


def test_the_page_shows_a_file_with_every_field_that_is_read_and_written_the_same() -> None:
    set_up = parse_set_up(json.dumps(shown()).encode())
    assert set_up == SetUp(
        language="es-US",
        country="US",
        text_size=150,
        updates=SetUpUpdates.DAILY,
        starter=("dementia", "carer-wellbeing"),
        channel=SetUpChannel(
            copy="northfield.carepack", address="https://packs.northfield-nurses.org/", fingerprint=FINGERPRINT
        ),
        packs=("northfield-nurses/evenings",),
    )
    assert json.loads(set_up_bytes(set_up)) == shown()
    assert {*shown()} == {"format", "version", *(each.name for each in fields(SetUp))}
    assert {*shown()["channel"]} == {each.name for each in fields(SetUpChannel)}


def test_a_first_start_says_of_each_field_what_it_would_set() -> None:
    whole = parse_set_up(json.dumps(shown()).encode())
    said = set_up_lines(whole, steps_follow=True)
    names = [each.name for each in fields(SetUp)]
    without = {name: parse_set_up(json.dumps(_left_out(name)).encode()) for name in names}
    unsaid = [name for name, less in without.items() if set_up_lines(less, steps_follow=True) == said]
    assert unsaid == []


def _left_out(name: str) -> dict[str, Any]:
    """Return what the page shows without a field, and without what means nothing then."""
    gone = {name, "packs"} if name == "channel" else {name}
    return {key: value for key, value in shown().items() if key not in gone}


def test_every_value_out_of_its_bounds_refuses_the_whole_file() -> None:
    taken = [name for name, change in HOSTILE if refused(json.dumps(shown() | change).encode()) is None]
    assert taken == []
    assert refused(json.dumps(shown() | {"version": 2}).encode()) is SetUpTrouble.NEWER
    assert refused(b'{"format": "caregiver-set-up", "version": 1, "version": 1}') is SetUpTrouble.NOT_ONE
    assert refused(b"[" * 60_000) is SetUpTrouble.NOT_ONE
    assert refused(b" " * (MOST_BYTES + 1)) is SetUpTrouble.TOO_LARGE
    assert refused(b'{"format": "caregiver-set-up", "version": 1}') is None


@given(data=st.binary(max_size=300))
def test_bytes_of_anybody_are_refused_with_a_reason(data: bytes) -> None:
    assert refused(data) is not None


@given(words=st.text(min_size=1, max_size=40), name=st.sampled_from([each.name for each in fields(SetUp)]))
def test_no_words_of_ones_own_fit_into_any_field(words: str, name: str) -> None:
    """Whatever is taken comes out of a short list or is an id: small letters, digits, hyphens."""
    try:
        set_up = parse_set_up(json.dumps({"format": "caregiver-set-up", "version": 1, name: words}).encode())
    except SetUpError:
        return
    assert re.fullmatch(r"[A-Za-z0-9-]{1,6}|daily|button", words), set_up


def test_the_guard_finds_nothing_in_the_file_that_the_page_shows() -> None:
    data = set_up_bytes(parse_set_up(json.dumps(shown()).encode())).decode()
    assert scan(data.replace(FINGERPRINT, ""), Knowledge()) == ()


def test_what_cannot_be_read_back_is_not_written() -> None:
    with pytest.raises(SetUpError):
        set_up_bytes(SetUp(packs=("a/b",)))
    with pytest.raises(SetUpError):
        set_up_bytes(SetUp(country="Grandma's"))


def test_a_folder_is_looked_into_for_the_file_and_the_packs_beside_it(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(json.dumps(shown()), encoding="utf-8")
    with pytest.raises(SetUpError) as caught:
        read_set_up_file(tmp_path)
    assert caught.value.kind is SetUpTrouble.NO_PACKS
    (tmp_path / "northfield.carepack").write_bytes(b"")
    found = read_set_up_file(tmp_path)
    assert found == read_set_up_file(tmp_path / NAME)
    assert found.copy == tmp_path / "northfield.carepack"
    with pytest.raises(SetUpError) as caught:
        refuse_other_channel(found, look("0" * 64))
    assert caught.value.kind is SetUpTrouble.OTHER_CHANNEL
    refuse_other_channel(found, look(FINGERPRINT))


def test_what_is_no_file_is_not_called_a_large_one(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / NAME)
    with pytest.raises(StorageError) as caught:
        read_set_up_file(tmp_path / NAME)
    assert caught.value.kind is StorageTrouble.NOT_A_FILE


def test_packs_that_lie_elsewhere_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"")
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / NAME).write_text(json.dumps(shown()), encoding="utf-8")
    (stick / "northfield.carepack").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SetUpError) as caught:
        read_set_up_file(stick)
    assert caught.value.kind is SetUpTrouble.NO_PACKS


def test_nothing_there_and_something_else_there_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "letter.json").write_text("{}", encoding="utf-8")
    for where, kind in (
        (tmp_path, SetUpTrouble.NOT_HERE),
        (tmp_path / "none", SetUpTrouble.NOT_HERE),
        (tmp_path / "letter.json", SetUpTrouble.NOT_ONE),
    ):
        with pytest.raises(SetUpError) as caught:
            read_set_up_file(where)
        assert caught.value.kind is kind


def test_every_trouble_has_its_sentence_and_word() -> None:
    for kind in SetUpTrouble:
        error = SetUpError(kind, "channel")
        assert sentence_for(error).happened
        assert sentence_for(error).to_do
        assert kind_of(error) == f"set-up-{kind.value}"


def test_a_stick_is_made_read_back_and_belongs_to_the_channel_beside_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "channel")
    maker.begin()
    maker.add("evenings", b"bytes of a pack")
    own = OwnChannels(Paths(data_dir=tmp_path / "data"), StillClock())
    set_up = SetUp(language="es-US", text_size=150, starter=("dementia",), packs=(f"{PUBLISHER}/evenings",))
    stick = tmp_path / "stick"
    wanted = WantedSetUp(set_up=set_up, channel=maker.folder)
    found = write_set_up_file(own, stick, wanted)
    assert write_set_up_file(own, stick, wanted) == found, "the second takes the place of the first"
    assert sorted(path.name for path in stick.iterdir()) == [NAME, f"{PUBLISHER}.carepack"]
    assert replace(found.set_up, channel=None) == set_up
    assert found.copy is not None
    with CopyPlace(found.copy) as place:
        refuse_other_channel(found, look_first(place, ReferenceTime(at=MONDAY)))
    for wrong in (replace(set_up, packs=(f"{PUBLISHER}/other",)), replace(set_up, starter=("other",))):
        with pytest.raises(SetUpError) as caught:
            write_set_up_file(own, tmp_path / "none", WantedSetUp(set_up=wrong, channel=maker.folder))
        assert caught.value.kind is SetUpTrouble.FIELD
        assert not (tmp_path / "none").exists()


def test_what_lies_there_under_its_name_and_is_something_else_is_never_replaced(tmp_path: Path) -> None:
    own = OwnChannels(Paths(data_dir=tmp_path / "data"), StillClock())
    (tmp_path / NAME).write_text("my letter", encoding="utf-8")
    with pytest.raises(SetUpError):
        write_set_up_file(own, tmp_path, WantedSetUp(set_up=SetUp(country="GB")))
    assert (tmp_path / NAME).read_text(encoding="utf-8") == "my letter"


def look(fingerprint: str) -> FirstLook:
    return FirstLook(id=ChannelId("a" * 32), name="Northfield", fingerprint=Fingerprint(fingerprint), root=b"")
