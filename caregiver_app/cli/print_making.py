"""From what was asked for to the PDF: how it looks, what is put on it and left out, and the bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caregiver_app.cli.print_asked import STANDARD, PrintAsked, PrintLook
from caregiver_app.model.errors import CaregiverError, PrintError, PrintTrouble
from caregiver_app.model.sheets.paper import PrintSize
from caregiver_app.model.sheets.sheet import Sheet, chosen, ticks_of
from caregiver_app.support.regional import paper_here
from caregiver_app.support.sentences.sheet_names import title_of_set

if TYPE_CHECKING:
    from caregiver_app.cli.session import Session
    from caregiver_app.paper.typeset import Layout, TypesetSheet

Said = Mapping[str, bool]
"""What is put on a sheet (True) or left out, by the codes of its parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePdf:
    """A file before it is written; `boxes` says that no font has some of its signs."""

    data: bytes = field(repr=False)
    layout: Layout
    boxes: bool


def said_of(asked: PrintAsked, sheet: Sheet, kept: Said) -> Said:
    """Return what is put on one of the sheets or left out, over what was `kept` from the last time."""
    codes = {tick.code for tick in ticks_of(sheet)}
    now = {_own(code, sheet): True for code in asked.put_on} | {_own(code, sheet): False for code in asked.left_out}
    return {code: on for code, on in {**kept, **now}.items() if code in codes}


def check_parts(asked: PrintAsked, sheets: Sequence[Sheet]) -> None:
    """Let pass what names parts that there are.

    Raises:
        PrintError: no sheet has one of them.
    """
    known = {tick.code for sheet in sheets for tick in ticks_of(sheet)}
    known |= {f"{sheet.kind}:{tick.code}" for sheet in sheets for tick in ticks_of(sheet)}
    for code in (*asked.put_on, *asked.left_out):
        if code not in known:
            raise PrintError(PrintTrouble.UNKNOWN_PART, code)


def made_pdf(session: Session, asked: PrintAsked, sheets: Sequence[tuple[Sheet, Said]], password: str) -> MadePdf:
    """Return the sheets as they were chosen, in one file."""
    from caregiver_app.paper.sheets import typeset

    layout = layout_of(session, asked.look)
    made = typeset(
        [chosen(sheet, said) for sheet, said in sheets], layout, title=title_of_set(asked.name, asked.look.language)
    )
    return pdf_of(made, layout, password)


def pdf_of(made: TypesetSheet, layout: Layout, password: str) -> MadePdf:
    """Return what is typeset as PDF, locked where there is a password."""
    return MadePdf(data=locked(made.pdf(), password), layout=layout, boxes=made.lacks_signs())


def locked(pdf: bytes, password: str) -> bytes:
    """Return a PDF locked with a password, as it is where there is none."""
    from caregiver_app.paper.locking import locked_pdf

    return locked_pdf(pdf, password) if password else pdf


def layout_of(session: Session, look: PrintLook) -> Layout:
    """Return how sheets are to look; where no paper was named, the one of the country."""
    from caregiver_app.paper.typeset import Layout

    paper = look.paper or paper_here(home_country(session))
    return Layout(paper=paper, size=look.size or PrintSize.LARGE, language=look.language)


def write_public(session: Session, asked: PrintAsked, data: bytes) -> None:
    """Write what is not private to the named file or to standard output.

    Raises:
        CommandFailed: it cannot be written.
    """
    from caregiver_app.cli.files import write_file

    if asked.file == STANDARD:
        session.console.data(data)
    else:
        write_file(asked.file, data)


def _own(code: str, sheet: Sheet) -> str:
    return code.removeprefix(f"{sheet.kind}:")


def home_country(session: Session) -> str:
    """Return where the person said they live, "" where they did not or where the library cannot be read."""
    if not session.services.paths.library.exists():
        return ""
    try:
        with session.library() as library:
            return library.topics.place()[0]
    except CaregiverError:
        return ""
