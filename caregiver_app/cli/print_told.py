"""What `caregiver print` answers: which sheets there are, what may be chosen on one, and what was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from caregiver_app.cli.console import Console, Json
from caregiver_app.cli.paper_options import paper_word
from caregiver_app.cli.print_asked import STANDARD, PrintAsked
from caregiver_app.model.errors import CaregiverError
from caregiver_app.model.sheets.kinds import PRIVATE, PUBLIC, SECRET, SETS, SheetKind
from caregiver_app.model.sheets.sheet import Sheet, Tick, ticks_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Audience, kind_of, sentence_for
from caregiver_app.support.sentences.shares import lacks_signs_sentence
from caregiver_app.support.sentences.sheet_names import set_name, sheet_name

if TYPE_CHECKING:
    from caregiver_app.model.awareness_day import AwarenessDay
    from caregiver_app.paper.typeset import Layout

LeftOut = Mapping[SheetKind, CaregiverError]
"""Why a sheet of a set was not made."""
NOTHING_LEFT_OUT: LeftOut = MappingProxyType({})

_WIDTH = 2 + max(map(len, (*SETS, *PRIVATE, *PUBLIC, *SECRET)))


def tell_sheets(console: Console) -> None:
    """Say which sheets and sets there are."""
    groups = (("private", PRIVATE), ("public", PUBLIC), ("secret", SECRET))
    if console.as_json:
        sets: list[Json] = [_listed(each.value, set_name(each), "set", SETS[each]) for each in SETS]
        console.document([*sets, *(_listed(kind, sheet_name(kind), group) for group, all_ in groups for kind in all_)])
        return
    headings = {
        "private": _("Of your care notes, with their passphrase"),
        "public": _("Of the library, without anything private"),
        "secret": _("With a key on them: made by commands of their own"),
    }
    console.line(_("Several sheets at once"))
    for each, kinds in SETS.items():
        console.line(f"  {each.value:<{_WIDTH}}{set_name(each)}: {', '.join(kinds)}")
    for group, all_ in groups:
        console.line(headings[group])
        for kind in all_:
            console.line(f"  {kind.value:<{_WIDTH}}{sheet_name(kind)}")


def tell_days(console: Console, days: Sequence[AwarenessDay]) -> None:
    """Say of which awareness days a flyer can be made."""
    told = sorted((day for day in days if not day.fund_raising), key=lambda day: (day.name.casefold(), day.id))
    if console.as_json:
        console.document(
            [{"id": day.id, "name": day.name, "language": day.language, "country": day.country} for day in told]
        )
        return
    for day in told:
        console.paragraphs(f"{day.id}  {day.name} ({day.language}, {day.country})")
    if not told:
        console.note(_("No pack that is installed has awareness days."))


def tell_parts(console: Console, sheets: Sequence[tuple[Sheet, Mapping[str, bool]]]) -> None:
    """Say what may be put on sheets or left out, and how that stands."""
    found = [(sheet, tick, said.get(tick.code, tick.on)) for sheet, said in sheets for tick in ticks_of(sheet)]
    if console.as_json:
        console.document([_part(sheet, tick, on) for sheet, tick, on in found])
        return
    for sheet, tick, on in found:
        stands = _("on it") if on else _("left out")
        console.paragraphs(f"{sheet.kind.value}:{tick.code}  {tick.label} ({stands})")
    if not found:
        console.note(_("Nothing on this sheet can be left out."))


def tell_left_out(console: Console, left_out: LeftOut) -> None:
    """Say which sheets of a set there are not, and why."""
    for kind, error in left_out.items():
        sentence = sentence_for(error, Audience.COMMAND)
        # Translators: {name} is a sheet of a set
        console.note(_("Left out: {name}").format(name=sheet_name(kind)))
        console.note(sentence.message)
        if sentence.to_do:
            console.note(sentence.to_do)


def tell_printed(
    console: Console, asked: PrintAsked, layout: Layout, *, boxes: bool, left_out: LeftOut = NOTHING_LEFT_OUT
) -> None:
    """Say what was written, and what to know of it."""
    if boxes:
        console.note(lacks_signs_sentence())
    if asked.is_private and asked.password_file is None and asked.file != STANDARD:
        console.note(_("This file will not be locked. Keep it somewhere safe."))
    if console.as_json:
        console.document(_shape(asked, layout, boxes, left_out))
    elif asked.file != STANDARD:
        console.line(_("Written: {file}").format(file=asked.file))


def _listed(name: str, title: str, group: str, sheets: Sequence[str] = ()) -> Json:
    return {"sheet": str(name), "title": title, "group": group, "sheets": [str(each) for each in sheets]}


def _part(sheet: Sheet, tick: Tick, on: bool) -> Json:
    return {"sheet": sheet.kind.value, "part": tick.code, "label": tick.label, "on": on}


def _shape(asked: PrintAsked, layout: Layout, boxes: bool, left_out: LeftOut) -> Json:
    return {
        "sheet": asked.name,
        "sheets": [kind.value for kind in asked.kinds if kind not in left_out],
        "left_out": [{"sheet": kind.value, "kind": kind_of(error)} for kind, error in left_out.items()],
        "file": asked.file,
        "private": asked.is_private,
        "locked": asked.password_file is not None,
        "paper": paper_word(layout.paper),
        "size": layout.size.value,
        "language": layout.language,
        "boxes": boxes,
    }
