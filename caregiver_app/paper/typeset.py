"""Typesets one sheet with a template of ours. What people typed travels as data and can never become markup.

Templates and style are read from `resources/print`; the typesetter sees an empty folder and no network, so that no
template can read a file or fetch a package. The PDF is tagged (PDF/UA-1) and the same bytes each time: it says neither
who made it, nor with what, where or when.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.model.sheets.paper import PaperSize, PrintSize
from caregiver_app.paper.fonts import FAMILIES, fonts
from caregiver_app.support.resources import resource

if TYPE_CHECKING:
    import typst

_STYLE = "style"
# Blanks in its place: whatever stands at a place named by the file's own table stays there.
_PROGRAM = re.compile(
    rb"(?<=/Creator\()Typst [0-9.]+(?=\))|(?<=<xmp:CreatorTool>)Typst [0-9.]+(?=<)|(?<=x:xmptk=\")xmp-writer(?=\")"
)
_REFUSED = "PDF/UA-1 error"  # how the typesetter says these three; tests hold it
_NO_SIGN = "could not be displayed with font"
_NO_PICTURE = "failed to process image"
_LANGUAGE, _COUNTRY = re.compile("[a-z]{2,3}"), re.compile("[a-z]{2}")  # ISO 639 and 3166-1
POINTS = {PrintSize.NORMAL: 12, PrintSize.LARGE: 18, PrintSize.EXTRA_LARGE: 24}
_LONE = re.compile("[\ud800-\udfff]")  # halves of a sign, which JSON can carry and no text has

Data = Mapping[str, object]
"""What a template shows: text, numbers, lists and mappings, as JSON carries them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """On which paper, how large, in which language (BCP 47, e.g. "en-GB"), and whether it reads from right to left."""

    paper: PaperSize = PaperSize.A4
    size: PrintSize = PrintSize.LARGE
    language: str = "en"
    right_to_left: bool = False


class TypesetSheet:
    """A sheet to be had as PDF and as pictures of its pages; some 50 ms each, so not for the window's thread."""

    def __init__(self, template: str | tuple[str, ...], title: str, data: Data, layout: Layout) -> None:
        """`template` names a file of `resources/print`, or several that are read one after the other."""
        names = (_STYLE, template) if isinstance(template, str) else (_STYLE, *template)
        self._source = b"\n".join(resource("resources", "print", f"{name}.typ").read_bytes() for name in names)
        told = json.dumps({**_frame(title, layout), "data": dict(data)}, ensure_ascii=False, allow_nan=False)
        self._inputs = {"sheet": _LONE.sub("\ufffd", told)}

    def pdf(self) -> bytes:
        """Return the PDF, tagged and without any trace of its making.

        Signs that no font here has become boxes. PDF/UA-1 forbids those, so that such a sheet does not claim to keep
        to it; it is tagged all the same. Where a picture turns out to be broken, boxes stand in for all of them.
        """
        made = self._strict_pdf()[0] or self._made_pdf(strict=False)
        return _PROGRAM.sub(lambda name: b" " * len(name[0]), made)

    def lacks_signs(self) -> bool:
        """Tell whether something on the sheet is a box, as no font here has its sign."""
        return _NO_SIGN in self._strict_pdf()[1]

    def pages(self, *, dots_per_inch: float) -> tuple[bytes, ...]:
        """Return a PNG of each page."""
        with tempfile.TemporaryDirectory(prefix="caregiver-paper-") as nothing:
            made = self._compiler(nothing).compile(format="png", ppi=dots_per_inch)
        return tuple(made) if isinstance(made, list) else (_one(made),)

    def drawing(self) -> bytes:
        """Return a sheet of one page as SVG, its words drawn: it needs no font and fetches nothing."""
        with tempfile.TemporaryDirectory(prefix="caregiver-paper-") as nothing:
            made = self._compiler(nothing).compile(format="svg")
        return _one(made)

    def _strict_pdf(self) -> tuple[bytes | None, str]:
        """Return the PDF by the standard, or why the typesetter does not let it claim that."""
        import typst

        try:
            return self._made_pdf(strict=True), ""
        except typst.TypstError as error:
            if _REFUSED not in str(error):
                raise
            return None, str(error)

    def _made_pdf(self, *, strict: bool) -> bytes:
        with tempfile.TemporaryDirectory(prefix="caregiver-paper-") as nothing:
            return self._pdf_in(nothing, strict=strict)

    def _pdf_in(self, empty_folder: str, *, strict: bool) -> bytes:
        import typst

        standards: list[typst.PDFStandard] = ["ua-1"] if strict else []
        try:
            made = self._compiler(empty_folder).compile(format="pdf", pdf_standards=standards, timestamp=0)
        except typst.TypstError as error:
            if _NO_PICTURE not in str(error) or "pictures" in self._inputs:
                raise
            self._inputs["pictures"] = "boxes"
            return self._pdf_in(empty_folder, strict=strict)
        return _one(made)

    def _compiler(self, empty_folder: str) -> typst.Compiler:
        import typst

        return typst.Compiler(
            input=self._source,
            root=empty_folder,
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs=self._inputs,
            package_path=empty_folder,
            package_cache_path=empty_folder,
        )


def _frame(title: str, layout: Layout) -> dict[str, object]:
    language, _, region = layout.language.replace("_", "-").lower().partition("-")
    return {
        "title": title,
        "paper": layout.paper.value,
        "points": POINTS[layout.size],
        "language": language if _LANGUAGE.fullmatch(language) else "en",
        "region": region if _COUNTRY.fullmatch(region) else None,
        "direction": "rtl" if layout.right_to_left else "ltr",
        "fonts": FAMILIES,
    }


def _one(made: object) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("the typesetter made several files of one")
    return made
