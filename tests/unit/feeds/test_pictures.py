"""Pictures are made anew from their points: bounded, without metadata, and nothing that is no picture gets through."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from caregiver_app.feeds import pictures
from caregiver_app.feeds.pictures import remake
from caregiver_app.model.errors import FeedError, FeedTrouble
from caregiver_app.support.picture_facts import facts_of

SECRET = "Ward 7, taken by Jo"


def written(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def plain(size: tuple[int, int] = (40, 30), mode: str = "RGB") -> Image.Image:
    return Image.new(mode, size, None)


def noise(size: tuple[int, int]) -> Image.Image:
    return Image.effect_noise(size, 80).convert("RGB")


def trouble(body: bytes) -> FeedTrouble:
    with pytest.raises(FeedError) as caught:
        remake(body)
    return caught.value.kind


def png_that_declares(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be so large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_what_pages_use_is_taken_and_comes_out_as_jpeg_or_png(kind: str) -> None:
    made = remake(written(noise((40, 30)), kind))
    assert (made.width, made.height) == (40, 30)
    assert facts_of(made.data) == (made.media_type, 40, 30)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "F", "YCbCr"])
def test_every_way_to_write_points_is_understood(mode: str) -> None:
    kind = {"CMYK": "JPEG", "YCbCr": "JPEG", "F": "TIFF"}.get(mode, "PNG")
    body = written(Image.new(mode, (20, 10)), kind)
    if kind == "TIFF":
        assert trouble(body) is FeedTrouble.IMAGE
    else:
        assert (remake(body).width, remake(body).height) == (20, 10)


def test_a_drawing_keeps_its_edges_and_what_is_seen_through_it() -> None:
    drawing = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    drawing.paste((10, 200, 10, 255), (5, 5, 15, 15))
    made = remake(written(drawing, "PNG"))
    again = Image.open(io.BytesIO(made.data))
    assert made.media_type == "image/png"
    assert (again.getpixel((0, 0)), again.getpixel((10, 10))) == ((0, 0, 0, 0), (10, 200, 10, 255))


def test_large_ones_are_made_smaller_in_the_same_shape() -> None:
    made = remake(written(plain((4_000, 1_000)), "JPEG"))
    assert (made.width, made.height) == (1_600, 400)


def test_a_very_tall_one_is_bounded_too() -> None:
    made = remake(written(plain((100, 20_000)), "PNG"))
    assert made.height == pictures.MAX_HEIGHT


def test_it_is_turned_as_its_camera_says_and_then_says_so_no_more() -> None:
    picture = plain((40, 20))
    exif = picture.getexif()
    exif[0x0112] = 6  # to be turned by a quarter
    made = remake(written(picture, "JPEG", exif=exif))
    assert (made.width, made.height) == (20, 40)
    assert not Image.open(io.BytesIO(made.data)).getexif()


def with_words(kind: str) -> bytes:
    picture = noise((40, 30))
    exif = picture.getexif()
    exif[0x010E] = SECRET
    if kind == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Comment", SECRET)
        notes.add_itxt("XML:com.adobe.xmp", SECRET)
        return written(picture, kind, pnginfo=notes, exif=exif, icc_profile=SECRET.encode(), dpi=(300, 300))
    if kind == "GIF":
        return written(picture, kind, comment=SECRET)
    return written(picture, kind, exif=exif, icc_profile=SECRET.encode(), xmp=SECRET.encode())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_nothing_that_cameras_and_programs_wrote_comes_along(kind: str) -> None:
    body = with_words(kind)
    assert SECRET.encode() in body or kind == "PNG"
    made = remake(body)
    again = Image.open(io.BytesIO(made.data))
    assert SECRET.encode() not in made.data
    assert set(again.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert facts_of(made.data) is not None


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_of_what_moves_the_first_frame_is_taken(kind: str) -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ((250, 0, 0), (0, 250, 0), (0, 0, 250))]
    body = written(frames[0], kind, save_all=True, append_images=frames[1:], duration=50, lossless=True)
    made = Image.open(io.BytesIO(remake(body).data)).convert("RGB")
    assert getattr(made, "n_frames", 1) == 1
    point = made.getpixel((3, 3))
    assert isinstance(point, tuple)
    assert [part > 120 for part in point] == [True, False, False]


def test_a_gif_of_thousands_of_frames_costs_one() -> None:
    frame = plain((10, 10), "P")
    body = written(frame, "GIF", save_all=True, append_images=[frame] * 3, duration=10)
    end = body.rindex(b";")
    huge = body[:end] + body[body.index(b"\x21\xf9") : end] * 20_000 + b";"
    assert len(huge) < pictures.MAX_BYTES
    assert remake(huge).width == 10


@pytest.mark.parametrize("size", [(5_001, 5_000), (65_000, 65_000), (2**31 - 1, 2**31 - 1), (25_000_001, 1)], ids=str)
def test_too_many_points_are_refused_before_any_is_decoded(size: tuple[int, int]) -> None:
    assert trouble(png_that_declares(*size)) is FeedTrouble.TOO_LARGE


def test_a_jpeg_that_is_drawn_over_and_over_again_is_refused() -> None:
    """Each pass over the points costs as much as the whole picture: a few megabytes of them took minutes."""
    data = written(noise((64, 64)), "JPEG", progressive=True)
    last = data[data.rindex(b"\xff\xda") : -2]
    assert remake(data).width == 64
    assert trouble(data[:-2] + last * 200 + data[-2:]) is FeedTrouble.IMAGE


def test_just_so_many_points_are_taken() -> None:
    made = remake(written(Image.new("L", (5_000, 5_000)), "PNG"))
    assert (made.width, made.height) == (1_600, 1_600)


def test_too_many_bytes_are_refused() -> None:
    assert trouble(b"\xff\xd8" + b"\0" * pictures.MAX_BYTES) is FeedTrouble.TOO_LARGE


NO_PICTURES: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "svg": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "html": lambda: b"<html><img src=x></html>",
    "pdf": lambda: b"%PDF-1.7\n",
    "icon": lambda: written(plain((16, 16)), "ICO"),
    "bmp": lambda: written(plain(), "BMP"),
    "tiff": lambda: written(plain(), "TIFF"),
    "eps": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
    "half a jpeg": lambda: written(noise((200, 200)), "JPEG")[:2_000],
    "half a png": lambda: written(noise((200, 200)), "PNG")[:2_000],
    "half a webp": lambda: written(noise((200, 200)), "WEBP")[:900],
    "a head alone": lambda: b"\x89PNG\r\n\x1a\n",
    "zero wide": lambda: png_that_declares(0, 10),
    "one point": lambda: written(plain((1, 1)), "GIF"),
}


@pytest.mark.parametrize("name", NO_PICTURES)
def test_what_is_no_whole_picture_of_a_known_kind_is_refused(name: str) -> None:
    assert trouble(NO_PICTURES[name]()) in (FeedTrouble.IMAGE, FeedTrouble.TOO_LARGE)


def test_of_a_file_that_is_two_things_only_the_points_are_left() -> None:
    polyglot = written(noise((40, 30)), "JPEG") + b"PK\x03\x04<script>alert(1)</script>%PDF"
    made = remake(polyglot)
    assert b"script" not in made.data
    assert b"PK\x03\x04" not in made.data


@given(st.binary(max_size=300), st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]), st.integers(0, 400))
def test_any_damage_gives_a_picture_or_a_refusal(damage: bytes, kind: str, at: int) -> None:
    body = written(plain((8, 8)), kind)
    try:
        made = remake(body[:at] + damage + body[at + len(damage) :])
    except FeedError:
        return
    assert facts_of(made.data) == (made.media_type, made.width, made.height)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        with_words("PNG"),
        with_words("JPEG"),
        written(plain(), "PNG") + b"<script>",
        written(plain(), "JPEG") + b"PK\x03\x04",
        written(plain(), "PNG")[:-1],
        b"\x89PNG\r\n\x1a\n" + b"\xff" * 40,
        b"\xff\xd8\xff\xd9",
        written(plain(), "JPEG").replace(b"JFIF\0", b"Exif\0"),
    ],
    ids=[
        "empty",
        "gif",
        "png words",
        "jpeg words",
        "png tail",
        "jpeg tail",
        "png cut",
        "png junk",
        "jpeg bare",
        "exif",
    ],
)
def test_what_we_would_not_write_is_not_believed(data: bytes) -> None:
    assert facts_of(data) is None
