"""Makes the American words of a language out of the ones that are written: packaging/variants/*.json.

One language is written once. What is called otherwise in America stands in a short list of words, and in full where a
word for a word would not do; all else is the same text. So nothing can be forgotten in one of two catalogues, and a
sentence that changes changes in both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from catalogue_files import Forms, compile_catalogue, forms_of, messages_of, misfits

_FIELD = re.compile(r"(\{[^{}]*\}|--[a-z-]+)")
"""What a list of words leaves alone: fields, and options of commands."""


@dataclass(frozen=True, kw_only=True)
class Variant:
    """The other words of one country: `words` whole words, in small letters, `whole` texts by their original."""

    code: str
    words: dict[str, str]
    whole: dict[str, str | list[str]]

    @property
    def language(self) -> str:
        """The language (ISO 639-1) of which it is a variant."""
        return self.code.partition("_")[0]


def read_variant(path: Path) -> Variant:
    """Read `en_US.json` and the like."""
    fields = json.loads(path.read_text(encoding="utf-8"))
    return Variant(code=path.stem, words=fields["words"], whole=fields["whole"])


def varied(variant: Variant, said: Callable[[Message], Forms], template: Catalog) -> Catalog:
    """Return the texts that differ; `said` tells what the language says for a message."""
    found = Catalog(locale=variant.language)
    pattern = _pattern(variant)
    for message in messages_of(template):
        own = variant.whole.get(_key(message))
        before = forms_of(said(message))
        after = tuple(_with_words(variant, pattern, form) for form in before) if own is None else forms_of(own)
        if before and all(before) and after != before:
            found.add(message.id, after if message.pluralizable else after[0], context=message.context)
    return found


def compiled_variant(variant: Variant, catalog: Catalog, *, plurals: str, window: str) -> bytes:
    """Return what the application reads of a variant, before the language itself."""
    return compile_catalogue(catalog, code=variant.code, plurals=plurals, window=window)


def variant_complaints(variant: Variant, said: Callable[[Message], Forms], template: Catalog) -> Iterator[str]:
    """Yield what of a variant nobody says any more, and texts of its own that do not fit, a line each."""
    texts = " ".join(_FIELD.sub(" ", form) for each in messages_of(template) for form in forms_of(said(each)))
    there = {_key(message): message for message in messages_of(template)}
    for word in variant.words:
        if not re.search(_bounded(word), texts, re.IGNORECASE):
            yield f"{variant.code}: nothing says {word!r}"
    for original, own in variant.whole.items():
        if original not in there:
            yield f"{variant.code}: nothing says {original!r}"
            continue
        for form in misfits(there[original], forms_of(own)):
            yield f"{variant.code}: does not fit {original!r}: {form!r}"


def _key(message: Message) -> str:
    """Return how a text is named in the list: by its original, behind its context where it has one."""
    first = forms_of(message.id)[0]
    return f"{message.context}|{first}" if message.context else first


def _pattern(variant: Variant) -> re.Pattern[str]:
    longest_first = sorted(variant.words, key=len, reverse=True)
    return re.compile("|".join(_bounded(word) for word in longest_first), re.IGNORECASE)


def _bounded(word: str) -> str:
    return rf"(?<![\w-]){re.escape(word)}(?![\w-])"


def _with_words(variant: Variant, pattern: re.Pattern[str], text: str) -> str:
    parts = _FIELD.split(text)
    return "".join(
        part if place % 2 else pattern.sub(lambda hit: _cased(variant.words[hit[0].lower()], hit[0]), part)
        for place, part in enumerate(parts)
    )


def _cased(word: str, before: str) -> str:
    return word[0].upper() + word[1:] if before[:2].istitle() else word
