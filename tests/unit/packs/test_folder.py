"""A pack's folder as people write it: heads, line ends, strays; each mistake is told at its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.model.errors import PackError
from caregiver_app.packs.folder_reading import read_folder
from tests.helpers.packs import GUIDE, HEADED, faults_of, lamp, made_of, small_manifest, write_pack_folder


def test_a_text_with_a_head_needs_no_line_in_the_manifest(tmp_path: Path) -> None:
    folder = write_pack_folder(tmp_path, small_manifest(), {"guides/lamps.md": HEADED + "\nTurn on a lamp.\n"})
    read = read_folder(folder)
    assert read.problems == ()
    assert read.pack is not None
    guide = read.pack.guides[0]
    assert (guide.id, guide.file, guide.topics) == ("evenings-lamps", "guides/lamps.md", ("dementia",))
    assert (guide.written_on, guide.review_by) == (read.pack.published_on, read.pack.review_by)
    assert read.files["guides/lamps.md"] == b"Turn on a lamp.\n"


def test_a_head_says_more_where_it_wants(tmp_path: Path) -> None:
    head = (
        "---\nid: lamps\ntitle: Lamps\nlanguage: en\ntopics: dementia; stroke\nby: By nurses.\n"
        "written-on: 2026-02-01\nreview-by: 2026-12-01\nread-on: nhs\ncountry: GB\n---\nText.\n"
    )
    link = {"id": "nhs", "title": "NHS", "address": "https://www.nhs.uk/", "language": "en", "country": "GB"}
    folder = write_pack_folder(tmp_path, small_manifest(links=[link]), {"checklists/lamps.md": head})
    pack = read_folder(folder).pack
    assert pack is not None
    text = pack.checklists[0]
    assert (text.id, text.topics, text.read_on, text.country) == ("lamps", ("dementia", "stroke"), ("nhs",), "GB")
    assert text.written_on.isoformat() == "2026-02-01"


@pytest.mark.parametrize(
    ("file", "text", "where", "fault"),
    [
        pytest.param("guides/a.md", "No head.\n", "guides/a.md:1", "not-a-head", id="without a head"),
        pytest.param("guides/a.md", "---\ntitle: x\n", "guides/a.md:1", "not-a-head", id="a head without an end"),
        pytest.param("guides/a.md", HEADED.replace("title", "titel") + "x\n", "guides/a.md:2", "not-a-head", id="word"),
        pytest.param("guides/a.md", "---\nlanguage: en\n---\nx\n", "guides/a.md:1", "missing", id="no title"),
        pytest.param("guides/a.md", HEADED.replace(": en", ": Engl") + "x\n", "guides/a.md:3", "not-such-a-word",
                     id="no language"),
        pytest.param("guides/a.md", HEADED + "\nOne.\n\n[x](http://www.nhs.uk/)\n", "guides/a.md:9", "link-in-text",
                     id="a link"),
        pytest.param("guides/Big Name.md", HEADED + "x\n", "guides/Big Name.md", "wrong-name", id="a name"),
        pytest.param("guides/a.txt", "x", "guides/a.txt", "wrong-name", id="another kind"),
        pytest.param("notes.txt", "x", "notes.txt", "file-unused", id="a stray"),
        pytest.param("pictures/a.png", lamp(), "pictures/a.png", "no-rights", id="a picture of unknown rights"),
        pytest.param("guides/a.md", HEADED.encode() + b"caf\xe9\n", "guides/a.md", "not-text", id="other letters"),
        pytest.param("guides/a.md", "x" * 100_001, "guides/a.md", "file-too-large", id="large"),
        pytest.param("guides/a.md", HEADED + "[" * 9_000, "guides/a.md", "too-tangled", id="tangled"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_at_its_place(
    tmp_path: Path, file: str, text: str | bytes, where: str, fault: str
) -> None:
    folder = write_pack_folder(tmp_path, small_manifest(), {file: text})
    found = [(place.partition(":")[0] if fault in ("not-text", "too-tangled") else place, each)
             for place, each in faults_of(folder)]  # fmt: skip
    assert (where, fault) in found


def test_texts_are_taken_however_editors_save_them(tmp_path: Path) -> None:
    text = (HEADED + "Caf\N{LATIN SMALL LETTER E}\N{COMBINING ACUTE ACCENT}.  \nMore.\n\n\n").replace("\n", "\r\n")
    folder = write_pack_folder(tmp_path, small_manifest(), {"guides/a.md": b"\xef\xbb\xbf" + text.encode()})
    read = read_folder(folder)
    assert read.problems == ()
    assert read.files["guides/a.md"].decode() == "Caf\N{LATIN SMALL LETTER E WITH ACUTE}.  \nMore.\n"


def test_what_a_system_puts_into_folders_is_passed_over(tmp_path: Path) -> None:
    strays: dict[str, str | bytes] = {".DS_Store": b"x", "guides/.a.md.swp": b"x", "pictures/Thumbs.db": b"x"}
    folder = write_pack_folder(tmp_path, small_manifest(), {**strays, "guides/a.md": HEADED + "x\n"})
    assert faults_of(folder) == []
    assert set(made_of(folder).files) == {"guides/a.md"}


def test_no_symbolic_link_is_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(HEADED + "Secret.\n")
    folder = write_pack_folder(tmp_path / "pack", small_manifest())
    (folder / "guides" / "a.md").symlink_to(secret)
    (folder / "pictures").rmdir()
    (folder / "pictures").symlink_to(tmp_path)
    read = read_folder(folder)
    assert read.files == {}
    assert {problem.where for problem in read.problems} == {"guides/a.md", "pictures"}
    (folder / "pack.json").rename(tmp_path / "elsewhere.json")
    (folder / "pack.json").symlink_to(tmp_path / "elsewhere.json")
    with pytest.raises(PackError):
        read_folder(folder)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"{", "not-a-pack", id="broken"),
        pytest.param(b'{"schema": 9}', "newer", id="newer"),
        pytest.param(None, "not-a-pack", id="none"),
    ],
)
def test_a_folder_without_a_manifest_is_no_pack(tmp_path: Path, data: bytes | None, kind: str) -> None:
    if data is not None:
        (tmp_path / "pack.json").write_bytes(data)
    with pytest.raises(PackError) as refused:
        read_folder(tmp_path)
    assert refused.value.kind.value == kind


def test_a_text_that_the_manifest_lists_has_no_head(tmp_path: Path) -> None:
    listed = {
        "id": "lamps",
        "file": "guides/lamps.md",
        "title": "Lamps",
        "language": "en",
        "written_on": "2026-01-15",
        "review_by": "2027-01-15",
    }
    picture = {"file": "pictures/lamp.png", "licence": "CC0 1.0"}
    manifest = small_manifest(guides=[listed], pictures=[picture])
    folder = write_pack_folder(tmp_path, manifest, {"guides/lamps.md": GUIDE, "pictures/lamp.png": lamp()})
    assert made_of(folder).problems == ()
    assert made_of(folder).files["guides/lamps.md"] == GUIDE.encode()


def test_whatever_stands_in_a_manifest_a_list_of_problems_comes_back(tmp_path: Path) -> None:
    """Records of texts that are none, beside texts with heads, confuse nobody."""
    odd_ones: tuple[Any, ...] = (None, 1, "x", {}, [None, 1, {"file": 2}, {"file": "guides/a.md"}])
    for odd in odd_ones:
        folder = write_pack_folder(tmp_path, small_manifest(guides=odd), {"guides/a.md": HEADED + "x\n"})
        assert faults_of(folder), json.dumps(odd)
