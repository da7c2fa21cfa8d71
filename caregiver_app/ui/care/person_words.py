"""Words about a person: how things stand, what follows from it and who helps then, whether they know of the notes."""

from __future__ import annotations

from datetime import date

from caregiver_app.support.helplines import HelpKind, Helpline, helplines
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import about_words, checked_words, number_words, state_words
from caregiver_app.vault.records.people import Consent, Situation


def situation_words() -> dict[str, str]:
    """Return how things may stand, by the word of the notes."""
    return {
        Situation.AS_USUAL.value: _("As usual"),
        Situation.IN_HOSPITAL.value: _("In hospital"),
        Situation.IN_CARE_HOME.value: _("In a care home"),
        Situation.NO_LONGER_CARING.value: _("I no longer care for them"),
        Situation.DIED.value: _("Has died"),
    }


def consent_words() -> dict[str, str]:
    """Return whether they know of the notes, by the word of the notes."""
    return {
        Consent.NOT_ASKED.value: _("Not asked"),
        Consent.KNOWS_AND_AGREES.value: _("Knows and agrees"),
        Consent.DECIDED_FOR_THEM.value: _("Decided for them"),
    }


def what_follows(situation: Situation) -> tuple[str, str] | None:
    """Return what changes with a situation, heading and text; None for the usual one."""
    if situation is Situation.AS_USUAL:
        return None
    if situation is Situation.DIED:
        return (
            _("We are sorry."),
            _("Reminders and dates for them end. Their notes stay as they are, for you to read and print."),
        )
    if situation.is_over:
        return (
            _("Their notes are kept."),
            _("Reminders and dates for them end. You can read and print their notes, and nothing is deleted."),
        )
    return (
        _("Things have changed."),
        _("Reminders and dates for them pause. Nothing is deleted, and you can change this back at any time."),
    )


def whom_to_tell() -> str:
    """Return whom people usually tell after a death."""
    lines = (
        _("The doctor, and the pharmacy. The pharmacy takes back medicines."),
        _("The office that registers deaths."),
        _("Care workers, the day centre, and who lends equipment."),
        _("Pension, benefits, bank and insurance."),
        _("The landlord, and who brings power, water and phone."),
    )
    return "\n".join((_("People often tell:"), *lines))


def whom_to_talk_to(today: date) -> str:
    """Return the helplines for after a death that ship, of all countries: where somebody is, is not guessed."""
    lines = (_helpline(line, today) for line in helplines() if line.kind is HelpKind.GRIEF)
    return "\n\n".join((_("Somebody to talk to, after a death:"), *lines))


def _helpline(line: Helpline, today: date) -> str:
    # Translators: a helpline, e.g. "Ireland: Bereavement Support Line, 1800 80 70 77."
    named = _("{country}: {organisation}, {number}.").format(
        country=state_words(line), organisation=line.organisation, number=number_words(line)
    )
    about = about_words(line)
    return " ".join(part for part in (named, f"{about}." if about else "", checked_words(line, today)) if part)
