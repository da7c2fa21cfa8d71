"""Where weeks begin, which paper lies in the printer, in which units one measures: as is usual, or as somebody chose.

What is usual follows the language in force with its country (CLDR); what a person chose wins.
"""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.model.sheets.paper import PaperSize, usual_paper
from caregiver_app.support.i18n import current_locale, paper_locale, usual_first_weekday
from caregiver_app.support.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What somebody chose; None and "" mean: as is usual where the language is spoken.

    `first_weekday` is 0 for Monday to 6 for Sunday; `weight` and `temperature` are units of `vault.measuring`.
    """

    first_weekday: int | None = None
    paper: PaperSize | None = None
    weight: str = ""
    temperature: str = ""


_in_force = [Habits()]


def use_habits(settings: Settings) -> None:
    """Put in force what the settings say of it."""
    papers = {size.value: size for size in PaperSize}
    _in_force[0] = Habits(
        first_weekday=settings.first_weekday,
        paper=papers.get(settings.paper),
        weight=settings.weight_unit,
        temperature=settings.temperature_unit,
    )


def first_weekday() -> int:
    """Return on which day weeks begin, 0 for Monday, 6 for Sunday."""
    chosen = _in_force[0].first_weekday
    return usual_first_weekday() if chosen is None else chosen


def paper_here(country: str = "") -> PaperSize:
    """Return the paper in the printer; `country` (ISO 3166) says where, "" where the language of sheets is spoken."""
    return _in_force[0].paper or usual_paper(country or country_of(paper_locale()))


def own_unit(kind: str) -> str:
    """Return the unit in which somebody chose to measure a kind (`vault.measuring`), "" where they did not."""
    return {"weight": _in_force[0].weight, "temperature": _in_force[0].temperature}.get(kind, "")


def language_country() -> str:
    """Return the country (ISO 3166) of the language in force, "" where it has none."""
    return country_of(current_locale())


def country_of(tag: str) -> str:
    """Return the country (ISO 3166) in a language tag, "" where there is none: "US" of "es-US"."""
    return tag.partition("-")[2].rpartition("-")[2]
