"""`caregiver pack new|check|build`: from a list to one file, each problem with its place."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from caregiver_app.model.errors import PackTrouble
from caregiver_app.model.pack_problem import PackFault, PackProblem, Severity
from caregiver_app.packs.opening import peek
from tests.helpers.appraisals import answers
from tests.helpers.care_commands import CareCommands
from tests.helpers.command_line import ROOT, CommandLine
from tests.helpers.documented import assert_documented
from tests.helpers.packs import HEADED
from tests.helpers.shapes import assert_shape

PROBLEM = {"where": str, "what": str, "severity": str, "message": str}
LIST = (
    "title,address,summary\nDementia guide,https://www.nhs.uk/conditions/dementia/,What it is\nX,http://www.nhs.uk/,\n"
)


PAGE = (ROOT / "docs" / "formats" / "command-line.md").read_text(encoding="utf-8")


def begin(commands: CommandLine, folder: Path, *more: str) -> None:
    """Begin a pack called Evenings."""
    said = ("--title", "Evenings", "--publisher", "Example Nurses", "--topic", "dementia", "--country", "GB")
    assert commands("pack", "new", str(folder), *said, *more).code in (0, 3)


def test_a_pack_is_begun_from_a_list_checked_and_built(untouched: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST)
    folder, file = tmp_path / "evenings", tmp_path / "evenings.pack"
    said = ("--title", "Evenings", "--publisher", "Example Nurses", "--topic", "dementia")
    new = untouched("--json", "pack", "new", str(folder), *said, "--from", str(tmp_path / "list.csv"))
    assert new.code == 3
    assert_shape(new.document, {"folder": str, "id": str, "taken": int, "left_out": [PROBLEM]})
    assert_documented("pack new", new.document)
    assert (new.document["taken"], new.document["left_out"][0]["what"]) == (1, "address-insecure")

    (folder / "guides" / "lamps.md").write_text(HEADED + "Turn on a lamp. Ring Joan on 07911 123456.\n")
    bad = untouched("--json", "pack", "check", str(folder))
    assert bad.code == 4
    assert_shape(bad.document, {"ok": bool, "problems": [PROBLEM]})
    assert_documented("pack check", bad.document)
    assert [(each["where"], each["what"]) for each in bad.document["problems"]] == [
        ("guides/lamps.md:6", "personal-detail"),
    ]
    refused = untouched("--json", "pack", "build", str(folder), "-o", str(file))
    assert (refused.code, refused.document["error"]["kind"], file.exists()) == (4, "pack-not-ready", False)

    (folder / "guides" / "lamps.md").write_text(HEADED + "Turn on a lamp before it gets dark.\n")
    assert untouched.json("pack", "check", str(folder)) == {"ok": True, "problems": []}
    built = untouched.json("pack", "build", str(folder), "-o", str(file))
    assert_shape(built, {"file": str, "size_bytes": int, "sha256": str, "problems": [PROBLEM]})
    assert_documented("pack build", built)
    assert built["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert [link.title for link in peek(file.read_bytes()).links] == ["Dementia guide"]
    assert not list(untouched.data_dir.glob("library*")), "nothing of it needs a library"


def test_in_words_each_problem_is_a_line(untouched: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "evenings"
    begin(untouched, folder)
    (folder / "guides" / "lamps.md").write_text(HEADED + "See [this](http://www.nhs.uk/).\n")
    ran = untouched("pack", "check", str(folder))
    assert ran.code == 4
    assert ran.out.splitlines() == [
        "To mend: guides/lamps.md:6: This link does not lead to a secure public page.",
        "1 problem to mend first.",
    ]
    assert "--links" in ran.err


def test_a_list_of_sources_begins_a_pack(untouched: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "list.opml").write_text(
        '<opml version="2.0"><body><outline text="News" xmlUrl="https://www.nhs.uk/feed.xml"/></body></opml>'
    )
    begin(untouched, tmp_path / "evenings", "--from", str(tmp_path / "list.opml"))
    manifest = json.loads((tmp_path / "evenings" / "pack.json").read_text())
    assert [source["address"] for source in manifest["sources"]] == ["https://www.nhs.uk/feed.xml"]


@pytest.mark.parametrize(
    ("arguments", "code", "kind"),
    [
        pytest.param(("check", "{here}"), 1, "pack-not-a-pack", id="a folder without a pack"),
        pytest.param(("new", "{here}", "--title", "x", "--publisher", "x", "--topic", "x"), 1, "pack-in-the-way",
                     id="something in the way"),
        pytest.param(("new", "{here}/new", "--publisher", "x", "--topic", "x"), 2, "usage", id="without a title"),
        pytest.param(("build", "{here}/none", "-o", "{here}/x.pack"), 1, "pack-not-a-pack", id="no folder"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(
    untouched: CommandLine, tmp_path: Path, arguments: tuple[str, ...], code: int, kind: str
) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    ran = untouched("--json", "pack", *(each.format(here=tmp_path) for each in arguments))
    assert (ran.code, ran.document["error"]["kind"]) == (code, kind)
    assert [path.name for path in tmp_path.iterdir() if path != untouched.data_dir] == ["notes.txt"]


def test_a_title_that_cannot_be_makes_no_folder(untouched: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    ran = untouched("pack", "new", str(folder), "--title", "x" * 300, "--publisher", "x", "--topic", "x")
    assert (ran.code, folder.exists()) == (2, False)
    assert "title" in ran.out


def test_locked_care_notes_keep_a_pack_from_being_built(tmp_path: Path) -> None:
    care = CareCommands(tmp_path / "care")
    folder = tmp_path / "evenings"
    begin(care.command, folder)
    (folder / "guides" / "lamps.md").write_text(HEADED + "Wilhelmina likes a lamp.\n")
    care("person", "add", "-", typed="Wilhelmina")
    locked = care.command("--json", "pack", "check", str(folder))
    assert [(each["where"], each["what"]) for each in locked.document["problems"]] == [("", "private-words-unchecked")]
    assert locked.code == 4
    assert "--passphrase-file" in care.command("pack", "check", str(folder)).err
    unlocked = care("--json", "pack", "check", str(folder))
    assert [each["where"] for each in unlocked.document["problems"]] == ["guides/lamps.md:6"]
    (folder / "guides" / "lamps.md").write_text(HEADED + "Turn on a lamp.\n")
    assert care.json("pack", "check", str(folder)) == {"ok": True, "problems": []}


def test_the_page_names_every_trouble_and_every_problem() -> None:
    troubles = PAGE.partition("- `pack-`:")[2].partition("\n-")[0]
    assert {each.value for each in PackTrouble} == set(re.findall(r"`([a-z-]+)`", troubles))
    section = PAGE.partition("\n## pack\n")[2].partition("\n## ")[0]
    for severity in Severity:
        told = section.partition(f"`{severity.value}`")[2].partition("\n- ")[0].partition("\n\n")[0]
        wanted = {each for each in PackFault if PackProblem(where="", fault=each).severity is severity}
        assert wanted <= {PackFault(word) for word in re.findall(r"`([a-z-]+)`", told) if word in set(PackFault)}


def test_links_are_looked_at_only_when_wished_and_never_while_offline(caregiver: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST)
    begin(caregiver, tmp_path / "evenings", "--from", str(tmp_path / "list.csv"))
    assert caregiver("offline", "on").code == 0
    assert caregiver("pack", "check", str(tmp_path / "evenings")).code == 0
    ran = caregiver("--json", "pack", "check", str(tmp_path / "evenings"), "--links")
    assert ran.document["error"]["kind"] == "web-stay-offline"
    assert ran.code != 0
    assert caregiver.json("ledger") == []


def test_what_is_in_the_library_goes_into_a_pack_with_ones_own_check(caregiver: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "evenings"
    begin(caregiver, folder)
    checks = json.dumps({"answers": {point.value: answer.value for point, answer in answers().given.items()}})
    page = (
        "https://www.nhs.uk/at-night/",
        "--title",
        "Dementia guide",
        "--answers",
        "-",
        "--role",
        "nurse",
    )
    made = json.loads(caregiver("--json", "appraise", *page, typed=checks).out)
    source = next(each for each in caregiver.json("source", "list") if each["url"].startswith("https://"))
    taken = caregiver.json("pack", "take", str(folder), f"link:{made['id']}", "--source", str(source["id"]))
    assert_shape(taken, {"added": int, "left_out": [PROBLEM]})
    manifest = json.loads((folder / "pack.json").read_text())
    (link,) = manifest["links"]
    assert (link["title"], link["appraisal"]["role"]) == ("Dementia guide", "nurse")
    assert [each["address"] for each in (*manifest.get("sources", ()), *manifest.get("pages", ()))] == [source["url"]]
    assert taken["added"] == 2 + len(manifest["organisations"])
    checked = caregiver.json("pack", "check", str(folder))
    assert checked["ok"]
    assert {problem["what"] for problem in checked["problems"]} == {"no-summary"}
    assert_documented("pack take", {**taken, "left_out": checked["problems"]})
    assert caregiver("pack", "take", str(folder), "article:9999").code == 1
    assert caregiver("pack", "take", str(folder)).code == 2


def test_a_pack_goes_on_to_its_next_version_without_what_was_withdrawn(untouched: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST)
    folder = tmp_path / "evenings"
    begin(untouched, folder, "--from", str(tmp_path / "list.csv"))
    said = untouched.json("pack", "withdraw", str(folder), "gb-dementia-guide", "--reason", "It was out of date.")
    assert said == {"withdrawn": "gb-dementia-guide", "problems": []}
    assert_documented("pack withdraw", said)
    slip = untouched("--json", "pack", "withdraw", str(folder), "gb-dementai", "--reason", "x")
    assert (slip.code, slip.document["problems"][0]["what"]) == (2, "no-such-id")
    following = untouched.json("pack", "next", str(folder))
    assert_documented("pack next", following)
    assert following["version"] == 2
    manifest = json.loads((folder / "pack.json").read_text())
    assert ("links" in manifest, manifest["version"]) == (False, 2)
    assert [each["item"] for each in manifest["withdrawals"]] == ["gb-dementia-guide"]
    assert untouched.json("pack", "check", str(folder))["ok"]
