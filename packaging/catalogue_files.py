"""Keeps the catalogues of other languages in step with the code: resources/translations/*/LC_MESSAGES/caregiver.po.

A catalogue holds what is translated and all that stands on sheets; the rest waits in the template. What is no longer
said goes, and nothing is guessed from words that are like it. Beside each lies what the application reads (`.mo`),
made of it, the same bytes every time.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SHEET_PLACES = (
    "caregiver_app/bootstrap/pack_contents.py",
    "caregiver_app/bootstrap/private_sheets.py",
    "caregiver_app/bootstrap/public_sheets.py",
    "caregiver_app/paper/",
    "caregiver_app/printing/",
    "caregiver_app/support/i18n.py",
    "caregiver_app/support/sentences/awareness.py",
    "caregiver_app/support/sentences/helplines.py",
    "caregiver_app/support/sentences/on_paper.py",
    "caregiver_app/support/sentences/pack_contents.py",
    "caregiver_app/support/sentences/shares.py",
    "caregiver_app/support/sentences/sheet_names.py",
    "caregiver_app/support/sentences/stamps.py",
    "caregiver_app/vault/forms/shown.py",
    "caregiver_app/vault/measuring/",
    "caregiver_app/vault/records/measured_lines.py",
    "caregiver_app/vault/records/note_templates.py",
    "caregiver_app/vault/sheets/",
)
"""Where the words of sheets stand: each of them must be said in every language that has a catalogue."""

COMPLETE = "complete"
_HEAD = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plurals}\\n"
"X-Window: {window}\\n"

"""
_WINDOW = re.compile(r'^"X-Window: (.*)\\n"$', re.MULTILINE)
_FIELD = re.compile(r"\{[^{}]*\}")
_LAST_SIGNS = ".:?…"

Forms = str | tuple[str, ...] | list[str] | None
"""One text, or one for each number of things; None where there is none."""


@dataclass(frozen=True, kw_only=True)
class Language:
    """A catalogue as it was read. `window` is "complete" once all of the window is in it."""

    code: str
    window: str
    catalog: Catalog


class _Compiled(Catalog):
    """A catalogue whose head says only what is needed at run time: no day, no program, no person."""

    head: list[tuple[str, str]]

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return self.head


def read_language(path: Path) -> Language:
    """Read the catalogue in `CODE/LC_MESSAGES/caregiver.po`."""
    return parse_language(path.read_text(encoding="utf-8"), path.parts[-3])


def parse_language(text: str, code: str) -> Language:
    """Return what the text of a catalogue says; `code` is its language (ISO 639-1)."""
    said = _WINDOW.search(text)
    return Language(code=code, window=said[1] if said else "", catalog=read_po(io.StringIO(text), locale=code))


def refreshed(language: Language, template: Catalog) -> str:
    """Return the text of a catalogue as it belongs to the template."""
    fresh = Catalog(locale=language.code)
    for message in messages_of(template):
        said = said_in(language, message)
        if _is_filled(said) or is_needed(language, message):
            fresh.add(
                message.id,
                said,
                message.locations,
                auto_comments=message.auto_comments,
                context=message.context,
            )
    page = io.BytesIO()
    write_po(page, fresh, omit_header=True, include_lineno=False, sort_output=True, width=100)
    head = _HEAD.format(language=language.code, plurals=language.catalog.plural_forms, window=language.window)
    return head + page.getvalue().decode()


def compiled(language: Language) -> bytes:
    """Return what the application reads, made of a catalogue."""
    plurals = language.catalog.plural_forms
    return compile_catalogue(language.catalog, code=language.code, plurals=plurals, window=language.window)


def compile_catalogue(catalog: Catalog, *, code: str, plurals: str, window: str) -> bytes:
    """Return what the application reads of `catalog`, the same bytes every time; `window` is what its head says."""
    lean = _Compiled(locale=code)
    lean.head = [
        ("Language", code),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Plural-Forms", plurals),
        ("X-Window", window),
    ]
    for message in messages_of(catalog):
        if _is_filled(message.string):
            lean.add(message.id, message.string, context=message.context)
    data = io.BytesIO()
    write_mo(data, lean)
    return data.getvalue()


def complaints(language: Language, template: Catalog) -> Iterator[str]:
    """Yield what is missing or does not fit its original, a line each."""
    for message in messages_of(template):
        said = said_in(language, message)
        if not _is_whole(language, message):
            if is_needed(language, message):
                yield f"{language.code}: not translated: {_first(message.id)!r}"
            continue
        for form in misfits(message, forms_of(said)):
            yield f"{language.code}: does not fit {_first(message.id)!r}: {form!r}"


def waiting(language: Language, template: Catalog) -> int:
    """Return how many texts a language must have and lacks."""
    return sum(is_needed(language, message) and not _is_whole(language, message) for message in messages_of(template))


def misfits(message: Message, forms: Sequence[str]) -> list[str]:
    """Return which texts have other fields than their original, or end otherwise."""
    return [form for form in forms if not _fits(message, form)]


def is_needed(language: Language, message: Message) -> bool:
    """Return whether a language must have these words."""
    on_sheets = any(name.startswith(SHEET_PLACES) for name, _line in message.locations)
    return on_sheets or language.window == COMPLETE


def _fits(message: Message, form: str) -> bool:
    """Return whether a form has the fields of the original, and ends like it."""
    original = forms_of(message.id)
    fields = {field for each in original for field in _FIELD.findall(each)}
    ends = {each[-1] if each[-1] in _LAST_SIGNS else "" for each in original}
    end = form[-1] if form[-1] in _LAST_SIGNS else ""
    missing_number = len(original) > 1 and set(_FIELD.findall(form)) < fields  # "one page" may do without its number
    return (set(_FIELD.findall(form)) == fields or missing_number) and end in ends


def said_in(language: Language, message: Message) -> Forms:
    """Return what a language says for a message, nothing where it says nothing or is not sure."""
    there = language.catalog.get(message.id, message.context)
    if there is None or there.fuzzy or type(there.id) is not type(message.id):
        return ("", "") if message.pluralizable else ""
    return there.string


def messages_of(catalog: Catalog) -> Iterator[Message]:
    """Yield all messages but the head."""
    return (message for message in catalog if message.id)


def _is_filled(said: Forms) -> bool:
    return bool(said) and all(forms_of(said))


def forms_of(said: Forms) -> tuple[str, ...]:
    """Return one text, or one for each number of things."""
    return (said,) if isinstance(said, str) else tuple(said or ())


def _is_whole(language: Language, message: Message) -> bool:
    said = said_in(language, message)
    lacks_forms = message.pluralizable and len(forms_of(said)) != language.catalog.num_plurals
    return _is_filled(said) and not lacks_forms


def _first(message_id: Forms) -> str:
    return forms_of(message_id)[0]
