"""Sheets of invented people that hold every kind of block, in every form, for looking at how they are typeset."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image

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
from caregiver_app.model.sheets.sheet import HeadLine, Sheet, SheetForm, SheetPart
from caregiver_app.model.time import Millis

DAY_MS = 86_400_000
START = Millis(1_790_000_000_000)


def words(*texts: str, level: int = 0, small: bool = False) -> Words:
    """Return running text, a paragraph for each text."""
    return Words(paragraphs=tuple(Paragraph(runs=(Run(text=text),), level=level, small=small) for text in texts))


def private(
    kind: SheetKind,
    title: str,
    *parts: SheetPart,
    form: SheetForm = SheetForm.PAGES,
    name: str = "Margaret Ashworth",
) -> Sheet:
    """Return a sheet of the notes of an invented family."""
    return Sheet(
        kind=kind,
        title=title,
        language="en-GB",
        printed_on="Printed on 26 November 2026",
        parts=parts,
        private=True,
        heads=(
            HeadLine(code="name", label="Name", text=name),
            HeadLine(code="birth-date", label="Birth date", text="Born 3 May 1946"),
        ),
        foot=("Filled in by Anna Ashworth", "Last checked on 3 October 2026"),
        form=form,
    )


def public(kind: SheetKind, title: str, *parts: SheetPart, form: SheetForm = SheetForm.PAGES) -> Sheet:
    """Return a sheet of the library."""
    return Sheet(
        kind=kind,
        title=title,
        language="en-GB",
        printed_on="Printed on 26 November 2026",
        parts=parts,
        closing=("General information, not medical advice. Things change: check for a newer sheet.",),
        form=form,
    )


def emergency(*, contacts: int = 2, medicines: int = 5, name: str = "Margaret Ashworth") -> Sheet:
    """Return the sheet that hangs by the door."""
    calls = tuple(
        Entry(title=f"Anna Ashworth {place}, daughter", big="07700 900123", lines=("any time",), mark=Mark.NUMBER)
        for place in range(1, contacts + 1)
    )
    items = tuple(
        Item(text=f"Levothyroxine {25 * place} micrograms", lines=("1 tablet at 8:00, before breakfast",))
        for place in range(1, medicines + 1)
    )
    first = (
        Row(label="Allergies", value="Penicillin: rash and swollen lips", strong=True),
        Row(label="High-risk medicines", value="Warfarin", strong=True),
        Row(label="Devices", known=Known.NONE_KNOWN),
        Row(label="What to avoid", known=Known.NOT_ASKED, blank_lines=1),
    )
    who = (
        Row(label="Likes to be called", value="Peggy"),
        Row(label="Communication", value="Hard of hearing on the left.\nShort sentences, one question at a time."),
    )
    return private(
        SheetKind.EMERGENCY,
        "Emergency sheet",
        SheetPart(heading="Know this first", blocks=(Rows(rows=first),)),
        SheetPart(heading="Who this is", blocks=(Rows(rows=who),)),
        SheetPart(heading="Call in this order", blocks=(Entries(entries=calls),)),
        SheetPart(heading="Medicines now", blocks=(Items(items=items), words("Checked on 3 October 2026", small=True))),
        form=SheetForm.ONE_PAGE,
        name=name,
    )


def visit() -> Sheet:
    """Return the sheet for a visit, with places to write and a part that is handed over by itself."""
    questions = tuple(
        Item(text=f"Question {place}: could the new tablets make her this sleepy?", blank_lines=2)
        for place in range(1, 4)
    )
    table = Table(
        name="To chase",
        columns=(Column(heading="What", share=3), Column(heading="Who promised"), Column(heading="By when")),
        rows=(("Letter about the scan", "Dr Patel’s office", "3 December"),),
        blank_rows=3,
        tall=True,
    )
    return private(
        SheetKind.VISIT,
        "Visit sheet",
        SheetPart(heading="Most important first", blocks=(Items(items=questions[:2], mark=Mark.NUMBER),)),
        SheetPart(heading="Questions", blocks=(Items(items=questions, mark=Mark.BOX),)),
        SheetPart(heading="Decisions", blocks=(BlankLines(count=3, label="What was decided"), table)),
        SheetPart(
            heading="For the doctor only",
            blocks=(Notice(title="Please read alone", text="She gets up at night."),),
            own_page=True,
        ),
    )


def measurements(points: int = 40) -> Sheet:
    """Return charts with their table."""
    weight = ChartSeries(name="Weight", points=_points(points, 62, 7))
    upper, lower = (
        ChartSeries(name=name, points=_points(points, at, 13)) for name, at in (("Upper", 130), ("Lower", 80))
    )
    rows = tuple((f"{day} November", "8:05", "72.5 kg", "after breakfast") for day in range(1, points + 1))
    columns = (Column(heading="Day"), Column(heading="Time"), Column(heading="Value"), Column(heading="Note", share=2))
    return private(
        SheetKind.MEASUREMENTS,
        "Measurements",
        SheetPart(
            heading="Charts",
            blocks=(
                Chart(name="Weight", unit="kg", series=(weight,), says="Weight between 62 and 68 kg."),
                Chart(name="Blood pressure", unit="mmHg", series=(upper, lower), says="Two lines, 130 and 80."),
            ),
        ),
        SheetPart(heading="All values", blocks=(Table(name="Values", columns=columns, rows=rows),)),
    )


def week_grid() -> Sheet:
    """Return a grid to fill in by hand, on its side."""
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    columns = (Column(heading="", share=1.4), *(Column(heading=day) for day in days))
    rows = tuple((name, *[""] * 7) for name in ("Sleep", "Eating and drinking", "Mood", "Pain", "Medicines given"))
    return private(
        SheetKind.LOG_GRID,
        "Week at a glance",
        SheetPart(heading="", blocks=(Table(name="Week", columns=columns, rows=rows, tall=True),)),
        form=SheetForm.WIDE,
    )


def cards(count: int = 3) -> Sheet:
    """Return cards for the wallet."""
    parts = (
        SheetPart(
            heading=f"Helpline {place}",
            blocks=(Entries(entries=(Entry(title="Carers Line", big="0808 808 7777", lines=("Mon–Fri, 9–18",)),)),),
        )
        for place in range(1, count + 1)
    )
    return public(SheetKind.HELPLINES, "Helplines", *parts, form=SheetForm.CARDS)


def article() -> Sheet:
    """Return a page with headings, lists and a picture, and one that is missing."""
    text = "Understanding physiotherapists’ recommendations concerning rehabilitation takes time. " * 6
    linked = Paragraph(runs=(Run(text="Read "), Run(text="the whole page", strong=True, link="https://example.org/a")))
    return public(
        SheetKind.ARTICLE,
        "Sleeping better with dementia",
        SheetPart(
            heading="The text",
            blocks=(
                words(text),
                Words(paragraphs=(linked,)),
                words("In the evening", level=3),
                Items(items=(Item(text="Dim the lights"), Item(text="No coffee after 14:00"))),
                words("At night", level=4),
                words(text),
                Picture(data=lamp(), says="A lamp that gives little light"),
                Picture(data=None, says="A picture that is not here"),
            ),
        ),
    )


def codes(count: int = 3, *, about: str = "Dementia and sleep") -> Sheet:
    """Return a list of pages with QR codes."""
    entries = tuple(
        Entry(
            title=f"{about}, part {place}",
            lines=("NHS", "Checked by Northfield Nurses on 3 October 2026. To be checked again by 3 October 2027."),
            link=f"https://www.example.org/conditions/dementia/living-with-dementia/sleep-{place}/",
            code=True,
        )
        for place in range(1, count + 1)
    )
    return public(SheetKind.RESOURCE_LIST, "Pages that help", SheetPart(heading="", blocks=(Entries(entries=entries),)))


def all_forms() -> tuple[Sheet, ...]:
    """Return one sheet of each look."""
    return (emergency(), visit(), measurements(), week_grid(), cards(), article(), codes())


@cache
def lamp() -> bytes:
    """Return a small picture as PNG."""
    picture = Image.new("L", (64, 48), 255)
    picture.paste(0, (20, 10, 44, 38))
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def _points(count: int, lowest: int, times: int) -> tuple[tuple[Millis, float], ...]:
    return tuple((Millis(START + day * DAY_MS), lowest + (day * times) % 11 / 2) for day in range(count))
