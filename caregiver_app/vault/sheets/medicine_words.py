"""A medicine in words for paper: as it was written down, nothing counted, converted or left out."""

from __future__ import annotations

from collections.abc import Iterable

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.vault.records.medicines import Medicine, MedicineText
from caregiver_app.vault.records.people import ABOUT_NOBODY, PersonId
from caregiver_app.vault.sheets.ground import Ground, written_day


def medicines_now(ground: Ground) -> tuple[Medicine, ...]:
    """Return what is taken, high-risk medicines first, else in the family's order."""
    return _active(ground, ground.shown)


def unsaid_medicines(ground: Ground) -> tuple[Medicine, ...]:
    """Return what is taken by one of several people, and nobody said by whom; high-risk medicines first."""
    return _active(ground, ABOUT_NOBODY) if ground.sets_apart else ()


def is_as_needed(text: MedicineText) -> bool:
    """Return whether it is taken only when needed: where somebody said so, or wrote down a rule for it."""
    return text.as_needed or bool(text.as_needed_rule)


def medicines_heading(ground: Ground) -> str:
    """Return the heading over what is taken, on a keepsake over what was."""
    return _("Medicines") if ground.is_keepsake else _("Medicines now")


def medicine_name(text: MedicineText) -> str:
    """Return name, strength and form, e.g. "Amlodipine 5 mg, tablets"."""
    return ", ".join(part for part in (" ".join(filter(None, (text.name, text.strength))), text.form) if part)


def names_of(medicines: Iterable[Medicine]) -> str:
    """Return name, strength and form of each, one a line."""
    return "\n".join(medicine_name(medicine.text) for medicine in medicines)


def taken_lines(ground: Ground, text: MedicineText) -> tuple[str, ...]:
    """Return how and when it is taken, as written: each may have several lines."""
    lines = (dose_words(text), *as_needed_words(text), *_not_always(ground, text))
    return tuple(line for line in lines if line)


def dose_words(text: MedicineText) -> str:
    """Return dose, way and times, e.g. "1 tablet, by mouth, at bedtime"; "" where none is written.

    Lines stay lines: two doses one below the other must not be read as one.
    """
    told = [as_lines(part) for part in (text.dose, text.how, text.times) if part]
    return ("\n" if any("\n" in part for part in told) else ", ").join(told)


def as_needed_words(text: MedicineText) -> tuple[str, ...]:
    """Return the rule for what is taken only when needed, and the most of it, each as written."""
    lines = []
    if text.as_needed_rule:
        lines.append(_("When needed: {rule}").format(rule=as_lines(text.as_needed_rule)))
    elif text.as_needed:
        lines.append(_("Only when needed"))
    if text.maximum:
        lines.append(_("At most: {maximum}").format(maximum=as_lines(text.maximum)))
    return tuple(lines)


def kind_words(text: MedicineText) -> tuple[str, ...]:
    """Return what kind of medicine it is, where the family said so."""
    said = (
        (text.high_risk, _("High risk")),
        (text.over_the_counter, _("Bought without a prescription, or herbal")),
    )
    return tuple(words for is_so, words in said if is_so)


def background_lines(ground: Ground, text: MedicineText) -> tuple[str, ...]:
    """Return why, by whom and since when it is taken; and from what all this was copied."""
    facts = []
    if text.why:
        facts.append(_("For: {reason}").format(reason=_line(text.why)))
    if text.by_whom:
        facts.append(_("Prescribed or advised by: {name}").format(name=text.by_whom))
    if text.started:
        facts.append(_("Since {day}").format(day=_day(text.started)))
    return tuple(line for line in (" · ".join(facts), _copied(ground, text)) if line)


def stopped_line(text: MedicineText) -> str:
    """Return when and why it was stopped."""
    day = _day(text.stopped)
    if text.stop_reason:
        return _("Stopped {day}: {reason}").format(day=day, reason=_line(text.stop_reason))
    return _("Stopped {day}").format(day=day)


def as_lines(text: str) -> str:
    """Return what was written line by line, without empty ones."""
    return "\n".join(line for line in map(_line, text.splitlines()) if line)


def as_one_line(text: str) -> str:
    """Return what was written in several lines on one, so that it is seen where each ended."""
    return " / ".join(as_lines(text).splitlines())


def _active(ground: Ground, whose: PersonId | None) -> tuple[Medicine, ...]:
    active = ground.vault.medicines.active(whose, today=ground.today.isoformat())
    return tuple(sorted(active, key=lambda one: not one.text.high_risk))


def _not_always(ground: Ground, text: MedicineText) -> tuple[str, ...]:
    """Return from or until which day to come it is taken: on a list of today it must not pass for taken always."""
    today, lines = ground.today.isoformat(), []
    if text.started and text.started > today:
        # Translators: of a medicine; {day} is still to come
        lines.append(_("Not before {day}").format(day=_day(text.started)))
    if text.stopped and text.stopped > today:
        # Translators: of a medicine; {day} is still to come
        lines.append(_("To be stopped on {day}").format(day=_day(text.stopped)))
    return tuple(lines)


def _copied(ground: Ground, text: MedicineText) -> str:
    day, source = _day(text.copied_on), text.copied_from
    if day and source:
        # Translators: of a medicine; {source} is e.g. "Label on the box" or "Letter from the hospital"
        return _("Copied from: {source}, {day}").format(source=source, day=day)
    if source:
        return _("Copied from: {source}").format(source=source)
    if day:
        return _("Checked {day}").format(day=day)
    return "" if ground.is_keepsake else _("Not checked against the label yet.")


def _day(written: str | None) -> str:
    day = written_day(written)
    return day_words(day) if day else ""


def _line(text: str) -> str:
    return " ".join(text.split())
