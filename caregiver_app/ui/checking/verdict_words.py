"""What comes of the answers, and the rule behind it, in words."""

from __future__ import annotations

from collections.abc import Mapping
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
            return _words(_("By these answers it counts as checked."), _weak(verdict))
        case Outcome.NOT_VETTED:
            return _words(_("By these answers it does not count as checked."), _against(verdict, asks))
        case Outcome.UNFINISHED:
            return _words(_("This check is not finished."), _open(verdict))


def must_words() -> str:
    """Return what stands beside a point that decides by itself."""
    return _("Must be Yes")


def rule_words(*, too_many_no: int, too_many_unsure: int) -> str:
    """Return the published rule: from how many No and Not sure on something does not pass, beside what must be Yes."""
    pattern = _(
        "Each point with “{must}” must be Yes. With {no} No, or with {unsure} Not sure, it does not count as checked."
    )
    return pattern.format(must=must_words(), no=format_number(too_many_no), unsure=format_number(too_many_unsure))


def _words(heading: str, why: list[str]) -> VerdictWords:
    return VerdictWords(heading=heading, why=tuple(why))


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
