"""Looks at the whole of a pack before it is built, as its maker would if there were time.

Each problem names its place. Pure: what was found on the web and what the guard finds are
handed in. `making` finds what no archive can be without.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from caregiver_app.model.link_check import LinkCheck
from caregiver_app.model.pack_problem import PackProblem
from caregiver_app.packs.check_days import check_days
from caregiver_app.packs.check_links import check_links, check_private_links
from caregiver_app.packs.check_shape import check_shape
from caregiver_app.packs.check_words import Look, check_words
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.making import MadePack
from caregiver_app.packs.settled import Settled


def check_pack(
    made: MadePack, *, settled: Settled, on: date, look: Look, links: Mapping[str, LinkCheck] | None = None
) -> tuple[PackProblem, ...]:
    """Return everything that is wrong with a pack or should be looked at, errors of its form first.

    `links` are what a look at its addresses found, by their keys; None where nobody looked.
    """
    problems = Problems()
    for problem in made.problems:
        problems.add(problem.where, problem.fault, problem.detail)
    if made.pack is not None:
        check_words(made, made.pack, settled=settled, look=look, problems=problems)
        check_private_links(made, made.pack, settled, problems)
        check_links(made, made.pack, links or {}, problems)
        check_days(made.pack, on, problems)
        check_shape(made, made.pack, problems)
    return problems.all
