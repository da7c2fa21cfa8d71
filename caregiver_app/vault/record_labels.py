"""What states, roles and forms are called in lists, commands and on sheets, in the language in force."""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.vault.appointments import AppointmentState
from caregiver_app.vault.people import Consent, Situation
from caregiver_app.vault.questions import QuestionState


def situation_labels() -> Mapping[Situation, str]:
    """Return how things may stand with somebody."""
    return {
        Situation.AS_USUAL: _("As usual"),
        Situation.IN_HOSPITAL: _("In hospital"),
        Situation.IN_CARE_HOME: _("In a care home"),
        Situation.NO_LONGER_CARING: _("I no longer care for them"),
        Situation.DIED: _("Has died"),
    }


def consent_labels() -> Mapping[Consent, str]:
    """Return whether somebody knows of the notes."""
    return {
        Consent.KNOWS_AND_AGREES: _("Knows and agrees"),
        Consent.DECIDED_FOR_THEM: _("Decided for them"),
        Consent.NOT_ASKED: pgettext("consent", "Not asked"),
    }


def question_state_labels() -> Mapping[QuestionState, str]:
    """Return how far a question may be."""
    return {
        QuestionState.OPEN: pgettext("question", "Open"),
        QuestionState.ASKED: pgettext("question", "Asked"),
        QuestionState.ANSWERED: pgettext("question", "Answered"),
        QuestionState.SET_ASIDE: pgettext("question", "Set aside"),
    }


def appointment_state_labels() -> Mapping[AppointmentState, str]:
    """Return what may become of an appointment."""
    return {
        AppointmentState.PLANNED: pgettext("appointment", "Planned"),
        AppointmentState.DONE: pgettext("appointment", "Done"),
        AppointmentState.CANCELLED: pgettext("appointment", "Cancelled"),
    }


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
