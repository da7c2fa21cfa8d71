"""The archive of a pack is believed to the last byte or not at all."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import PackError
from caregiver_app.packs.archive_reading import MOST_PACK_BYTES, read_archive
from caregiver_app.packs.archive_writing import write_archive
from tests.helpers.hostile_archives import hostile_archives
from tests.helpers.packs import example_archive

SLUGS = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,5})?", fullmatch=True).filter(
    lambda name: name not in {"con", "prn", "aux", "nul"} and not name.startswith(("com", "lpt"))
)
NAMES = st.builds(
    lambda folder, slug: f"{folder[0]}/{slug}.{folder[1]}",
    st.sampled_from([("guides", "md"), ("checklists", "md"), ("pictures", "jpg"), ("pictures", "png")]),
    SLUGS,
)


@given(st.dictionaries(NAMES, st.binary(max_size=50), max_size=8), st.binary(max_size=50))
def test_what_is_written_is_read_and_other_tools_read_it_too(others: dict[str, bytes], manifest: bytes) -> None:
    files = {**others, "pack.json": manifest}
    data = write_archive(files)
    assert read_archive(data) == files
    assert data == write_archive(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files
        assert archive.namelist()[0] == "pack.json"


def test_each_way_to_harm_is_refused_with_its_reason() -> None:
    misses = []
    for what, data, trouble, detail in hostile_archives():
        try:
            read_archive(data)
        except PackError as error:
            found = (error.kind.value, error.detail)
        else:
            found = ("taken", "")
        if found != (trouble, detail):
            misses.append((what, found))
    assert misses == []


def test_no_byte_can_be_changed() -> None:
    """Of an archive with every kind of file each byte in turn is changed by one bit."""
    plain = example_archive()
    taken = []
    for place in range(len(plain)):
        changed = bytearray(plain)
        changed[place] ^= 1 << place % 8
        try:
            read_archive(bytes(changed))
        except PackError:
            continue
        taken.append(place)
    assert taken == []


def test_no_end_can_be_missing() -> None:
    plain = example_archive()
    for length in range(0, len(plain), 7):
        with pytest.raises(PackError):
            read_archive(plain[:length])


@given(st.binary(max_size=300), st.binary(max_size=60))
def test_any_bytes_are_refused_as_a_pack(body: bytes, end: bytes) -> None:
    for data in (body, b"PK\x03\x04" + body, body + b"PK\x05\x06" + end, body + b"PK\x05\x06" + b"\0" * 18):
        with pytest.raises(PackError):
            read_archive(data)


def test_an_archive_larger_than_any_is_not_looked_into() -> None:
    with pytest.raises(PackError) as refused:
        read_archive(bytes(MOST_PACK_BYTES + 1))
    assert refused.value.kind.value == "too-large"
