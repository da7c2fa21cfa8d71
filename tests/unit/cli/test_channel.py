"""`caregiver channel`: a nurse makes and publishes a channel, a family trusts it by its signs and asks for news."""

from __future__ import annotations

import json
import re
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from caregiver_app import __version__
from caregiver_app.packs.channels.fingerprints import groups_of, words_of
from tests.helpers.command_line import ROOT, CommandLine
from tests.helpers.conversation import converse
from tests.helpers.documented import EXAMPLES, keys_of
from tests.helpers.hosted_channel import host
from tests.helpers.http_server import ScriptedServer
from tests.helpers.own_channels import NAME, PUBLISHER, Maker
from tests.helpers.secret_files import secret_file

PASSPHRASE = "walnut harbour simple candle orbit"
PACK = ROOT / "resources" / "packs" / "stroke.pack"


@pytest.fixture
def nurse(tmp_path: Path) -> CommandLine:
    """Commands of a nurse, with a passphrase for keys in a file."""
    secret_file(tmp_path / "passphrase", PASSPHRASE)
    return CommandLine(tmp_path / "nurse")


def assert_documented(name: str, answer: Any) -> None:
    """Hold an answer to the example on the page of commands."""
    assert json.dumps(keys_of(EXAMPLES[name])) == json.dumps(keys_of(answer)), name


def kind_of(ran: Any) -> str:
    assert ran.code == 4, ran
    return str(ran.document["error"]["kind"])


def test_from_nothing_to_a_family_and_what_a_family_refuses(
    nurse: CommandLine, caregiver: CommandLine, server: ScriptedServer, tmp_path: Path
) -> None:
    folder, passphrase = str(tmp_path / "channel"), ("--passphrase-file", str(tmp_path / "passphrase"))
    sheet = tmp_path / "sheet.txt"
    made = nurse.json("channel", "init", folder, "--name", NAME, "--key-sheet", str(sheet), *passphrase)
    assert_documented("channel init", made)
    assert [key["key"] for key in made["keys"]] == ["root-1", "root-2-spare", "publishing"]
    for key in made["keys"]:
        assert stat.S_IMODE(Path(key["file"]).stat().st_mode) == 0o600
    assert stat.S_IMODE(sheet.stat().st_mode) == 0o600
    (signed,) = nurse.json("channel", "add", folder, str(PACK), *passphrase)
    assert (signed["path"], signed["version"]) == (f"{PUBLISHER}/stroke", 1)
    assert kind_of(nurse("--json", "channel", "publish", folder)) == "no-passphrase"
    published = nurse.json("channel", "publish", folder, *passphrase)
    assert published["packs"] == 1
    assert_documented("channel publish", published)
    assert_documented("channel show", nurse.json("channel", "show", folder))

    address = host(server, tmp_path / "channel")
    trust = ("channel", "trust", address, "--allow-private")
    assert kind_of(caregiver("--json", *trust)) == "channel-not-compared"
    assert kind_of(caregiver("--json", *trust, "--fingerprint", "0" * 64)) == "channel-wrong-fingerprint"
    assert kind_of(caregiver("--json", *trust, "--fingerprint", "12 34")) == "channel-mistyped-fingerprint"
    assert kind_of(caregiver("--json", "channel", "trust", address)) == "address-insecure"
    assert caregiver.json("channel", "list") == []
    trusted = caregiver.json(*trust, "--fingerprint", " ".join(made["words"]))
    assert (trusted["name"], trusted["new"], trusted["fingerprint"]) == (NAME, True, made["fingerprint"])
    assert_documented("channel trust", trusted)
    (news,) = caregiver.json("channel", "update")
    assert_documented("channel update", [news])
    assert [pack["path"] for pack in news["packs"]] == [f"{PUBLISHER}/stroke"]
    assert (news["fresh"], news["unchanged"], news["newest_caregiver"]) == (True, False, None)
    nurse.json("channel", "new-version", folder, *passphrase)
    host(server, tmp_path / "channel")
    assert caregiver.json("channel", "update")[0]["newest_caregiver"] == __version__
    (listed,) = caregiver.json("channel", "list")
    assert listed["packs"] == news["packs"]

    file = tmp_path / "channel" / "metadata" / "timestamp.json"
    file.write_bytes(file.read_bytes().replace(b'"version":3', b'"version":9'))
    host(server, tmp_path / "channel")
    ran = caregiver("--json", "channel", "update")
    assert (ran.code, ran.document[0]["error"]["kind"]) == (3, "channel-changed")
    assert caregiver.json("channel", "list") == [listed]
    assert kind_of(caregiver("--json", "channel", "update", "--from", folder)) == "channel-changed"
    assert caregiver.json("channel", "forget", trusted["id"]) == {"id": trusted["id"], "packs": []}
    assert kind_of(caregiver("--json", "channel", "forget", trusted["id"])) == "channel-not-trusted"


def test_people_are_told_what_is_a_secret_and_what_comes_next(
    nurse: CommandLine, caregiver: CommandLine, tmp_path: Path
) -> None:
    folder, passphrase = str(tmp_path / "channel"), ("--passphrase-file", str(tmp_path / "passphrase"))
    sheet = tmp_path / "sheet.txt"
    made = nurse("channel", "init", folder, "--name", NAME, "--key-sheet", str(sheet), *passphrase)
    assert f"{sheet}. Whoever has it can sign" in made.out
    shown = nurse.json("channel", "show", folder)
    trusted = caregiver("channel", "trust", folder, "--fingerprint", shown["fingerprint"])
    assert "caregiver pack install" in trusted.err
    assert "A version is a number such as 1.2.0." in nurse("channel", "new-version", folder, "soon", *passphrase).err
    for number, waits in enumerate((True, False)):
        if waits:
            nurse.json("channel", "add", folder, str(PACK), *passphrase)
        else:
            nurse.json("channel", "publish", folder, *passphrase)
        for ran in (
            nurse("channel", "show", folder),
            nurse("channel", "copy", folder, "-o", str(tmp_path / f"{number}.carepack")),
            nurse("pack", "set-up-file", "-o", str(tmp_path / f"stick{number}"), "--channel", folder),
        ):
            assert ran.code == 0
            assert ("caregiver channel publish FOLDER" in ran.err) is waits
    for version, is_told in (("0.0.9", False), ("99.0", True)):
        assert nurse("channel", "new-version", folder, version, *passphrase).out.startswith("Published.")
        told = caregiver("channel", "update", "--from", folder).out
        assert (f"There is a newer Caregiver: {version}." in told) is is_told
        assert ("You can read how to get it at caregiver.example/get." in told) is is_told
        assert (f"Said by: “{NAME}”" in told) is is_told


def test_a_lost_key_is_replaced_from_paper_and_a_family_follows(
    nurse: CommandLine, caregiver: CommandLine, tmp_path: Path
) -> None:
    """The computer with all its keys is gone: the sheet of the spare root key makes everything anew."""
    folder, file = str(tmp_path / "channel"), str(tmp_path / "passphrase")
    passphrase, new = ("--passphrase-file", file), ("--new-passphrase-file", file)
    sheet = tmp_path / "sheet.txt"
    made = nurse.json("channel", "init", folder, "--name", NAME, "--key-sheet", str(sheet), *passphrase)
    nurse.json("channel", "add", folder, str(PACK), *passphrase)
    nurse.json("channel", "publish", folder, *passphrase)
    caregiver.json("channel", "trust", folder, "--fingerprint", made["fingerprint"])
    caregiver.json("channel", "update", "--from", folder)
    nurse.json("channel", "renew", folder, "timestamp", *passphrase, *new)  # its key lies in a file of its own by now
    shutil.rmtree(nurse.data_dir / "channel-keys")
    assert kind_of(nurse("--json", "channel", "publish", folder, *passphrase)) == "publish-no-key"
    restored = nurse.json("channel", "restore-key", str(sheet), "--key", "root-2-spare", *new)
    assert restored["key"] == "root-2-spare"
    lost = kind_of(nurse("--json", "channel", "renew", folder, "timestamp", *passphrase, *new))
    assert lost == "publish-no-key"  # the snapshot's key is lost as well: all of them in one step
    one = nurse("--json", "channel", "renew", folder, "--old", "publishing", *passphrase, *new)
    assert (kind_of(one), "--old" in one.document["error"]["what_to_do"]) == ("publish-no-key", True)
    lost_files = ("--old", "publishing", "--old", "timestamp", "--old", "root-1")
    mistyped = nurse("--json", "channel", "renew", folder, *lost_files, "--old", "timestomp", *passphrase, *new)
    assert "timestomp" in mistyped.document["error"]["message"]
    shown = nurse.json("channel", "renew", folder, *lost_files, *passphrase, *new)
    assert [Path(file).name for file in shown["files"]] == ["root-1-b.key", "publishing-b.key"]
    (news,) = caregiver.json("channel", "update", "--from", folder)
    assert [pack["path"] for pack in news["packs"]] == [f"{PUBLISHER}/stroke"]
    assert nurse.json("channel", "show", folder)["fingerprint"] == shown["fingerprint"] != made["fingerprint"]


def test_a_publisher_of_their_own_comes_and_goes(nurse: CommandLine, tmp_path: Path) -> None:
    folder, file = str(tmp_path / "channel"), str(tmp_path / "passphrase")
    passphrase, new = ("--passphrase-file", file), ("--new-passphrase-file", file)
    team = nurse.json("channel", "init", folder, "--name", NAME, "--team", *passphrase)
    assert [key["key"] for key in team["keys"]][-2:] == ["lead-3", "publishing"]
    south = nurse.json("channel", "publisher", folder, "--name", "South Carers", *passphrase, *new)
    assert south["key"] == "publisher-south-carers"
    other = secret_file(tmp_path / "other", "orbit candle simple harbour walnut")
    nurse.json("channel", "passphrase", "publisher-south-carers", *passphrase, "--new-passphrase-file", other)
    wrong = kind_of(nurse("--json", "channel", "add", folder, str(PACK), *passphrase))
    assert wrong == "publish-wrong-passphrase"
    nurse.json("channel", "add", folder, str(PACK), "--passphrase-file", other)
    nurse.json("channel", "publish", folder, *passphrase)  # for which the publisher's own key is not needed
    both = (*passphrase, "--passphrase-file", other)
    copied = nurse.json("channel", "copy", folder, "-o", str(tmp_path / "a.carepack"))
    assert copied["packs"] == 1
    shown = nurse.json("channel", "show", folder)
    assert (shown["publishers"], len(shown["packs"])) == ([{"id": "south-carers", "name": "South Carers"}], 1)
    nurse.json("channel", "remove", folder, "south-carers/stroke", *both)
    assert nurse.json("channel", "move", folder, "https://packs.example.org/", *both)["packs"] == 0
    assert kind_of(nurse("--json", "channel", "move", folder, "http://packs.example.org/", *both)) == (
        "publish-bad-address"
    )
    nurse.json("channel", "revoke", folder, "south-carers", *both)
    assert nurse.json("channel", "show", folder)["publishers"] == []


def test_words_of_a_secret_are_in_no_output_and_no_other_file(nurse: CommandLine, tmp_path: Path) -> None:
    folder, file = str(tmp_path / "channel"), str(tmp_path / "passphrase")
    sheet = tmp_path / "sheet.txt"
    ran = nurse("channel", "init", folder, "--name", NAME, "--key-sheet", str(sheet), "--passphrase-file", file)
    assert ran.code == 0, ran
    pdf = nurse("channel", "key-sheet", "root-1", "-o", str(tmp_path / "one.pdf"), "--passphrase-file", file)
    assert (pdf.code, (tmp_path / "one.pdf").read_bytes()[:5]) == (0, b"%PDF-")
    inside = nurse("channel", "key-sheet", "root-1", "-o", str(nurse.data_dir / "x.txt"), "--passphrase-file", file)
    assert inside.code == 4
    (tmp_path / "leads.txt").symlink_to(tmp_path / "not-there-yet.txt")
    led = nurse("channel", "key-sheet", "root-1", "-o", str(tmp_path / "leads.txt"), "--passphrase-file", file)
    assert led.code == 4
    said = ran.out + ran.err + pdf.out + pdf.err
    groups = sheet.read_text().rpartition(":")[2].strip().splitlines()
    others = [path for path in tmp_path.rglob("*") if path.is_file() and path not in (sheet, Path(file))]
    assert len(groups) == 8
    for words in (*groups, PASSPHRASE):
        assert words not in said
        assert all(words.encode() not in path.read_bytes() for path in others)


def test_what_a_command_cannot_do_is_said(nurse: CommandLine, tmp_path: Path) -> None:
    passphrase = ("--passphrase-file", str(tmp_path / "passphrase"))
    maker = Maker(tmp_path / "other")
    maker.begin()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "cat.jpg").touch()
    for arguments, wanted in (
        (("show", str(tmp_path / "full")), "publish-not-here"),
        (("init", str(tmp_path / "new"), "--name", NAME), "no-passphrase"),
        (("init", str(tmp_path / "full"), "--name", NAME, *passphrase), "publish-not-empty"),
        (("init", str(tmp_path / "new"), "--name", "看護", *passphrase), "publish-bad-name"),
        (("publish", str(tmp_path / "other"), *passphrase), "publish-no-key"),
        (("passphrase", "root-9", *passphrase, "--new-passphrase-file", passphrase[1]), "publish-no-key"),
        (("update", "--from", str(tmp_path / "other")), "channel-not-trusted"),
        (("trust", str(PACK), "--fingerprint", "0" * 64), "channel-not-signed"),
        (("trust", str(tmp_path / "passphrase"), "--fingerprint", "0" * 64), "channel-not-a-channel"),
    ):
        assert kind_of(nurse("--json", "channel", *arguments)) == wanted, arguments
    weak = secret_file(tmp_path / "weak", "password")
    ran = nurse("--json", "channel", "init", str(tmp_path / "new"), "--name", NAME, "--passphrase-file", weak)
    assert kind_of(ran) == "vault-weak-passphrase"
    assert not (tmp_path / "new").exists()
    assert json.loads(ran.out)["error"]["what_to_do"]


def test_at_a_terminal_two_groups_are_asked_for_and_not_shown(caregiver: CommandLine, tmp_path: Path) -> None:
    maker = Maker(tmp_path / "channel")
    begun = maker.begin()
    groups, words = groups_of(begun.fingerprint), words_of(begun.fingerprint)
    asked: list[int] = []

    def answer(shown: str) -> str | None:
        questions = [int(number) for number in re.findall(r"Group (\d): ?", shown)]
        if len(questions) == len(asked):
            return None
        asked.append(questions[-1])
        number = asked[-1] - 1
        assert groups[number] not in shown  # nobody can read it off the screen
        return groups[number] if len(asked) == 1 else words[number].upper()

    code, shown = converse(caregiver, "channel", "trust", str(maker.folder), answer=answer)
    assert (code, len(asked)) == (0, 2)
    assert all(group in shown for number, group in enumerate(groups, start=1) if number not in asked)
    assert f"Trusted from now on: {NAME}." in shown
    assert [channel["id"] for channel in caregiver.json("channel", "list")] == [begun.id]
