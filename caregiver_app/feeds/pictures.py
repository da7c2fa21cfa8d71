"""Makes a picture anew from its points alone: small enough for a page, without what cameras and programs wrote into it.

Runs in a worker. JPEG, PNG, WebP and the first frame of a GIF are taken; how many points there are is known before any
is decoded. Nothing that is drawn by instructions (SVG) is a picture here.
"""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING

from caregiver_app.model.errors import FeedError, FeedTrouble
from caregiver_app.model.offline import Picture

if TYPE_CHECKING:
    from PIL.Image import Image as Opened

MAX_BYTES = 5_000_000
"""Of a picture as it is sent, and as it is kept."""
MAX_POINTS = 25_000_000
MAX_WIDTH = 1_600
MAX_HEIGHT = 6_400
MIN_SIDE = 2  # what is smaller shows nothing: it counts readers

MAX_SCANS = 100
"""Passes over the points of one JPEG; each costs as much as all of it, and programs write a dozen."""

_KINDS = ("JPEG", "PNG", "WEBP", "GIF")
_DRAWN_COLOURS = 4_096  # a drawing or a chart has no more, and keeps its edges as PNG
_QUALITY = 85
_JPEG, _SCAN = b"\xff\xd8", b"\xff\xda"  # T.81, section B.1.1.3: the second can be nothing else among the points
_WHITE = (255, 255, 255)


def remake(body: bytes) -> Picture:
    """Return the picture in `body`, first frame only, turned upright, at most 1600 points wide.

    Raises:
        FeedError: IMAGE: it is none that is taken; TOO_LARGE: it has too many bytes or points.
    """
    from PIL import Image, WebPImagePlugin  # the plug-in by name: else every reader of odd formats is loaded

    if len(body) > MAX_BYTES:
        raise FeedError(FeedTrouble.TOO_LARGE, f"{len(body)} bytes")
    if body.startswith(_JPEG) and body.count(_SCAN) > MAX_SCANS:
        raise FeedError(FeedTrouble.IMAGE, "scans")
    Image.MAX_IMAGE_PIXELS = None  # our own bound comes first, and is an error where Pillow would warn
    assert WebPImagePlugin.SUPPORTED is not None
    try:
        with Image.open(io.BytesIO(body), formats=_KINDS) as opened:
            return _remade(opened)
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, TypeError, struct.error) as error:
        raise FeedError(FeedTrouble.IMAGE, type(error).__name__) from error
    except MemoryError as error:
        raise FeedError(FeedTrouble.TOO_LARGE, "memory") from error


def _remade(opened: Opened) -> Picture:
    from PIL import ImageOps

    if opened.width * opened.height > MAX_POINTS:
        raise FeedError(FeedTrouble.TOO_LARGE, f"{opened.width} x {opened.height}")
    if min(opened.size) < MIN_SIDE:
        raise FeedError(FeedTrouble.IMAGE, f"{opened.width} x {opened.height}")
    drawn = opened.format in ("PNG", "GIF")
    opened.draft("RGB", (MAX_WIDTH, MAX_HEIGHT))  # a large JPEG is decoded at a half or a quarter
    upright = ImageOps.exif_transpose(opened)
    picture = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    picture.thumbnail((MAX_WIDTH, MAX_HEIGHT))
    picture.info.clear()
    return _written(picture, drawn=drawn)


def _written(picture: Opened, *, drawn: bool) -> Picture:
    see_through = picture.mode == "RGBA" and picture.getchannel("A").getextrema() != (255, 255)
    if see_through or (drawn and picture.getcolors(_DRAWN_COLOURS) is not None):
        data = _saved(picture if see_through else picture.convert("RGB"), "PNG", optimize=True)
        if len(data) <= MAX_BYTES:
            return Picture(data=data, media_type="image/png", width=picture.width, height=picture.height)
    data = _saved(_on_white(picture), "JPEG", quality=_QUALITY, optimize=True)
    if len(data) > MAX_BYTES:
        raise FeedError(FeedTrouble.TOO_LARGE, f"{len(data)} bytes")
    return Picture(data=data, media_type="image/jpeg", width=picture.width, height=picture.height)


def _on_white(picture: Opened) -> Opened:
    from PIL import Image

    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGB", picture.size, _WHITE)
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _saved(picture: Opened, kind: str, **options: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
