"""What the forms, their sections and fields are called, in the language in force; and a form with what is known of it.

Labels say what belongs into a field; none says what is healthy or what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.vault.forms.facts import Fact, FactState
from caregiver_app.vault.forms.fields import FIELDS, FORMS, FieldKind, Form


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A field as a form asks for it."""

    name: str
    label: str
    kind: FieldKind
    fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """Fields that stand together."""

    code: str
    label: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """A form with what is known of one person."""

    form: Form
    label: str
    sections: tuple[FormSection, ...]


def filled_form(form: Form, facts: Mapping[str, Fact]) -> FilledForm:
    """Return a form with what `Facts.of` says of somebody."""
    labels, sections = field_labels(), section_labels()
    return FilledForm(
        form=form,
        label=form_labels()[form],
        sections=tuple(
            FormSection(
                code=section.code,
                label=sections[section.code],
                fields=tuple(_field(name, labels[name], facts) for name in section.fields),
            )
            for section in FORMS[form]
        ),
    )


def state_labels() -> Mapping[FactState, str]:
    """Return what the states of a field are called."""
    return {
        FactState.FILLED: pgettext("field", "Filled in"),
        FactState.NONE_KNOWN: pgettext("field", "None known"),
        FactState.NOT_ASKED: pgettext("field", "Not asked"),
    }


def form_labels() -> Mapping[Form, str]:
    """Return what the forms are called."""
    return {
        Form.EMERGENCY: _("Emergency sheet"),
        Form.PASSPORT: _("Hospital passport"),
        Form.ABOUT_ME: pgettext("sheet", "About me"),
        Form.MEDICINES: _("Medicines list"),
        Form.VISIT: _("Visit sheet"),
        Form.HANDOVER: _("Notes for a helper"),
        Form.LOG_GRID: _("Daily log for a week"),
        Form.CARER_CARD: _("Carer's card"),
    }


def section_labels() -> Mapping[str, str]:
    """Return what the sections of forms are called."""
    return {
        "who": _("Who this is"),
        "health": _("Health"),
        "care": _("How to care"),
        "papers": _("Papers and who knows more"),
        "must-know": _("You must know this"),
        "important": _("This is important to me"),
        "likes": _("My likes and dislikes"),
        "me": _("Who I am"),
        "day": _("My day"),
        "feelings": _("How I feel"),
        "medicines": _("Taking medicines"),
        "visit": _("This visit"),
        "words": _("In their words"),
        "now": _("How things are"),
        "help": _("If you need help"),
        "log": _("What is written down"),
        "carer": _("Who cares"),
    }


def field_labels() -> Mapping[str, str]:
    """Return what all fields are called."""
    return {
        "full-name": _("Full name"),
        "known-as": _("Likes to be called"),
        "birth-date": _("Date of birth"),
        # Translators: the number by which a health service knows a person
        "health-number": _("Health number"),
        "address": _("Address"),
        "way-in": _("How to get in"),
        "phone": _("Phone"),
        "languages": _("Languages spoken"),
        "interpreter-needed": _("Needs an interpreter"),
        "lives-alone": _("Lives alone"),
        "communication": _("How they communicate, and what helps"),
        "allergies": _("Allergies, and what happens"),
        "conditions": _("Health conditions"),
        "medicines": _("Medicines"),
        "contacts": _("Contacts"),
        "likely-emergencies": _("Emergencies that may happen"),
        "devices": _("Devices, such as a pacemaker or oxygen"),
        "hearing-aids": _("Hearing aids"),
        "glasses": _("Glasses"),
        "dentures": _("Dentures"),
        "normal-for-them": _("What is normal for them"),
        "do": _("What to do"),
        "avoid": _("What to avoid"),
        "resuscitation": _("Decision about resuscitation, and where the original is"),
        "papers": _("Other papers, and where they are"),
        "doctor": _("Doctor"),
        "pharmacy": _("Pharmacy"),
        "depends-on-carer": _("Who depends on the carer"),
        "eating": _("Eating"),
        "drinking": _("Drinking"),
        "moving": _("Moving and walking"),
        "toilet": _("Using the toilet"),
        "washing": _("Washing and dressing"),
        "sleeping": _("Sleeping"),
        "pain-signs": _("How they show pain"),
        "distress-signs": _("How they show worry or distress"),
        "calms": _("What calms them"),
        "upsets": _("What upsets them"),
        "safety": _("Keeping them safe"),
        "taking-medicines": _("How they take medicines"),
        "who-gives-medicines": _("Who gives the medicines"),
        "medicines-place": _("Where the medicines are"),
        "belief": _("Faith, culture and customs"),
        "likes": _("Likes"),
        "dislikes": _("Dislikes"),
        "food-likes": _("Favourite food and drink"),
        "take-along": _("Things to take along"),
        "life-story": _("Life story: places, work, family"),
        "important-people": _("People and pets that matter"),
        "interests": _("Interests, music, hobbies"),
        "daily-routine": _("A usual day"),
        "worries": _("Worries"),
        "visit-reason": _("Reason for the visit"),
        "concerns": _("Concerns, most important first"),
        "changes-since": _("Changes since last time"),
        "decisions-wanted": _("What should be decided"),
        "person-says": _("What they want to say themselves"),
        "doctor-only": _("For the doctor only"),
        "situation": _("How things are now"),
        "background": _("What to know from before"),
        "last-24-hours": _("The last 24 hours"),
        "next-24-hours": _("The next 24 hours"),
        "last-given": _("Medicines last given, and when"),
        "warning-signs": _("Warning signs, and whom to call"),
        "where-things": _("Where things are"),
        "carer-reach": _("Where the carer can be reached"),
        "log-columns": _("What to write down each day"),
        "carer-name": _("Carer's name"),
        "carer-phone": _("Carer's phone"),
        "carer-cares-for": _("Cares for"),
        "carer-step-in": _("Who can step in"),
        "carer-if-hurt": _("If something happens to the carer"),
        "carer-conditions": _("Carer's health conditions and allergies"),
        "carer-medicines": _("Carer's medicines"),
        "filled-in-by": _("Filled in by"),
    }


def _field(name: str, label: str, facts: Mapping[str, Fact]) -> FormField:
    fact = facts.get(name) or Fact(name=name, state=FactState.NOT_ASKED)
    return FormField(name=name, label=label, kind=FIELDS[name], fact=fact)
