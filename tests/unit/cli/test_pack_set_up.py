"""`caregiver pack set-up-file`: a stick with a copy of the channel, refused where it would not be followed."""

from __future__ import annotations

import json
from pathlib import Path

from caregiver_app.bootstrap.set_up_file import read_set_up_file
from tests.helpers.command_line import CommandLine
from tests.helpers.documented import EXAMPLES, keys_of
from tests.helpers.own_channels import Maker


def test_a_stick_is_written_and_what_would_not_be_followed_is_refused(untouched: CommandLine, tmp_path: Path) -> None:
    maker = Maker(tmp_path / "channel")
    maker.begin()
    stick = tmp_path / "stick"
    asked = ("pack", "set-up-file", "-o", str(stick), "--country", "GB", "--text-size", "150", "--updates", "button")
    made = untouched.json(*asked, "--channel", str(maker.folder), "--starter", "dementia")
    assert json.dumps(keys_of(made)) == json.dumps(keys_of(EXAMPLES["pack set-up-file"]))
    found = read_set_up_file(stick)
    assert (str(found.file), str(found.copy)) == (made["file"], made["copy"])
    assert (found.set_up.country, found.set_up.text_size, found.set_up.starter) == ("GB", 150, ("dementia",))
    for more in (("--language", "in words"), ("--starter", "other"), ("--pack", "a/b", "--channel", str(maker.folder))):
        refused = untouched("--json", *asked, *more)
        assert (refused.code, refused.document["error"]["kind"]) == (4, "set-up-field")
    assert untouched(*asked, "--address", "https://packs.example.org/").code == 2
    assert not list(untouched.data_dir.glob("library*")), "nothing of it needs a library"
