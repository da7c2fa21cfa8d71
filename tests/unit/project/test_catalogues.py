"""The catalogues of other languages follow the code, lack no word of a sheet, and fit what they translate."""

from __future__ import annotations

import gettext
import io
from pathlib import Path

import pytest

from catalogue_files import Language, compiled, complaints, read_language, refreshed
from translations import files_of, find_complaints, find_strings, waiting_lines

_SHEET = """
from caregiver_app.support.i18n import gettext as _, ngettext, pgettext

def words(n: int) -> str:
    return _("Printed on {day}") + pgettext("field", "None known") + ngettext("{n} note", "{n} notes", n)
"""
_WINDOW = """
from caregiver_app.support.i18n import gettext as _

def words() -> str:
    return _("Save")
"""
_HEAD = """msgid ""
msgstr ""
"Language: es\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Window: {window}\\n"

"""
_SAID = """
msgid "Printed on {day}"
msgstr "Impreso el {day}"

msgctxt "field"
msgid "None known"
msgstr "Que se sepa, nada"

msgid "{n} note"
msgid_plural "{n} notes"
msgstr[0] "{n} nota"
msgstr[1] "{n} notas"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with one sheet, one screen and an empty catalogue."""
    for place, code in (("vault/sheets/frame.py", _SHEET), ("ui/saving.py", _WINDOW)):
        module = tmp_path / "caregiver_app" / place
        module.parent.mkdir(parents=True)
        module.write_text(code)
    _write(tmp_path, "")
    return tmp_path


def _write(root: Path, said: str, *, window: str = "not yet") -> Path:
    path = root / "resources" / "translations" / "es" / "LC_MESSAGES" / "caregiver.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_HEAD.replace("{window}", window) + said, encoding="utf-8")
    return path


def _spanish(root: Path, said: str, *, window: str = "not yet") -> Language:
    return read_language(_write(root, said, window=window))


def _words(language: Language) -> gettext.GNUTranslations:
    return gettext.GNUTranslations(io.BytesIO(compiled(language)))


def test_a_catalogue_asks_for_the_words_of_sheets_and_later_for_all(root: Path) -> None:
    missing = set(complaints(_spanish(root, ""), find_strings(root)))
    assert missing == {f"es: not translated: {words!r}" for words in ("Printed on {day}", "None known", "{n} note")}
    assert list(complaints(_spanish(root, _SAID), find_strings(root))) == []
    whole = list(complaints(_spanish(root, _SAID, window="complete"), find_strings(root)))
    assert whole == ["es: not translated: 'Save'"]


def test_what_is_said_stays_what_is_no_longer_said_goes_and_nothing_is_guessed(root: Path) -> None:
    old = _SAID + '\nmsgid "Printed on the {day}"\nmsgstr "Impreso"\n\nmsgid "Save"\nmsgstr "Guardar"\n'
    text = refreshed(_spanish(root, old), find_strings(root))
    assert 'msgid "Save"\nmsgstr "Guardar"' in text
    assert 'msgstr[1] "{n} notas"' in text
    assert "Printed on the" not in text
    bare = refreshed(_spanish(root, ""), find_strings(root))
    assert 'msgid "Printed on {day}"\nmsgstr ""' in bare
    assert "Save" not in bare, "a word of the window waits in the template"
    assert "X-Window: not yet" in bare


def test_what_the_application_reads_is_the_same_every_time_and_tells_of_nobody(root: Path) -> None:
    language = _spanish(root, _SAID)
    words = _words(language)
    assert words.gettext("Printed on {day}") == "Impreso el {day}"
    assert words.pgettext("field", "None known") == "Que se sepa, nada"
    assert [words.ngettext("{n} note", "{n} notes", count) for count in (1, 2)] == ["{n} nota", "{n} notas"]
    assert words.gettext("Save") == "Save"
    assert set(words.info()) == {"language", "content-type", "plural-forms", "x-window"}
    assert compiled(language) == compiled(language)


@pytest.mark.parametrize(
    ("said", "fits"),
    [
        ("Impreso el {day}", True),
        ("Impreso", False),
        ("Impreso el {dia}", False),
        ("Impreso el {day}.", False),
        ("Impreso el {day} {day}", True),
    ],
)
def test_words_that_do_not_fit_are_told(root: Path, said: str, fits: bool) -> None:
    language = _spanish(root, _SAID.replace("Impreso el {day}", said))
    told = list(complaints(language, find_strings(root)))
    assert told == ([] if fits else [f"es: does not fit 'Printed on {{day}}': {said!r}"])


def test_one_thing_may_be_said_without_its_number(root: Path) -> None:
    one = _spanish(root, _SAID.replace('msgstr[0] "{n} nota"', 'msgstr[0] "una nota"'))
    assert list(complaints(one, find_strings(root))) == []


def test_what_waits_for_words_is_counted_and_where_they_go_is_said(root: Path) -> None:
    assert waiting_lines(find_strings(root), root) == [
        "3 strings wait for Spanish: resources/translations/es/LC_MESSAGES/caregiver.po"
    ]
    _write(root, _SAID, window="complete")
    assert waiting_lines(find_strings(root), root) == [
        "1 string waits for Spanish: resources/translations/es/LC_MESSAGES/caregiver.po"
    ]
    _write(root, _SAID)
    assert waiting_lines(find_strings(root), root) == []


def test_the_files_are_written_once_and_then_in_order(root: Path) -> None:
    _write(root, _SAID + '\nmsgid "Printed on the {day}"\nmsgstr "Impreso"\n')
    assert "not what the code says" in find_complaints(root)[0]
    for path, data in files_of(find_strings(root), root).items():
        path.write_bytes(data)
    assert find_complaints(root) == []
