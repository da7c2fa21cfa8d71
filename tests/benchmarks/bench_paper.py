"""Paper measured: a sheet of one page as one ticks what goes on it, 200 QR codes, a journal of 100 pages.

    python3 dev.py bench paper -- [--rounds 5] [--write]

Each figure is from values to a finished file, after a first sheet has loaded typesetter and fonts; each round says
something else, so that nothing is taken from the round before.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

from caregiver_app.model.sheets.paper import PrintSize
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout, TypesetSheet
from tests.benchmarks.figures import Figure, add_writing_option, growth_exponent, show
from tests.helpers import example_sheets, other_sheets

LARGE, NORMAL = Layout(), Layout(size=PrintSize.NORMAL)
SCREEN_DPI, PRINTER_DPI = 96, 300
CODES, JOURNAL_DAYS, MEDICINES = 200, 400, 500
Made = Callable[[TypesetSheet], object]


def main() -> None:
    """Measure, print."""
    options = _options()
    first = _seconds(example_sheets.article(), LARGE, _pdf)
    figures = [
        Figure(what="first sheet, with typesetter and fonts", ours=first * 1000, unit="ms"),
        *_small(options.rounds),
        *_long(options.rounds),
    ]
    conditions = f"Median of {options.rounds}; a page of the journal holds some four days of large print."
    show("Paper", conditions, figures, write=options.write)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    add_writing_option(parser)
    return parser.parse_args(sys.argv[1:])


def _small(rounds: int) -> list[Figure]:
    """Return what a person waits for while they tick, save and print a sheet of one page."""

    def emergency(place: int) -> Sheet:
        return example_sheets.emergency(contacts=4, medicines=9 + place % 3, name=f"Margaret {place}")

    ways: Sequence[tuple[str, Made]] = (("preview", _pages), ("PDF", _pdf))
    taken = {name: _median(emergency, LARGE, way, rounds) * 1000 for name, way in ways}
    printed = _median(emergency, LARGE, _print, rounds) * 1000
    plain = _median(lambda place: example_sheets.codes(3, about=f"Sleep {place}"), LARGE, _pdf, rounds) * 1000
    return [
        Figure(what="list of one page, PDF", ours=plain, unit="ms", must=300, aim=50),
        *(Figure(what=f"emergency sheet, {name}", ours=ms, unit="ms", must=300, aim=50) for name, ms in taken.items()),
        Figure(what=f"emergency sheet, {PRINTER_DPI} dots an inch", ours=printed, unit="ms"),
    ]


def _long(rounds: int) -> list[Figure]:
    codes = _median(lambda place: example_sheets.codes(CODES + place), LARGE, _pdf, rounds)
    journals = {days: _of_journal(days, rounds) for days in (JOURNAL_DAYS // 10, JOURNAL_DAYS)}
    pages = len(typeset([other_sheets.journal(JOURNAL_DAYS)], LARGE).pages(dots_per_inch=8))
    medicines = _median(lambda place: other_sheets.medicines(MEDICINES + place), NORMAL, _pdf, rounds)
    return [
        Figure(what=f"{CODES} QR codes", ours=codes, unit="s", must=2),
        Figure(what=f"journal of {pages} pages", ours=journals[JOURNAL_DAYS], unit="s", must=5),
        Figure(what="journal, exponent from a tenth of it", ours=growth_exponent(journals), unit="", must=1.2),
        Figure(what=f"{MEDICINES} medicines", ours=medicines, unit="s"),
    ]


def _of_journal(days: int, rounds: int) -> float:
    return _median(lambda place: other_sheets.journal(days + place), LARGE, _pdf, rounds)


def _median(sheet: Callable[[int], Sheet], layout: Layout, way: Made, rounds: int) -> float:
    return median(_seconds(sheet(place), layout, way) for place in range(rounds))


def _seconds(sheet: Sheet, layout: Layout, way: Made) -> float:
    begun = time.perf_counter()
    way(typeset([sheet], layout))
    return time.perf_counter() - begun


def _pdf(made: TypesetSheet) -> object:
    return made.pdf()


def _pages(made: TypesetSheet) -> object:
    return made.pages(dots_per_inch=SCREEN_DPI)


def _print(made: TypesetSheet) -> object:
    return made.pages(dots_per_inch=PRINTER_DPI)


if __name__ == "__main__":
    main()
