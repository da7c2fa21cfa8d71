"""The words of a pack: nothing in them gives somebody away, and they can be read by the people they are for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from caregiver_app.model.guard import Finding, FindingKind
from caregiver_app.model.pack import Pack
from caregiver_app.model.pack_bounds import Line, Prose
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.making import MadePack, line_in_folder
from caregiver_app.packs.records import leaves_of
from caregiver_app.packs.rules import texts_of
from caregiver_app.packs.settled import Settled
from caregiver_app.packs.texts import line_at
from caregiver_app.support.reading import Band, band, grade

# What is the purpose of its field to say: a line's number is nobody's own.
_PUBLIC_FIELDS: Final = (".phone", ".when", ".licence", ".credit", ".name", ".hours_said", ".organiser", ".publisher")


def check_words(
    made: MadePack, pack: Pack, *, settled: Settled, look: Callable[[str], tuple[Finding, ...]], problems: Problems
) -> None:
    """Add what the guard found and nobody decided on, and texts that are hard to read."""
    _check_private_words(look, problems)
    for where, words in _texts_that_leave(made, pack):
        findings = [each for each in look(words) if each.kind is not FindingKind.PRIVATE_WORDS_UNCHECKED]
        for finding in settled.open_ones(findings, where):
            line = line_in_folder(f"{where}:{line_at(words, finding.start)}", made.above)
            problems.add(line if where in made.texts else where, PackFault.PERSONAL_DETAIL, finding.text)
    for text, _ in texts_of(pack):
        opened = made.texts.get(text.file)
        if opened is not None:
            reached = grade(opened.text, text.language)
            if band(reached, text.language) not in (None, Band.EASY):
                problems.add(text.file, PackFault.HARD_TO_READ, reached)


def _check_private_words(look: Callable[[str], tuple[Finding, ...]], problems: Problems) -> None:
    if any(each.kind is FindingKind.PRIVATE_WORDS_UNCHECKED for each in look("")):
        problems.add("", PackFault.PRIVATE_WORDS_UNCHECKED)


def _texts_that_leave(made: MadePack, pack: Pack) -> Iterator[tuple[str, str]]:
    for leaf in leaves_of(pack):
        if isinstance(leaf.bound, Line | Prose) and leaf.value and not f".{leaf.where}".endswith(_PUBLIC_FIELDS):
            yield leaf.where, leaf.value
    for file, text in made.texts.items():
        yield file, text.markdown
