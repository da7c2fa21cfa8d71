"""Languages: as said, unless the words are clearly of another; else by words, else by the model, else unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.support.language import language_of, language_tag

TEXTS = {
    "en": ("If you look after someone with dementia, you may need a short break now and then, and that is fine."),
    "es": (
        "Si usted cuida a una persona con demencia, es posible que "
        "necesite un descanso de vez en cuando, y no pasa nada."
    ),
    "fr": (
        "Si vous vous occupez d'une personne malade, il est possible que "
        "vous ayez besoin de repos, et ce n'est pas grave."
    ),
    "de": (
        "Wenn Sie sich um einen Menschen mit Demenz kümmern, ist es gut, "
        "wenn Sie auch an sich denken und nicht zu viel tun."
    ),
    "it": (
        "Se vi prendete cura di una persona con la demenza, è bene che pensiate anche a voi e non solo a chi è malato."
    ),
    "pt": ("Se você cuida de uma pessoa com demência, é bom que pense também em si e não só em quem está doente."),
    "nl": (
        "Als u voor iemand met dementie zorgt, is het goed dat u ook aan uzelf denkt en niet te veel van uzelf vraagt."
    ),
}


def nobody(_text: str) -> str:
    return ""


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_that_nobody_names_shows_in_its_frequent_words(language: str) -> None:
    assert language_of(TEXTS[language], ("", ""), nobody) == language


def test_the_first_tag_that_is_one_counts() -> None:
    assert language_of("x", ("", "en_GB"), nobody) == "en-GB"
    assert language_of("x", ("Spanish (Mexico)", " es-MX "), nobody) == "es-MX"


def test_words_that_are_clearly_of_another_language_speak_against_what_is_said() -> None:
    assert language_of(TEXTS["es"] * 3, ("", "en-US"), nobody) == "es"
    assert language_of(TEXTS["es"], ("", "en-US"), nobody) == "en-US", "too few words"
    assert language_of(f"{TEXTS['es']} {TEXTS['en']}" * 3, ("", "en-US"), nobody) == "en-US", "both"
    assert language_of(TEXTS["es"] * 3, ("", "ca"), nobody) == "ca", "a language whose words nobody counts"


def test_the_model_is_asked_only_where_nothing_else_tells() -> None:
    asked: list[str] = []

    def model(doubtful: str) -> str:
        asked.append(doubtful)
        return "fi"

    doubtful = "Hoida itseäsi."
    assert [language_of(text, (), model) for text in (doubtful, TEXTS["en"])] == ["fi", "en"]
    assert language_of(doubtful, ("sv",), model) == "sv"
    assert asked == [doubtful]


def test_what_is_usual_counts_for_texts_that_do_not_tell_and_do_not_deny_it() -> None:
    assert language_of("Taxi.mp3", (), nobody, usual="en") == "en"
    assert (
        language_of("Rest comes when it can, says nobody here, weary carers nod, sleep", (), nobody, usual="en") == "en"
    )
    finnish = "Jos hoidat läheistäsi, tarvitset välillä lepoa. Kysy kunnastasi, mitä apua voit saada ja mitä se maksaa."
    assert language_of(finnish, (), nobody, usual="en") == ""
    assert language_of(TEXTS["es"], (), nobody, usual="en") == "es"


def test_what_is_usual_may_show_further_on_in_a_text() -> None:
    names = "Zabrowska, Vandersteen, Oyelaran, Quisenberry, Lindqvist " * 10
    assert language_of(f"{names}\n{TEXTS['en']} {TEXTS['en']}", (), nobody, usual="en") == "en"
    assert language_of(f"{names}\n{names}", (), nobody, usual="en") == ""


def test_few_words_and_no_words_are_of_no_language() -> None:
    assert language_of("", (), nobody) == language_of("the end of it", (), nobody) == ""


@pytest.mark.parametrize(
    ("written", "tag"),
    [("en", "en"), ("pt_BR", "pt-BR"), ("zh-Hant-TW", "zh-Hant-TW"), ("", ""), ("English", ""), ("e", ""), ("en-", "")],
)
def test_a_tag_is_well_formed_or_empty(written: str, tag: str) -> None:
    assert language_tag(written) == tag


@given(st.text(), st.lists(st.text(), max_size=3))
def test_any_text_has_a_language_or_none(text: str, said: list[str]) -> None:
    language = language_of(text, said, nobody)
    assert language == language_tag(language)
