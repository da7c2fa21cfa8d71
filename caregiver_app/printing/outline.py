"""The blocks of a text under its headings, in a nesting that leaves out no level. Bounded; says where it was cut."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from caregiver_app.model.sheets.blocks import Block, Paragraph, Run, Words
from caregiver_app.support.i18n import gettext as _

MOST_CHARS = 200_000
"""Of one text: some 100 pages in large print."""
LEAST = 20
"""Letters that each paragraph, item and cell counts for, so that many short ones are bounded too."""
_DEEPEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Blocks under one heading, "" for what stands before the first one."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heading:
    level: int
    text: str


class Outline:
    """Collects headings and blocks in their order."""

    def __init__(self) -> None:
        self._all: list[_Heading | Paragraph | Block] = []
        self._left = MOST_CHARS
        self._is_cut = False

    @property
    def is_full(self) -> bool:
        """Whether nothing more is taken."""
        return self._is_cut

    def has_room(self, size: int) -> bool:
        """Tell whether so many letters more may be added."""
        return size <= self._left

    def heading(self, level: int, text: str) -> None:
        """Add a heading, 1 the highest."""
        self._take(_Heading(level=level, text=text), len(text))

    def paragraph(self, runs: tuple[Run, ...], *, strong: bool = False) -> None:
        """Add a paragraph."""
        self._take(Paragraph(runs=runs, strong=strong), sum(len(run.text) for run in runs))

    def block(self, block: Block, size: int, *, cut: bool = False) -> None:
        """Add another block, with so many letters in it; `cut`: it goes on, and nothing is taken after it."""
        if not cut:
            self._take(block, size)
        elif not self._is_cut:
            self._all.append(block)
            self._is_cut = True

    def sections(self) -> tuple[Section, ...]:
        """Return all of it: the highest headings begin sections, those below stand in them."""
        ranks = {level: rank for rank, level in enumerate(sorted({level for level in map(_level, self._all) if level}))}
        found: list[tuple[str, list[Paragraph | Block]]] = [("", [])]
        last = 2
        for each in self._all:
            if not isinstance(each, _Heading):
                found[-1][1].append(each)
            elif ranks[each.level] == 0 or not found[-1][0]:
                found.append((each.text, []))
                last = 2
            else:
                last = min(ranks[each.level] + 2, last + 1, _DEEPEST)
                found[-1][1].append(Paragraph(runs=(Run(text=each.text),), level=last))
        if self._is_cut:
            found[-1][1].append(_cut_words())
        return tuple(Section(heading=heading, blocks=_joined(all_of)) for heading, all_of in found if heading or all_of)

    def _take(self, each: _Heading | Paragraph | Block, size: int) -> None:
        if self._is_cut or size + LEAST > self._left:
            self._is_cut = True
            return
        self._left -= size + LEAST
        self._all.append(each)


def _level(each: _Heading | Paragraph | Block) -> int:
    return each.level if isinstance(each, _Heading) else 0


def _joined(some: list[Paragraph | Block]) -> tuple[Block, ...]:
    """Return blocks in which paragraphs that follow each other are one."""
    joined: list[Block] = []
    for are_paragraphs, group in groupby(some, key=lambda each: isinstance(each, Paragraph)):
        all_of = list(group)
        if are_paragraphs:
            joined.append(Words(paragraphs=tuple(each for each in all_of if isinstance(each, Paragraph))))
        else:
            joined.extend(each for each in all_of if not isinstance(each, Paragraph))
    return tuple(joined)


def _cut_words() -> Paragraph:
    cut = _("The text goes on. It is longer than a sheet holds, so the rest was left out here.")
    return Paragraph(runs=(Run(text=cut),), strong=True)
