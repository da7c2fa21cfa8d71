"""A channel that somebody forged, held back, mixed or took back is refused, and each kind by its own name.

Every attack is tried on a channel in memory, on the same files on a stick, and in one file to hand on.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Delegations, MetaFile, TargetFile

from caregiver_app.model.channel import Lateness, ReferenceTime, TrustedChannel
from caregiver_app.model.errors import ChannelError, ChannelTrouble
from caregiver_app.model.time import Millis
from caregiver_app.packs.channels.checking import check
from caregiver_app.packs.channels.copy_place import CopyPlace
from caregiver_app.packs.channels.fetching import fetch_pack
from caregiver_app.packs.channels.places import FolderPlace, Place
from caregiver_app.packs.channels.trusting import look_first
from tests.helpers.clock import MONDAY
from tests.helpers.repository_simulator import RepositorySimulator, signed

Sim = RepositorySimulator
SAYS_MORE = "Caregiver. Call 0900 555 0100 now to get it"
Attack = Callable[[Sim], None]


def older_timestamp(sim: Sim) -> None:
    sim.files["metadata/timestamp.json"] = sim.files["old timestamp"]


def older_publisher_in_newer_snapshot(sim: Sim) -> None:
    data = sim.files["metadata/1.north.json"]
    sim.snapshot.meta["north.json"] = MetaFile.from_data(1, data, ["sha256"])
    sim.publish_snapshot()


def publisher_left_out_of_snapshot(sim: Sim) -> None:
    del sim.snapshot.meta["north.json"]
    sim.publish_snapshot()


def older_pack(sim: Sim) -> None:
    sim.add_pack("north", "eating", b"the first version again", version=1)
    sim.publish()


def snapshot_of_another_day(sim: Sim) -> None:
    sim.files[f"metadata/{sim.snapshot.version}.snapshot.json"] = sim.files["metadata/1.snapshot.json"]


def publisher_of_another_day(sim: Sim) -> None:
    version = sim.publishers["north"].version
    sim.files[f"metadata/{version}.north.json"] = sim.files["metadata/1.north.json"]


def targets_of_another_day(sim: Sim) -> None:
    sim.files[f"metadata/{sim.targets.version}.targets.json"] = sim.files["metadata/1.targets.json"]


def a_root_that_is_not_the_next(sim: Sim) -> None:
    sim.root.version = 7
    sim.publish_root()
    sim.files["metadata/2.root.json"] = sim.files.pop("metadata/7.root.json")


def changed_title(sim: Sim) -> None:
    name = f"metadata/{sim.publishers['north'].version}.north.json"
    sim.files[name] = sim.files[name].replace(b'"title":"eating"', b'"title":"curing"')


def changed_date_of_timestamp(sim: Sim) -> None:
    sim.edit("metadata/timestamp.json", lambda document: document["signed"].update(expires="2036-01-01T00:00:00Z"))


def changed_signature(sim: Sim) -> None:
    sim.edit("metadata/timestamp.json", lambda document: document["signatures"][0].update(sig="00" * 64))


def cut_off(sim: Sim) -> None:
    sim.files["metadata/timestamp.json"] = sim.files["metadata/timestamp.json"][:-40]


def another_pack_in_its_place(sim: Sim) -> None:
    sim.files[sim.pack_file()] = b"x" * len(sim.files[sim.pack_file()])


def unsigned(sim: Sim) -> None:
    sim.edit("metadata/timestamp.json", lambda document: document.update(signatures=[]))


def one_lead_of_two(sim: Sim) -> None:
    sim.signers["targets"].pop()
    sim.publish()


def a_root_that_only_new_keys_sign(sim: Sim) -> None:
    stranger = [CryptoSigner.generate_ed25519(), CryptoSigner.generate_ed25519()]
    for old, new in zip(sim.signers["root"], stranger, strict=True):
        sim.root.revoke_key(old.public_key.keyid, "root")
        sim.root.add_key(new.public_key, "root")
    sim.root.version += 1
    sim.files["metadata/2.root.json"] = signed(sim.root, stranger)


def a_pack_in_anothers_folder(sim: Sim) -> None:
    sim.add_pack("north", "lies", b"lies", path="south/lies.pack")
    sim.publish()


def a_pack_outside_all_folders(sim: Sim) -> None:
    sim.add_pack("north", "lies", b"lies", path="north/../../lies.pack")
    del sim.files[sim.pack_file("lies")]  # there no copy could hold it
    sim.publish()


def a_publisher_of_everything(sim: Sim) -> None:
    sim.add_publisher("greedy", paths=["*/*"])
    sim.publish()


def a_publisher_who_hands_on(sim: Sim) -> None:
    sim.publishers["north"].delegations = Delegations({}, {})
    sim.publish()


def a_pack_of_nobody(sim: Sim) -> None:
    path = "ghost/lies.pack"
    sim.targets.targets[path] = TargetFile(4, {"sha256": "0" * 64}, path)
    sim.publish()


def a_pack_of_the_leads_own(sim: Sim) -> None:
    path = "north/lies.pack"
    sim.targets.targets[path] = TargetFile(4, {"sha256": "0" * 64}, path)
    sim.publish()


def more_than_announced(sim: Sim) -> None:
    sim.files[sim.pack_file()] += b"and more"


def a_document_longer_than_announced(sim: Sim) -> None:
    sim.files[f"metadata/{sim.targets.version}.targets.json"] += b" " * 100


def a_document_larger_than_any(sim: Sim) -> None:
    """It is as long as it was announced: how much is read is for whoever reads to say."""
    sim.targets.unrecognized_fields["filled"] = " " * 500_000
    sim.publish()


def a_pack_larger_than_any(sim: Sim) -> None:
    sim.publishers["north"].targets["north/eating.pack"].length = 50_000_001
    sim.publish()


def endless_timestamp(sim: Sim) -> None:
    sim.files["metadata/timestamp.json"] = b" " * 20_000


def endless_root(sim: Sim) -> None:
    sim.files["metadata/2.root.json"] = b"{" * 100_000


def a_later_specification(sim: Sim) -> None:
    sim.edit("metadata/timestamp.json", lambda document: document["signed"].update(spec_version="2.0.0"))


def a_later_format_of_ours(sim: Sim) -> None:
    sim.root.unrecognized_fields["caregiver"]["format"] = 2
    sim.root.version += 1
    sim.publish_root()


def a_format_of_ours_that_is_no_number(sim: Sim) -> None:
    sim.root.unrecognized_fields["caregiver"]["format"] = "1"
    sim.root.version += 1
    sim.publish_root()


def a_pack_of_a_later_format(sim: Sim) -> None:
    sim.add_pack("north", "eating", b"new", version=3, format=2)
    sim.publish()


def keys_of_another_kind(sim: Sim) -> None:
    signer = CryptoSigner.generate_ecdsa()
    sim.root.add_key(signer.public_key, "timestamp")
    sim.root.version += 1
    sim.publish_root()


def a_part_is_missing(sim: Sim) -> None:
    del sim.files[f"metadata/{sim.publishers['north'].version}.north.json"]


def the_pack_is_missing(sim: Sim) -> None:
    del sim.files[sim.pack_file()]


def no_channel_at_all(sim: Sim) -> None:
    sim.files.clear()
    sim.files["readme.txt"] = b"hello"


def another_channel_in_its_place(sim: Sim) -> None:
    other = Sim(at=sim.at)
    other.add_pack("north", "eating", b"lies", version=9)
    other.publish()
    other.publish()
    sim.files.clear()
    sim.files.update(other.files)


def a_title_that_turns_the_line(sim: Sim) -> None:
    sim.add_pack("north", "eating", b"new", version=3, title="safe\u202egnihton")
    sim.publish()


def an_expired_root(sim: Sim) -> None:
    sim.root.expires -= timedelta(days=731)
    sim.root.version += 1
    sim.publish_root()


def expired_targets(sim: Sim) -> None:
    sim.targets.expires -= timedelta(days=366)
    sim.publish()


def an_expired_timestamp(sim: Sim) -> None:
    sim.timestamp.expires -= timedelta(days=31)
    sim.publish_timestamp()


def a_channel_that_calls_for_calls(sim: Sim) -> None:
    sim.root.unrecognized_fields["caregiver"]["name"] = SAYS_MORE
    sim.root.version += 1
    sim.publish_root()
    sim.publish()


def a_publisher_who_calls_for_calls(sim: Sim) -> None:
    delegations = sim.targets.delegations
    assert delegations is not None
    assert delegations.roles is not None
    delegations.roles["north"].unrecognized_fields["caregiver"]["name"] = SAYS_MORE
    sim.publish()


ATTACKS: dict[Attack, ChannelTrouble] = {
    older_timestamp: ChannelTrouble.ROLLBACK,
    older_publisher_in_newer_snapshot: ChannelTrouble.ROLLBACK,
    publisher_left_out_of_snapshot: ChannelTrouble.ROLLBACK,
    older_pack: ChannelTrouble.ROLLBACK,
    snapshot_of_another_day: ChannelTrouble.MIXED,
    publisher_of_another_day: ChannelTrouble.MIXED,
    targets_of_another_day: ChannelTrouble.MIXED,
    a_root_that_is_not_the_next: ChannelTrouble.MIXED,
    changed_title: ChannelTrouble.CHANGED,
    changed_date_of_timestamp: ChannelTrouble.CHANGED,
    changed_signature: ChannelTrouble.CHANGED,
    cut_off: ChannelTrouble.CHANGED,
    another_pack_in_its_place: ChannelTrouble.CHANGED,
    unsigned: ChannelTrouble.TOO_FEW,
    one_lead_of_two: ChannelTrouble.TOO_FEW,
    a_root_that_only_new_keys_sign: ChannelTrouble.TOO_FEW,
    a_pack_in_anothers_folder: ChannelTrouble.OUTSIDE_PATH,
    a_pack_outside_all_folders: ChannelTrouble.OUTSIDE_PATH,
    a_publisher_of_everything: ChannelTrouble.OUTSIDE_PATH,
    a_publisher_who_hands_on: ChannelTrouble.OUTSIDE_PATH,
    a_pack_of_the_leads_own: ChannelTrouble.OUTSIDE_PATH,
    a_pack_of_nobody: ChannelTrouble.UNKNOWN_PUBLISHER,
    more_than_announced: ChannelTrouble.LARGER,
    a_document_longer_than_announced: ChannelTrouble.LARGER,
    a_document_larger_than_any: ChannelTrouble.ENDLESS,
    a_pack_larger_than_any: ChannelTrouble.LARGER,
    endless_timestamp: ChannelTrouble.ENDLESS,
    endless_root: ChannelTrouble.ENDLESS,
    a_later_specification: ChannelTrouble.NEWER,
    a_later_format_of_ours: ChannelTrouble.NEWER,
    a_format_of_ours_that_is_no_number: ChannelTrouble.NOT_A_CHANNEL,
    a_pack_of_a_later_format: ChannelTrouble.NEWER,
    keys_of_another_kind: ChannelTrouble.NEWER,
    a_part_is_missing: ChannelTrouble.MISSING,
    the_pack_is_missing: ChannelTrouble.MISSING,
    no_channel_at_all: ChannelTrouble.NOT_A_CHANNEL,
    another_channel_in_its_place: ChannelTrouble.OTHER_CHANNEL,
    a_channel_that_calls_for_calls: ChannelTrouble.BAD_NAME,
    a_publisher_who_calls_for_calls: ChannelTrouble.BAD_NAME,
    a_title_that_turns_the_line: ChannelTrouble.NOT_A_CHANNEL,
    an_expired_root: ChannelTrouble.EXPIRED,
    expired_targets: ChannelTrouble.EXPIRED,
    an_expired_timestamp: ChannelTrouble.LATE,
}


def a_channel(*, at: Millis = MONDAY) -> tuple[Sim, TrustedChannel]:
    """Return a channel that has published twice, and what a family knows of it."""
    sim = Sim(threshold=2, at=at)
    sim.files["old timestamp"] = sim.files["metadata/timestamp.json"]
    sim.add_pack("north", "eating", b"the second version", version=2)
    del sim.files[sim.pack_file()]  # the first version, which nobody offers any more
    sim.publish()
    known = sim.checked().channel
    sim.add_pack("north", "sleep", b"a pack about sleep")
    sim.publish()
    return sim, known


def look_and_fetch(known: TrustedChannel, place: Place, sim: Sim) -> None:
    checked = check(known, place, ReferenceTime(at=sim.at))
    for offer in checked.offers:
        fetch_pack(checked, offer.path, place)


def trouble_of(known: TrustedChannel, place: Place, sim: Sim) -> ChannelTrouble:
    with pytest.raises(ChannelError) as told:
        look_and_fetch(known, place, sim)
    return told.value.kind


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_an_attack_is_refused_by_its_name_wherever_the_files_lie(attack: Attack, tmp_path: Path) -> None:
    sim, known = a_channel()
    attack(sim)
    wanted = ATTACKS[attack]
    on_the_web = ChannelTrouble.FREEZE if wanted is ChannelTrouble.LATE else wanted
    assert trouble_of(known, sim.place(), sim) is on_the_web
    sim.files.pop("old timestamp", None)
    assert trouble_of(known, FolderPlace(sim.write(tmp_path / "stick")), sim) is wanted
    copy = zipped(sim, tmp_path / "copy.carepack")
    assert trouble_in_copy(known, copy, sim) is wanted


def test_the_same_channel_without_an_attack_is_taken(tmp_path: Path) -> None:
    sim, known = a_channel()
    del sim.files["old timestamp"]
    look_and_fetch(known, sim.place(), sim)
    look_and_fetch(known, FolderPlace(sim.write(tmp_path / "stick")), sim)
    with CopyPlace(zipped(sim, tmp_path / "copy.carepack")) as place:
        look_and_fetch(known, place, sim)


def test_a_name_that_says_more_is_not_trusted_and_one_that_was_here_before_stays() -> None:
    sim, known = a_channel()
    for attack in (a_channel_that_calls_for_calls, a_publisher_who_calls_for_calls):
        attack(sim)
    with pytest.raises(ChannelError) as told:
        look_first(sim.place(), ReferenceTime(at=sim.at))
    assert told.value.kind is ChannelTrouble.BAD_NAME
    kept = {**known.documents, "targets": sim.files[f"metadata/{sim.targets.version}.targets.json"]}
    before = replace(known, name=SAYS_MORE, documents=kept)
    assert check(before, sim.place(), ReferenceTime(at=sim.at)).channel.name == SAYS_MORE


def test_a_channel_for_trying_out_says_so_before_anybody_compares_it() -> None:
    sim = Sim()
    assert not look_first(sim.place(), ReferenceTime(at=sim.at)).development
    sim.root.unrecognized_fields["caregiver"]["development"] = True
    sim.publish_root()
    assert look_first(sim.place(), ReferenceTime(at=sim.at)).development


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_what_is_refused_changes_nothing_of_what_was_known(attack: Attack) -> None:
    """After an attack the honest channel is taken as before."""
    sim, known = a_channel()
    honest = dict(sim.files)
    attack(sim)
    trouble_of(known, sim.place(), sim)
    sim.files = honest
    assert {offer.slug for offer in sim.checked(known).offers} == {"eating", "sleep"}


def test_of_two_timestamps_with_one_number_the_first_stays() -> None:
    """Makers whose computer went back to an older copy publish the same number again."""
    sim, _ = a_channel()
    known = sim.checked().channel
    sim.add_pack("north", "walks", b"a pack about walks")
    sim.publish(bump=False)
    seen = sim.checked(known)
    assert {offer.slug for offer in seen.offers} == {"eating", "sleep"}
    assert seen.channel.documents == known.documents
    sim.publish()
    assert {offer.slug for offer in sim.checked(seen.channel).offers} == {"eating", "sleep", "walks"}


def test_a_stick_is_late_for_ninety_days_and_then_too_old() -> None:
    sim, known = a_channel()
    expired = after(sim, 31)
    late = after(sim, 119)
    too_old = after(sim, 121)
    for time, lateness, wanted in (
        (expired, Lateness.REFUSED, ChannelTrouble.FREEZE),
        (expired, Lateness.ASKED, ChannelTrouble.LATE),
        (late, Lateness.ASKED, ChannelTrouble.LATE),
        (too_old, Lateness.ASKED, ChannelTrouble.TOO_OLD),
        (too_old, Lateness.AGREED, ChannelTrouble.TOO_OLD),
    ):
        with pytest.raises(ChannelError) as told:
            check(known, sim.place(lateness), time)
        assert (told.value.kind, told.value.now) == (wanted, time.at)
    taken = check(known, sim.place(Lateness.AGREED), late)
    assert not taken.is_fresh
    assert taken.channel.confirmed_at == known.confirmed_at
    assert len(taken.offers) == 2


def test_a_late_stick_is_not_taken_with_documents_that_were_late_already_when_it_was_made() -> None:
    sim, known = a_channel()
    sim.targets.expires = sim.timestamp.expires - timedelta(days=1)
    sim.publish()
    with pytest.raises(ChannelError) as told:
        check(known, sim.place(Lateness.AGREED), after(sim, 40))
    assert told.value.kind is ChannelTrouble.EXPIRED


def zipped(sim: Sim, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sim.files.items():
            archive.writestr(name, data)
    return path


def trouble_in_copy(known: TrustedChannel, copy: Path, sim: Sim) -> ChannelTrouble:
    try:
        place = CopyPlace(copy)
    except ChannelError as error:
        return error.kind
    with place:
        return trouble_of(known, place, sim)


def after(sim: Sim, days: int) -> ReferenceTime:
    return ReferenceTime(at=Millis(sim.at + days * 24 * 3600 * 1000))
