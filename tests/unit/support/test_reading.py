"""Reading levels: in the order in which people find texts hard, and nothing where no formula fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.support.reading import Band, band, grade, reading_minutes

EASY_EN = (
    "You can ask for help. It is fine to rest. Call a friend each day. Go for a walk. Eat well. Sleep when you can. "
    * 3
)
PLAIN_EN = (
    "If you look after someone with dementia, you may need a short break now and then. Your local council can tell you "
    "which services are near you, and whether you have to pay for them. Ask for a carer's assessment first. "
) * 3
HARD_EN = (
    "Pharmacokinetic characteristics of acetylcholinesterase inhibitors necessitate individualised titration, "
    "particularly in polymedicated populations whose hepatic metabolism may be substantially compromised by "
    "concomitant administration of comparable therapeutic interventions. "
) * 3
EASY_ES = (
    "Usted puede pedir ayuda. Es bueno que descanse. Llame a un amigo cada día. Salga a dar un paseo. Coma bien. "
) * 3
HARD_ES = (
    "Las características farmacocinéticas de los inhibidores de la acetilcolinesterasa requieren una individualización "
    "terapéutica exhaustiva, particularmente en poblaciones polimedicadas cuya metabolización hepática pudiera "
    "encontrarse comprometida por la administración concomitante de otras intervenciones farmacológicas. "
) * 3


def test_harder_texts_have_higher_grades() -> None:
    easy, plain, hard = (grade(text, "en") for text in (EASY_EN, PLAIN_EN, HARD_EN))
    assert easy is not None
    assert plain is not None
    assert hard is not None
    assert easy < 3 < plain < 12 < hard


def test_spanish_is_graded_by_its_own_formula() -> None:
    easy, hard = grade(EASY_ES, "es-MX"), grade(HARD_ES, "es")
    assert easy is not None
    assert hard is not None
    assert easy < 6
    assert hard > 13


def test_the_flesch_kincaid_formula_is_computed_as_published() -> None:
    assert grade("The cat sat on the mat. " * 10, "en") == 0.0  # 0.39 * 6 + 11.8 * 1 - 15.59 is below the first grade
    eight_words_of_thirteen_syllables = "A person in a city sees another person. "
    assert grade(eight_words_of_thirteen_syllables * 10, "en") == round(0.39 * 8 + 11.8 * 13 / 8 - 15.59, 1)


EASY_DE = "Sie können um Hilfe bitten. Es ist gut, wenn Sie ruhen. Rufen Sie jeden Tag an. Gehen Sie an die Luft. " * 3
HARD_DE = (
    "Die pharmakologischen Eigenschaften der Cholinesterasehemmer erfordern eine individuelle Dosisanpassung, "
    "insbesondere bei mehrfach erkrankten Patientengruppen, deren Leberstoffwechsel durch gleichzeitige Verabreichung "
    "vergleichbarer Arzneimittel erheblich beeinträchtigt sein könnte. "
) * 3
EASY_FR = "Vous pouvez demander de l'aide. Il est bon de dormir. Un ami peut venir le soir. Sortez un peu. " * 3
HARD_FR = (
    "Les caractéristiques pharmacocinétiques des inhibiteurs de l'acétylcholinestérase nécessitent une "
    "individualisation thérapeutique, particulièrement chez les populations polymédiquées dont la métabolisation "
    "hépatique est compromise par l'administration concomitante d'autres interventions médicamenteuses. "
) * 3


@pytest.mark.parametrize(("language", "easy", "hard"), [("de-AT", EASY_DE, HARD_DE), ("fr-CA", EASY_FR, HARD_FR)])
def test_german_and_french_have_formulas_of_their_own(language: str, easy: str, hard: str) -> None:
    low, high = grade(easy, language), grade(hard, language)
    assert low is not None
    assert high is not None
    assert low <= 6.5
    assert high >= 14


def test_the_wiener_sachtextformel_is_computed_as_published() -> None:
    """Ten words a sentence; 2 with three syllables, 3 longer than six letters, 5 of one syllable."""
    sentence = "Die Familie bekommen Ärztin kleine Frau da und der Brücken. "
    assert grade(sentence * 5, "de") == round(0.1935 * 20 + 0.1672 * 10 + 0.1297 * 30 - 0.0327 * 50 - 0.875, 1)


def test_no_formula_no_grade() -> None:
    assert grade(PLAIN_EN, "fi") is None
    assert grade(PLAIN_EN, "") is None
    assert grade("Too short to tell.", "en") is None
    assert grade("", "en") is None


@pytest.mark.parametrize(
    ("level", "language", "expected"),
    [
        (None, "en", None),
        (8.0, "en-GB", Band.EASY),
        (8.1, "en", Band.MIDDLE),
        (12.0, "", Band.MIDDLE),
        (12.1, "de", Band.HARD),
        (8.0, "es", Band.MIDDLE),
        (6.5, "es-MX", Band.EASY),
        (11.0, "es", Band.HARD),
    ],
)
def test_grades_fall_into_three_bands(level: float | None, language: str, expected: Band | None) -> None:
    assert band(level, language) is expected


@pytest.mark.parametrize(
    ("words", "language", "minutes"), [(0, "en", 1), (228, "en-US", 1), (229, "en", 2), (229, "de", 2), (400, "xx", 3)]
)
def test_a_text_takes_as_long_as_people_read_in_its_language(words: int, language: str, minutes: int) -> None:
    assert reading_minutes(words, language) == minutes


def test_headings_and_items_without_full_stop_are_sentences() -> None:
    items = "\n".join(["• warm socks and soft shoes"] * 20)
    run_on = " ".join(["warm socks and soft shoes"] * 20)
    listed, unbroken = grade(items, "en"), grade(run_on, "en")
    assert listed is not None
    assert unbroken is not None
    assert listed < unbroken


@given(st.text(), st.sampled_from(["en", "es", "de", "fr", "", "x"]))
def test_any_text_has_a_grade_within_bounds_or_none(text: str, language: str) -> None:
    level = grade(text * 5, language)
    assert level is None or 0 <= level <= 20
