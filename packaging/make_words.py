"""Makes the lists of plain words from which passphrases are made: `resources/words/english.txt` and `spanish.txt`.

    python packaging/make_words.py english WORD-LIST      write the file
    python packaging/make_words.py spanish FREQUENCIES
    python packaging/make_words.py --check                say whether both keep the rules (exit 1 when not)

Which English words are common comes from the frequency lists of zxcvbn, which ones are spelt so from the word list of
SCOWL, level small (docs/formats/words.md has its notice); Spanish ones come from `spanish_words`. What is rude or cruel
is left out by `words/left_out.txt` and `left_out_spanish.txt`. No two words that are kept differ by one keystroke: a
letter more, a letter less, or another one in its place.
"""

from __future__ import annotations

import heapq
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import ascii_lowercase

from spanish_words import common_words

PROJECT = Path(__file__).resolve().parent.parent

KEPT = 8_192  # 13 bits a word
FEWEST = 7_776


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """A list of one language: `name` is its file, `left_out` that of the words which it has not."""

    name: str
    left_out: str
    shortest: int
    longest: int

    @property
    def path(self) -> Path:
        """Where it ships."""
        return PROJECT / "resources" / "words" / self.name


ENGLISH = WordList(name="english.txt", left_out="left_out.txt", shortest=3, longest=9)
SPANISH = WordList(name="spanish.txt", left_out="left_out_spanish.txt", shortest=4, longest=10)


def main(arguments: list[str]) -> int:
    """Write or check the files."""
    if arguments == ["--check"]:
        lists = (ENGLISH, SPANISH)
        found = [each for one in lists for each in problems(one.path.read_text(encoding="utf-8").split(), one)]
        print("\n".join(found) or "The lists of words keep their rules.")
        return 1 if found else 0
    if len(arguments) != 2 or arguments[0] not in ("english", "spanish"):
        print(__doc__)
        return 0 if arguments == ["--help"] else 2
    language, source = arguments[0], Path(arguments[1])
    if language == "spanish":
        said = common_words(source)
        words, wanted = make_words({word: -often for word, often in said.items()}, SPANISH), SPANISH
    else:
        spelt, ranks = set(source.read_text(encoding="utf-8").split()), _ranks()
        words, wanted = make_words({word: ranks[word] for word in spelt & ranks.keys()}, ENGLISH), ENGLISH
    wanted.path.parent.mkdir(parents=True, exist_ok=True)
    wanted.path.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} words")
    return 0


def make_words(ranks: Mapping[str, int], wanted: WordList) -> list[str]:
    """Return the most common words, those of the lowest ranks, far enough from each other, in the order of letters."""
    candidates = [word for word in ranks if _is_plain(word, wanted) and not _is_left_out(word, wanted)]
    apart = sorted(_apart(candidates), key=lambda word: (ranks[word], word))
    return sorted(apart[:KEPT])


def problems(words: list[str], wanted: WordList) -> list[str]:
    """Return which rules a list breaks."""
    known = set(words)
    found = [f"{word}: not of plain letters" for word in words if not _is_plain(word, wanted)]
    found += [f"{word}: left out" for word in words if _is_left_out(word, wanted)]
    found += [f"{word}: one keystroke from another" for word in words if not known.isdisjoint(_one_letter_less(word))]
    shapes = Counter(shape for word in words for shape in _one_letter_open(word))
    found += [f"{shape}: more than one word is like this" for shape, often in shapes.items() if often > 1]
    if len(known) < FEWEST or words != sorted(known):
        found.append(f"{wanted.name}: too few, or not each once in the order of letters")
    return found


def _ranks() -> dict[str, int]:
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    ranks: dict[str, int] = {}
    for words in FREQUENCY_LISTS.values():
        for rank, word in enumerate(words):
            ranks[word] = min(rank, ranks.get(word, rank))
    return ranks


def _apart(words: Collection[str]) -> list[str]:
    """Return as many as can be kept so that none is a neighbour of another: those with the fewest neighbours first."""
    known = set(words)
    near = {word: {other for other in _neighbours(word) if other in known} for word in words}
    waiting = [(len(others), word) for word, others in near.items()]
    heapq.heapify(waiting)
    kept: list[str] = []
    while waiting:
        count, word = heapq.heappop(waiting)
        if word not in known:
            continue
        left = near[word] & known
        if len(left) < count:
            heapq.heappush(waiting, (len(left), word))
            continue
        kept.append(word)
        known -= {word, *left}
    return kept


def _neighbours(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        for letter in ascii_lowercase:
            yield word[:at] + letter + word[at:]
        if at < len(word):
            yield word[:at] + word[at + 1 :]
            for letter in ascii_lowercase:
                if letter != word[at]:
                    yield word[:at] + letter + word[at + 1 :]


def _one_letter_less(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _one_letter_open(word: str) -> list[str]:
    return [f"{word[:at]}.{word[at + 1 :]}" for at in range(len(word))]


def _is_plain(word: str, wanted: WordList) -> bool:
    return wanted.shortest <= len(word) <= wanted.longest and word.isascii() and word.isalpha() and word.islower()


def _is_left_out(word: str, wanted: WordList) -> bool:
    left_out = _left_out(wanted.left_out)
    return f"{word}." in left_out or word.startswith(left_out)


@cache
def _left_out(name: str) -> tuple[str, ...]:
    lines = (Path(__file__).resolve().parent / "words" / name).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
