"""Keeps resources/translations/ equal to the strings in the code; run by `dev.py check` and `dev.py fix`.

Usage: translations.py check|refresh. The template names files but no lines and no dates, so that it changes only when
a string does. The catalogues of other languages follow it (`catalogue_files`); their words are for people to write.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from catalogue_files import (
    COMPLETE,
    Forms,
    Language,
    compiled,
    complaints,
    parse_language,
    read_language,
    refreshed,
    said_in,
    waiting,
)
from catalogue_variants import Variant, compiled_variant, read_variant, variant_complaints, varied
from unwrapped import find_unwrapped

ROOT = Path(__file__).resolve().parents[1]
_TEMPLATE = Path("resources", "translations", "caregiver.pot")
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
_NOTES = ("Translators:",)
_VARIANTS = Path("packaging", "variants")
_POINTS = Path("resources", "appraisal", "points.json")
_PACKS = Path("packaging", "packs", "packs.csv")
_ORGANISATIONS = Path("packaging", "starter", "organisations.json")


def template_of(catalog: Catalog) -> str:
    """Return the template of all strings that the code translates."""
    page = io.BytesIO()
    write_po(page, catalog, omit_header=True, include_lineno=False, sort_output=True, width=100)
    return f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n{page.getvalue().decode("utf-8")}'


def find_strings(root: Path = ROOT) -> Catalog:
    """Return all strings that the code under `root` translates, with the places where they stand."""
    catalog = Catalog(project="Caregiver", charset="utf-8")
    found = extract_from_dir(
        root / "caregiver_app",
        method_map=[("**.py", "python")],
        keywords=_KEYWORDS,
        comment_tags=_NOTES,
        strip_comment_tags=True,
    )
    for name, _line, message, notes, context in sorted(found, key=lambda hit: (hit[0], str(hit[2]))):
        catalog.add(message, None, [(f"caregiver_app/{name}", 1)], auto_comments=notes, context=context)
    for words in _words_of_points(root):
        catalog.add(words, None, [(_POINTS.as_posix(), 1)])
    for words in _pack_titles(root):
        catalog.add(words, None, [(_PACKS.as_posix(), 1)])
    for words in _registers(root):
        catalog.add(words, None, [(_ORGANISATIONS.as_posix(), 1)])
    return catalog


def _words_of_points(root: Path) -> Iterator[str]:
    """Yield what people read of the points of a check, which stand in a file of their own."""
    if not (root / _POINTS).is_file():
        return
    points = json.loads((root / _POINTS).read_text(encoding="utf-8"))
    yield from points["groups"].values()
    for each in (*points["item"], *points["organisation"]):
        yield from (each["asks"], each["helps"])


def _pack_titles(root: Path) -> Iterator[str]:
    """Yield what the packs that ship are called."""
    if (root / _PACKS).is_file():
        with (root / _PACKS).open(encoding="utf-8", newline="") as table:
            yield from (row["title"] for row in csv.DictReader(table))


def _registers(root: Path) -> Iterator[str]:
    """Yield what the registers are called that show public bodies and charities."""
    if (root / _ORGANISATIONS).is_file():
        organisations = json.loads((root / _ORGANISATIONS).read_text(encoding="utf-8"))
        yield from sorted({each["known"] for each in organisations if each["known"]})


def files_of(catalog: Catalog, root: Path) -> dict[Path, bytes]:
    """Return what belongs into the folder of translations: the template, and two files for each language."""
    files = {root / _TEMPLATE: template_of(catalog).encode()}
    for path in _languages(root):
        text = refreshed(read_language(path), catalog)
        files[path] = text.encode()
        files[path.with_suffix(".mo")] = compiled(parse_language(text, path.parts[-3]))
    for variant in _variants(root):
        path = root / _TEMPLATE.parent / variant.code / "LC_MESSAGES" / "caregiver.mo"
        files[path] = _compiled(variant, catalog, root)
    return files


def _compiled(variant: Variant, template: Catalog, root: Path) -> bytes:
    language = _language_of(variant, root)
    plurals = Catalog(locale=variant.language).plural_forms
    window = COMPLETE if language is None else language.window
    return compiled_variant(variant, varied(variant, _saying(language), template), plurals=plurals, window=window)


def _saying(language: Language | None) -> Callable[[Message], Forms]:
    """Return what tells the text of a message in a language; the original one says what is written."""
    return (lambda message: message.id) if language is None else partial(said_in, language)


def _language_of(variant: Variant, root: Path) -> Language | None:
    return next((read_language(path) for path in _languages(root) if path.parts[-3] == variant.language), None)


def _variants(root: Path) -> list[Variant]:
    return [read_variant(path) for path in sorted((root / _VARIANTS).glob("*.json"))]


def waiting_lines(catalog: Catalog, root: Path) -> list[str]:
    """Return a line for each language that lacks words which it must have: how many, and where they are written."""
    lines = []
    for path in _languages(root):
        language = read_language(path)
        if count := waiting(language, catalog):
            said = "1 string waits" if count == 1 else f"{count} strings wait"
            lines.append(f"{said} for {language.catalog.locale.english_name}: {path.relative_to(root).as_posix()}")
    return lines


def find_complaints(root: Path = ROOT) -> list[str]:
    """Return what is out of date, missing or wrong, a line each."""
    catalog = find_strings(root)
    stale = [path for path, data in files_of(catalog, root).items() if not path.is_file() or path.read_bytes() != data]
    named = ", ".join(path.relative_to(root).as_posix() for path in stale)
    lines = [f"{named}: not what the code says. python3 dev.py fix refreshes it"] if stale else []
    lines += [line for path in _languages(root) for line in complaints(read_language(path), catalog)]
    for variant in _variants(root):
        lines += variant_complaints(variant, _saying(_language_of(variant, root)), catalog)
    return [*lines, *find_unwrapped(root)]


def _languages(root: Path) -> list[Path]:
    return sorted((root / _TEMPLATE.parent).glob("*/LC_MESSAGES/caregiver.po"))


def main(arguments: list[str]) -> int:
    """Compare the template and the catalogues with the code, or write them anew; return 1 when something is wrong."""
    if arguments == ["refresh"]:
        catalog = find_strings()
        for path, data in files_of(catalog, ROOT).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        print("".join(f"{line}\n" for line in waiting_lines(catalog, ROOT)), end="")
        return 0
    if arguments != ["check"]:
        sys.exit(__doc__)
    found = find_complaints()
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
