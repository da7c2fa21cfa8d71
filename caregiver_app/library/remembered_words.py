"""What the library remembers of words to be quick, in no file. It tells what was read and sought: a lock forgets it."""

from __future__ import annotations

from caregiver_app.library.begun_words import stems_on_the_way
from caregiver_app.library.entry_values import text_hash
from caregiver_app.library.word_forms import forget_forms


def forget_words() -> None:
    """Remember no word of a text or a search any more. Any thread may call it; what comes next is worked out anew."""
    stems_on_the_way.cache_clear()
    text_hash.cache_clear()
    forget_forms()
