"""All words of a pack that leave with it, each with its place, as the guard is to read them. Pure.

What is there to name, to number or to lead to somebody is public by what it is for: there only the words of the care
notes count, in the names of files too, which no family ever sees as words but any computer shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from caregiver_app.guard.readable import in_words
from caregiver_app.model.guard import Words
from caregiver_app.model.pack import Pack
from caregiver_app.model.pack_bounds import Host, Line, Prose, Web, Word
from caregiver_app.packs.making import MadePack
from caregiver_app.packs.records import Leaf, leaves_of

_PUBLIC_FIELDS: Final = (".phone", ".when", ".licence", ".credit", ".name", ".hours_said", ".organiser", ".publisher")
_MADE_OF_SIGNS: Final = ".content_hashes["
_OF_FILES: Final = ".file"  # told at the file itself


def words_of_fields(pack: Pack) -> Iterator[tuple[str, Words]]:
    """Yield the words of the manifest: those that a person typed, and those that are public."""
    for leaf in leaves_of(pack):
        if (words := _words_of(leaf)) is not None:
            yield leaf.where, words


def words_of_files(made: MadePack) -> Iterator[tuple[str, Words]]:
    """Yield the words of texts as they are typed, and the names of all files."""
    for file in made.files:
        yield file, Words(text=in_words(file), typed=False)
    for file, text in made.texts.items():
        yield file, Words(text=text.markdown)


def _words_of(leaf: Leaf) -> Words | None:
    if not leaf.value or not isinstance(leaf.bound, Line | Prose | Word | Web | Host):
        return None
    if _MADE_OF_SIGNS in leaf.where or leaf.where.endswith(_OF_FILES):
        return None
    is_public = not isinstance(leaf.bound, Line | Prose) or f".{leaf.where}".endswith(_PUBLIC_FIELDS)
    return Words(text=in_words(leaf.value), typed=False) if is_public else Words(text=leaf.value)
