"""`caregiver pack install|update|remove|list`: a family takes packs from a stick or the web; what ships is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from caregiver_app.cli.pack_installed_told import withdrawn_in_words
from caregiver_app.model.article import ItemId
from caregiver_app.model.installed_pack import WithdrawnItem
from caregiver_app.packs.channels.documents import fingerprint_of
from tests.helpers.command_line import CommandLine
from tests.helpers.documented import assert_documented
from tests.helpers.hosted_channel import host
from tests.helpers.http_server import ScriptedServer
from tests.helpers.installing import a_guide, a_line, a_link, an_owner, pack_of
from tests.helpers.own_channels import PUBLISHER, Maker, a_family

GUIDE = {"guides/evenings.md": "Turn on a *lamp* before it gets dark.\n"}


def first_version() -> bytes:
    return pack_of(
        "evenings",
        texts=GUIDE,
        guides=[a_guide("evenings")],
        links=[a_link("old")],
        helplines=[a_line("l")],
        organisations=[an_owner("charity", "charity.org.uk")],
    )


def second_version() -> bytes:
    gone = {"item": "old", "reason": "Out of date.", "withdrawn_on": "2026-11-20"}
    lines = [a_line("l", "0808 157 0193")]
    return pack_of(
        "evenings",
        version=2,
        texts=GUIDE,
        guides=[a_guide("evenings")],
        helplines=lines,
        organisations=[an_owner("charity", "charity.org.uk")],
        withdrawals=[gone],
    )


def trusted(caregiver: CommandLine, maker: Maker, place: str, *more: str) -> str:
    """Trust a channel at a place; return its id."""
    fingerprint = fingerprint_of(a_family(maker.folder).root)
    return str(caregiver.json("channel", "trust", place, "--fingerprint", fingerprint, *more)["id"])


def test_what_ships_is_there_and_stays_away_once_it_was_removed(caregiver: CommandLine) -> None:
    shown = caregiver.json("pack", "list")
    assert_documented("pack list", shown)
    assert [row["state"] for row in shown] == ["installed"] * 10
    removed = caregiver.json("pack", "remove", "stroke")
    assert_documented("pack remove", removed)
    assert {row["state"] for row in caregiver.json("pack", "list") if row["id"] == "starter/stroke"} == {"available"}
    assert caregiver("pack", "remove", "stroke").code == 1
    assert [each["id"] for each in caregiver.json("pack", "install", "stroke")] == ["starter/stroke"]
    assert [row["state"] for row in caregiver.json("pack", "list")] == ["installed"] * 10


def test_a_family_installs_from_a_stick_and_updates_from_the_web(
    caregiver: CommandLine, server: ScriptedServer, tmp_path: Path
) -> None:
    maker = Maker(tmp_path / "channel")
    maker.begin()
    maker.add("evenings", first_version())
    untrusted = caregiver("--json", "pack", "install", str(maker.folder))
    assert (untrusted.code, untrusted.document["error"]["kind"]) == (4, "channel-not-trusted")
    (tmp_path / "evenings.pack").write_bytes(first_version())
    unsigned = caregiver("--json", "pack", "install", str(tmp_path / "evenings.pack"))
    assert (unsigned.code, unsigned.document["error"]["kind"]) == (4, "channel-not-signed")
    channel = trusted(caregiver, maker, host(server, maker.folder), "--allow-private")
    uid = f"{channel}/{PUBLISHER}/evenings"
    installed = caregiver.json("pack", "install", str(maker.folder))
    assert_documented("pack install", installed)
    assert [(each["id"], each["before"], len(each["added"])) for each in installed] == [(uid, None, 4)]
    assert installed[0]["new_sites"] == ["charity.org.uk/"]
    said = caregiver("pack", "install", str(maker.folder))
    assert "Up to date: Evenings, version 1." in said.out
    accepted = caregiver.json("pack", "install", uid, "--from", str(maker.folder), "--accept-site", "charity.org.uk")
    assert [each["version"] for each in accepted] == [1]
    maker.add("evenings", second_version(), version=2)
    host(server, maker.folder)
    of_packs = ("channels", "channels_failed", "newer_packs")
    assert [caregiver.json("sync")[key] for key in of_packs] == [1, 0, 1]
    assert "1 pack has a newer version." in caregiver("sync").out.splitlines()[-1]
    preview = caregiver.json("pack", "update", "--preview")
    told = caregiver("pack", "update", "--preview").out
    assert "New or changed phone line: l, 0" in told
    assert "  From Northfield Nurses" in told.splitlines()
    assert "Withdrawn: old. Out of date." in told
    (changes,) = caregiver.json("pack", "update")
    assert preview == [changes]
    assert (changes["before"], changes["version"]) == (1, 2)
    assert [part["list"] for part in changes["changed"]] == ["helplines"]
    assert ([part["id"] for part in changes["gone"]], changes["withdrawn"][0]["reason"]) == (["old"], "Out of date.")
    assert caregiver.json("pack", "update") == []
    (row,) = (row for row in caregiver.json("pack", "list") if row["id"] == uid)
    assert (row["state"], row["version"], row["items"]) == ("installed", 2, 2)
    assert "Withdrawn by" not in caregiver("pack", "list").err  # nobody had kept or passed on what was withdrawn
    assert caregiver.json("channel", "forget", channel)["packs"] == [uid]
    assert uid not in [row["id"] for row in caregiver.json("pack", "list")]


def test_one_damaged_pack_keeps_no_other_from_being_taken(caregiver: CommandLine, tmp_path: Path) -> None:
    maker = Maker(tmp_path / "channel")
    maker.begin()
    for slug in ("baths", "evenings", "meals"):
        maker.add(slug, pack_of(slug, helplines=[a_line("l-" + slug)]))
    trusted(caregiver, maker, str(maker.folder))
    _damage(maker.folder, "evenings")
    ran = caregiver("--json", "pack", "install", str(maker.folder))
    assert ran.code == 3
    assert [each["title"] for each in ran.document] == ["Baths", "Meals"]
    assert ran.err.startswith("Evenings: ")
    for slug in ("baths", "meals"):
        maker.add(slug, pack_of(slug, version=2, helplines=[a_line("l-" + slug)]), version=2)
    _damage(maker.folder, "baths")
    ran = caregiver("--json", "pack", "update", "--from", str(maker.folder))
    assert (ran.code, [each["title"] for each in ran.document]) == (3, ["Meals"])
    assert ran.err.startswith("Baths: ")
    ran = caregiver("--json", "pack", "update", "--from", str(maker.folder))
    assert (ran.code, ran.document["error"]["kind"]) == (4, "channel-changed")


def _damage(channel: Path, slug: str) -> None:
    for file in channel.rglob("*.pack"):
        if slug in str(file.relative_to(channel)):
            file.write_bytes(bytes(len(file.read_bytes())))


def test_what_is_withdrawn_is_told_with_the_day_on_which_it_was_shared() -> None:
    item = WithdrawnItem(
        item_id=ItemId(1),
        title="Evenings",
        author_name="Northfield Nurses",
        reason="Out of date.",
        withdrawn_on=date(2026, 11, 20),
        replacement=None,
        is_warning=False,
        shared_on=date(2026, 11, 1),
    )
    told = "Withdrawn by Northfield Nurses: Evenings. Out of date. You shared or printed it on 1 November 2026."
    assert withdrawn_in_words(item) == told
    warning = replace(item, is_warning=True, shared_on=None)
    assert withdrawn_in_words(warning) == "Northfield Nurses warns of this page: Evenings. Out of date."
