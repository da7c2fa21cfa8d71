"""A sheet read as text says all that stands on paper, in its order, and nothing that was taken off."""

from __future__ import annotations

from caregiver_app.model.sheets.blocks import (
    BlankLines,
    Chart,
    ChartSeries,
    Column,
    Entries,
    Entry,
    Item,
    Items,
    Known,
    Mark,
    Notice,
    Paragraph,
    Picture,
    Row,
    Rows,
    Run,
    Table,
    Words,
)
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import HeadLine, Sheet, SheetPart, chosen
from caregiver_app.model.time import Millis
from caregiver_app.paper.as_text import as_text

SHEET = Sheet(
    kind=SheetKind.VISIT,
    title="Visit",
    language="en-GB",
    printed_on="Printed on 26 November 2026",
    private=True,
    heads=(HeadLine(code="birth", label="Birth date", text="Margaret, born 1941"),),
    below_title=("Memory clinic",),
    foot=("Filled in by Anna",),
    closing=("Not a prescription.",),
    parts=(
        SheetPart(
            heading="Facts",
            code="facts",
            blocks=(
                Rows(
                    rows=(
                        Row(label="Allergies", value="Penicillin"),
                        Row(label="Devices", known=Known.NONE_KNOWN),
                        Row(label="Hearing", known=Known.NOT_ASKED),
                    )
                ),
                Words(paragraphs=(Paragraph(runs=(Run(text="She likes "), Run(text="tea", strong=True))),)),
            ),
        ),
        SheetPart(
            heading="Questions",
            blocks=(
                Items(items=(Item(text="Why?", blank_lines=2), Item(text="When?", lines=("soon",))), mark=Mark.BOX),
                Items(items=(Item(text="First"),), mark=Mark.NUMBER),
                Entries(
                    entries=(Entry(title="Nurse", big="0113 496 0111", lines=("Days",), link="https://a.example"),)
                ),
                Table(
                    name="Log",
                    columns=(Column(heading="Day"), Column(heading="Mood")),
                    rows=(("Mon", ""), ("Tue", "Good")),
                ),
                Table(name="Eaten", columns=(Column(heading="Day"), Column(heading="What")), rows=(("Mon", "Soup"),)),
                Table(name="Grid", columns=(Column(heading="Day"),), blank_rows=7),
                BlankLines(count=1, label="Decided"),
                Chart(
                    name="Weight",
                    unit="kg",
                    series=(ChartSeries(name="Weight", points=((Millis(0), 60.0),)),),
                    says="60 kg on 1 January",
                ),
                Notice(title="Look", text="Call first."),
                Picture(data=None, says="a cup"),
            ),
        ),
    ),
)

SAID = """\
Private
Margaret, born 1941
Visit
Memory clinic

Facts
Allergies: Penicillin
Devices: None known
Hearing: Not asked

She likes tea

Questions
[ ] Why?
2 lines to write on
[ ] When?
soon

1. First

Nurse
0113 496 0111
Days
https://a.example

Log
Day; Mood
Mon
Tue; Mood: Good

Eaten
Day: Mon; What: Soup

Grid
Day
7 empty rows to write on

Decided: 1 line to write on

Weight
60 kg on 1 January

Look
Call first.

Picture: a cup

Not a prescription.

Filled in by Anna
Printed on 26 November 2026"""


def test_all_that_stands_on_paper_is_read_in_order() -> None:
    """Every kind of block has its words."""
    assert as_text([SHEET]) == SAID


def test_what_is_taken_off_is_not_read_and_sheets_follow_each_other() -> None:
    """Both sheets are there, without the birth date and the facts."""
    said = as_text([SHEET, chosen(SHEET, {"birth": False, "facts": False})])
    first, second = said.split("\n\n\n")
    assert first == SAID
    assert "Margaret" not in second
    assert "Allergies" not in second
    assert second.startswith("Private\nVisit")


def test_signs_that_nobody_sees_are_left_out() -> None:
    """What turns the direction of the words that follow shows nothing."""
    hostile = Sheet(
        kind=SheetKind.GUIDE,
        title="a\u202eb\x00c",
        language="en-GB",
        printed_on="",
        parts=(SheetPart(heading="", blocks=(Words(paragraphs=(Paragraph(runs=(Run(text="<b>\r\nx"),)),)),)),),
    )
    assert as_text([hostile]) == "abc\n\n<b>\nx"
