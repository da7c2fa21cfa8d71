"""When things have changed for somebody: what ends and what stays, and whom one may want to tell. Deletes nothing."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.people import Situation


def what_ends(situation: Situation) -> tuple[str, ...]:
    """Return in sentences what a situation ends, and what stays."""
    if situation is Situation.AS_USUAL:
        return (_("Reminders and next visits are shown again."), _("Notes can be written."))
    ends = (
        _("Reminders, notices, dates and prompts for them end."),
        _("Everything you wrote is kept. Nothing is deleted."),
        _("You can print it to keep."),
    )
    if situation.is_over:
        return (*ends, _("Their notes are for reading from now on. You can change this back at any time."))
    return (*ends, _("You can go on writing."))


def whom_to_tell(situation: Situation) -> tuple[str, ...]:
    """Return whom one may want to tell, to be ticked off; empty where nobody needs to know."""
    match situation:
        case Situation.AS_USUAL:
            return ()
        case Situation.IN_HOSPITAL:
            return (
                *_nearest(),
                _("Care service and relief carers"),
                _("Day centre, meals and transport"),
                _("Whoever has a visit planned"),
            )
        case Situation.IN_CARE_HOME:
            return (*_nearest(), *_around_the_home(), _("Pharmacy"), _("Bank, pension and benefits"))
        case Situation.NO_LONGER_CARING:
            return (*_nearest(), _("Care service and relief carers"), _("Carer's benefits"))
        case Situation.DIED:
            return (
                *_nearest(),
                _("Register of deaths"),
                _("Undertaker"),
                *_around_the_home(),
                _("Pharmacy, to take medicines back"),
                _("Whoever lent beds, wheelchairs or oxygen"),
                _("Employer"),
                _("Bank, pension and benefits"),
                _("Insurances"),
                _("Landlord, energy, phone and post"),
            )


def _nearest() -> tuple[str, ...]:
    return (_("Family and friends"), _("Family doctor"))


def _around_the_home() -> tuple[str, ...]:
    return (_("Care service and relief carers"), _("Day centre, meals and transport"), _("Neighbours with a key"))
