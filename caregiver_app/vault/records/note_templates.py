"""The templates of notes: which fields a daily log, a symptom, a visit or an incident asks for. All may stay empty.

Answers are words, as the person says them. The daily log is made to be filled in two minutes: ready answers to tick.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext


class NoteKind(StrEnum):
    """By which template a note was written."""

    NOTE = "note"
    DAILY_LOG = "daily-log"
    SYMPTOM = "symptom"
    VISIT = "visit"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateField:
    """A field of a template. `ready` are answers to choose from; others may be typed."""

    name: str
    label: str
    ready: tuple[str, ...] = ()
    long: bool = False


TEMPLATES: Mapping[NoteKind, tuple[str, ...]] = MappingProxyType(
    {
        NoteKind.NOTE: (),
        NoteKind.DAILY_LOG: tuple(
            "sleep eating drinking mood pain toilet moving medicines visitors worry good".split()
        ),
        NoteKind.SYMPTOM: tuple("what where since how-strong how-often before better worse told".split()),
        NoteKind.VISIT: tuple("who-with said decided changed next".split()),
        NoteKind.INCIDENT: tuple("what where when-found injury done called after".split()),
    }
)
"""The names of fields by kind; they stand in people's notes and are for ever."""

_LONG = frozenset({"said", "decided", "what", "done", "after", "worry", "good", "before"})


def template_fields(kind: NoteKind) -> tuple[TemplateField, ...]:
    """Return the fields of a template in the language in force."""
    labels, ready = _labels(kind), _ready(kind)
    return tuple(
        TemplateField(name=name, label=labels[name], ready=ready.get(name, ()), long=name in _LONG)
        for name in TEMPLATES[kind]
    )


def kind_labels() -> Mapping[NoteKind, str]:
    """Return what the kinds of notes are called."""
    return {
        NoteKind.NOTE: _("Note"),
        NoteKind.DAILY_LOG: _("Daily log"),
        NoteKind.SYMPTOM: _("Symptom"),
        NoteKind.VISIT: _("Visit"),
        NoteKind.INCIDENT: _("Something happened"),
    }


def _labels(kind: NoteKind) -> Mapping[str, str]:
    return {
        NoteKind.NOTE: _no_labels,
        NoteKind.DAILY_LOG: _log_labels,
        NoteKind.SYMPTOM: _symptom_labels,
        NoteKind.VISIT: _visit_labels,
        NoteKind.INCIDENT: _incident_labels,
    }[kind]()


def _no_labels() -> Mapping[str, str]:
    return {}


def _log_labels() -> Mapping[str, str]:
    return {
        "sleep": pgettext("daily log", "Sleep"),
        "eating": pgettext("daily log", "Eating"),
        "drinking": pgettext("daily log", "Drinking"),
        "mood": pgettext("daily log", "Mood"),
        "pain": pgettext("daily log", "Pain"),
        "toilet": pgettext("daily log", "Toilet"),
        "moving": pgettext("daily log", "Moving"),
        "medicines": pgettext("daily log", "Medicines taken"),
        "visitors": pgettext("daily log", "Visitors and calls"),
        "worry": _("What worried us"),
        "good": _("Something good"),
    }


def _symptom_labels() -> Mapping[str, str]:
    return {
        "what": _("What is it"),
        "where": _("Where in the body"),
        "since": _("Since when"),
        "how-strong": _("How strong"),
        "how-often": _("How often, how long"),
        "before": _("What was going on before"),
        "better": _("What makes it better"),
        "worse": _("What makes it worse"),
        "told": _("Who was told"),
    }


def _visit_labels() -> Mapping[str, str]:
    return {
        "who-with": _("Who was there"),
        "said": _("What was said"),
        "decided": _("What was decided"),
        "changed": _("Medicines changed"),
        "next": _("What comes next"),
    }


def _incident_labels() -> Mapping[str, str]:
    return {
        "what": _("What happened"),
        "where": _("Where"),
        "when-found": _("When, and who saw it"),
        "injury": _("Injuries"),
        "done": _("What was done"),
        "called": _("Who was called"),
        "after": _("How they were afterwards"),
    }


def _ready(kind: NoteKind) -> Mapping[str, tuple[str, ...]]:
    if kind is NoteKind.DAILY_LOG:
        return _ready_for_log()
    if kind is NoteKind.SYMPTOM:
        strength = (pgettext("symptom", "Mild"), pgettext("symptom", "Strong"), pgettext("symptom", "Very strong"))
        return {"how-strong": strength}
    return {}


def _ready_for_log() -> Mapping[str, tuple[str, ...]]:
    return {
        "sleep": (pgettext("sleep", "Well"), pgettext("sleep", "Woke up often"), pgettext("sleep", "Hardly at all")),
        "eating": (pgettext("eating", "As usual"), pgettext("eating", "Little"), pgettext("eating", "Nothing")),
        "drinking": (pgettext("drinking", "As usual"), pgettext("drinking", "Little"), pgettext("drinking", "Nothing")),
        "mood": (
            pgettext("mood", "Calm"),
            pgettext("mood", "Happy"),
            pgettext("mood", "Sad"),
            pgettext("mood", "Restless"),
            pgettext("mood", "Angry"),
        ),
        "pain": (pgettext("pain", "None seen"), pgettext("pain", "Some"), pgettext("pain", "A lot")),
        "toilet": (pgettext("toilet", "As usual"), pgettext("toilet", "Needed help"), pgettext("toilet", "Not today")),
        "moving": (pgettext("moving", "As usual"), pgettext("moving", "Unsteady"), pgettext("moving", "In bed")),
        "medicines": (
            pgettext("medicines", "All as written"),
            pgettext("medicines", "Some missed"),
            pgettext("medicines", "Refused"),
        ),
    }
