"""How a round is said: the whole in one sentence, each row with all that is to be looked at. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.bootstrap.pack_round import Round
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.pack_problems import problem_words
from caregiver_app.ui.studio.writing.kind_words import kind_words
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.ui.widgets.line_list import Line

if TYPE_CHECKING:
    from caregiver_app.packs.round import RoundRow

_GONE = frozenset({PackFault.DEAD, PackFault.CERTIFICATE, PackFault.UNSURE})
_CHANGED = frozenset({PackFault.CHANGED, PackFault.MOVED})


def whole_words(found: Round) -> tuple[Tone, Icon, str, str]:
    """Return how a pack stands: tone and icon, the first line, a sentence below it."""
    if not found.rows:
        return Tone.OK, Icon.CHECK, _("Nothing is due in this pack."), _("What you changed goes out when you publish.")
    count = len(found.rows)
    heading = ngettext("{count} thing to look at.", "{count} things to look at.", count)
    text = _("Old answers are kept. What you say here goes out when you publish.")
    return Tone.INFO, Icon.INFO, heading.format(count=format_number(count)), text


def round_line(number: int, row: RoundRow) -> Line:
    """Return one row as a line of a list; its key is its number."""
    words = " ".join(dict.fromkeys(problem_words(problem) for problem in row.problems))
    facts = "  ·  ".join(part for part in (_kind(row), words) if part)
    return Line(key=str(number), title=row.title, facts=facts, pill=_pill(row))


def _kind(row: RoundRow) -> str:
    words = kind_words().get(row.listed)
    return _("The whole pack") if words is None else words.many


def _pill(row: RoundRow) -> PillLook:
    faults = {problem.fault for problem in row.problems}
    if faults & _GONE:
        return PillLook(text=_("Gone?"), tone=Tone.WARN, icon=Icon.ALERT)
    if faults & _CHANGED:
        return PillLook(text=_("Changed"), tone=Tone.INFO, icon=Icon.EYE)
    return PillLook(text=_("Due"), tone=Tone.INFO, icon=Icon.CLOCK)
