"""Texts of packs are shown as they are written, boxes as boxes, and nothing in them becomes anything else."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.support.guide_html import guide_html
from caregiver_app.support.markup import is_safe, pictures_in
from caregiver_app.support.picture_cleaning import bare_png
from caregiver_app.support.picture_facts import facts_of

SIGNS = st.text(alphabet="ab1 \n#*_`[]()<>!\\|&-+.:/~=\"'\tx", max_size=200)


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("- [ ] a\n- [x] b", "<ul>\n<li>\N{BALLOT BOX} a</li>\n<li>\N{BALLOT BOX} b</li>\n</ul>"),
        ("[ ] no list", "<p>[ ] no list</p>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ("[x]: https://a.org", "<p>[x]: https://a.org</p>"),
        ("[x](tel:116123)", '<p><a href="tel:116123">x</a></p>'),
    ],
    ids=range(6),
)
def test_markdown_is_shown_and_nothing_else_becomes_markup(written: str, html: str) -> None:
    assert guide_html(written) == html


def test_pictures_are_named_by_their_place_in_the_pack() -> None:
    html = guide_html("![a lamp](pictures/lamp.png)")
    assert html is not None
    assert pictures_in(html) == (("a lamp", "https://pack.invalid/pictures/lamp.png"),)


@given(SIGNS)
def test_any_signs_come_out_harmless(written: str) -> None:
    html = guide_html(written)
    assert html is None or is_safe(html)


def test_a_png_keeps_its_points_and_loses_its_words() -> None:
    from PIL import Image, PngImagePlugin

    picture, words, out = Image.effect_noise((9, 7), 30).convert("P"), PngImagePlugin.PngInfo(), io.BytesIO()
    words.add_text("Author", "Secret Person")
    picture.save(out, "PNG", pnginfo=words, dpi=(72, 72), transparency=0)
    bare = bare_png(out.getvalue())
    assert bare is not None
    assert facts_of(out.getvalue()) is None
    assert facts_of(bare) == ("image/png", 9, 7)
    with Image.open(io.BytesIO(bare)) as again, Image.open(io.BytesIO(out.getvalue())) as before:
        assert again.convert("RGBA").tobytes() == before.convert("RGBA").tobytes()
    assert bare_png(bare) == bare


@given(st.binary(max_size=60), st.integers(0, 200))
def test_what_is_no_whole_png_is_none(more: bytes, cut: int) -> None:
    for data in (more, b"\x89PNG\r\n\x1a\n" + more):
        made = bare_png(data[:cut])
        assert made is None or made.endswith(b"IEND" + made[-4:])
