"""Makes the notices of what Caregiver stands on: `docs/third-party-notices.md` and `resources/notices`.

    python packaging/make_notices.py            write them
    python packaging/make_notices.py --check    say whether they are up to date (exit 1 when not)

Which packages are shipped says the lock; their licences and words say the wheels in this environment, and of what the
wheels leave out `packaging/notices`. No network, the same bytes every time. Of a package that this Python has in
another version than the oldest one, the words stay as they are: they are written with the oldest.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from noticemaking.locked import shipped
from noticemaking.parts import IN_WORDS, ByHand, Part, of_package

PROJECT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent
PAGE = PROJECT / "docs" / "third-party-notices.md"
SHIPPED = PROJECT / "resources" / "notices"
_INDEX = "parts.json"


def main(arguments: list[str]) -> int:
    """Write or check the files."""
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 0 if arguments == ["--help"] else 2
    made = _made()
    if arguments == ["--check"]:
        there = {path for path in (PAGE, *SHIPPED.iterdir()) if path.is_file()}
        stale = [path for path, text in made.items() if path not in there or path.read_text(encoding="utf-8") != text]
        for path in sorted([*stale, *(there - made.keys())]):
            print(f"{path.relative_to(PROJECT)} is out of date: run packaging/make_notices.py with .venv")
        return 1 if stale or there - made.keys() else 0
    SHIPPED.mkdir(exist_ok=True)
    for path in SHIPPED.iterdir():
        path.unlink()
    for path, text in made.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


def _made() -> dict[Path, str]:
    parts = sorted(_parts(), key=lambda part: (not part.licence, part.name.lower()))
    index = [
        {"name": part.name, "version": part.version, "licence": part.licence, "within": part.within, "text": part.file}
        for part in parts
    ]
    made = {SHIPPED / part.file: part.text + "\n" for part in parts}
    made[SHIPPED / _INDEX] = json.dumps(index, ensure_ascii=False, indent=1) + "\n"
    made[PAGE] = (HERE / "notices" / "page.txt").read_text(encoding="utf-8").replace("{parts}", _table(parts))
    return made


def _parts() -> list[Part]:
    by_hand = ByHand(HERE / "notices")
    parts = list(by_hand.parts())
    for name, versions in shipped((HERE / "requirements.lock").read_text(encoding="utf-8")).items():
        of_this = of_package(name, versions, by_hand)
        parts += _kept(name) if of_this is None else of_this
    return parts


def _kept(package: str) -> list[Part]:
    index = json.loads((SHIPPED / _INDEX).read_text(encoding="utf-8"))
    return [
        Part(
            name=each["name"],
            version=each["version"],
            licence=each["licence"],
            within=each["within"],
            text=(SHIPPED / each["text"]).read_text(encoding="utf-8").rstrip("\n"),
        )
        for each in index
        if each["name"] == package or each["name"] == f"{package} (Rust)"
    ]


def _table(parts: list[Part]) -> str:
    rows = ["| work | version | licence | inside |", "|---|---|---|---|"]
    for part in parts:
        name, licence, within = (IN_WORDS.get(word, word) for word in (part.name, part.licence, part.within))
        rows.append(f"| [{name}](../resources/notices/{part.file}) | {part.version} | {licence} | {within} |")
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
