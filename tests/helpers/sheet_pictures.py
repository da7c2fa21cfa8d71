"""Small pictures of all sheets on all papers and in all sizes, kept to compare with: what moved is seen at once.

`python -m tests.pictures.make_sheet_pictures` makes them anew; look at them before they are kept.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

from PIL import Image, ImageChops

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.paper import PaperSize, PrintSize
from caregiver_app.model.sheets.secrets import KeySheet, RecoverySheet
from caregiver_app.model.sheets.sheet import Sheet, SheetForm
from caregiver_app.model.time import Millis
from caregiver_app.paper.key_sheet import key_sheet
from caregiver_app.paper.recovery import recovery_sheet
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from demomaking.printing import Household
from demomaking.samples import ENGLISH, MUM, samples

KEPT = Path(__file__).parents[1] / "data" / "sheets"
LAYOUTS: Mapping[str, Layout] = {
    f"{paper.value}-{size.value}": Layout(paper=paper, size=size) for paper, size in product(PaperSize, PrintSize)
}
MOST_DIFFERENT = 60
"""Of 255, the mean of four by four points: edges of letters may differ, a word that moved is more."""

_DOTS_PER_INCH = 18
_ABREAST = 12
_PARTS = 3  # of a sheet: its kinds of blocks are in these, and long ones need no picture of each page
_GREYS = 16
_MADE_AT = Millis(1_795_650_000_000)


def sheets_of(family: Household) -> list[Sheet]:
    """Return one sheet of each kind and form of an invented family, those of many pages cut after their first parts."""
    found: dict[tuple[SheetKind, SheetForm], Sheet] = {}
    for sample in samples():
        if len(sample.kinds) == 1 and (sample.language, sample.person) == (ENGLISH, MUM):
            (sheet,) = family.sheets(sample)
            short = replace(sheet, parts=sheet.parts[:_PARTS]) if sheet.form is SheetForm.PAGES else sheet
            found.setdefault((sheet.kind, sheet.form), short)
    return list(found.values())


def picture_of(sheets: Sequence[Sheet], layout: Layout) -> Image.Image:
    """Return all pages beside each other, those with a key last."""
    pages = [*typeset(sheets, layout).pages(dots_per_inch=_DOTS_PER_INCH), *_secret_pages(layout)]
    pictures = [Image.open(io.BytesIO(page)).convert("L") for page in pages]
    side = max(max(picture.size) for picture in pictures)
    whole = Image.new("L", (side * _ABREAST, side * -(-len(pictures) // _ABREAST)), 128)
    for place, picture in enumerate(pictures):
        whole.paste(picture, (place % _ABREAST * side, place // _ABREAST * side))
    return whole


def keep(name: str, picture: Image.Image) -> None:
    """Keep the picture of a layout to compare with, in few greys."""
    KEPT.mkdir(parents=True, exist_ok=True)
    step = 255 // (_GREYS - 1)
    few = picture.point([(grey + step // 2) // step * step for grey in range(256)])
    few.quantize(_GREYS).save(KEPT / f"{name}.png", optimize=True)


def kept_picture(name: str) -> Image.Image:
    """Return the picture that is kept of a layout."""
    return Image.open(KEPT / f"{name}.png").convert("L")


def differing(made: Image.Image, kept: Image.Image) -> list[str]:
    """Return in words which pages are not as they were."""
    if made.size != kept.size:
        return ["there are more or fewer pages"]
    differences = ImageChops.difference(made, kept)
    found = []
    for place, box in enumerate(_boxes(made.size)):
        most = max(differences.crop(box).reduce(4).tobytes())
        if most > MOST_DIFFERENT:
            found.append(f"page {place + 1} by {most}")
    return found


def _boxes(size: tuple[int, int]) -> Iterator[tuple[int, int, int, int]]:
    side = size[0] // _ABREAST
    for top, left in product(range(0, size[1], side), range(0, size[0], side)):
        yield (left, top, left + side, top + side)


def _secret_pages(layout: Layout) -> tuple[bytes, ...]:
    groups = tuple(f"K{place:02}QX" for place in range(1, 15))
    recovery = RecoverySheet(number="VSZJ43", groups=groups, made_at=_MADE_AT)
    key = KeySheet(channel="northfield-nurses", key="targets 1", role="packs", groups=groups[:8], made_at=_MADE_AT)
    made = (recovery_sheet(recovery, layout), key_sheet(key, layout))
    return tuple(page for sheet in made for page in sheet.pages(dots_per_inch=_DOTS_PER_INCH))
