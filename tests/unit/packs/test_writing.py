"""What is written in a pack's folder: texts with their heads, entries, pictures; nothing of others is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caregiver_app.bootstrap.pack_writing import PackWriting
from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.folder_entries import ids_in
from caregiver_app.packs.folder_reading import read_folder
from caregiver_app.packs.form_fields import KINDS, FieldKind, fields_of, walk
from caregiver_app.packs.text_files import OtherOnDisk, TextFile, read_text, with_words, write_text
from caregiver_app.packs.text_heads import head_lines, split_head
from caregiver_app.packs.unfinished import UNFINISHED
from tests.helpers.packs import HEADED, WORKSHOP, faults_of, lamp, small_manifest, write_pack_folder

LISTED = {
    "id": "sleep",
    "file": "guides/sleep.md",
    "title": "Sleep",
    "language": "en",
    "written_on": "2026-01-15",
    "review_by": "2027-01-15",
}
LINK = {"id": "nhs", "title": "NHS", "address": "https://www.nhs.uk/", "language": "en", "country": "GB"}


@pytest.fixture
def writing() -> PackWriting:
    return PackWriting(lambda: date(2026, 2, 1), lambda: WORKSHOP)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {"guides/lamps.md": HEADED + "\nTurn on a lamp.\n", "guides/sleep.md": "Go to bed early.\n"}
    return write_pack_folder(tmp_path / "pack", small_manifest(guides=[LISTED], links=[LINK]), files)


def raw(folder: Path) -> Any:
    return json.loads((folder / "pack.json").read_text(encoding="utf-8"))


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_text_keeps_its_head_where_it_has_it(folder: Path, writing: PackWriting) -> None:
    for file, place in (("guides/lamps.md", "file"), ("guides/sleep.md", "manifest")):
        text = writing.read_text(folder, file)
        changed = with_words(text, {**text.head, "title": "Another"}, "Other words.\n")
        written, problems = writing.write_text(folder, changed)
        assert isinstance(written, TextFile)
        assert problems == ()
        assert (written.head["title"], written.body) == ("Another", "Other words.\n")
        assert ("title: Another" in (folder / file).read_text()) is (place == "file")
    assert raw(folder)["guides"] == [{**LISTED, "title": "Another"}]
    pack = read_folder(folder).pack
    assert pack is not None
    assert {(text.id, text.title) for text in pack.guides} == {("sleep", "Another"), ("evenings-lamps", "Another")}


def test_what_pack_json_says_is_read_once_for_all_texts(folder: Path) -> None:
    """It may be megabytes, and a text is one of hundreds."""
    said = raw(folder)
    (folder / "pack.json").unlink()
    assert read_text(folder, "guides/sleep.md", said).head["title"] == "Sleep"
    assert ids_in(folder, said) >= {"sleep", "nhs", "evenings-lamps"}


def test_what_another_program_wrote_is_not_written_over(folder: Path, writing: PackWriting) -> None:
    text = writing.read_text(folder, "guides/lamps.md")
    (folder / "guides/lamps.md").write_text(HEADED + "By another program.\n", encoding="utf-8")
    written, _ = writing.write_text(folder, with_words(text, text.head, "Mine.\n"))
    assert isinstance(written, OtherOnDisk)
    assert written.there.body == "By another program.\n"
    again, _ = writing.write_text(folder, with_words(written.there, text.head, "Mine.\n"))
    assert isinstance(again, TextFile)
    put = writing.put(folder, "links", "nhs", {**LINK, "title": "Mine"}, {**LINK, "title": "As it was"})
    assert (put.key, put.other) == ("", LINK)


def test_lines_of_a_head_that_have_no_sense_are_shown_and_not_lost(folder: Path, writing: PackWriting) -> None:
    (folder / "guides/lamps.md").write_text("---\ntitle: A\ntitel: B\nlanguage: en\n---\n\nOne.\nTwo.\n")
    text = writing.read_text(folder, "guides/lamps.md")
    assert text.body == "titel: B\n\nOne.\nTwo.\n"
    assert 8 - text.above == text.body.split("\n").index("Two.") + 1  # where line 8 of the file is shown
    written, _ = writing.write_text(folder, text)
    assert isinstance(written, TextFile)
    assert written.body == text.body
    assert [fault for _, fault in faults_of(folder)] == []


def test_a_new_text_and_its_translation_make_a_pack_without_faults(folder: Path, writing: PackWriting) -> None:
    write_pack_folder(folder, {**small_manifest(guides=[LISTED], languages=["en", "es"])})
    text = writing.begin_text(folder, "guides", "Lamps")
    assert text.file == "guides/lamps-2.md"
    written, problems = writing.write_text(folder, with_words(text, text.head, "Words.\n"))
    assert isinstance(written, TextFile)
    assert problems == ()
    translated = writing.begin_translation(folder, text.file, "es")
    assert (translated.body, translated.head["translation_of"]) == ("Words.\n", "evenings-lamps-2")
    assert faults_of(folder) == []
    other = with_words(translated, {**translated.head, "language": "fr"}, "Mots.\n")
    assert [each.fault for each in writing.head_problems(folder, other)] == [PackFault.LANGUAGE_NOT_LISTED]


@pytest.mark.parametrize("file", ["guides/lamps.md", "guides/sleep.md"])
def test_a_removed_text_comes_back_to_the_last_byte(folder: Path, writing: PackWriting, file: str) -> None:
    (folder / "pack.json").write_text(json.dumps(raw(folder), ensure_ascii=False, indent=1) + "\n")
    before = files_of(folder)
    removed = writing.remove_text(folder, file)
    assert removed is not None
    assert not (folder / file).exists()
    assert faults_of(folder) == []
    writing.bring_text_back(folder, removed)
    assert files_of(folder) == before


def test_a_text_whose_file_is_missing_can_be_written_anew_or_removed(folder: Path, writing: PackWriting) -> None:
    (folder / "guides/sleep.md").unlink()
    assert [each.key for each in writing.entries(folder, "guides")] == ["guides/lamps.md", "guides/sleep.md"]
    text = writing.read_text(folder, "guides/sleep.md")
    assert (text.body, text.head["title"]) == ("", "Sleep")
    removed = writing.remove_text(folder, "guides/sleep.md")
    assert removed is not None
    assert faults_of(folder) == []
    writing.bring_text_back(folder, removed)
    writing.write_text(folder, with_words(text, text.head, "Words.\n"))
    assert faults_of(folder) == []


def test_an_entry_is_put_taken_out_and_put_back(folder: Path, writing: PackWriting) -> None:
    said = {"name": "Night line", "kind": "caring", "country": "GB", "languages": ["en"], "phone": "0808 157 0192"}
    put = writing.put(folder, "helplines", "", said, {})
    assert (put.key, put.problems) == ("gb-night-line", ())
    twice = writing.put(folder, "helplines", "", said, {})
    assert twice.key == "gb-night-line-2"
    hours = [{"days": ["mon"], "opens": "09:00", "closes": "17:00"}]
    changed = writing.put(folder, "helplines", put.key, {**put.said, "hours": hours}, put.said)
    assert [(each.where, each.fault) for each in changed.problems] == [("zone", PackFault.NO_ZONE)]
    before = (folder / "pack.json").read_bytes()
    taken = writing.take_out(folder, "helplines", put.key)
    assert taken is not None
    assert [each.key for each in writing.entries(folder, "helplines")] == ["gb-night-line-2"]
    writing.put_back(folder, taken)
    assert (folder / "pack.json").read_bytes() == before


def test_what_does_not_hold_is_kept_beside_the_pack_and_says_where(folder: Path, writing: PackWriting) -> None:
    before = files_of(folder)
    wrong = {**LINK, "address": "http://127.0.0.1/", "summary": "x" * 601}
    put = writing.put(folder, "links", "nhs", wrong, LINK)
    assert {(each.where, each.fault) for each in put.problems} == {
        ("address", PackFault.ADDRESS_INSECURE),
        ("summary", PackFault.TOO_LONG),
    }
    assert writing.put(folder, "links", "", {"title": "Begun"}, {}).key == ""
    assert writing.unfinished(folder, "links") == {"nhs": wrong, "": {"title": "Begun"}}
    assert faults_of(folder) == []
    writing.drop_unfinished(folder, "links", "")
    assert writing.put(folder, "links", "nhs", LINK, LINK).key == "nhs"
    assert files_of(folder).keys() == before.keys()
    (folder / UNFINISHED).write_text("[1")
    assert writing.unfinished(folder, "links") == {}


def test_a_broken_entry_can_be_mended_beside_another(tmp_path: Path, writing: PackWriting) -> None:
    broken = {**LINK, "address": "nowhere"}
    folder = write_pack_folder(tmp_path, small_manifest(links=[broken, "no entry at all"]))
    assert [each.key for each in writing.entries(folder, "links")] == ["nhs", "2"]
    assert writing.put(folder, "links", "nhs", LINK, broken).key == "nhs"
    assert raw(folder)["links"] == [LINK, "no entry at all"]


def test_a_picture_comes_in_bare_with_its_rights_and_goes_with_them(folder: Path, writing: PackWriting) -> None:
    before = files_of(folder)
    assert writing.make_picture(b"<svg/>") is None
    made = writing.make_picture(lamp())
    assert made is not None
    assert writing.add_picture(folder, "A lamp", made, {"licence": ""}).key == ""
    assert writing.unfinished(folder, "pictures") == {"": {"licence": ""}}
    writing.drop_unfinished(folder, "pictures", "")
    assert files_of(folder) == before
    put = writing.add_picture(folder, "A lamp", made, {"licence": "CC0 1.0"})
    assert put.key == "pictures/a-lamp.png"
    data = (folder / put.key).read_bytes()
    look = writing.look(folder, "![A lamp](pictures/a-lamp.png) ![](pictures/none.png)\n", "en")
    assert [*look.names] == ["https://pack.invalid/pictures/a-lamp.png"]
    assert [each.fault for each in look.problems] == [PackFault.PICTURE_IN_TEXT]
    removed = writing.remove_picture(folder, put.key)
    assert not (folder / put.key).exists()
    writing.bring_picture_back(folder, removed)
    assert (folder / put.key).read_bytes() == data
    assert [each.key for each in writing.entries(folder, "pictures")] == [put.key]


def test_a_hostile_text_is_shown_harmless(folder: Path, writing: PackWriting) -> None:
    text = '<script>alert(1)</script> <img src="https://evil.example/x.png"> ![x](https://evil.example/y.png)\n'
    look = writing.look(folder, text, "en")
    assert look.html is not None
    assert "<script" not in look.html
    assert (look.names, look.pictures) == ({}, {})
    assert writing.look(folder, "[" * 9_000, "en").html is None


@pytest.mark.parametrize(
    ("name", "act"),
    [
        pytest.param("file", lambda writing, folder: writing.read_text(folder, "guides/out.md"), id="a text"),
        pytest.param("place", lambda writing, folder: writing.begin_text(folder, "checklists", "A"), id="a folder"),
        pytest.param("leads away", lambda writing, folder: writing.read_text(folder, "guides/../../x.md"), id="dots"),
    ],
)
def test_nothing_is_read_or_written_through_links(
    folder: Path, tmp_path: Path, writing: PackWriting, name: str, act: Callable[[PackWriting, Path], object]
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x.md").write_text("secret")
    if name == "file":
        (folder / "guides/out.md").symlink_to(outside / "x.md")
    elif name == "place":
        (folder / "checklists").rmdir()
        (folder / "checklists").symlink_to(outside)
    with pytest.raises(PackError) as refused:
        act(writing, folder)
    assert refused.value.kind in (PackTrouble.UNSAFE, PackTrouble.FIELD)
    assert [path.name for path in outside.iterdir()] == ["x.md"]


@given(
    st.dictionaries(
        st.sampled_from(["title", "summary", "by", "language"]), st.text(max_size=40).map(lambda s: " ".join(s.split()))
    ),
    st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=3),
)
@settings(max_examples=60)
def test_a_head_reads_as_it_was_written(fields: dict[str, str], topics: list[str]) -> None:
    from caregiver_app.support.plain_text import one_line

    said = {**{name: one_line(value) for name, value in fields.items()}, "topics": topics}
    head = split_head(head_lines(said) + "Words.\n", "guides/a.md", problems := Problems())
    kept = {name: value for name, value in said.items() if value}
    assert problems.all == ()
    assert (head.fields if head is not None else {}) == kept


def test_every_form_has_a_field_for_all_that_a_manifest_takes() -> None:
    asked = {name: [field for _, field in walk(fields_of(kind))] for name, kind in KINDS.items()}
    assert [name for name, fields in asked.items() if not fields] == []
    unbounded = [field.name for fields in asked.values() for field in fields if _is_unbounded(field)]
    assert unbounded == []


def _is_unbounded(field: Any) -> bool:
    bounded = (FieldKind.DAY, FieldKind.TICK, FieldKind.CHOICE, FieldKind.REFERENCE)
    return field.kind not in bounded and not field.most


def test_a_text_is_read_and_written_without_a_change(folder: Path) -> None:
    for file in ("guides/lamps.md", "guides/sleep.md"):
        before = files_of(folder)
        text = read_text(folder, file)
        assert write_text(folder, text) == read_text(folder, file)
        assert read_folder(folder).problems == ()
        assert {name: data.replace(b"---\n\n", b"---\n") for name, data in files_of(folder).items()} == {
            name: data.replace(b"---\n\n", b"---\n") for name, data in before.items()
        }


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "name", "title", "file"]), inner)
    ),
    max_leaves=6,
)


@given(records=st.lists(_JSON, max_size=4), listed=st.sampled_from(["links", "guides", "pictures", "dates"]))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_a_manifest_can_be_listed_and_stays(
    tmp_path: Path, writing: PackWriting, records: list[Any], listed: str
) -> None:
    """What somebody wrote by hand is left as it is beside an entry that is put and taken out again."""
    folder = write_pack_folder(tmp_path, {**small_manifest(), listed: records})
    writing.entries(folder, listed)
    put = writing.put(folder, "organisations", "", {"name": "A charity"}, {})
    assert put.key
    writing.take_out(folder, "organisations", put.key)
    assert raw(folder)[listed] == records
