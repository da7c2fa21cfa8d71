"""The guard measured as one types: 2,000 characters at a time, with the words of full care notes looked for too.

    python3 dev.py bench guard -- [--texts 300] [--write]

Texts are joined from the messages of tests/data/messages: clean ones, such as people send (one in four gives somebody
away), and the worst case, in which every sentence does. Then what nobody would write: pieces that make patterns slow,
over and over, in 2,000 and in 20,000 characters; what takes ten times as long grows with the text and no faster.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from statistics import median, quantiles

from caregiver_app.guard.knowledge import Knowledge
from caregiver_app.guard.scan import scan
from caregiver_app.links.tokens import has_token
from caregiver_app.model.private import PrivateKind
from caregiver_app.support.helplines import public_numbers
from caregiver_app.vault.private_words.matcher import PrivateMatcher, PrivateText
from tests.benchmarks.figures import Figure, add_writing_option, show
from tests.helpers.guarding import messages

CHARACTERS = 2_000
PRIVATE_WORDS = 1_200
ROUNDS = 5
MUST_MS, AIM_MS = 16.0, 5.0
HOSTILE = (
    *(
        "aged 5, ",
        ")",
        "1 ",
        "A1 ",
        "a1-",
        "O 1",
        "_1",
        "1\n",
        "a@",
        "a.",
        "she is 5 ",
        "12/03/1941 ",
        "Mr and ",
        "5° ",
    ),
    *(
        "http://a(",
        "/home/a/",
        "a b ",
        "Rue de la ",
        "12 Aa ",
        "account 1",
        "%41",
        "aAa1",
        "\u0279a ",
        "\u0430a ",
        "e\u0336",
    ),
)
HOSTILE_LENGTHS = 2_000, 20_000
LONGEST = 100_000
MOST_TIMES = 15.0
MIXES = {"clean": 0.0, "as people write": 0.25, "every sentence private": 1.0}


def main() -> None:
    """Measure, print."""
    options = _options()
    knowledge = Knowledge(public_numbers=public_numbers(), holds_token=has_token, private_words=_matcher())
    figures: list[Figure] = []
    for mix, share in MIXES.items():
        texts = _texts(share, options.texts)
        scan(texts[0], knowledge)
        rounds = [[_cost(text, knowledge) for text in texts] for _ in range(ROUNDS)]
        taken = [_least(costs) for costs in zip(*rounds, strict=True)]
        figures += _figures(mix, [wall for wall, _cpu in taken], [cpu for _wall, cpu in taken])
    figures += _hostile_figures(knowledge)
    show(
        "The guard",
        f"{CHARACTERS:,} characters, {options.texts} texts of each kind, the least of {ROUNDS} rounds, "
        f"{PRIVATE_WORDS:,} private words.",
        figures,
        write=options.write,
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=300)
    add_writing_option(parser)
    return parser.parse_args(sys.argv[1:])


def _matcher() -> PrivateMatcher:
    chance = random.Random(13)  # noqa: S311 the same words every time are what makes runs comparable
    texts = ("".join(chance.choices("aeioulmnrstv", k=8)).title() for _ in range(PRIVATE_WORDS))
    return PrivateMatcher(bytes(32), [PrivateText(kind=PrivateKind.NAME, text=text) for text in texts])


def _texts(share: float, count: int) -> list[str]:
    chance = random.Random(17)  # noqa: S311 the same texts every time are what makes runs comparable
    private, clean = ([each.text for each in messages(name)] for name in ("private", "clean"))
    texts = []
    for _ in range(count):
        text = ""
        while len(text) < CHARACTERS:
            text += chance.choice(private if chance.random() < share else clean) + " "
        texts.append(text[:CHARACTERS])
    return texts


def _least(costs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the least of a text's rounds: what other programs on the machine take is no part of the guard."""
    return min(wall for wall, _cpu in costs), min(cpu for _wall, cpu in costs)


def _cost(text: str, knowledge: Knowledge) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    scan(text, knowledge)
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def _figures(mix: str, wall: Sequence[float], cpu: Sequence[float]) -> list[Figure]:
    return [
        Figure(what=f"{mix}, p95", ours=_p95(wall), unit="ms", must=MUST_MS, aim=AIM_MS),
        Figure(what=f"{mix}, processor, p95", ours=_p95(cpu), unit="ms", must=MUST_MS, aim=AIM_MS),
        Figure(what=f"{mix}, processor, median", ours=median(cpu), unit="ms"),
    ]


def _hostile_figures(knowledge: Knowledge) -> list[Figure]:
    short, long = (
        {piece: min(_cost((piece * length)[:length], knowledge)[1] for _ in range(3)) for piece in HOSTILE}
        for length in HOSTILE_LENGTHS
    )
    growth = max(long[piece] / short[piece] for piece in HOSTILE)
    slowest = max(long, key=lambda piece: long[piece])
    whole = _cost((slowest * LONGEST)[:LONGEST], knowledge)[1] / 1000
    return [
        Figure(what="hostile, ten times the text, processor, at most", ours=growth, unit="times", must=MOST_TIMES),
        Figure(what=f"hostile, the slowest of {LONGEST:,} characters, processor", ours=whole, unit="s"),
    ]


def _p95(taken: Sequence[float]) -> float:
    return quantiles(taken, n=100, method="inclusive")[94]


if __name__ == "__main__":
    main()
