"""Weeks, units and paper are as is usual where somebody's language is spoken, unless they chose otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from caregiver_app.model.sheets.paper import PaperSize
from caregiver_app.support.i18n import ORIGINAL, use_language
from caregiver_app.support.regional import first_weekday, language_country, own_unit, paper_here, use_habits
from caregiver_app.support.settings import Settings


@pytest.fixture(autouse=True)
def _as_usual_afterwards() -> Iterator[None]:
    yield
    use_habits(Settings())
    use_language(ORIGINAL)


@pytest.mark.parametrize(
    ("tag", "country", "weekday", "paper"),
    [
        ("en-GB", "GB", 0, PaperSize.A4),
        ("en-US", "US", 6, PaperSize.LETTER),
        ("es-ES", "ES", 0, PaperSize.A4),
        ("es-US", "US", 6, PaperSize.LETTER),
        ("es", "", 0, PaperSize.A4),
    ],
)
def test_they_follow_the_language(tag: str, country: str, weekday: int, paper: PaperSize) -> None:
    use_language(tag)
    assert (language_country(), first_weekday(), paper_here()) == (country, weekday, paper)
    assert own_unit("weight") == own_unit("temperature") == ""


def test_paper_follows_the_country_where_one_is_known() -> None:
    assert [paper_here(country) for country in ("US", "GB", "")] == [PaperSize.LETTER, PaperSize.A4, PaperSize.A4]


def test_what_somebody_chose_wins() -> None:
    chosen = Settings(first_weekday=5, paper="us-letter", weight_unit="st", temperature_unit="F")
    use_habits(chosen)
    assert (first_weekday(), paper_here(), paper_here("ES")) == (5, PaperSize.LETTER, PaperSize.LETTER)
    assert [own_unit(kind) for kind in ("weight", "temperature", "glucose")] == ["st", "F", ""]
    use_habits(Settings(paper="papyrus"))
    assert (first_weekday(), paper_here()) == (0, PaperSize.A4)
