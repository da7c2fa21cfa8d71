"""Sticks as a nurse hands them over, made in a moment with keys in memory: a channel's copy and a set-up file."""

from __future__ import annotations

import shutil
from pathlib import Path

from caregiver_app.bootstrap.set_up_file import NAME
from caregiver_app.model.set_up import SetUp, SetUpChannel
from caregiver_app.model.time import Millis
from caregiver_app.packs.channels.documents import fingerprint_of
from caregiver_app.packs.channels.fingerprints import groups_of
from caregiver_app.packs.set_up_format import set_up_bytes
from caregiver_app.support.clock import SystemClock
from tests.helpers.installing import a_guide, pack_of
from tests.helpers.own_channels import Maker

SLUG = "evenings"
_COPY = "packs"


class Nurse:
    """Publishes one pack with one guide. Its signatures count on the day `at`, else today by the computer's clock."""

    def __init__(self, folder: Path, *, at: Millis | None = None) -> None:
        self._maker = Maker(folder, at=SystemClock().now() if at is None else at)
        self._maker.begin()

    @property
    def paper(self) -> tuple[str, ...]:
        """The signs of the channel in groups, as a family has them on paper."""
        return groups_of(fingerprint_of(self._maker.family().root))

    def publish(self, version: int, title: str, words: str) -> None:
        """Publish a version of the pack, whose guide is called so."""
        guide = {**a_guide(SLUG), "title": title}
        texts = {f"guides/{SLUG}.md": f"{words}\n"}
        data = pack_of(SLUG, version=version, publisher="Northfield Nurses", guides=[guide], texts=texts)
        self._maker.add(SLUG, data, version=version)

    def hand_over(self, stick: Path) -> Path:
        """Put onto a stick what was published last, with a set-up file that leaves all else to the family."""
        shutil.copytree(self._maker.folder, stick / _COPY)
        channel = SetUpChannel(copy=_COPY, fingerprint=fingerprint_of(self._maker.family().root))
        (stick / NAME).write_bytes(set_up_bytes(SetUp(country="GB", channel=channel)))
        return stick
