"""What there is to choose from: roles, forms of medicines, what they were copied from. Anything else may be typed."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext


def contact_roles() -> tuple[str, ...]:
    """Return roles to choose from; any other may be typed."""
    return (
        _("Next of kin"),
        _("Family"),
        _("Friend or neighbour"),
        _("Has a key"),
        _("Family doctor"),
        _("Specialist"),
        _("Nurse"),
        _("Pharmacy"),
        _("Therapist"),
        _("Care service"),
        _("Relief carer"),
        _("Social worker"),
        _("Legal representative"),
        _("Emergency contact"),
    )


def medicine_forms() -> tuple[str, ...]:
    """Return forms of medicines to choose from; any other may be typed."""
    return (
        pgettext("medicine", "Tablet"),
        pgettext("medicine", "Capsule"),
        pgettext("medicine", "Liquid"),
        pgettext("medicine", "Drops"),
        pgettext("medicine", "Patch"),
        pgettext("medicine", "Inhaler"),
        pgettext("medicine", "Injection"),
        pgettext("medicine", "Cream or ointment"),
        pgettext("medicine", "Suppository"),
        pgettext("medicine", "Herbal or vitamin"),
    )


def copied_from_labels() -> tuple[str, ...]:
    """Return from what a medicine may have been copied; anything else may be typed."""
    return (_("Label on the box"), _("Letter"), _("List from the doctor"), _("List from the pharmacy"))
