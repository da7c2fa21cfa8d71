"""Gathers each part with its licence and the words that have to go along: of the packages, and by hand of the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

_NAMES = ("licen", "copying", "notice", "authors")
_RULE = "\n\n" + "-" * 78 + "\n\n"
_CONDITIONS = ("Redistribution and use", "Permission is hereby granted", "provided that the following conditions")
PUBLIC_DOMAIN = "public-domain"
COMMON = "common-licences"
IN_WORDS = {
    COMMON: "Words of common licences",
    "qt-parts": "What Qt is made of",
    PUBLIC_DOMAIN: "Public domain",
    "frozen": "the builds that need no Python",
}
"""What our own words are in English; the window says them in its language (`ui/settings/works_drawer.py`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One work. `within` names what it lies in, empty for a package of its own; `text` is all its licence asks for."""

    name: str
    version: str
    licence: str
    within: str
    text: str

    @property
    def file(self) -> str:
        """The name of the file with its text."""
        return "".join(sign if sign.isalnum() else "-" for sign in self.name.lower()).strip("-") + ".txt"


class ByHand:
    """What no package says of itself: `by_hand.json`, and the texts beside it."""

    def __init__(self, folder: Path) -> None:
        self._texts = folder / "texts"
        self._said: Mapping[str, Any] = json.loads((folder / "by_hand.json").read_text(encoding="utf-8"))

    def licence(self, name: str) -> str | None:
        """Return the licence under which we take a package, where its own words leave it open."""
        found: str | None = self._said["licences"].get(name)
        return found

    def text(self, name: str) -> str:
        """Return what stands in for the licence files that a package lacks; empty where it lacks none."""
        return _RULE.join(self._read(self._said["texts"].get(name, ())))

    def parts(self) -> Iterator[Part]:
        """Yield what lies inside packages and what is no package."""
        for each in self._said["parts"]:
            texts = self._read(name for name in each["texts"] if name != "common")
            words = [each["words"]] if "words" in each else []
            if "common" in each["texts"]:
                words.append(f'Their licences stand under "{IN_WORDS[COMMON]}".')
            text = _RULE.join([*filter(None, ["\n".join(words)]), *texts])
            yield Part(name=each["name"], version="", licence=each["licence"], within=each["within"], text=text)
        yield Part(name=COMMON, version="", licence="", within="", text=_RULE.join(self._read(self._said["common"])))

    def _read(self, names: Any) -> list[str]:
        return [_tidy((self._texts / f"{name}.txt").read_text(encoding="utf-8")) for name in names]


def of_package(name: str, versions: tuple[str, ...], by_hand: ByHand) -> list[Part] | None:
    """Return a package and what its wheel says to be inside; None where this computer has not this version of it.

    Raises:
        ValueError: nothing says under which licence the package is, or what is said cannot be so.
    """
    try:
        found = distribution(name)
    except PackageNotFoundError:
        found = None
    if found is not None and found.version != versions[0] and found.version in versions:
        return None
    text = by_hand.text(name) or (_RULE.join(_licence_files(found)) if found is not None else "")
    licence = by_hand.licence(name) or (_licence(found) if found is not None else "")
    if licence == PUBLIC_DOMAIN and sets_conditions(text):
        raise ValueError(f"{name}: its words set conditions, so it is not in the public domain as by_hand.json says")
    if not (text and licence):
        raise ValueError(f"{name}: say its licence, or where its words are, in packaging/notices/by_hand.json")
    package = Part(name=name, version=" or ".join(versions), licence=licence, within="", text=text)
    return [package, *(_crates(name, found) if found is not None else ())]


def sets_conditions(text: str) -> bool:
    """Return whether these words allow something only under conditions."""
    return any(begin in " ".join(text.split()) for begin in _CONDITIONS)


def _licence(found: Distribution) -> str:
    head = found.metadata.json
    return str(head.get("license_expression") or head.get("license") or "").strip()


def _licence_files(found: Distribution) -> Iterator[str]:
    for file in sorted(found.files or (), key=str):
        in_head = ".dist-info" in file.parts[0] and file.suffix != ".json"
        if in_head and any(word in file.name.lower() for word in _NAMES):
            yield _tidy(Path(str(file.locate())).read_text(encoding="utf-8", errors="replace"))


def _crates(name: str, found: Distribution) -> Iterator[Part]:
    """Yield one part for all the Rust crates that the wheel's bill of materials names."""
    for file in found.files or ():
        if not file.name.endswith(".cyclonedx.json"):
            continue
        bill = json.loads(Path(str(file.locate())).read_text(encoding="utf-8"))
        lines = sorted({f"{each['name']} {each['version']}: {_crate_licence(each)}" for each in bill["components"]})
        told = f'The wheel of {name} names {len(lines)} works in Rust. Their licences stand under "{IN_WORDS[COMMON]}".'
        text = told + _RULE + "\n".join(lines)
        kinds = "MIT, Apache-2.0, Unicode-3.0 …"
        yield Part(name=f"{name} (Rust)", version="", licence=kinds, within=name, text=text)


def _crate_licence(component: Mapping[str, Any]) -> str:
    said = [one.get("expression") or one["license"].get("id", "Unicode-3.0") for one in component.get("licenses", ())]
    return " AND ".join(said) or "see its source"


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.replace("\f", "").splitlines()).strip("\n")
