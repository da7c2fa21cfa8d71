"""Fields of the forms as rows: filled, none known or not asked, each printed as such and never one as another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from caregiver_app.model.sheets.blocks import Known, Row, Rows
from caregiver_app.model.sheets.sheet import NAME, SheetPart
from caregiver_app.support.i18n import pgettext
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.vault.forms.fields import FIELDS, SENSITIVE, FieldKind
from caregiver_app.vault.forms.shown import field_labels
from caregiver_app.vault.sheets.ground import Ground, written_day

_TO_WRITE = {FieldKind.TEXT: 2, FieldKind.LIST: 2}
"""Lines to fill in by hand under what was not asked; all other fields have one."""

_NAMES = frozenset({"full-name", "known-as"})
"""They go with the name at the top of the pages, where somebody leaves that out."""


def fact_row(
    ground: Ground, name: str, *, label: str = "", tick: str = "", strong: bool = False, most_lines: int = 2
) -> Row:
    """Return a field as a row, called as on its form unless there is a `label`.

    With a `tick`, or where it is sensitive, people choose it; what is sensitive is off at first. Where nobody was asked
    there are lines to write on, at most so many, unless caring has ended.
    """
    known, sensitive = Known(ground.fact(name).state.value), name in SENSITIVE
    lines = min(_TO_WRITE.get(FIELDS[name], 1), most_lines) if known is Known.NOT_ASKED and ground.asks else 0
    return Row(
        label=label or field_labels()[name],
        value=fact_words(ground, name),
        known=known,
        strong=strong,
        tick=tick or (NAME if name in _NAMES else name if sensitive else ""),
        on=not sensitive,
        blank_lines=lines,
    )


def fact_rows(
    ground: Ground,
    names: Iterable[str],
    *,
    strong: Iterable[str] = (),
    ticked: Iterable[str] = (),
    labels: Mapping[str, str] | None = None,
    most_lines: int = 2,
) -> Rows:
    """Return fields as rows in their order; those in `strong` stand out, those in `ticked` may be left out by name.

    `labels` are shorter names than those on the form. A keepsake leaves out what nobody was asked.
    """
    loud, free = frozenset(strong), frozenset(ticked)
    shown = (name for name in names if not (ground.is_keepsake and name not in ground.facts))
    return Rows(
        rows=tuple(
            fact_row(
                ground,
                name,
                label=(labels or {}).get(name, ""),
                tick=name if name in free else "",
                strong=name in loud,
                most_lines=most_lines,
            )
            for name in shown
        )
    )


def fact_part(
    ground: Ground, code: str, heading: str, names: Iterable[str], *, strong: Iterable[str] = ()
) -> SheetPart:
    """Return fields as a part that may be left out by its code."""
    rows = fact_rows(ground, names, strong=strong)
    return SheetPart(heading=heading, code=code, blocks=(rows,) if rows.rows else ())


def fact_words(ground: Ground, name: str) -> str:
    """Return what stands in a field, in the language in force: days, yes and no in words, lists line by line."""
    value = ground.said(name)
    if name == "address":
        return ", ".join(line.rstrip(", ") for line in ground.fact(name).items)  # one that is broken takes much room
    match FIELDS[name]:
        case FieldKind.DATE:
            day = written_day(value)
            return day_words(day) if day else ""
        case FieldKind.YES_NO:
            return {"yes": pgettext("answer", "Yes"), "no": pgettext("answer", "No")}.get(value, "")
        case FieldKind.LIST:
            return "\n".join(ground.fact(name).items)
        case _:
            return value
