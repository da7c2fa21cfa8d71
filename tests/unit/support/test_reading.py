"""Reading levels: in the order in which people find texts hard, and nothing where no formula fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.support.reading import grade

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


def test_a_language_that_is_not_said_is_told_by_its_words() -> None:
    assert grade(PLAIN_EN, "") == grade(PLAIN_EN, "en")
    assert grade(EASY_ES, "") is None or grade(EASY_ES, "") == grade(EASY_ES, "es")
    assert grade("Wer jemanden pflegt, braucht auch einmal eine Pause. " * 8, "") is None


def test_no_formula_no_grade() -> None:
    assert grade(PLAIN_EN, "fr") is None
    assert grade("Too short to tell.", "en") is None
    assert grade("", "en") is None


def test_headings_and_items_without_full_stop_are_sentences() -> None:
    items = "\n".join(["• warm socks and soft shoes"] * 20)
    run_on = " ".join(["warm socks and soft shoes"] * 20)
    listed, unbroken = grade(items, "en"), grade(run_on, "en")
    assert listed is not None
    assert unbroken is not None
    assert listed < unbroken


@given(st.text(), st.sampled_from(["en", "es", "", "x"]))
def test_any_text_has_a_grade_within_bounds_or_none(text: str, language: str) -> None:
    level = grade(text * 5, language)
    assert level is None or 0 <= level <= 20
