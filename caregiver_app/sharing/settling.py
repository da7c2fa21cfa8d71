"""What of the guard's findings is settled: what was taken out is gone from the words, what is kept needs a reason.

Pure. One to stop at needs a reason of its own, one to look at none; the same words of the same kind are one detail,
however often they stand there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from caregiver_app.model.card import Candidate, KeepReason, Kept, ShareFinding
from caregiver_app.model.guard import Finding, FindingKind, Level, level_of


def settled_findings(
    in_message: Iterable[Finding], in_titles: Iterable[tuple[int, Finding]], kept: Iterable[Kept]
) -> tuple[ShareFinding, ...]:
    """Return all findings, each with whether it is settled: those of the message first, then by title."""
    passed = {(each.kind, each.text) for each in kept if may_pass(each)}
    return (
        *(ShareFinding(finding=each, settled=(each.kind, each.text) in passed) for each in in_message),
        *(
            ShareFinding(finding=each, title_of=place, settled=(each.kind, each.text) in passed)
            for place, each in in_titles
            if each.kind is not FindingKind.PRIVATE_WORDS_UNCHECKED  # it is said once, of the share as a whole
        ),
    )


def may_pass(kept: Kept) -> bool:
    """Tell whether what a person said is enough to let a detail pass."""
    if level_of(kept.kind) is Level.LOOK:
        return True
    if kept.reason is KeepReason.OTHER:
        return bool(kept.words.strip())
    return kept.reason is not None


def keep_all_looked_at(findings: Iterable[ShareFinding]) -> tuple[Kept, ...]:
    """Return what "Keep all" says: all open findings of the lower level may leave."""
    chosen = {
        (each.finding.kind, each.finding.text): None
        for each in findings
        if not each.settled and each.level is Level.LOOK
    }
    return tuple(Kept(kind=kind, text=text) for kind, text in chosen)


def own_titles(candidates: Sequence[Candidate]) -> tuple[tuple[int, str], ...]:
    """Return the titles that a person here wrote, each with its candidate's place."""
    return tuple((place, each.title) for place, each in enumerate(candidates) if each.own_title and each.title)
