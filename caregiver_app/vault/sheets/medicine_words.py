"""A medicine in words for paper: as it was written down, nothing counted, converted or left out."""

from __future__ import annotations

from collections.abc import Iterable

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.vault.records.medicines import Medicine, MedicineText
from caregiver_app.vault.sheets.ground import Ground


def medicines_now(ground: Ground) -> tuple[Medicine, ...]:
    """Return what is taken, high-risk medicines first, else in the family's order."""
    active = ground.vault.medicines.active(ground.shown, today=ground.today.isoformat())
    return tuple(sorted(active, key=lambda one: not one.text.high_risk))


def medicine_name(text: MedicineText) -> str:
    """Return name, strength and form, e.g. "Amlodipine 5 mg, tablets"."""
    return ", ".join(part for part in (" ".join(filter(None, (text.name, text.strength))), text.form) if part)


def dose_words(text: MedicineText) -> str:
    """Return dose, way and times on one line, e.g. "one tablet, by mouth, in the morning"; "" where none is written."""
    return ", ".join(" ".join(part.split()) for part in (text.dose, text.how, text.times) if part)


def as_needed_words(text: MedicineText) -> tuple[str, ...]:
    """Return the rule for what is taken only when needed, and the most of it, each as written."""
    lines = []
    if text.as_needed:
        rule = " ".join(text.as_needed_rule.split())
        # Translators: of a medicine; {rule} is as on its label, e.g. "for pain, every six hours"
        lines.append(_("Only when needed: {rule}").format(rule=rule) if rule else _("Only when needed"))
    if text.maximum:
        # Translators: of a medicine; {most} is as on its label, e.g. "8 tablets in 24 hours"
        lines.append(_("At most: {most}").format(most=" ".join(text.maximum.split())))
    return tuple(lines)


def kind_words(text: MedicineText) -> tuple[str, ...]:
    """Return what kind of medicine it is, where the family said so."""
    said = (
        (text.high_risk, pgettext("medicine", "High risk")),
        (text.over_the_counter, _("Bought without a prescription, or herbal")),
    )
    return tuple(words for is_so, words in said if is_so)


def short_lines(text: MedicineText) -> tuple[str, ...]:
    """Return what to know of a medicine where there is little room."""
    return tuple(line for line in (dose_words(text), *as_needed_words(text), *kind_words(text)) if line)


def names_of(medicines: Iterable[Medicine]) -> str:
    """Return names with strength, one a line."""
    return "\n".join(medicine_name(medicine.text) for medicine in medicines)
