"""Whatever comes in, in whatever reader of packs: an answer or a refusal of ours, never another error."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import PackError
from caregiver_app.packs.archive_writing import write_archive
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.manifest import read_manifest, write_manifest
from caregiver_app.packs.opening import open_pack
from caregiver_app.packs.public_addresses import AddressFault, public_address
from caregiver_app.packs.settled import read_settled
from caregiver_app.packs.spreadsheets import read_spreadsheet
from caregiver_app.packs.text_heads import split_head
from tests.helpers.packs import WORKSHOP, canonical, example, example_archive, example_files

WORDS = st.text(max_size=40) | st.sampled_from(["https://www.nhs.uk/", "en", "GB", "dementia", "2026-01-01", "yes"])
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS,
    lambda some: st.lists(some, max_size=4) | st.dictionaries(WORDS, some, max_size=4),
    max_leaves=6,
)
SIGNS = st.text(alphabet="ab1 \n#*_`[]()<>!\\|&-+.:/~=\"'\t%h", max_size=120)


def _places(said: Any) -> list[tuple[Any, Any]]:
    """Return each container of a document with a key in it."""
    entries = list(said.items()) if isinstance(said, dict) else list(enumerate(said)) if isinstance(said, list) else []
    return [place for key, inner in entries for place in ((said, key), *_places(inner))]


@given(st.data())
def test_any_value_in_any_field_is_refused_or_read_back_the_same(data: st.DataObject) -> None:
    said = example()
    for _ in range(data.draw(st.integers(1, 3))):
        inside, key = data.draw(st.sampled_from(_places(said)))
        inside[key] = data.draw(ANY_JSON)
    raw = canonical(said).encode("utf-8", "surrogatepass")
    try:
        pack = read_manifest(raw)
    except PackError:
        return
    assert write_manifest(pack) == raw


@given(st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), min_size=1, max_size=4), st.booleans())
def test_any_bytes_in_any_place_are_refused(changes: list[tuple[int, int]], cut: bool) -> None:
    plain = example_archive()
    changed = bytearray(plain)
    for place, value in changes:
        changed[place % len(changed)] = value
    raw = bytes(changed[: changes[0][0] % len(changed)]) if cut else bytes(changed)
    try:
        open_pack(raw, WORKSHOP)
    except PackError:
        return
    assert raw == plain


@given(SIGNS | st.text(max_size=60), st.binary(max_size=60))
def test_any_text_and_picture_is_refused_or_harmless(text: str, picture: bytes) -> None:
    for change in ({"guides/evenings.md": text.encode("utf-8", "replace")}, {"pictures/lamp.png": picture}):
        try:
            opened = open_pack(write_archive({**example_files(), **change}), WORKSHOP)
        except PackError:
            continue
        assert "<script" not in opened.texts["guides/evenings.md"].html


@given(st.binary(max_size=200), SIGNS, st.text(max_size=80))
def test_the_readers_of_what_makers_write_have_an_answer_to_anything(raw: bytes, signs: str, words: str) -> None:
    for read in (read_spreadsheet, read_settled, read_manifest):
        for data in (raw, signs.encode(), words.encode("utf-8", "replace")):
            try:
                read(data)
            except PackError:
                continue
    split_head(f"---\n{signs}\n---\n{words}", "guides/a.md", Problems())


@given(st.text(max_size=80) | SIGNS.map(lambda signs: f"https://www.nhs.uk/{signs}"))
def test_any_address_is_refused_or_stays_as_it_was_read(written: str) -> None:
    try:
        address = public_address(written)
    except AddressFault:
        return
    assert address.startswith("https://")
    assert public_address(address) == address
