"""Flyers and pictures with codes: readable by phones and screen readers, and silent about how they were made."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
import segno
from pypdf.generic import DictionaryObject

from caregiver_app.model.card import Channel, PictureForm, ShareForm
from caregiver_app.model.errors import ShareError, ShareTrouble
from caregiver_app.model.sheets.paper import PaperSize
from caregiver_app.paper.qr_code import LONGEST_BYTES, QUIET_ZONE, SMALLEST_MM, qr_code
from caregiver_app.paper.qr_mask import make
from caregiver_app.sharing.rendering import lacks_signs, pages, render
from tests.helpers.shared_files import everything_in, png_chunks, read_pdf, words_of
from tests.helpers.sharing import CHECKED_ON, card, content

FLYER = ShareForm(channel=Channel.FLYER)
LINK = "https://example.org/falls"
_BAR = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def modules_of(svg: str) -> set[tuple[int, int]]:
    """Return the dark modules of a code, by column and row."""
    dark = ET.fromstring(svg)[1].get("d") or ""  # noqa: S314  it is our own drawing
    return {
        (int(start) + step, int(row)) for start, row, length, _back in _BAR.findall(dark) for step in range(int(length))
    }


def test_a_code_says_its_text_and_keeps_its_quiet_zone() -> None:
    code = qr_code(LINK)
    assert code is not None
    matrix = segno.make_qr(LINK, error="m").matrix
    wanted = {(x, y) for y, row in enumerate(matrix) for x, cell in enumerate(row) if cell}
    assert modules_of(code.svg) == {(x + QUIET_ZONE, y + QUIET_ZONE) for x, y in wanted}
    assert f'viewBox="0 0 {len(matrix) + 8} {len(matrix) + 8}"' in code.svg
    assert code.side_mm * len(matrix) / (len(matrix) + 8) >= SMALLEST_MM


def test_each_code_is_one_of_the_eight_of_the_standard_and_mistaken_least() -> None:
    """The library weighs them before it writes in which it is: now and then its second best is the best of ours."""
    agreed = 0
    for length in range(0, 300, 50):
        text = f"https://example.org/{length}/" + "ab-cd/"[: length % 7] * length
        eight = [tuple(bytes(row) for row in segno.make_qr(text, error="m", mask=mask).matrix) for mask in range(8)]
        made = make(text)
        assert made in eight
        agreed += eight.index(made) == segno.make_qr(text, error="m").mask
    assert agreed >= 3


def test_a_long_link_has_a_larger_code_and_an_endless_one_has_none() -> None:
    code = qr_code("https://example.org/" + "a" * 500)
    assert code is not None
    assert code.side_mm > SMALLEST_MM * 1.5
    assert qr_code("a" * LONGEST_BYTES) is not None
    assert qr_code("a" * (LONGEST_BYTES + 1)) is None


def test_a_flyer_holds_the_words_and_the_cards_on_one_page() -> None:
    reader = read_pdf(render(content("Have a look, #let x = 1."), FLYER, on=CHECKED_ON).data)
    words = words_of(reader)
    assert len(reader.pages) == 1
    assert "Have a look, #let x = 1." in words
    for shared in content().cards:
        assert shared.title in words
        assert shared.label in words
        assert shared.link in words.replace(" ", "")
    assert "It is not medical approval." in words


def test_it_is_tagged_and_leads_where_the_cards_do() -> None:
    reader = read_pdf(render(content(), FLYER, on=CHECKED_ON).data)
    marks = reader.root_object["/MarkInfo"].get_object()
    assert isinstance(marks, DictionaryObject)
    assert str(marks["/Marked"]) == "True"
    targets = [
        note.get_object()["/A"]["/URI"]
        for page in reader.pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object()
    ]
    assert set(targets) == {each.link for each in content().cards}


def test_it_names_no_author_no_program_no_time() -> None:
    data = render(content(), FLYER, on=CHECKED_ON).data
    told = {name: value.strip() for name, value in (read_pdf(data).metadata or {}).items()}
    assert told == {"/Title": "3 pages that may help", "/Creator": ""}
    for piece in everything_in(data):
        assert b"Typst" not in piece
        assert b"xmp-writer" not in piece
        assert re.search(rb"(?:Creation|Mod|Modify|Metadata)Date", piece) is None


def test_long_words_are_set_smaller_before_they_take_a_second_page() -> None:
    words = "\n".join(["Some words that somebody typed about what helped them."] * 14)
    reader = read_pdf(render(content(words), FLYER, on=CHECKED_ON).data)
    assert len(reader.pages) == 1


def test_a_word_without_an_end_stays_on_the_page_and_copies_as_it_was_typed() -> None:
    long = card("https://example.org/" + "carefully" * 15)
    words = words_of(read_pdf(render(content("Z" * 150, [long]), FLYER, on=CHECKED_ON).data))
    assert "Z" * 150 in words.replace(" ", "")
    assert long.link in words.replace(" ", "")
    assert max(map(len, words.split())) < 90


def test_signs_that_no_font_has_become_boxes_and_the_preview_can_say_so() -> None:
    for words, lacks in (
        ("Grüße, Ελλάδα", False),
        ("Well done \U0001f600", True),
        ("\u05e9\u05dc\u05d5\u05dd \u65e5\u672c\u8a9e", True),
        ("\U0001f600" * 300 + " " + "\u65e5" * 300, True),
    ):
        data = render(content(words), FLYER, on=CHECKED_ON).data
        assert data == render(content(words), FLYER, on=CHECKED_ON).data
        assert b"Typst" not in b"".join(everything_in(data))
        assert "/StructTreeRoot" in read_pdf(data).root_object
        for channel in (Channel.FLYER, Channel.QR):
            assert lacks_signs(content(words), ShareForm(channel=channel), on=CHECKED_ON) is lacks, words[:20]


def test_a_flyer_holds_three_pages_and_a_code_no_endless_link() -> None:
    with pytest.raises(ShareError) as many:
        render(content("", [card()] * 4), FLYER, on=CHECKED_ON)
    assert (many.value.kind, many.value.detail) == (ShareTrouble.TOO_MANY, "3")
    endless = card("https://example.org/" + "/ab" * 250)
    for channel in (Channel.FLYER, Channel.QR):
        with pytest.raises(ShareError) as long:
            render(content("", [endless]), ShareForm(channel=channel), on=CHECKED_ON)
        assert long.value.kind is ShareTrouble.LINK_TOO_LONG


def test_pictures_hold_the_picture_alone() -> None:
    made = render(content(), ShareForm(channel=Channel.QR), on=CHECKED_ON)
    assert set(png_chunks(made.data)) == {"IHDR", "IDAT", "IEND"}
    assert (made.file_name, made.media_type) == ("share.png", "image/png")
    drawn = render(content(), ShareForm(channel=Channel.QR, picture=PictureForm.SVG), on=CHECKED_ON)
    assert (drawn.file_name, drawn.media_type) == ("share.svg", "image/svg+xml")
    root = ET.fromstring(drawn.data)  # noqa: S314  it is our own drawing
    fetched = [
        value
        for element in root.iter()
        for name, value in element.attrib.items()
        if name.endswith(("href", "src")) and not value.startswith(("#", "data:image/svg+xml;base64,"))
    ]
    assert set(fetched) <= {each.link for each in content().cards}
    assert {element.tag.rpartition("}")[2] for element in root.iter()}.isdisjoint({"script", "style", "foreignObject"})


def test_a_picture_of_the_flyer_is_there_for_looking_at() -> None:
    (page,) = pages(content(), FLYER, on=CHECKED_ON, dots_per_inch=20)
    letter = pages(content(), ShareForm(channel=Channel.FLYER, paper=PaperSize.LETTER), on=CHECKED_ON, dots_per_inch=20)
    assert page.startswith(b"\x89PNG")
    assert letter[0] != page
    (codes,) = pages(content(), ShareForm(channel=Channel.QR), on=CHECKED_ON, dots_per_inch=20)
    assert codes.startswith(b"\x89PNG")
