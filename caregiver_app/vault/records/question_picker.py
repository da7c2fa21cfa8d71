"""Questions that are ready to be picked, by situation, in our own words. They ask; none of them claims anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from caregiver_app.support.i18n import gettext as _


class Occasion(StrEnum):
    """The situations for which there are ready questions."""

    FIRST_VISIT = "first-visit"
    DIAGNOSIS = "diagnosis"
    NEW_MEDICINE = "new-medicine"
    MANY_MEDICINES = "many-medicines"
    TEST = "test"
    OPERATION = "operation"
    GOING_HOME = "going-home"
    MEMORY = "memory"
    FALLS = "falls"
    PAIN = "pain"
    CARE_AT_HOME = "care-at-home"
    CARE_HOME = "care-home"
    LATE_STAGE = "late-stage"
    CARER = "carer"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyQuestions:
    """The ready questions of one situation."""

    occasion: Occasion
    label: str
    questions: tuple[str, ...]


def ready_questions() -> tuple[ReadyQuestions, ...]:
    """Return all ready questions in the language in force."""
    labels, questions = _labels(), {**_about_illness(), **_about_hospital(), **_about_care()}
    return tuple(
        ReadyQuestions(occasion=occasion, label=labels[occasion], questions=questions[occasion])
        for occasion in Occasion
    )


def _labels() -> Mapping[Occasion, str]:
    return {
        Occasion.FIRST_VISIT: _("A first visit"),
        Occasion.DIAGNOSIS: _("A new diagnosis"),
        Occasion.NEW_MEDICINE: _("A new medicine"),
        Occasion.MANY_MEDICINES: _("Looking through all medicines"),
        Occasion.TEST: _("A test or scan"),
        Occasion.OPERATION: _("An operation"),
        Occasion.GOING_HOME: _("Going home from hospital"),
        Occasion.MEMORY: _("Memory and behaviour"),
        Occasion.FALLS: _("Falls and moving"),
        Occasion.PAIN: _("Pain"),
        Occasion.CARE_AT_HOME: _("Help at home"),
        Occasion.CARE_HOME: _("A care home"),
        Occasion.LATE_STAGE: _("Serious illness, and wishes for later"),
        Occasion.CARER: _("You, the carer"),
    }


def _about_illness() -> Mapping[Occasion, tuple[str, ...]]:
    return {
        Occasion.FIRST_VISIT: (
            _("What do you think is the matter, and what else could it be?"),
            _("What happens next, and when?"),
            _("What should we watch for, and when should we call you?"),
            _("Whom do we call with questions, also at night and at weekends?"),
            _("Could you write down the most important points for us?"),
        ),
        Occasion.DIAGNOSIS: (
            _("What is it called, and what does that mean for daily life?"),
            _("What is likely to change in the next months?"),
            _("Which treatments are there, and what happens if we wait?"),
            _("Where can we read about it in plain words?"),
            _("Who is our contact from now on?"),
        ),
        Occasion.NEW_MEDICINE: (
            _("What is this medicine for, and how will we notice that it helps?"),
            _("How and when is it taken, and with or without food?"),
            _("What do we do when a dose is missed?"),
            _("Which effects should we call about?"),
            _("Does it go together with all the others, also those without a prescription?"),
            _("How long is it taken, and who looks at it again?"),
        ),
        Occasion.MANY_MEDICINES: (
            _("Are all of these still needed?"),
            _("Could some of them cause what we have noticed?"),
            _("Is there an easier way of taking them?"),
            _("Who keeps the list in order, and who gets a copy?"),
        ),
        Occasion.TEST: (
            _("What is this test for, and what would change after it?"),
            _("How do we prepare, and what should we bring?"),
            _("What helps if they are afraid or cannot lie still?"),
            _("When and from whom do we hear the result?"),
        ),
        Occasion.MEMORY: (
            _("Could something else be behind the changes, such as an infection, pain or a medicine?"),
            _("Which tests would help to find out?"),
            _("How should we answer when they say things that are not so?"),
            _("What can we do about restless nights?"),
            _("Is it still safe to drive, cook or be alone?"),
        ),
        Occasion.FALLS: (
            _("What may be behind the falls?"),
            _("Could a medicine, the eyes or the shoes be a part of it?"),
            _("Who can look at our home and say what would help?"),
            _("What do we do right after a fall?"),
        ),
        Occasion.PAIN: (
            _("What may be causing the pain?"),
            _("How can we tell how strong it is if they cannot say?"),
            _("What can we do besides medicines?"),
            _("When should we call because of pain?"),
        ),
    }


def _about_hospital() -> Mapping[Occasion, tuple[str, ...]]:
    return {
        Occasion.OPERATION: (
            _("Why this operation, and what else could be done?"),
            _("What are the risks for somebody of this age and health?"),
            _("What must be stopped or taken before it?"),
            _("How long will recovery take, and what help is needed at home?"),
            _("Can somebody they know be there when they wake up?"),
        ),
        Occasion.GOING_HOME: (
            _("What has changed, and where is that written?"),
            _("Which medicines are new, changed or stopped?"),
            _("What help is arranged at home, from which day, and by whom?"),
            _("Which equipment do we need, and who brings it?"),
            _("Which signs mean that we should call, and whom?"),
            _("When is the next visit, and who makes it?"),
        ),
    }


def _about_care() -> Mapping[Occasion, tuple[str, ...]]:
    return {
        Occasion.CARE_AT_HOME: (
            _("Which help can we get, and what does it cost?"),
            _("Who comes, when, and what will they do?"),
            _("Who can show us how to lift, wash and turn safely?"),
            _("Whom do we call when a helper does not come?"),
        ),
        Occasion.CARE_HOME: (
            _("How is a usual day here, and who decides about it?"),
            _("Who is our contact, and how often do we hear from you?"),
            _("How are medicines, falls and illness dealt with, also at night?"),
            _("What may they bring along, and when may we visit?"),
            _("What does it cost, and what is not included?"),
        ),
        Occasion.LATE_STAGE: (
            _("What can we expect in the coming weeks and months?"),
            _("What can be done so that they are comfortable?"),
            _("How do we write down what they want and do not want?"),
            _("Who can come to our home, also at night?"),
            _("What helps us as a family?"),
        ),
        Occasion.CARER: (
            _("Can somebody look at what I need as a carer?"),
            _("What break can I get, and who steps in?"),
            _("What happens to them if I fall ill?"),
            _("Where can I meet other carers?"),
        ),
    }
