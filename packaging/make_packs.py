"""Makes `resources/packs/`: the ten packs that ship inside the application, and the list of them with their hashes.

    python packaging/make_packs.py            write the packs, and take away what is none of them
    python packaging/make_packs.py --check    say whether they are up to date (exit 1 when not)
    python packaging/make_packs.py --folders FOLDER    write each as a folder for `caregiver pack check`

Runs in the project's own environment, since it writes with the code that reads; no network, the same bytes every time.
Where the content comes from and what the rules are is in docs/formats/built-in-packs.md.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from caregiver_app.packs.built_in import ENDING, LIST  # noqa: E402  found only once the path is set
from packmaking.assembling import VERSION, archive_of, files_of, pack_ids  # noqa: E402  found beside this script only now

OUTPUT = PROJECT / "resources" / "packs"


def main(arguments: list[str]) -> int:
    """Write or check the files."""
    made = make_packs()
    if arguments == ["--check"]:
        stale = stale_files(made)
        print(f"out of date: {', '.join(stale)}; run packaging/make_packs.py" if stale else "up to date")
        return 1 if stale else 0
    if arguments[:1] == ["--folders"] and len(arguments) == 2:
        write_folders(Path(arguments[1]))
        return 0
    if arguments:
        print(__doc__)
        return 2
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for name in stale_files(made):
        if name in made:
            (OUTPUT / name).write_bytes(made[name])
        else:
            (OUTPUT / name).unlink()
        print(name)
    return 0


def make_packs() -> dict[str, bytes]:
    """Return the bytes of each file by its name."""
    archives = {identifier: archive_of(identifier) for identifier in pack_ids()}
    listed = [
        {
            "id": identifier,
            "version": VERSION,
            "sha256": hashlib.sha256(archive).hexdigest(),
            "size_bytes": len(archive),
        }
        for identifier, archive in archives.items()
    ]
    files = {f"{identifier}{ENDING}": archive for identifier, archive in archives.items()}
    return {LIST: (json.dumps(listed, indent=1) + "\n").encode(), **files}


def write_folders(folder: Path) -> None:
    """Write each pack as people would write it, in a folder of its own."""
    for identifier in pack_ids():
        for name, data in files_of(identifier).items():
            path = folder / identifier / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def stale_files(made: dict[str, bytes]) -> list[str]:
    """Return the names of files that are not as they are made now, and of those that nobody makes any more."""
    there = {path.name: path.read_bytes() for path in OUTPUT.glob("*")} if OUTPUT.is_dir() else {}
    return sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
