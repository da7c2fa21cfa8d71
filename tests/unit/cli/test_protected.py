"""Commands over a protected library: they take the passphrase in every usual way, and without it they refuse."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from caregiver_app.cli.commands import Commands
from caregiver_app.cli.main import make_command
from tests.helpers.command_line import CommandLine
from tests.helpers.documented import assert_documented
from tests.helpers.protected_library import WORD, plain, protected, what_says_it
from tests.helpers.secret_files import secret_file
from tests.helpers.vaults import PASSPHRASE

OF_THE_LIBRARY = (
    "source", "opml", "sync", "search", "article", "collection", "saved", "mute", "notices", "changes", "topic",
    "ledger", "tidy",
    "backup", "doctor", "offline", "network", "link", "first-look", "appraise", "reviews", "check-link",
    "share", "shares", "print", "channel", "pack",
)  # fmt: skip

OF_KEYS = {"--keys", "--new-passphrase-file"}
"""Commands with these sign: the passphrases they take are those of keys, and they need no library."""


@pytest.fixture
def shut(tmp_path: Path) -> CommandLine:
    """Commands over a protected library."""
    protected(tmp_path / "data")
    return CommandLine(tmp_path / "data")


@pytest.fixture
def secret(tmp_path: Path) -> tuple[str, str]:
    """The passphrase in a file."""
    return "--passphrase-file", secret_file(tmp_path / "passphrase", PASSPHRASE)


def _leaves(command: click.Command) -> list[click.Command]:
    return (
        [leaf for each in command.commands.values() for leaf in _leaves(each)]
        if isinstance(command, click.Group)
        else [command]
    )


def test_every_command_of_the_library_takes_the_passphrase() -> None:
    """A command that is new is one of the library, or named here as one that is not."""
    of_notes = {"vault", "person", "note", "question", "appointment", "medicine", "contact", "measure", "ask"}
    of_what_is_given = {"clean-url", "guard"}
    others = {"export", "import", "erase"}
    assert set(Commands()) - set(OF_THE_LIBRARY) - of_notes - of_what_is_given == others
    for name in OF_THE_LIBRARY:
        for leaf in _leaves(make_command().commands[name]):
            options = {option for parameter in leaf.params for option in parameter.opts}
            if name == "channel" and options & OF_KEYS:
                continue
            assert {"--passphrase-file", "--passphrase-fd"} <= options, (name, leaf.name)


@pytest.mark.parametrize(
    "words",
    [("search", "sleep"), ("source", "list"), ("topic", "list"), ("article", "list"), ("ledger",), ("sync",)],
    ids=" ".join,
)
def test_without_the_passphrase_a_command_refuses(shut: CommandLine, words: tuple[str, ...]) -> None:
    ran = shut("--json", *words)
    assert (ran.code, ran.document["error"]["kind"]) == (4, "vault-locked")


def test_with_it_a_command_works_as_ever(shut: CommandLine, secret: tuple[str, str], tmp_path: Path) -> None:
    """From a file; not from one that others may read; not with another passphrase."""
    found = shut.json("search", WORD, *secret)
    assert len(found) > 0
    shut("mute", "add", "gossip", *secret)
    assert "gossip" in shut("mute", "list", *secret).out
    file = tmp_path / "lines.pdf"
    assert shut("print", "helplines", "-o", str(file), "--country", "GB").code == 4
    assert shut("print", "helplines", "-o", str(file), "--country", "GB", *secret).code == 0
    shut("note", "add", "-", "--person", "Mum", *secret, typed="Slept badly.")
    file = tmp_path / "door.pdf"
    assert shut("print", "fridge-door", "-o", str(file), "--country", "GB", *secret).code == 0
    other = secret_file(tmp_path / "other", "plum anchor teapot violin meadow")
    wrong = shut("--json", "search", WORD, "--passphrase-file", other)
    assert (wrong.code, wrong.document["error"]["kind"]) == (4, "vault-wrong-passphrase")
    Path(secret[1]).chmod(0o644)
    assert shut("--json", "search", WORD, *secret).document["error"]["kind"] == "secret-readable"
    assert what_says_it(shut.data_dir) == []


def test_on_status_off(tmp_path: Path, secret: tuple[str, str]) -> None:
    plain(tmp_path / "data")
    command = CommandLine(tmp_path / "data")
    assert command.json("vault", "protect", "status") == {"state": "off"}
    turned = command.json("vault", "protect", "on", *secret)
    assert turned == {"state": "on", "changed": True}
    assert_documented("vault protect on", turned)
    assert what_says_it(tmp_path / "data") == []
    assert command.json("vault", "protect", "on", *secret) == {"state": "on", "changed": False}
    assert command.json("vault", "protect", "status") == {"state": "on"}
    assert command.json("doctor", *secret)["ok"] is True
    alone = command("--json", "backup", "create", str(tmp_path / "b"), "--library-only")
    assert (alone.code, alone.document["error"]["kind"]) == (4, "vault-protected")
    made = command.json("backup", "create", str(tmp_path / "b"), *secret)
    assert made["care_notes"]["opened"] is True
    off = command("vault", "protect", "off", *secret)
    assert (off.code, off.out) == (0, "Your library is not protected any more. Your care notes still are.\n")
    assert json.loads(command("--json", "search", WORD).out) != []


def test_the_doctor_says_what_it_can_without_the_passphrase(shut: CommandLine, secret: tuple[str, str]) -> None:
    def checks(*words: str) -> dict[str, tuple[bool, str]]:
        document = shut("--json", "doctor", *words).document
        return {check["name"]: (check["ok"], check["detail"]) for check in document["checks"]}

    found = checks()
    assert found["library-opens"] == (True, "locked")
    assert (found["library-keys"], found["library-plain"]) == ((True, ""), (True, ""))
    assert "library-pages" not in found
    assert checks(*secret)["library-pages"] == (True, "")
    (shut.data_dir / "library-damaged-20260101T080000Z.db").write_bytes(b"SQLite format 3\x00")
    (shut.data_dir / "library-keys.json").unlink()
    assert checks()["library-plain"] == (False, "1")
    assert checks()["library-keys"] == (True, "one-copy")
    for path in shut.data_dir.rglob("library-keys*.json"):
        path.write_bytes(b"{}")
    assert checks()["library-keys"] == (False, "library-keys")


def test_erasing_everything_takes_it_along(shut: CommandLine, secret: tuple[str, str]) -> None:
    ran = shut("--json", "erase", "--all", "--yes", *secret)
    assert (ran.code, ran.document["left"]) == (0, [])
    assert not shut.data_dir.exists()


def test_protecting_needs_care_notes(tmp_path: Path, secret: tuple[str, str]) -> None:
    ran = CommandLine(tmp_path / "empty")("--json", "vault", "protect", "on", *secret)
    assert (ran.code, ran.document["error"]["kind"]) == (1, "vault-absent")
