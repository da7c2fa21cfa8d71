"""Makes `resources/links/confusables.json`: which letters of other scripts look like those of plain host names.

    python3 packaging/make_confusables.py FILE      write the table from confusables.json of confusable-homoglyphs
    python3 packaging/make_confusables.py --check   say whether what is there keeps the rules (exit 1 when not)

FILE is Unicode's table of confusables (UTS #39) as the package confusable-homoglyphs (MIT licence) carries it. Kept is
what a host can be written with in the form that browsers compare (small letters, NFKC), and what looks like one or two
of a to z, the digits and the hyphen. Standard library only, no network, the same bytes every time.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

OUTPUT = Path(__file__).resolve().parent.parent / "resources" / "links" / "confusables.json"

OWN = {
    "a": "áàâäãåāăąǎạ",
    "b": "вьƀ",
    "d": "đ",
    "e": "ёєə",
    "h": "нħ",
    "k": "кκ",
    "l": "ł",
    "m": "мṃ",
    "n": "пηŋ",
    "o": "øθ",
    "t": "тτŧ",
    "u": "μ",
    "w": "шωщ",
    "x": "χ",
}
"""Small forms that look so in the letters of a window's address line; the table has only their capitals."""

_PLAIN = re.compile(r"[a-z0-9\-]{1,2}")
FEWEST = 150


def main(arguments: list[str]) -> int:
    """Write or check the file."""
    if arguments == ["--check"]:
        found = problems()
        print("\n".join(found) or "The look-alike letters are sound.")
        return 1 if found else 0
    if len(arguments) != 1 or "--help" in arguments:
        print(__doc__)
        return 0 if arguments == ["--help"] else 2
    table = make_confusables(json.loads(Path(arguments[0]).read_text(encoding="utf-8")))
    OUTPUT.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8", newline="\n")
    print(f"{OUTPUT.name}: {sum(map(len, table.values()))}")
    return 0


def make_confusables(listed: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    """Return for each plain letter, or pair of them, all signs that look like it."""
    found: dict[str, set[str]] = defaultdict(set)
    for sign, others in listed.items():
        plain = next((each for other in others if _PLAIN.fullmatch(each := other["c"].lower())), None)
        if plain is not None and _is_written(sign):
            found[plain].add(sign)
    for plain, signs in OWN.items():
        found[plain].update(sign for sign in signs if not any(sign in held for held in found.values()))
    return {plain: "".join(sorted(signs)) for plain, signs in sorted(found.items())}


def problems() -> list[str]:
    """Return which rules the file breaks."""
    table: dict[str, Any] = json.loads(OUTPUT.read_text(encoding="utf-8"))
    signs = [sign for held in table.values() for sign in held]
    found = [f"not plain: {plain}" for plain in table if not _PLAIN.fullmatch(plain)]
    found += [f"not written in a host: {sign}" for sign in signs if not _is_written(sign)]
    if len(set(signs)) != len(signs) or len(signs) < FEWEST:
        found.append("too few, or not each once")
    return found


def _is_written(sign: str) -> bool:
    """Tell whether a host can hold `sign` in the form that is compared."""
    return (
        len(sign) == 1
        and not sign.isascii()
        and unicodedata.normalize("NFKC", sign).lower() == sign
        and unicodedata.category(sign)[0] in "LMN"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
