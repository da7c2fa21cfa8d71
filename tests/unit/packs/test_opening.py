"""An opened pack is in order to the last link: nothing in its texts loads, leads astray or takes long."""

from __future__ import annotations

from typing import Any

import pytest

from caregiver_app.model.errors import PackError
from caregiver_app.packs.archive_writing import write_archive
from caregiver_app.packs.opening import open_pack, peek
from caregiver_app.support.markup import is_safe
from tests.helpers.packs import CHECKLIST, GUIDE, WORKSHOP, example, example_archive, example_files, lamp

TEXTS: dict[str, tuple[str, str, str]] = {
    "a script": ("[x](javascript:alert(1))", "guides/evenings.md", "link-in-text"),
    "an insecure link": ("line\n\n[x](http://www.nhs.uk/)", "guides/evenings.md:3", "link-in-text"),
    "a link into a home": ("[x](https://192.168.1.1/)", "guides/evenings.md:1", "link-in-text"),
    "a link to a file": ("[x](file:///etc/passwd)", "guides/evenings.md", "link-in-text"),
    "a link to nowhere": ("[x](other.md)", "guides/evenings.md:1", "link-in-text"),
    "a link with a password": ("[x](https://a:b@www.nhs.uk/)", "guides/evenings.md", "link-in-text"),
    "a picture of others": ("![x](https://www.nhs.uk/x.png)", "guides/evenings.md:1", "picture-in-text"),
    "a picture that is not there": ("![x](pictures/none.png)", "guides/evenings.md:1", "picture-in-text"),
    "a picture from above": ("![x](../lamp.png)", "guides/evenings.md", "picture-in-text"),
    "a picture without description": ("![](pictures/lamp.png)", "guides/evenings.md:1", "no-description"),
    "a picture in the link": ("![x](data:image/png;base64,AAAA)", "guides/evenings.md", "picture-in-text"),
    "many brackets": ("[" * 10_000, "guides/evenings.md", "too-tangled"),
    "many stars": ("*a " * 5_000, "guides/evenings.md", "too-tangled"),
    "nothing": (" \n", "guides/evenings.md", "not-text"),
    "signs that cannot be seen": ("a\x07b", "guides/evenings.md", "not-text"),
    "other line ends": ("a\r\nb", "guides/evenings.md", "not-text"),
    "letters taken apart": ("e\u0301", "guides/evenings.md", "not-text"),
}


def test_texts_come_as_harmless_html_with_their_pictures() -> None:
    opened = open_pack(example_archive(), WORKSHOP)
    guide = opened.texts["guides/evenings.md"]
    assert guide.markdown == GUIDE
    assert is_safe(guide.html)
    assert guide.pictures == (("a lamp", "pictures/lamp.png"),)
    assert opened.texts["checklists/evening.md"].text.count("\N{BALLOT BOX}") == 2
    assert "[ ]" in CHECKLIST
    assert opened.pictures["pictures/lamp.png"].media_type == "image/png"
    assert (len(opened.sha256), opened.size_bytes) == (64, len(example_archive()))
    assert peek(example_archive()) == opened.pack


def test_each_text_that_asks_for_more_than_a_pack_may_is_refused_at_its_line() -> None:
    misses = []
    for what, (text, where, fault) in TEXTS.items():
        files = {**example_files(), "guides/evenings.md": text.encode()}
        try:
            open_pack(write_archive(files), WORKSHOP)
        except PackError as error:
            if not error.where.startswith(where) or error.detail != fault:
                misses.append((what, error.where, error.detail))
        else:
            misses.append((what, "taken", ""))
    assert misses == []


def test_tags_are_shown_as_they_are_typed() -> None:
    files = {**example_files(), "guides/evenings.md": b"a <script>alert(1)</script> <img src=x onerror=y>\n"}
    html = open_pack(write_archive(files), WORKSHOP).texts["guides/evenings.md"].html
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"GIF89a" + b"\0" * 20, id="another kind"),
        pytest.param(lamp()[:-12] + b"\0\0\0\x04tEXtevil\0\0\0\0" + lamp()[-12:], id="with words in it"),
        pytest.param(lamp()[:-5], id="cut off"),
        pytest.param(lamp(1), id="of one point"),
        pytest.param(lamp().replace(b"\0\0\0\x10\0\0\0\x10", b"\0\0\xff\xff\0\0\xff\xff"), id="of very many points"),
        pytest.param(lamp().replace(b"IDAT", b"IDAT\0", 1), id="damaged inside"),
        pytest.param(b"\xff\xd8\xff\xe0\0\x10JFIF\0", id="under the wrong name"),
        pytest.param(b"<svg onload='x'/>", id="drawn by instructions"),
    ],
)
def test_a_picture_with_anything_but_points_is_refused(data: bytes) -> None:
    with pytest.raises(PackError) as refused:
        open_pack(write_archive({**example_files(), "pictures/lamp.png": data}), WORKSHOP)
    assert refused.value.where == "pictures/lamp.png"


@pytest.mark.parametrize(
    ("change", "file"),
    [
        pytest.param(lambda files: files.pop("guides/evenings.md"), "guides/evenings.md", id="one is missing"),
        pytest.param(lambda files: files.update({"guides/more.md": b"x"}), "guides/more.md", id="one is not named"),
    ],
)
def test_the_files_are_those_that_the_manifest_names(change: Any, file: str) -> None:
    files = example_files()
    change(files)
    for read in (lambda data: open_pack(data, WORKSHOP), peek):
        with pytest.raises(PackError) as refused:
            read(write_archive(files))
        assert (refused.value.kind.value, refused.value.where) == ("damaged", file)


def test_a_pack_of_a_later_version_is_told_as_such() -> None:
    said = example()
    said["schema"] = 2
    with pytest.raises(PackError) as refused:
        open_pack(example_archive(said), WORKSHOP)
    assert refused.value.kind.value == "newer"
