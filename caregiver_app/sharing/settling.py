"""What of the guard's findings is settled: what was taken out is gone from the words, what is kept needs a reason.

Pure. One to stop at needs a reason of its own, one to look at none; the same words of the same kind are one detail,
however often they stand there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from caregiver_app.model.card import KeepReason, Kept, ShareFinding
from caregiver_app.model.guard import UNCHECKED, Level, Looked, level_of
from caregiver_app.sharing.reading import Reading, findings_in


def settled_findings(readings: Sequence[Reading], looked: Looked, kept: Iterable[Kept]) -> tuple[ShareFinding, ...]:
    """Return all findings in their order, each with whether it is settled; what holds of the whole comes first."""
    passed = {(each.kind, each.text) for each in kept if may_pass(each)}
    found = [
        ShareFinding(finding=each, page=reading.page, part=reading.part)
        for reading, in_text in zip(readings, looked.found, strict=True)
        for each in findings_in(reading, in_text)
    ]
    of_all = (ShareFinding(finding=UNCHECKED),) if looked.unchecked else ()
    return tuple(
        ShareFinding(
            finding=each.finding,
            page=each.page,
            part=each.part,
            settled=(each.finding.kind, each.finding.text) in passed,
        )
        for each in dict.fromkeys((*of_all, *found))
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
