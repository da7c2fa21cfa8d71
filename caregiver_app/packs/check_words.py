"""The words of a pack: nothing in them gives somebody away, and they can be read by the people they are for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from caregiver_app.guard.readable import in_words
from caregiver_app.model.guard import Finding, Looked, Words
from caregiver_app.model.pack import Pack
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.making import MadePack, line_in_folder
from caregiver_app.packs.rules import texts_of
from caregiver_app.packs.settled import Settled
from caregiver_app.packs.texts import line_at
from caregiver_app.packs.words_that_leave import words_of_fields, words_of_files
from caregiver_app.support.reading import Band, band, grade

Look = Callable[[Sequence[Words]], Looked]
"""What the guard finds in texts that are to leave, all of them read with the same knowledge."""


def check_words(made: MadePack, pack: Pack, *, settled: Settled, look: Look, problems: Problems) -> None:
    """Add what the guard found and nobody decided on, and texts that are hard to read."""
    said = (*words_of_fields(pack), *words_of_files(made))
    for where, words, finding in _open_details(said, settled, look, problems):
        line = line_in_folder(f"{where}:{line_at(words.text, finding.start)}", made.above)
        problems.add(line if words.typed and where in made.texts else where, PackFault.PERSONAL_DETAIL, finding.text)
    for text, _ in texts_of(pack):
        opened = made.texts.get(text.file)
        if opened is not None:
            reached = grade(opened.text, text.language)
            if band(reached, text.language) not in (None, Band.EASY):
                problems.add(text.file, PackFault.HARD_TO_READ, reached)


def check_fields(pack: Pack, *, settled: Settled, look: Look, problems: Problems) -> None:
    """Add what the guard found in the fields of a pack and nobody decided on; its texts are not looked at."""
    for where, _words, finding in _open_details(tuple(words_of_fields(pack)), settled, look, problems):
        problems.add(where, PackFault.PERSONAL_DETAIL, finding.text)


def _open_details(
    said: Sequence[tuple[str, Words]], settled: Settled, look: Look, problems: Problems
) -> Iterator[tuple[str, Words, Finding]]:
    each_once = list(dict.fromkeys(words for _where, words in said))  # countries, topics and the like are many
    looked = look(each_once)
    if looked.unchecked:
        problems.add("", PackFault.PRIVATE_WORDS_UNCHECKED)
    found = dict(zip(each_once, looked.found, strict=True))
    for where, words in said:
        once = found[words] if words.typed else _each_once(found[words])
        yield from ((where, words, finding) for finding in settled.open_ones(once, where))


def _each_once(found: Iterable[Finding]) -> Iterable[Finding]:
    """Return each detail once, though an address or a name of a file is read as it stands and as its words."""
    return {in_words(finding.text).rpartition("\n")[2].strip().casefold(): finding for finding in found}.values()
