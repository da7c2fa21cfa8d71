"""The model is read as its own package reads it, only smaller, and says nothing where it is not sure."""

from __future__ import annotations

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from caregiver_app.support.language_model import _PLAUSIBLE, SAMPLE_CHARS, detected

TEXTS = {
    "fi": (
        "Jos hoidat läheistäsi, tarvitset välillä lepoa. Kysy kunnastasi, "
        "mitä apua voit saada ja mitä se maksaa sinulle."
    ),
    "pl": (
        "Jeśli opiekujesz się bliską osobą, czasem potrzebujesz odpoczynku. Zapytaj w gminie, jaką pomoc możesz dostać."
    ),
    "el": (
        "Αν φροντίζετε έναν δικό σας άνθρωπο, χρειάζεστε κάπου κάπου "
        "ξεκούραση. Ρωτήστε στον δήμο σας ποια βοήθεια υπάρχει."
    ),
    "ja": "家族を介護している人にも、ときどき休みが必要です。どのような支援が受けられるか、市役所に相談してください。"
    * 2,
    "en": (
        "If you look after someone with dementia, you may need a short "
        "break now and then. Ask which services are near you."
    ),
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_of_a_few_lines_is_told(language: str) -> None:
    assert detected(TEXTS[language]) == language


def test_short_and_empty_texts_and_texts_without_words_are_not() -> None:
    assert detected(TEXTS["fi"][:90]) == detected("") == detected("12.5 % " * 40) == ""


def test_it_is_as_sure_as_the_whole_model_of_the_package_is() -> None:
    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    whole.set_languages(_PLAUSIBLE)
    for text in TEXTS.values():
        language, confidence = whole.classify(text[:SAMPLE_CHARS])
        assert confidence >= 0.9
        assert detected(text) == language
