"""What is in a pack, on paper: all of it with addresses and days, as plain words whatever its maker wrote."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.pack_contents import contents_of_folder, with_signs
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.channel import Fingerprint
from caregiver_app.model.sheets.pack_contents import PackContents
from caregiver_app.packs.channels.fingerprints import groups_of, words_of
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from caregiver_app.printing.contents import contents_sheet
from caregiver_app.printing.frame import Ground
from tests.helpers.clock import StillClock
from tests.helpers.installing import VETTED
from tests.helpers.packs import CHECKLIST, GUIDE, example, lamp, write_pack_folder
from tests.helpers.shared_files import read_pdf
from tests.helpers.shared_files import words_of as words_in

GROUND = Ground(on=date(2026, 11, 23), language="en-GB")
FINGERPRINT = Fingerprint("3f5c1d2e4b6a79880112233445566778899aabbccddeeff00112233445566778")


def a_folder(tmp_path: Path) -> Path:
    manifest = example()
    checked = {**manifest["links"][0], "id": "checked", "address": "https://www.nhs.uk/checked/", "appraisal": VETTED}
    manifest["links"].append({**checked, "title": "#let x = 1 <script>"})
    files: dict[str, str | bytes] = {
        "guides/evenings.md": GUIDE,
        "checklists/evening.md": CHECKLIST,
        "pictures/lamp.png": lamp(),
    }
    return write_pack_folder(tmp_path / "pack", manifest, files)


def contents_of(folder: Path) -> PackContents:
    """Return the contents as somebody without care notes has them."""
    return contents_of_folder(folder, Guarding(Care(Paths(data_dir=folder.parent / "data"), StillClock())))


def test_everything_in_a_pack_stands_on_the_list_with_its_days(tmp_path: Path) -> None:
    contents = with_signs(contents_of(a_folder(tmp_path)), FINGERPRINT)
    reader = read_pdf(typeset([contents_sheet(contents, GROUND)], Layout()).pdf())
    words = " ".join(words_in(reader).split())
    close = words.replace(" ", "")
    for said in (
        *(
            "Evenings with dementia",
            "Example Nurses",
            "1, 15 January 2026",
            "When evenings feel harder",
            "Example line",
        ),
        *(
            "0808 157 0192",
            "Number read on 10 January 2026.",
            "21 September 2026",
            "World Alzheimer’s Day",
            "#let x = 1 <script>",
        ),
        *("Checked on 1 October 2026. To be checked again by 1 October 2027.", "Listed, not checked."),
        *("Printed on 23 November 2026", "Page 1 of"),
        *("old-evening-tips", "It was out of date.", "Ask for the newest copy."),
        *groups_of(FINGERPRINT),
        *words_of(FINGERPRINT),
    ):
        assert said.replace(" ", "").replace("’", "'") in close.replace("’", "'"), said
    assert "https://www.nhs.uk/checked/" in close


def test_a_check_that_does_not_pass_by_the_rule_is_not_called_one(tmp_path: Path) -> None:
    """The example's own check lacks most points."""
    (part,) = (part for part in contents_of(a_folder(tmp_path)).parts if part.heading == "Web pages")
    told = dict(part.entries)
    assert "Listed, not checked." in told["Dementia guide"]


def test_what_its_maker_would_print_first_stands_first(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    manifest = folder / "pack.json"
    for first in ("nhs-dementia", "checked"):
        said = json.loads(manifest.read_text())
        manifest.write_text(json.dumps({**said, "printing": {"first": [first]}}))
        (pages,) = (part for part in contents_of(folder).parts if part.heading == "Web pages")
        title = next(link["title"] for link in said["links"] if link["id"] == first)
        assert pages.entries[0][0] == title
