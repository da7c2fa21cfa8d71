"""Sheets of invented people that are as long as one likes, and one that is read from the right."""

from __future__ import annotations

from caregiver_app.model.sheets.blocks import Column, Entries, Entry, Item, Items, Mark, Row, Rows, Table
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import HeadLine, Sheet, SheetPart
from tests.helpers.example_sheets import private, words


def medicines(count: int) -> Sheet:
    """Return a list of so many medicines."""
    columns = ("Medicine", "Dose", "When", "What for", "Since")
    rows = tuple(
        (f"Levothyroxine {place}", "25 micrograms", "8:00 and 20:00", "Underactive thyroid", "March 2024")
        for place in range(count)
    )
    table = Table(name="Medicines", columns=tuple(Column(heading=name) for name in columns), rows=rows)
    return private(SheetKind.MEDICINES, "Medicines", SheetPart(heading="Now", blocks=(table,)))


def journal(days: int) -> Sheet:
    """Return a journal, about three days on a page of large print."""
    text = "She slept well until four, then walked about the house. We had tea, and she was calm afterwards. " * 4
    return private(
        SheetKind.JOURNAL,
        "Journal",
        *(SheetPart(heading=f"{day % 28 + 1} November 2026", blocks=(words(text),)) for day in range(days)),
    )


def arabic() -> Sheet:
    """Return a sheet that is read from the right."""
    rows = (
        Row(label="الاسم", value="فاطمة حسن"),
        Row(label="الهاتف", value="07700 900123"),
        Row(label="الحساسية", value="البنسلين", strong=True),
    )
    entry = Entry(title="ابنتها", big="+44 7700 900123", link="https://example.org/a", code=True, mark=Mark.NUMBER)
    items = Items(items=(Item(text="حبة واحدة في الساعة 8:00"), Item(text="بعد الأكل", blank_lines=1)), mark=Mark.BOX)
    table = Table(name="جدول", columns=(Column(heading="اليوم"), Column(heading="ملاحظة", share=3)), blank_rows=2)
    return Sheet(
        kind=SheetKind.EMERGENCY,
        title="ورقة الطوارئ",
        language="ar",
        printed_on="طُبع في 26 نوفمبر 2026",
        private=True,
        heads=(HeadLine(code="name", label="الاسم", text="فاطمة حسن"),),
        parts=(
            SheetPart(heading="من هي", blocks=(Rows(rows=rows),)),
            SheetPart(heading="اتصل", blocks=(Entries(entries=(entry,)), items, table)),
        ),
    )
