"""What comes of the answers, and the rule behind it, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caregiver_app.model.trust import Outcome, Point, Verdict
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictWords:
    """The outcome in a bold line, and what it hangs on, a sentence each."""

    heading: str
    why: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of why, one below the other."""
        return "\n".join(self.why)


def verdict_words(verdict: Verdict, asks: Mapping[Point, str]) -> VerdictWords:
    """Return the verdict in words; `asks` is how each point is asked."""
    match verdict.outcome:
        case Outcome.VETTED:
            heading, why = _("By these answers it counts as checked."), _weak(verdict)
        case Outcome.NOT_VETTED:
            heading, why = _("By these answers it does not count as checked."), _against(verdict, asks)
        case Outcome.UNFINISHED:
            heading, why = _("This check is not finished."), _open(verdict)
    return VerdictWords(heading=heading, why=tuple(why))


def rule_words(must: Sequence[str], *, most_no: int, most_unsure: int) -> str:
    """Return the published rule: what must be Yes, and from how many No and Not sure on it does not pass."""
    points = _list(must)
    # Translators: {points} are several questions in quotation marks
    first = _("These must be Yes: {points}.").format(points=points) if must else ""
    second = _("With {no} No, or {unsure} Not sure, it does not count as checked.").format(
        no=format_number(most_no), unsure=format_number(most_unsure)
    )
    return "\n".join(filter(None, (first, second)))


def _weak(verdict: Verdict) -> list[str]:
    said = []
    if verdict.no:
        said.append(_counted_no(len(verdict.no)))
    if verdict.cannot_tell:
        said.append(_counted_unsure(len(verdict.cannot_tell)))
    return said or [_("All answers are Yes.")]


def _against(verdict: Verdict, asks: Mapping[Point, str]) -> list[str]:
    said = [
        _("This must be Yes: “{point}”").format(point=asks[point]) for point in verdict.must_be_yes if point in asks
    ]
    if len(verdict.no) > 1:
        said.append(_counted_no(len(verdict.no)))
    if len(verdict.cannot_tell) > 1:
        said.append(_counted_unsure(len(verdict.cannot_tell)))
    return said


def _open(verdict: Verdict) -> list[str]:
    said = []
    if verdict.unanswered:
        left = len(verdict.unanswered)
        pattern = ngettext("{count} point is still open.", "{count} points are still open.", left)
        said.append(pattern.format(count=format_number(left)))
    if verdict.without_reason:
        said.append(_("Say why not where your answer is No."))
    return said


def _counted_no(count: int) -> str:
    return ngettext("{count} answer is No.", "{count} answers are No.", count).format(count=format_number(count))


def _counted_unsure(count: int) -> str:
    pattern = ngettext("{count} answer is Not sure.", "{count} answers are Not sure.", count)
    return pattern.format(count=format_number(count))


def _list(points: Sequence[str]) -> str:
    # Translators: one question of several
    return ", ".join(_("“{point}”").format(point=point.rstrip(".?")) for point in points)
