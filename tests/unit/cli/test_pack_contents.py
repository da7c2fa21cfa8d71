"""`caregiver pack contents`: of a folder without a library, of an installed pack by its name."""

from __future__ import annotations

import json
from pathlib import Path

from tests.helpers.command_line import CommandLine
from tests.helpers.documented import EXAMPLES, keys_of
from tests.helpers.packs import small_manifest, write_pack_folder
from tests.helpers.shared_files import read_pdf, words_of


def test_what_is_in_a_pack_is_written_as_a_list(caregiver: CommandLine, tmp_path: Path) -> None:
    folder, file = write_pack_folder(tmp_path / "pack", small_manifest()), tmp_path / "list.pdf"
    made = caregiver.json("pack", "contents", str(folder), "-o", str(file))
    assert json.dumps(keys_of(made)) == json.dumps(keys_of(EXAMPLES["pack contents"]))
    assert "Example Nurses" in words_of(read_pdf(file.read_bytes()))
    installed = tmp_path / "dementia.pdf"
    assert caregiver("pack", "contents", "dementia", "-o", str(installed)).code == 0
    assert "Alzheimer" in words_of(read_pdf(installed.read_bytes()))
    assert caregiver("--json", "pack", "contents", "other", "-o", str(file)).document["error"]["kind"] == "pack-unknown"
    assert caregiver("pack", "contents", str(folder), "-o", str(tmp_path / "list.doc")).code == 4
