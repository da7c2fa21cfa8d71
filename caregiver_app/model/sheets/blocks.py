"""What stands on a sheet, block by block. Every text is plain text: whatever it says, it can never become markup."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from caregiver_app.model.time import Millis


class Known(StrEnum):
    """What is known of something that is asked for. "None known" is an answer; "not asked" is not."""

    FILLED = "filled"
    NONE_KNOWN = "none-known"
    NOT_ASKED = "not-asked"


class Mark(StrEnum):
    """What stands before an item."""

    NONE = "none"
    DOT = "dot"
    NUMBER = "number"
    BOX = "box"  # to tick with a pen


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of text that looks the same throughout. `link` is an address that leads on screens, "" for none."""

    text: str = field(repr=False)
    strong: bool = False
    emphasis: bool = False
    link: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """`level` 0 is running text, 3 and 4 are headings within a part; `small` is for what explains."""

    runs: tuple[Run, ...]
    level: int = 0
    small: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Running text."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What something is called, and its value, which may have several lines.

    With a `tick` people choose whether the row is printed; `on` is how that stands at first. `blank_lines` lines to
    write on stand under a row that was not asked.
    """

    label: str = field(repr=False)
    value: str = field(default="", repr=False)
    known: Known = Known.FILLED
    strong: bool = False
    tick: str = ""
    on: bool = True
    blank_lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Names and values beneath each other."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line of a list, with smaller `lines` beneath it and so many lines to write on."""

    text: str = field(repr=False)
    lines: tuple[str, ...] = field(default=(), repr=False)
    blank_lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list."""

    items: tuple[Item, ...]
    mark: Mark = Mark.DOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something with a name: a medicine, a person to call, a page. `big` is what must be seen first, e.g. a number;
    `lead` is as large as running text, `lines` are smaller.

    `link` stands in full, with a QR code beside it where `code` says so.
    """

    title: str = field(repr=False)
    big: str = field(default="", repr=False)
    lead: str = field(default="", repr=False)
    lines: tuple[str, ...] = field(default=(), repr=False)
    link: str = field(default="", repr=False)
    code: bool = False
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """Entries beneath each other, none broken over two pages unless it is longer than one."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its heading, and how wide it is beside the others."""

    heading: str = field(repr=False)
    share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells, as many in each as there are columns; `blank_rows` more to write on. `tall` rows take handwriting.

    `name` says what it is to those who cannot see it. With `row_mm` tall rows are at least so many millimetres high.
    """

    name: str = field(repr=False)
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    blank_rows: int = 0
    tall: bool = False
    row_mm: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankLines:
    """Lines to write on."""

    count: int
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSeries:
    """One line of a chart: its name, and its points by time."""

    name: str = field(repr=False)
    points: tuple[tuple[Millis, float], ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Measured values over time. `says` is what it shows in words; days are those of `zone` (an IANA name)."""

    name: str = field(repr=False)
    unit: str = field(repr=False)
    series: tuple[ChartSeries, ...]
    says: str = field(repr=False)
    zone: str = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Words in a frame: what nobody may overlook."""

    text: str = field(repr=False)
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as PNG or JPEG. None: it is not in the library, and a box with its words stands in its place."""

    data: bytes | None = field(repr=False)
    says: str = field(repr=False)


Block = Words | Rows | Items | Entries | Table | BlankLines | Chart | Notice | Picture
