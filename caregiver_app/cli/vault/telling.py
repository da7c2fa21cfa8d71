"""How commands over care notes print what they found or kept: JSON documents, or lines for people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from caregiver_app.cli.console import Json
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.record_shapes import Shape
from caregiver_app.support.i18n import gettext as _

R = TypeVar("R")


def tell_kept(session: Session, shape: Shape) -> None:
    """Say that a record is kept, and under which number."""
    if session.console.as_json:
        session.console.document(shape)
    else:
        session.console.line(_("Kept under number {id}.").format(id=shape["id"]))


def tell_said(session: Session, shape: Shape, said: str) -> None:
    """Print a document, or say the same in words, of as many lines as they have."""
    if session.console.as_json:
        session.console.document(shape)
    else:
        session.console.paragraphs(said)


def tell_one(session: Session, shape: Shape) -> None:
    """Print one record with every field that says something."""
    if session.console.as_json:
        session.console.document(shape)
        return
    for name, value in shape.items():
        if value not in ("", None, [], {}):
            session.console.paragraphs(f"{name}: {_words(value)}")


def tell_list(
    session: Session, records: Sequence[R], shape: Callable[[R], Shape], line: Callable[[R], str], nothing: str
) -> None:
    """Print several records, one line each; `nothing` is said where there are none."""
    if session.console.as_json:
        session.console.document([shape(record) for record in records])
        return
    for record in records:
        session.console.paragraphs(line(record))
    if not records:
        session.console.note(nothing)


def _words(value: Json) -> str:
    """Return a value for people: of lists and mappings what they hold, without numbers of records."""
    if isinstance(value, dict):
        return ", ".join(_words(part) for name, part in value.items() if name != "id" and part not in ("", None))
    if isinstance(value, list):
        return "; ".join(map(_words, value))
    return str(value)
