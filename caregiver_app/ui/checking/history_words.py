"""The checks that were made of something, a line each: of which day, by whom, and what came of it."""

from __future__ import annotations

from caregiver_app.model.trust import OWN, Appraisal, Outcome
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words


def history_words(appraisal: Appraisal) -> str:
    """Return one check in a line; the name and role are those of the person who made it, on their own computer."""
    if appraisal.withdrawn_on is not None:
        pattern = _("{day}, {who}: taken back")
    elif appraisal.outcome is Outcome.VETTED:
        pattern = _("{day}, {who}: counted as checked")
    else:
        pattern = _("{day}, {who}: did not count as checked")
    return pattern.format(day=day_words(appraisal.checked_on), who=_who(appraisal))


def _who(appraisal: Appraisal) -> str:
    if appraisal.author != OWN:
        return appraisal.author_name or _("somebody else")
    said = ", ".join(part for part in (appraisal.reviewer.name, appraisal.reviewer.role) if part)
    return said or _("you")
