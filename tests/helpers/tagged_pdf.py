"""Reads a PDF the way a screen reader does: along its tags, not along the page. Of files of our own making."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, PdfObject, StreamObject

_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
_BLOCKS = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)


@dataclass(slots=True)
class Tagged:
    """An element: its tag, what it says instead of a picture, and text and elements within, in order."""

    tag: str
    alt: str = ""
    inside: list[Tagged | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text within, in order."""
        return "".join(each if isinstance(each, str) else each.text for each in self.inside)

    def walk(self) -> Iterator[Tagged]:
        """Yield this element and all within, in the order in which they are read."""
        yield self
        for each in self.inside:
            if isinstance(each, Tagged):
                yield from each.walk()


def tagged(reader: PdfReader) -> Tagged:
    """Return the tree of tags; fails where a page shows text that is neither in it nor marked as an artifact."""
    texts = {}
    for number, page in enumerate(reader.pages):
        for mark, text in _marked_texts(page).items():
            texts[number, mark] = text
    numbers = {
        page.indirect_reference.idnum: number for number, page in enumerate(reader.pages) if page.indirect_reference
    }
    tree = _at(reader.root_object["/StructTreeRoot"])
    root = Tagged(tag="root", inside=list(_kids(tree, numbers, None, texts)))
    left = {place: text for place, text in texts.items() if text.strip()}
    assert not left, left
    return root


def _kids(
    element: DictionaryObject, numbers: dict[int, int], page: int | None, texts: dict[tuple[int, int], str]
) -> Iterator[Tagged | str]:
    said = element.get("/Pg")
    here = page if said is None else numbers[element.raw_get("/Pg").idnum]
    kids = element.get("/K", ArrayObject())
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        found = kid.get_object()
        if isinstance(found, int):
            assert here is not None
            yield texts.pop((here, found), "")
        elif isinstance(found, DictionaryObject) and found.get("/Type") == "/MCR":
            number = numbers[found.raw_get("/Pg").idnum] if "/Pg" in found else here
            assert number is not None
            yield texts.pop((number, _whole(found["/MCID"])), "")
        elif isinstance(found, DictionaryObject) and "/S" in found:
            inside = list(_kids(found, numbers, here, texts))
            yield Tagged(tag=str(found["/S"]).lstrip("/"), alt=str(found.get("/Alt", "")), inside=inside)


def _marked_texts(page: DictionaryObject) -> dict[int, str]:
    """Return the text of each marked piece of a page; what stands at its edges and lines are artifacts."""
    fonts = _at(_at(page["/Resources"]).get("/Font", DictionaryObject()))
    maps = {name: _signs(_at(font)) for name, font in fonts.items()}
    texts: dict[int, str] = {}
    marks: list[int | None] = []
    spoken: list[int] = []
    signs: dict[int, str] = {}
    for operands, operator in ContentStream(page["/Contents"], None).operations:
        if operator in (b"BDC", b"BMC"):
            properties = _at(operands[1]) if len(operands) > 1 else DictionaryObject()
            outer = marks[-1] if marks else None
            marks.append(_whole(properties["/MCID"]) if "/MCID" in properties else outer)
            artifact = str(operands[0]) == "/Artifact"
            assert artifact or len(marks) > 1 or marks[-1] is not None
            marks[-1] = None if artifact else marks[-1]
            if "/ActualText" in properties and marks[-1] is not None:
                texts[marks[-1]] = texts.get(marks[-1], "") + str(properties["/ActualText"])
                spoken.append(len(marks))
        elif operator == b"EMC":
            spoken = [depth for depth in spoken if depth != len(marks)]
            marks.pop()
        elif operator == b"Tf":
            signs = maps[str(operands[0])]
        elif operator in (b"Tj", b"TJ"):
            assert marks, "text outside all marks"
            shown = operands[0] if operator == b"TJ" else [operands[0]]
            text = "".join(_text(each, signs) for each in shown if not isinstance(each, (int, float)))
            if marks[-1] is not None and not spoken:
                texts[marks[-1]] = texts.get(marks[-1], "") + text
    return texts


def _text(shown: PdfObject, signs: dict[int, str]) -> str:
    data = getattr(shown, "original_bytes", b"")
    return "".join(signs.get(int.from_bytes(data[at : at + 2], "big"), "\ufffd") for at in range(0, len(data), 2))


def _signs(font: DictionaryObject) -> dict[int, str]:
    """Return what each sign of a font stands for (ISO 32000-1 section 9.10.3)."""
    stream = font["/ToUnicode"].get_object()
    assert isinstance(stream, StreamObject)
    signs: dict[int, str] = {}
    for kind, block in _BLOCKS.findall(stream.get_data()):
        numbers = _HEX.findall(block)
        if kind == b"bfchar":
            signs |= {int(sign, 16): _utf_16(to) for sign, to in zip(numbers[::2], numbers[1::2], strict=True)}
        for first, last, to in (
            zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True) if kind == b"bfrange" else ()
        ):
            start = _utf_16(to)
            for step in range(int(last, 16) - int(first, 16) + 1):
                signs[int(first, 16) + step] = start[:-1] + chr(ord(start[-1]) + step)
    return signs


def _utf_16(number: bytes) -> str:
    return bytes.fromhex(number.decode()).decode("utf-16-be")


def _whole(number: PdfObject) -> int:
    assert isinstance(number, int)
    return int(number)


def _at(found: PdfObject) -> DictionaryObject:
    value = found.get_object()
    assert isinstance(value, DictionaryObject)
    return value
