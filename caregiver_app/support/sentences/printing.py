"""Sentences about sheets that cannot be made so, about printers, and about PDF files that are locked."""

from __future__ import annotations

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Audience, Sentence


def print_sentence(error: PrintError, audience: Audience = Audience.WINDOW) -> Sentence:
    """Return what a trouble with a sheet or a printer means."""
    if error.kind is PrintTrouble.SECRET:
        return _of_secret(error.detail, audience)
    happened, means, to_do = _words(audience)[error.kind]
    return Sentence(happened=happened.format(detail=error.detail), means=means, to_do=to_do)


def _words(audience: Audience) -> dict[PrintTrouble, tuple[str, str, str]]:
    instead = _("You can save the sheet as PDF instead.")
    return {
        PrintTrouble.NO_SPOOLER: (_("This computer has no way to print."), "", instead),
        PrintTrouble.NOT_TAKEN: (_("The printer did not answer."), "", instead),
        PrintTrouble.UNUSABLE_PASSWORD: (
            _("A PDF cannot be locked with this password."),
            _("Nothing was saved."),
            _("Take at most 100 letters and numbers."),
        ),
        **_of_notes(audience),
        **_of_wishes(audience),
    }


def _of_notes(audience: Audience) -> dict[PrintTrouble, tuple[str, str, str]]:
    command = audience is Audience.COMMAND
    return {
        PrintTrouble.NOBODY: (
            _("Nobody is in the care notes yet."),
            "",
            "caregiver person add -" if command else _("Add a person first."),
        ),
        PrintTrouble.WHOM: (
            _("The care notes are about more than one person."),
            _("A sheet is about one of them."),
            _("Say whom: --person-id ID. To see them all: caregiver person list") if command else _("Choose whom."),
        ),
        PrintTrouble.NO_VISIT: (
            _("There is no visit to print a sheet for."),
            "",
            _("To see the visits: caregiver appointment list") if command else _("Add the visit first."),
        ),
        PrintTrouble.NO_MEASURE: (
            _("Nothing of this kind was measured."),
            "",
            _("To see the kinds: caregiver measure kinds") if command else _("Choose something else."),
        ),
    }


def _of_wishes(audience: Audience) -> dict[PrintTrouble, tuple[str, str, str]]:
    command = audience is Audience.COMMAND
    return {
        PrintTrouble.PERIOD: (
            _("The first day must come before the last."),
            "",
            _("Write days like 2026-11-23, the first one first.") if command else _("Choose other days."),
        ),
        PrintTrouble.NO_DAY: (
            _("There is no such day."),
            "",
            _("Write days like 2026-11-23.") if command else _("Choose another day."),
        ),
        PrintTrouble.HOURS: (
            _("A handover reaches from 12 hours to 7 days."),
            "",
            _("Give --hours from 12 to 168.") if command else _("Choose another time."),
        ),
        PrintTrouble.NOTHING: (
            _("Nothing is on this sheet yet."),
            "",
            _("Name what goes on it with --item, --collection or --topic.")
            if command
            else _("Choose what goes on it."),
        ),
        PrintTrouble.UNKNOWN_PART: (
            _("This sheet has no part called “{detail}”."),
            "",
            _("To see its parts: caregiver print SHEET --parts") if command else _("Choose another part."),
        ),
        PrintTrouble.NO_ADDRESS: (
            _("This sheet leads to a web page, and there is no address to lead to."),
            "",
            _("Choose something that has one."),
        ),
        PrintTrouble.NO_COUNTRY: (
            _("Helplines are those of one country, and none is chosen yet."),
            "",
            _("Say which one: --country GB") if command else _("Choose a country."),
        ),
        PrintTrouble.FUND_RAISING: (
            _("This day asks people for money, so no flyer is made of it."),
            "",
            _("Choose another day."),
        ),
        PrintTrouble.TOO_MANY: (
            _("This sheet holds at most {detail}."),
            "",
            _("Choose fewer, or print a list of resources."),
        ),
        PrintTrouble.TOO_LONG: (
            _("This would be a sheet of several hundred pages."),
            "",
            _("Choose less of it, or fewer days."),
        ),
    }


def _of_secret(kind: str, audience: Audience) -> Sentence:
    if audience is Audience.WINDOW:
        to_do = _("Type the passphrase where this sheet is made.")
    elif kind == SheetKind.KEY_SHEET:
        to_do = _("To make it: caregiver channel key-sheet KEY -o FILE.pdf")
    else:
        to_do = _("To make it: caregiver vault sheet --recovery-out FILE.pdf")
    return Sentence(
        happened=_("This sheet carries a key. It is made by itself, after the passphrase."), means="", to_do=to_do
    )
