"""A pack goes from its folder to families in one go, or neither folder nor channel is other than before."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from caregiver_app.bootstrap.appraising import Appraising
from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.channel_keys import AtHand
from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.own_channels import OwnChannels
from caregiver_app.bootstrap.pack_folders import describe
from caregiver_app.bootstrap.pack_making import PackMaking
from caregiver_app.bootstrap.pack_publishing import PackPublishing, PublishStage
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.channel import ReferenceTime
from caregiver_app.model.errors import Cancelled, PackError, PublishError, PublishTrouble
from caregiver_app.packs.changing import read_manifest_of
from caregiver_app.packs.channels.alone import LOCK
from caregiver_app.packs.channels.checking import check
from caregiver_app.packs.channels.places import FolderPlace
from caregiver_app.support.key_derivation import KdfCost
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.own_channels import NAME, PUBLISHER, a_family, files_in
from tests.helpers.packs import HEADED, WORKSHOP, small_manifest, write_pack_folder

PASSPHRASE = "walnut harbour simple candle orbit"
GUIDE = {"guides/evenings.md": f"{HEADED}Turn on a lamp.\n"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Nurse:
    """Somebody with a pack, a channel and its keys."""

    pack: Path
    channel: Path
    own: OwnChannels
    publishing: PackPublishing

    def publish(self, passphrase: str = PASSPHRASE, on_stage: Callable[[PublishStage], object] = str) -> str:
        done = self.publishing.publish(self.pack, self.channel, at_hand(passphrase), on_stage=on_stage)
        assert done.published is not None
        return f"{done.offer.path} {done.offer.version}{' again' if done.was_there else ''}"

    def all_files(self) -> dict[str, bytes]:
        return {**files_in(self.pack), **files_in(self.channel)}


def at_hand(passphrase: str, folders: Sequence[Path] = ()) -> AtHand:
    return AtHand(passphrases_of=lambda _name: (passphrase,), folders=folders)


def a_nurse(tmp_path: Path, *, team: bool = False) -> Nurse:
    clock, paths = StillClock(), Paths(data_dir=tmp_path / "data")
    own, appraising = OwnChannels(paths, clock, cost=KdfCost()), Appraising(clock)
    making = PackMaking(Guarding(Care(paths, clock)), appraising, lambda: WORKSHOP)
    own.begin(tmp_path / "channel", name=NAME, team=team, passphrase=PASSPHRASE)
    pack = write_pack_folder(tmp_path / "pack", small_manifest(), GUIDE)
    publishing = PackPublishing(making, own, clock, appraising.today)
    return Nurse(pack=pack, channel=tmp_path / "channel", own=own, publishing=publishing)


def test_first_as_it_is_then_unchanged_and_a_change_as_the_next_version(tmp_path: Path) -> None:
    nurse = a_nurse(tmp_path)
    outlook = nurse.publishing.outlook(nurse.pack, nurse.channel)
    assert (outlook.version, outlook.offered, outlook.next_version) == (1, None, 1)
    assert nurse.publish() == f"{PUBLISHER}/evenings 1"
    assert nurse.publish() == f"{PUBLISHER}/evenings 1 again"
    (nurse.pack / "guides" / "evenings.md").write_text(f"{HEADED}Turn on two lamps.\n", encoding="utf-8")
    outlook = nurse.publishing.outlook(nurse.pack, nurse.channel)
    assert (outlook.version, outlook.offered, outlook.next_version) == (1, 1, 2)
    assert nurse.publish() == f"{PUBLISHER}/evenings 2"
    assert read_manifest_of(nurse.pack).version == 2
    found = check(a_family(nurse.channel), FolderPlace(nurse.channel), ReferenceTime(at=MONDAY))
    assert [(offer.path, offer.version) for offer in found.offers] == [(f"{PUBLISHER}/evenings", 2)]


def test_a_wrong_passphrase_an_error_and_a_stop_leave_all_as_it_was(tmp_path: Path) -> None:
    nurse = a_nurse(tmp_path)
    nurse.publish()
    (nurse.pack / "guides" / "evenings.md").write_text(f"{HEADED}Turn on two lamps.\n", encoding="utf-8")
    before = nurse.all_files()
    with pytest.raises(PublishError) as wrong:
        nurse.publish("another harbour simple candle")
    assert wrong.value.kind is PublishTrouble.WRONG_PASSPHRASE
    seen: list[PublishStage] = []

    def stop_at_the_end(stage: PublishStage) -> None:
        seen.append(stage)
        if stage is PublishStage.SIGNING:
            raise Cancelled

    with pytest.raises(Cancelled):
        nurse.publish(on_stage=stop_at_the_end)
    twice = [PublishStage.LOOKING, PublishStage.BUILDING]  # as it is, then as the next version
    assert seen == [PublishStage.OPENING_KEYS, *twice, *twice, PublishStage.SIGNING]
    assert nurse.all_files() == before
    (nurse.pack / "guides" / "evenings.md").write_text("no head\n", encoding="utf-8")
    before = nurse.all_files()
    with pytest.raises(PackError):
        nurse.publish()
    assert nurse.all_files() == before


def test_what_was_typed_while_a_pack_went_out_stays_when_that_is_stopped(tmp_path: Path) -> None:
    nurse = a_nurse(tmp_path)
    nurse.publish()
    (nurse.pack / "guides" / "evenings.md").write_text(f"{HEADED}Turn on two lamps.\n", encoding="utf-8")
    looks: list[PublishStage] = []

    def type_then_stop(stage: PublishStage) -> None:
        looks.append(stage)
        if looks.count(PublishStage.LOOKING) == 2 and stage is PublishStage.LOOKING:  # the next version has begun
            describe(nurse.pack, {"summary": "Typed meanwhile."})
        if stage is PublishStage.SIGNING:
            raise Cancelled

    with pytest.raises(Cancelled):
        nurse.publish(on_stage=type_then_stop)
    pack = read_manifest_of(nurse.pack)
    assert (pack.summary, pack.version) == ("Typed meanwhile.", 1)


def test_of_two_who_publish_at_once_the_second_is_told_and_loses_nothing(tmp_path: Path) -> None:
    nurse = a_nurse(tmp_path)
    other = write_pack_folder(tmp_path / "other", small_manifest(id="lamps", title="Lamps"), GUIDE)
    refused: list[PublishTrouble] = []

    def publish_another(stage: PublishStage) -> None:
        if stage is not PublishStage.SIGNING:
            return
        for act in (
            lambda: nurse.publishing.publish(other, nurse.channel, at_hand(PASSPHRASE)),
            lambda: nurse.own.publish(nurse.channel, at_hand(PASSPHRASE)),
        ):
            with pytest.raises(PublishError) as error:
                act()
            refused.append(error.value.kind)

    nurse.publish(on_stage=publish_another)
    assert refused == [PublishTrouble.BUSY, PublishTrouble.BUSY]
    nurse.publishing.publish(other, nurse.channel, at_hand(PASSPHRASE))
    found = check(a_family(nurse.channel), FolderPlace(nurse.channel), ReferenceTime(at=MONDAY))
    assert [offer.path for offer in found.offers] == [f"{PUBLISHER}/evenings", f"{PUBLISHER}/lamps"]
    copy = tmp_path / "copy"
    nurse.own.copy(nurse.channel, copy)
    assert not any(path.name == LOCK for path in copy.rglob("*"))


@pytest.mark.parametrize("what", ["a-pipe", "a-link"])
def test_a_lock_that_leads_elsewhere_is_not_written(tmp_path: Path, what: str) -> None:
    nurse = a_nurse(tmp_path)
    (nurse.channel / "mine").write_text("mine")
    if what == "a-pipe":
        os.mkfifo(nurse.channel / LOCK)
    else:
        (nurse.channel / LOCK).symlink_to(nurse.channel / "mine")
    with pytest.raises(PublishError) as refused:
        nurse.publish()
    assert (refused.value.kind, refused.value.detail) == (PublishTrouble.LINKED, LOCK)
    assert (nurse.channel / "mine").read_text() == "mine"


def test_a_folder_that_is_behind_goes_above_what_is_offered(tmp_path: Path) -> None:
    nurse = a_nurse(tmp_path)
    write_pack_folder(nurse.pack, small_manifest(version=4))
    nurse.publish()
    write_pack_folder(nurse.pack, small_manifest(title="Evenings and nights"))
    outlook = nurse.publishing.outlook(nurse.pack, nurse.channel)
    assert (outlook.version, outlook.offered, outlook.next_version, outlook.is_behind) == (1, 4, 5, True)
    assert nurse.publish() == f"{PUBLISHER}/evenings 5"


def test_somebody_of_a_team_signs_their_own_and_the_team_publishes(tmp_path: Path) -> None:
    nurse = a_nurse(tmp_path, team=True)
    mine = tmp_path / "mine"
    nurse.own.add_publisher(
        nurse.channel, at_hand(PASSPHRASE), name="Wing B", slug="wing-b", passphrase=PASSPHRASE, keys=mine
    )
    done = elsewhere(tmp_path).publish(nurse.pack, nurse.channel, at_hand(PASSPHRASE, [mine]))
    assert (done.offer.path, done.published) == ("wing-b/evenings", None)
    published = nurse.own.publish(nurse.channel, at_hand(PASSPHRASE))
    assert published.packs == 1


def elsewhere(tmp_path: Path) -> PackPublishing:
    """Return the same work at a computer on which no keys lie."""
    clock, paths = StillClock(), Paths(data_dir=tmp_path / "other")
    making = PackMaking(Guarding(Care(paths, clock)), Appraising(clock), lambda: WORKSHOP)
    return PackPublishing(making, OwnChannels(paths, clock, cost=KdfCost()), clock, Appraising(clock).today)
