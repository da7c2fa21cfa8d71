"""What the library remembers of words to be quick is forgotten when it is told so, whatever it was made of."""

from __future__ import annotations

import gc

from caregiver_app.library.begun_words import stems_on_the_way
from caregiver_app.library.entry_values import text_hash
from caregiver_app.library.remembered_words import forget_words
from caregiver_app.library.word_forms import ENGLISH, stem_of, words_for_index
from tests.helpers.held import all_objects


def remembered(core: str) -> list[str]:
    """Return the texts in which a word still is, in reach of Python."""
    return [
        held
        for container in all_objects()
        for held in gc.get_referents(container)
        if isinstance(held, str) and core in held and len(held) != len(core)
    ]


def use(core: str) -> None:
    """Have every part that remembers see a word that begins so."""
    words_for_index(f"{core}ings {core}ly {core}\u00e9s", "en")
    stem_of(f"{core}ness", ENGLISH)
    stems_on_the_way(f"{core}in")
    text_hash(f"{core}title", f"{core}text")


def test_no_word_is_left() -> None:
    core = "zqwunder"
    use(core)
    assert remembered(core) != []
    forget_words()
    assert remembered(core) == []
