"""Findings as the window lists them: what stands in the same words is one line. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from caregiver_app.model.card import CardPart, ShareFinding
from caregiver_app.model.guard import Finding, FindingKind, Level

_NAMED_CHARS = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One thing that a text gives away, wherever it stands in these words. `page` and `part` as `ShareFinding` has."""

    findings: tuple[Finding, ...] = field(repr=False)
    page: int | None = None
    part: CardPart = CardPart.TITLE

    @property
    def first(self) -> Finding:
        """The first of its places."""
        return self.findings[0]

    @property
    def key(self) -> tuple[FindingKind, str, int | None, CardPart]:
        """What tells it from other details, wherever it stands."""
        return self.kind, self.first.text, self.page, self.part

    @property
    def kind(self) -> FindingKind:
        """What it is."""
        return self.first.kind

    @property
    def level(self) -> Level:
        """How it is settled."""
        return self.first.level

    @property
    def text(self) -> str:
        """The words, on one line."""
        return " ".join(self.first.text.split())

    @property
    def named(self) -> str:
        """The words as a part of a name that is spoken: cut where they are long."""
        return self.text if len(self.text) <= _NAMED_CHARS else f"{self.text[:_NAMED_CHARS].rstrip()}…"


def details_of(findings: Iterable[ShareFinding]) -> tuple[Detail, ...]:
    """Return the details of findings: those that stop first, then in the order of the text."""
    groups: dict[tuple[FindingKind, str, int | None, CardPart], list[Finding]] = {}
    for one in findings:
        groups.setdefault((one.finding.kind, one.finding.text, one.page, one.part), []).append(one.finding)
    details = [Detail(findings=tuple(group), page=key[2], part=key[3]) for key, group in groups.items()]
    return tuple(sorted(details, key=lambda detail: (detail.level is not Level.STOP, detail.page is not None)))
