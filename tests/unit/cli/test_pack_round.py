"""`caregiver pack round`: what is due is listed, and one word lets it count from today on."""

from __future__ import annotations

import json
from pathlib import Path

from tests.helpers.command_line import CommandLine
from tests.helpers.documented import EXAMPLES, keys_of
from tests.helpers.packs import small_manifest, write_pack_folder

LINE = {
    "id": "gb-example-line",
    "name": "Example line",
    "kind": "caring",
    "country": "GB",
    "languages": ["en"],
    "phone": "0808 157 0192",
    "page": "https://www.nhs.uk/contact/",
    "checked_on": "2020-01-10",
}


def test_what_is_due_is_listed_and_counts_from_today_on_by_one_word(caregiver: CommandLine, tmp_path: Path) -> None:
    folder = str(write_pack_folder(tmp_path / "pack", small_manifest(review_by="2190-01-01", helplines=[LINE])))
    found = caregiver.json("pack", "round", folder)
    assert json.dumps(keys_of(found)) == json.dumps(keys_of({**EXAMPLES["pack round"], "renewed": []}))
    assert [(row["list"], row["id"]) for row in found["rows"]] == [("helplines", "gb-example-line")]
    said = caregiver("pack", "round", folder)
    assert said.out.splitlines() == ["gb-example-line: Example line", "  Look up the number 0808 157 0192 again."]
    assert caregiver("pack", "round", folder, "--still-right", "other").code == 2
    done = caregiver.json("pack", "round", folder, "--still-right", "gb-example-line")
    assert done == {"renewed": ["gb-example-line"], "rows": []}
