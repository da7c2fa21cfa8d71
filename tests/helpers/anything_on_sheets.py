"""Sheets that hold whatever one wants to try: one text in each of their places, or blocks by themselves."""

from __future__ import annotations

import io

from pypdf import PdfReader

from caregiver_app.model.sheets.blocks import (
    BlankLines,
    Block,
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
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from tests.helpers import example_sheets


def sheet_of(*blocks: Block, form: SheetForm = SheetForm.PAGES) -> Sheet:
    part = SheetPart(heading="", blocks=blocks)
    return example_sheets.public(SheetKind.GUIDE, "A sheet", part, form=form)


def everywhere(text: str, form: SheetForm = SheetForm.PAGES) -> Sheet:
    """Return a sheet with a text in each of its places."""
    column = Column(heading=text)
    blocks: tuple[Block, ...] = (
        Words(
            paragraphs=(
                Paragraph(runs=(Run(text=text, strong=True), Run(text=text, emphasis=True, link=text))),
                Paragraph(runs=(Run(text=text),), level=3),
                Paragraph(runs=(Run(text=text, link="https://example.org/" + text),), small=True),
            )
        ),
        Rows(rows=(Row(label=text, value=text, strong=True), Row(label=text, known=Known.NOT_ASKED, blank_lines=1))),
        Items(items=(Item(text=text, lines=(text, text)),), mark=Mark.NUMBER),
        Entries(entries=(Entry(title=text, big=text, lead=text, lines=(text,), link=text, code=True, mark=Mark.BOX),)),
        Table(name=text, columns=(column, column), rows=((text, text), (text,))),
        BlankLines(count=1, label=text),
        Chart(
            name="of " + text,
            unit=text,
            says=text,
            zone=text,
            series=(ChartSeries(name=text, points=((Millis(0), 1.0),)),),
        ),
        Notice(title=text, text=text),
        Picture(data=None, says=text),
    )
    return Sheet(
        kind=SheetKind.GUIDE,
        title=text,
        language="en",
        printed_on=text,
        parts=(SheetPart(heading=text, blocks=blocks, own_page=True),),
        private=True,
        heads=(HeadLine(code="a", label=text, text=text),),
        below_title=(text,),
        foot=(text,),
        closing=(text,),
        form=form,
    )


def pdf_of(sheet: Sheet, layout: Layout | None = None) -> PdfReader:
    return PdfReader(io.BytesIO(typeset([sheet], layout or Layout()).pdf()))
