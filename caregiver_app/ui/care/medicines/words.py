"""What is said of a medicine, as it was written down. Nothing is counted, converted or judged here. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, ngettext, pgettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.medicines import label_rule
from caregiver_app.ui.care.parts.life_days import life_day
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.vault.records.medicines import Medicine, MedicineText


def rule_words() -> str:
    """Return the line that stands over every list of medicines."""
    return label_rule()


def title_of(text: MedicineText) -> str:
    """Return name and strength."""
    return " ".join(part for part in (text.name, text.strength) if part)


def how_taken(text: MedicineText) -> str:
    """Return dose, form, way and times in one line; a form that the dose names already is not said twice."""
    form = "" if text.form.casefold() in text.dose.casefold() else text.form
    return ", ".join(part for part in (text.dose, form, text.how, text.times) if part)


def when_needed(text: MedicineText) -> str:
    """Return the rule for a medicine taken when needed, and its maximum, as they are written."""
    parts = []
    if text.as_needed_rule:
        parts.append(_("When needed: {rule}").format(rule=text.as_needed_rule))
    if text.maximum:
        parts.append(_("At most: {maximum}").format(maximum=text.maximum))
    return "\n".join(parts)


def background(text: MedicineText, now: Millis) -> str:
    """Return why, by whom and since when."""
    parts = []
    if text.why:
        # Translators: {reason} is why a medicine is taken
        parts.append(_("For: {reason}").format(reason=text.why))
    if text.by_whom:
        parts.append(_("Prescribed or advised by: {name}").format(name=text.by_whom))
    if text.started:
        parts.append(_("Since {day}").format(day=life_day(text.started, now)))
    return "\n".join(parts)


def checked_words(text: MedicineText, now: Millis) -> str:
    """Return from what it was copied or against what it was checked, and when."""
    if not text.copied_on:
        return _("Not checked against the label yet.")
    day = life_day(text.copied_on, now)
    if text.copied_from:
        return _("Checked {day}: {source}").format(day=day, source=text.copied_from)
    return _("Checked {day}").format(day=day)


def stopped_words(text: MedicineText, now: Millis) -> str:
    """Return when and why it was stopped."""
    day = life_day(text.stopped or "", now)
    if text.stop_reason:
        return _("Stopped {day}: {reason}").format(day=day, reason=text.stop_reason)
    return _("Stopped {day}").format(day=day)


def list_heading(active: Sequence[Medicine], checked: str | None, now: Millis) -> str:
    """Return the heading of the list: with the day of the check that is longest ago, where all were checked."""
    if not active or checked is None:
        return _("Medicines")
    # Translators: heading of the list; {day} is when it was last compared with the labels
    return _("Medicines, checked {day}").format(day=life_day(checked, now))


def unchecked_words(active: Sequence[Medicine]) -> str:
    """Return how many were never checked; empty where none."""
    count = sum(medicine.text.copied_on is None for medicine in active)
    if not count:
        return ""
    words = ngettext(
        "{count} was not checked against the label yet.", "{count} were not checked against the label yet.", count
    )
    return words.format(count=format_number(count))


def pills_of(text: MedicineText, *, stopped: bool) -> tuple[PillLook, ...]:
    """Return what stands beside the name, at most four words long."""
    looks = []
    if stopped:
        looks.append(PillLook(text=pgettext("medicine", "Stopped"), tone=Tone.NEUTRAL, icon=Icon.STOP))
    if text.high_risk:
        looks.append(PillLook(text=_("High risk"), tone=Tone.WARN, icon=Icon.ALERT))
    if text.as_needed:
        looks.append(PillLook(text=_("When needed"), tone=Tone.INFO, icon=Icon.CLOCK))
    if text.over_the_counter:
        looks.append(PillLook(text=_("Without prescription"), tone=Tone.NEUTRAL, icon=Icon.INFO))
    return tuple(looks)


def unsaid_words(count: int) -> str:
    """Return how many medicines may be this person's too, as nobody said who takes them; "" for none."""
    words = ngettext(
        "{count} medicine is written down without saying about whom. Look at everybody to see it.",
        "{count} medicines are written down without saying about whom. Look at everybody to see them.",
        count,
    )
    return words.format(count=format_number(count)) if count else ""
