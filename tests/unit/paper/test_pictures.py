"""Charts and pictures on sheets, whatever their points and bytes are."""

from __future__ import annotations

import io
import struct
import zlib

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from caregiver_app.model.sheets.blocks import (
    Chart,
    ChartSeries,
    Picture,
)
from caregiver_app.model.time import Millis
from caregiver_app.paper.embedded import MOST_BYTES, embedded
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from tests.helpers import example_sheets
from tests.helpers.anything_on_sheets import pdf_of, sheet_of
from tests.helpers.said_on_sheets import missing
from tests.helpers.tagged_pdf import tagged


def test_charts_of_few_and_of_strange_points_are_drawn() -> None:
    day = Millis(1_790_000_000_000)
    points: tuple[tuple[tuple[Millis, float], ...], ...] = (
        ((day, 70.0),),
        ((day, 0.0), (day, 0.0)),
        ((day, float("nan")), (day, float("inf")), (Millis(10**18), 1.0)),
        ((day, 1e300), (day, 5.0)),
        ((Millis(-62_000_000_000_000), -3.0), (Millis(253_000_000_000_000), 1e9)),
        tuple((Millis(day + place * 1000), float(place % 7)) for place in range(700)),
    )
    for each in points:
        chart = Chart(name="Weight", unit="kg", series=(ChartSeries(name="a", points=each),), says="")
        figures = [found.alt for found in tagged(pdf_of(sheet_of(chart))).walk() if found.tag == "Figure"]
        assert figures in (["Weight"], [])
        assert bool(figures) is any(abs(value) < 1e12 and abs(at) < 10**15 for at, value in each)


def test_pictures_that_are_none_become_a_box_with_their_words() -> None:
    lamp = example_sheets.lamp()
    photo = io.BytesIO()
    Image.new("RGB", (120, 80), "white").save(photo, "JPEG")
    for data in (b"", b"x", lamp[:20], b"GIF89a" + bytes(40), lamp[:16] + b"\xff" * 8 + lamp[24:], b"\xff\xd8\xff"):
        assert embedded(data) is None
        assert "A lamp" in tagged(pdf_of(sheet_of(Picture(data=data, says="A lamp")))).text
    assert embedded(lamp + bytes(MOST_BYTES)) is None
    for whole, kind in ((lamp, "png"), (photo.getvalue(), "jpeg")):
        found = embedded(whole)
        assert found is not None
        assert f"image/{kind}" in found.svg
        for data in (whole, whole[: len(whole) - 30], whole[:40] + bytes(len(whole) - 40)):
            made = pdf_of(sheet_of(Picture(data=data, says="A lamp")))
            assert [each.alt for each in tagged(made).walk() if each.tag == "Figure"] in (["A lamp"], [])


@given(
    st.sampled_from((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xc0", b"\xff\xd8", b"")),
    st.binary(max_size=80),
    st.booleans(),
)
def test_bytes_that_begin_like_a_picture_are_looked_at_without_trouble(start: bytes, rest: bytes, chunk: bool) -> None:
    if chunk:
        rest = struct.pack(">I", len(rest)) + rest + struct.pack(">I", zlib.crc32(rest)) + rest
    found = embedded(start + rest)
    assert found is None or found.width * found.height > 0


def test_a_photograph_lies_in_the_file_as_it_is() -> None:
    photo = io.BytesIO()
    Image.effect_noise((400, 300), 80).save(photo, "JPEG")
    made = typeset([sheet_of(Picture(data=photo.getvalue(), says="Noise"))], Layout()).pdf()
    assert photo.getvalue()[200:] in made


def test_pictures_that_would_take_long_together_become_boxes_with_their_words() -> None:
    large = io.BytesIO()
    Image.new("1", (6_200, 5_000), 1).save(large, "PNG")
    pictures = [Picture(data=large.getvalue(), says=f"Hall {place}") for place in range(3)]
    found = tagged(pdf_of(sheet_of(*pictures)))
    assert [each.alt for each in found.walk() if each.tag == "Figure"] == ["Hall 0"]
    assert missing(iter(["Hall 1", "Hall 2"]), found.text) == []
