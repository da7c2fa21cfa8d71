"""What the guard finds in words that were typed for a sheet: told with its place, and let pass by it with a reason."""

from __future__ import annotations

from collections.abc import Sequence

import click

from caregiver_app.cli.console import Console
from caregiver_app.cli.guard import finding_shape
from caregiver_app.cli.print_asked import PrintAsked
from caregiver_app.model.card import KeepReason, Kept
from caregiver_app.model.guard import Finding, Level
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences.guard import finding_reason, finding_word


def kept_of(found: Sequence[Finding], asked: PrintAsked) -> tuple[Kept, ...]:
    """Return what may pass by the places that were named with their reasons, and what is only to be looked at.

    Raises:
        click.UsageError: nothing was found at a place, or it has no reason.
    """
    kept = [each for place, reason in asked.keep for each in _kept(found, place, reason)]
    looked_at = [Kept(kind=each.kind, text=each.text) for each in found if each.level is Level.LOOK]
    return (*kept, *looked_at) if asked.keep_look else tuple(kept)


def tell_open(console: Console, asked: PrintAsked, found: Sequence[Finding]) -> None:
    """Say what is still to be settled."""
    if console.as_json:
        console.document({"sheet": asked.name, "findings": [finding_shape(each) for each in found], "file": None})
        return
    _tell(console, found)
    sentence = ngettext(
        "{count} detail to settle before this leaves.", "{count} details to settle before this leaves.", len(found)
    )
    console.note(sentence.format(count=len(found)))
    console.note(_("Change your words, or let it pass: --keep PLACE REASON. Nothing was written."))


def tell_passed(console: Console, asked: PrintAsked, found: Sequence[Finding]) -> None:
    """Show what --keep-look lets pass: nothing leaves by it that nobody was shown."""
    if asked.keep_look:
        _tell(console, [each for each in found if each.level is Level.LOOK])


def _tell(console: Console, found: Sequence[Finding]) -> None:
    for each in found:
        said = f'"{each.text}". ' if each.text else ""
        console.note(f"{_place_of(each)}: {finding_word(each)}: {said}{finding_reason(each)}")


def _kept(found: Sequence[Finding], place: str, reason: str) -> list[Kept]:
    there = [each for each in found if _place_of(each) == place]
    if not there:
        raise click.UsageError(_("No detail was found at {place}.").format(place=repr(place)))
    if not reason.strip():
        raise click.UsageError(_("Say why this detail may leave."))
    return [Kept(kind=each.kind, text=each.text, reason=KeepReason.OTHER, words=reason) for each in there]


def _place_of(each: Finding) -> str:
    return f"{each.start}-{each.end}"
