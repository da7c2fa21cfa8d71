"""How what a look found is said: the whole in one sentence, and each thing with its place. Pure."""

from __future__ import annotations

from caregiver_app.model.pack_problem import PackProblem, Severity
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.pack_problems import problem_words, severity_word
from caregiver_app.ui.studio.looking.place_words import Titles, place_words
from caregiver_app.ui.studio.looking.work import Looked
from caregiver_app.ui.studio.place import place_of
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.ui.widgets.line_list import Line


def whole_words(looked: Looked) -> tuple[Tone, Icon, str, str]:
    """Return how a pack stands: tone and icon, the first line, a sentence below it."""
    links = _("Its links were looked at too.") if looked.links is not None else _("Its links were not looked at.")
    if not looked.problems:
        return Tone.OK, Icon.CHECK, _("Nothing is wrong with this pack."), links
    rest = len(looked.problems) - looked.errors
    judge = ngettext("{count} thing is for you to judge.", "{count} things are for you to judge.", rest)
    said = judge.format(count=format_number(rest)) if rest else ""
    if not looked.errors:
        return Tone.INFO, Icon.INFO, _("This pack can be signed."), f"{said} {links}"
    mend = ngettext("{count} thing to mend first.", "{count} things to mend first.", looked.errors)
    return Tone.WARN, Icon.ALERT, mend.format(count=format_number(looked.errors)), f"{said} {links}".strip()


def problem_line(number: int, problem: PackProblem, titles: Titles) -> Line:
    """Return one problem as a line of a list; its key is its number."""
    is_error = problem.severity is Severity.ERROR
    pill = PillLook(
        text=severity_word(problem.severity),
        tone=Tone.WARN if is_error else Tone.INFO,
        icon=Icon.ALERT if is_error else Icon.EYE,
    )
    facts = place_words(place_of(problem.where), titles)
    return Line(key=str(number), title=problem_words(problem), facts=facts, pill=pill)
