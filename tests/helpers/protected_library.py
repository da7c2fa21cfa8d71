"""A data folder with care notes and a library that says a word wherever it can, plain or protected with the notes.

Each is made once within a process, whatever the word, and copied: making them is costly.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.library.store import Library, open_library
from caregiver_app.model.source import NewSource
from caregiver_app.model.web import LedgerLine, Why
from caregiver_app.support.settings import Settings, SettingsFile
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.derivations import made_once
from tests.helpers.kept_pages import a_jpeg, keep_pictures
from tests.helpers.library import a_library, an_article, store
from tests.helpers.vaults import PASSPHRASE, locked_care

WORD = "Zqkranichfeder"
"""Stands in titles, texts, addresses, words to search for, pictures, settings: whatever tells of a family."""

NEVER = threading.Event()
ARTICLES = 6


def nothing(_progress: object) -> None:
    """Show no progress."""


def services_in(folder: Path) -> Services:
    """Return the services over a folder, the notes locked."""
    return build_services(Paths(data_dir=folder), clock=StillClock())


def unlocked_in(folder: Path) -> Services:
    """Return the services over a folder, the notes unlocked."""
    services = services_in(folder)
    services.care.unlock(PASSPHRASE)
    return services


def opened(services: Services) -> Library:
    """Open the library with its keys, without the content that ships: putting that in place takes its time."""
    return open_library(services.paths.library, services.clock, services.protection.keys())


def turn(services: Services, *, on: bool) -> None:
    """Turn the protection on or off as a command does."""
    change = services.protection.turn_on if on else services.protection.turn_off
    with one_writer(services.paths, holder="test"):
        change(PASSPHRASE, on_progress=nothing)


def fill(library: Library, said: str = WORD) -> str:
    """Say a word in a library wherever a person or a publisher can; return the hash of its picture."""
    word = said.rstrip("é").lower()
    source = library.sources.add(NewSource(url=f"https://{word}.example/feed", title=said), at=MONDAY)
    ids = store(library, source, *(an_article(f"{said}{n}", f"{said} {n}", f"on {said}") for n in range(ARTICLES)))
    library.collections.add(library.collections.make(said, at=MONDAY), ids[:1], at=MONDAY)
    library.saved_searches.save(said, said, at=MONDAY)
    library.mutes.add(f"{word}mute", at=MONDAY)
    library.blocked_hosts.add(f"{word}.example", at=MONDAY)
    library.choices.put("proxy", f"socks5h://{word}.example:9050")
    line = LedgerLine(at=MONDAY, host=f"{word}.example", why=Why.UPDATE, sent_bytes=1, received_bytes=1, result="200")
    library.ledger.add([line])
    (picture,) = keep_pictures(library, ids[0], {f"https://{word}.example/a.jpg": _picture(said)}, at=MONDAY)
    return picture


def plain(folder: Path) -> None:
    """Put a plain library into `folder`, with what may lie beside one, and locked notes."""
    _lay(folder, _plain_once())


def protected(folder: Path) -> None:
    """Put the same library into `folder`, protected."""
    _lay(folder, _protected_once())


def what_says_it(folder: Path) -> list[str]:
    """Return the files, and names, that say the word."""
    word = WORD.lower().encode()
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if word in path.name.lower().encode() or (path.is_file() and word in path.read_bytes().lower())
    ]


def contents(folder: Path) -> Mapping[str, bytes]:
    """Return every file of a folder by its path in there."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _picture(said: str) -> bytes:
    return a_jpeg((330, 220)) + said.encode()


def _lay(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(data)


@made_once
def _plain_once() -> Mapping[str, bytes]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        locked_care(folder)
        library = a_library(folder)
        fill(library)
        library.snapshot(at=MONDAY)
        library.close()
        SettingsFile(folder / "settings.json").save(
            Settings(theme="dark", list_order="oldest", letter_keys=False, unknown={"later": WORD})
        )
        for name in ("library-damaged-20260101T080000Z.db", "settings.damaged.json", "caregiver.log"):
            (folder / name).write_text(WORD)
        return contents(folder)


@made_once
def _protected_once() -> Mapping[str, bytes]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        plain(folder)
        services = unlocked_in(folder)
        turn(services, on=True)
        services.close()
        return contents(folder)
