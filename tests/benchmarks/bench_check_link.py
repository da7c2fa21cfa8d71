"""Checking links and forwarded messages over a large library, whose pages lie on the own site of an organisation.

    python3 dev.py bench check_link -- [--articles 300000] [--texts 60] [--keep FOLDER] [--write]

A folder to keep is filled once and used again. A short message is what one reads on a telephone; a long one is a whole
page. Words are taken from the library's own texts, so that all of them are found.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.library.store import Library
from caregiver_app.model.organisation import Organisation, Site
from caregiver_app.model.search import ArticleQuery
from tests.benchmarks.figures import Figure, add_writing_option, show
from tests.benchmarks.made_library import make_library, took
from tests.helpers.organisations import put_organisation

MUST_MS, AIM_MS = 300.0, 100.0
HOST = "bench.example.org"


def main() -> None:
    """Measure, print."""
    options = _options()
    with tempfile.TemporaryDirectory() as elsewhere:
        folder = Path(options.keep or elsewhere)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "library.db").exists():
            make_library(folder, options.articles, lambda line: print(line, file=sys.stderr))
        services = build_services(Paths(data_dir=folder))
        library = services.open_library()
        _give_to_an_organisation(library)
        texts = _texts(library, options.texts)
        figures = [figure for kind, some in texts.items() for figure in _measured(services, library, kind, some)]
        library.close()
        services.close()
    show(
        "Checking a link",
        f"{options.articles:,} articles, {options.texts} texts of each kind.",
        figures,
        write=options.write,
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=300_000)
    parser.add_argument("--texts", type=int, default=60)
    parser.add_argument("--keep")
    add_writing_option(parser)
    return parser.parse_args(sys.argv[1:])


def _give_to_an_organisation(library: Library) -> None:
    """Have every page be one that the check may answer with: on a known organisation's own site."""
    organisation = Organisation(uid="bench", name="Bench", known="Register", sites=(Site(host=HOST),))
    number = put_organisation(library, organisation, author="starter")
    with library.write("bench.give") as writer:
        writer.execute("UPDATE source_origin SET author = 'starter'")
        writer.execute(
            """
            UPDATE item SET organisation_id = :number, url = replace(url, 'bench.example/', 'bench.example.org/')
            WHERE organisation_id IS NULL
            """,
            {"number": number},
        )


def _texts(library: Library, count: int) -> dict[str, list[str]]:
    chance = random.Random(7)  # noqa: S311 the same texts every time are what makes runs comparable
    rows = chance.sample(library.articles.page(ArticleQuery(), limit=2_000).rows, count)
    words = [re.findall(r"\w+", library.articles.get(row.id).text) for row in rows]
    return {
        "a link": [str(row.url) for row in rows],
        "a short message": [f"{' '.join(chance.sample(some, 25))} https://bit.ly/3abc" for some in words],
        "a long message": [" ".join(some[:400]) for some in words],
    }


def _measured(services: Services, library: Library, kind: str, texts: Sequence[str]) -> list[Figure]:
    check = services.link_checking.check
    check(library, texts[0])
    costs = [took(partial(check, library, text)) for text in texts]
    wall, cpu = [each.wall * 1000 for each in costs], [each.cpu * 1000 for each in costs]
    return [
        Figure(what=f"{kind}, p95", ours=_p95(wall), unit="ms", must=MUST_MS, aim=AIM_MS),
        Figure(what=f"{kind}, processor, p95", ours=_p95(cpu), unit="ms", must=MUST_MS, aim=AIM_MS),
        Figure(what=f"{kind}, processor, median", ours=median(cpu), unit="ms"),
    ]


def _p95(taken: Sequence[float]) -> float:
    return quantiles(taken, n=100, method="inclusive")[94]


if __name__ == "__main__":
    main()
