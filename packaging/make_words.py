"""Makes `resources/words/english.txt`: the plain words from which passphrases are made.

    python packaging/make_words.py WORD-LIST      write the file
    python packaging/make_words.py --check        say whether what is there keeps the rules (exit 1 when not)

Which words are common comes from the frequency lists of zxcvbn, which ones are spelt so from the word list of SCOWL,
level small (docs/formats/words.md has its notice). What is rude or cruel is left out by `words/left_out.txt`. No two
words that are kept differ by one keystroke: a letter more, a letter less, or another one in its place.
"""

from __future__ import annotations

import heapq
import sys
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from string import ascii_lowercase

PROJECT = Path(__file__).resolve().parent.parent
OUTPUT = PROJECT / "resources" / "words" / "english.txt"
LEFT_OUT = Path(__file__).resolve().parent / "words" / "left_out.txt"

KEPT = 8_192  # 13 bits a word
FEWEST = 7_776
SHORTEST, LONGEST = 3, 9


def main(arguments: list[str]) -> int:
    """Write or check the file."""
    if arguments == ["--check"]:
        found = problems(OUTPUT.read_text(encoding="utf-8").split())
        print("\n".join(found) or "The list of words keeps its rules.")
        return 1 if found else 0
    words = make_words(Path(arguments[0]).read_text(encoding="utf-8").split())
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} words")
    return 0


def make_words(spelt: Iterable[str]) -> list[str]:
    """Return the most common words of those that are spelt so, far enough from each other, in the order of letters."""
    ranks = _ranks()
    candidates = [word for word in set(spelt) & ranks.keys() if _is_plain(word) and not _is_left_out(word)]
    apart = sorted(_apart(candidates), key=lambda word: (ranks[word], word))
    return sorted(apart[:KEPT])


def problems(words: list[str]) -> list[str]:
    """Return which rules a list breaks."""
    known = set(words)
    found = [f"{word}: not of plain letters" for word in words if not _is_plain(word)]
    found += [f"{word}: left out" for word in words if _is_left_out(word)]
    found += [f"{word}: one keystroke from another" for word in words if any(n in known for n in _neighbours(word))]
    if len(known) < FEWEST or words != sorted(known):
        found.append("too few, or not each once in the order of letters")
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


def _is_plain(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and word.isascii() and word.isalpha() and word.islower()


def _is_left_out(word: str) -> bool:
    return f"{word}." in _left_out() or word.startswith(_left_out())


@cache
def _left_out() -> tuple[str, ...]:
    lines = LEFT_OUT.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
