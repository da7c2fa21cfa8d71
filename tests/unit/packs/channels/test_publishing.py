"""What makers publish is what families take; keys are replaced without anybody comparing again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caregiver_app.model.channel import Lateness, ReferenceTime
from caregiver_app.model.errors import ChannelError, ChannelTrouble, PublishError, PublishTrouble
from caregiver_app.model.time import Millis
from caregiver_app.packs.channels.beginning import keys_for, refuse_folders, slug_of
from caregiver_app.packs.channels.changing import move_channel
from caregiver_app.packs.channels.checking import check
from caregiver_app.packs.channels.copy_place import CopyPlace
from caregiver_app.packs.channels.copying import copy_channel
from caregiver_app.packs.channels.fetching import fetch_pack
from caregiver_app.packs.channels.places import FolderPlace
from caregiver_app.packs.channels.publishing import Changes, publish
from caregiver_app.packs.channels.renewing import renew_root
from caregiver_app.packs.channels.signing import Keys
from caregiver_app.packs.channels.trusting import look_first
from tests.helpers.clock import MONDAY
from tests.helpers.own_channels import NAME, PUBLISHER, Maker, a_family, files_in

DAY = 24 * 3600 * 1000
ROLES = ("root", "targets", "snapshot", "timestamp", PUBLISHER)


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    made = Maker(tmp_path / "channel")
    made.begin()
    return made


def refusal(act: Callable[[], object]) -> PublishError:
    with pytest.raises(PublishError) as told:
        act()
    return told.value


def test_somebody_alone_publishes_and_a_family_takes_it(maker: Maker) -> None:
    maker.add("eating", b"about eating")
    checked = maker.fresh()
    (offer,) = checked.offers
    assert (offer.uid, offer.publisher_name, offer.version) == (f"{checked.channel.id}/{PUBLISHER}/eating", NAME, 1)
    assert fetch_pack(checked, offer.path, maker.place()).data == b"about eating"


def test_a_team_publishes_and_a_family_takes_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "channel", team=True)
    assert maker.begin().publisher == ""
    maker.add_publisher("South Carers", "south")
    maker.add("sleep", b"about sleep", publisher="south")
    assert [offer.path for offer in maker.fresh().offers] == ["south/sleep"]


def test_what_is_signed_counts_only_once_it_is_published(maker: Maker) -> None:
    family = maker.fresh().channel
    maker.sign_pack("eating", b"about eating")
    assert maker.seen_by(family).is_unchanged
    maker.publish()
    assert len(maker.seen_by(family).offers) == 1


def test_a_version_is_never_lowered_nor_given_twice(maker: Maker) -> None:
    maker.add("eating", b"second", version=2)
    for version, data in ((1, b"first"), (2, b"another second")):
        error = refusal(partial(maker.sign_pack, "eating", data, version=version))
        assert (error.kind, error.detail) == (PublishTrouble.OLDER_VERSION, "2")
    maker.add("eating", b"third", version=3)
    assert [offer.version for offer in maker.fresh().offers] == [3]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("lost", [False, True], ids=["at hand", "lost"])
def test_families_follow_a_new_key_and_refuse_what_the_old_one_signs(
    maker: Maker, tmp_path: Path, role: str, lost: bool
) -> None:
    maker.add("eating", b"about eating")
    family = maker.fresh().channel
    shutil.copytree(maker.folder, tmp_path / "before")
    old = maker.replace_key(role, lost=lost)
    seen = maker.seen_by(family)
    assert [offer.slug for offer in seen.offers] == ["eating"]
    with pytest.raises(ChannelError) as told:
        check(seen.channel, FolderPlace(tmp_path / "before"), ReferenceTime(at=MONDAY))
    assert told.value.kind is ChannelTrouble.ROLLBACK
    maker.keys = [key for key in maker.keys if key.role != old.role] + [old]
    if role == "root":
        assert refusal(maker.renew_root).kind is PublishTrouble.NO_KEY
    elif role == PUBLISHER:
        assert refusal(lambda: maker.sign_pack("sleep", b"lies")).kind is PublishTrouble.NO_KEY
    elif role != "targets":
        assert refusal(maker.publish).kind is PublishTrouble.NO_KEY


def test_a_family_that_was_away_for_many_keys_follows_all_of_them(maker: Maker) -> None:
    maker.add("eating", b"about eating")
    family = maker.fresh().channel
    for role in ROLES:
        maker.replace_key(role)
    maker.add("eating", b"more about eating", version=2)
    assert [offer.version for offer in maker.seen_by(family).offers] == [2]
    assert maker.fresh().channel.id == family.id


def test_one_lead_of_a_team_can_change_nothing_alone(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "channel", team=True)
    maker.begin()
    everybody = list(maker.keys)
    alone = [key for key in everybody if key.name not in ("lead-2", "lead-3", "root-2", "root-3")]
    maker.keys = alone
    assert refusal(lambda: maker.add_publisher("South", "south")).detail == "targets"
    assert refusal(maker.renew_root).detail == "root"
    maker.keys = everybody
    maker.add_publisher("South", "south")
    maker.renew_root()
    assert maker.fresh().channel.name == NAME


def test_a_revoked_publisher_is_told_and_their_packs_are_gone(maker: Maker) -> None:
    maker.add_publisher("South Carers", "south")
    maker.add("sleep", b"about sleep", publisher="south")
    family = maker.fresh().channel
    maker.revoke("south")
    seen = maker.seen_by(family)
    assert (seen.offers, seen.revoked) == ((), ("south",))
    assert (
        refusal(lambda: maker.sign_pack("sleep", b"more", publisher="south")).kind is PublishTrouble.UNKNOWN_PUBLISHER
    )
    maker.keys = [key for key in maker.keys if key.role != "publisher:south"]
    maker.add_publisher("South Carers", "south")  # they may come back, with a new key
    maker.publish()
    assert maker.seen_by(seen.channel).offers == ()


def test_one_publisher_whose_date_has_passed_keeps_nobody_else_from_publishing(maker: Maker) -> None:
    maker.add_publisher("South Carers", "south")
    maker.sign_pack("sleep", b"about sleep", publisher="south")
    maker.add("eating", b"about eating")
    maker.keys = [key for key in maker.keys if key.role != "publisher:south"]
    maker.at = Millis(maker.at + 100 * DAY)
    assert maker.publish().ends_soon == ("south",)
    maker.at = Millis(maker.at + 100 * DAY)
    assert maker.publish().ends_soon == ("south",)
    seen = maker.fresh()
    assert ([offer.slug for offer in seen.offers], seen.lapsed) == (["eating"], ("south",))


def test_after_two_years_away_a_maker_can_publish_again(maker: Maker) -> None:
    maker.add("eating", b"about eating")
    family = maker.fresh().channel
    maker.at = Millis(maker.at + 800 * DAY)
    with pytest.raises(ChannelError):
        maker.seen_by(family)
    with pytest.raises(ChannelError) as told:
        maker.publish()
    assert (told.value.kind, told.value.detail) == (ChannelTrouble.EXPIRED, "root")
    maker.renew_root()
    assert [offer.slug for offer in maker.seen_by(family).offers] == ["eating"]


def test_a_channel_says_where_it_has_moved(maker: Maker) -> None:
    channel, changes = maker.open(), Changes()
    move_channel(channel, Keys(maker.keys), "https://packs.example.org/", changes, at=MONDAY)
    publish(channel, Keys(maker.keys), at=MONDAY, changes=changes)
    assert maker.fresh().moved_to == "https://packs.example.org/"


def test_a_copy_is_the_channel_and_the_same_bytes_each_time(maker: Maker, tmp_path: Path) -> None:
    maker.add("eating", b"about eating")
    maker.replace_key("timestamp")
    family = maker.fresh().channel
    (tmp_path / "stick").mkdir()
    (tmp_path / "file").touch()
    for to in (tmp_path / "one.carepack", tmp_path / "two.carepack", tmp_path / "stick"):
        assert copy_channel(maker.folder, to, at=MONDAY) == 1
    assert (tmp_path / "one.carepack").read_bytes() == (tmp_path / "two.carepack").read_bytes()
    with CopyPlace(tmp_path / "one.carepack") as place:
        assert look_first(place, ReferenceTime(at=MONDAY)).id == family.id
        assert check(family, place, ReferenceTime(at=MONDAY)).is_unchanged
        fresh = check(a_family(tmp_path / "stick"), place, ReferenceTime(at=MONDAY))
        assert fetch_pack(fresh, f"{PUBLISHER}/eating", place).data == b"about eating"
    for name in ("stick", "file"):
        taken = partial(copy_channel, maker.folder, tmp_path / name, at=MONDAY)
        assert refusal(taken).kind is PublishTrouble.NOT_EMPTY


def test_a_title_that_families_would_refuse_is_not_signed(maker: Maker) -> None:
    """Else the next publish would be refused, and the next, and nothing could be published any more."""
    before = files_in(maker.folder)
    assert refusal(partial(maker.sign_pack, "eating", b"x", title="safe\u202egnihton")).kind is PublishTrouble.BAD_NAME
    assert files_in(maker.folder) == before


def test_a_lost_pack_is_not_published(maker: Maker) -> None:
    offer = maker.sign_pack("eating", b"about eating")
    (maker.folder / f"targets/{PUBLISHER}/{offer.sha256}.eating.pack").unlink()
    before = files_in(maker.folder)
    with pytest.raises(ChannelError) as told:
        maker.publish()
    assert told.value.kind is ChannelTrouble.MISSING
    assert files_in(maker.folder) == before


def test_a_document_that_somebody_changed_in_the_folder_is_not_published(maker: Maker) -> None:
    maker.sign_pack("eating", b"about eating")
    file = maker.folder / f"metadata/2.{PUBLISHER}.json"
    file.write_bytes(file.read_bytes().replace(b'"title":"Eating"', b'"title":"Cheats"'))
    with pytest.raises(ChannelError) as told:
        maker.publish()
    assert told.value.kind is ChannelTrouble.CHANGED


def test_a_channel_goes_only_where_nothing_lies_and_never_beside_its_keys(maker: Maker, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").touch()
    elsewhere = tmp_path / "keys"
    for folder, keys, wanted in (
        (maker.folder, elsewhere, PublishTrouble.EXISTS),
        (tmp_path / "photos", elsewhere, PublishTrouble.NOT_EMPTY),
        (tmp_path / "new", tmp_path / "new" / "keys", PublishTrouble.KEYS_INSIDE),
        (tmp_path / "new", tmp_path / "new", PublishTrouble.KEYS_INSIDE),
    ):
        assert refusal(partial(refuse_folders, folder, keys)).kind is wanted
    assert refusal(Maker(tmp_path / "photos").open).kind is PublishTrouble.NOT_HERE


def test_names_become_short_names() -> None:
    assert [slug_of(name) for name in ("Northfield Nurses", "Équipe Santé 2", "A  &  B")] == [
        "northfield-nurses",
        "equipe-sante-2",
        "a-b",
    ]
    for name in ("", "  ", "root", "Timestamp", "看護", "a\nb", "\u202eevil", "x" * 200):
        assert refusal(partial(keys_for, name, team=False)).kind is PublishTrouble.BAD_NAME


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["pack", "sleep", "key", "root", "late"]), max_size=5))
def test_whatever_makers_do_in_whatever_order_a_family_follows(tmp_path: Path, steps: list[str]) -> None:
    folder = tmp_path / f"channel-{len(list(tmp_path.iterdir()))}"
    maker = Maker(folder)
    maker.begin()
    family, versions = maker.fresh().channel, {"eating": 0, "sleep": 0}
    for step in steps:
        if step in ("pack", "sleep"):
            slug = "eating" if step == "pack" else "sleep"
            versions[slug] += 1
            maker.add(slug, f"{slug} {versions[slug]}".encode(), version=versions[slug])
        elif step == "key":
            maker.replace_key("timestamp")
        elif step == "root":
            maker.renew_root()
        else:
            maker.at = Millis(maker.at + 170 * DAY)
            maker.publish()
        seen = maker.seen_by(family)
        assert {offer.slug: offer.version for offer in seen.offers} == {k: v for k, v in versions.items() if v}
        family = seen.channel
    assert check(family, FolderPlace(folder, lateness=Lateness.REFUSED), ReferenceTime(at=maker.at)).is_unchanged


def test_makers_who_call_themselves_otherwise_are_told_once(maker: Maker) -> None:
    family = maker.fresh().channel
    channel = maker.open()
    channel.root.signed.unrecognized_fields["caregiver"]["name"] = "Somebody Else"
    changes = renew_root(channel, Keys(maker.keys), at=MONDAY)
    publish(channel, Keys(maker.keys), at=MONDAY, changes=changes)
    seen = maker.seen_by(family)
    assert (seen.channel.name, seen.name_before) == ("Somebody Else", NAME)
    assert maker.seen_by(seen.channel).name_before == ""


@pytest.mark.parametrize("linked", [f"targets/{PUBLISHER}", "targets", "metadata", "metadata/timestamp.json"])
def test_nothing_is_written_or_removed_through_a_link_that_somebody_made_in_the_folder(
    maker: Maker, tmp_path: Path, linked: str
) -> None:
    """The stick was elsewhere meanwhile: what lies behind the link is the maker's own, and is as it was."""
    maker.add("eating", b"about eating")
    elsewhere = tmp_path / "elsewhere"
    place = maker.folder / linked
    if place.is_dir():
        shutil.copytree(place, elsewhere)
    else:
        elsewhere.mkdir()
    (elsewhere / ".thesis.docx.part").write_text("mine")
    (elsewhere / ".thesis.docx.1a2b3c4d.part").write_text("mine")
    target = elsewhere
    if place.is_file():
        target = elsewhere / place.name
        shutil.move(place, target)
    else:
        shutil.rmtree(place)
    place.symlink_to(target)
    before, published = files_in(elsewhere), files_in(maker.folder)
    error = refusal(lambda: maker.add("sleep", b"about sleep"))
    assert (error.kind, error.detail) == (PublishTrouble.LINKED, linked)
    assert files_in(elsewhere) == before
    assert published.items() <= files_in(maker.folder).items()


def test_what_is_swept_is_what_our_own_writes_left_and_nothing_behind_a_link(maker: Maker, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    theirs = elsewhere / ".timestamp.json.1a2b3c4d.part"
    theirs.write_text("mine")
    (maker.folder / "targets").mkdir(exist_ok=True)
    (maker.folder / "targets" / "other").symlink_to(elsewhere)
    ours = maker.folder / "metadata" / ".timestamp.json.1a2b3c4d.part"
    other = maker.folder / "metadata" / ".notes.part"
    for path in (ours, other):
        path.write_text("left")
    maker.publish()
    assert (theirs.exists(), ours.exists(), other.exists()) == (True, False, True)


def test_no_number_is_written_twice_with_other_bytes(maker: Maker, tmp_path: Path) -> None:
    """As two makers would on a drive that knows no locks: both read, then both write."""
    late = maker.open()
    maker.add("eating", b"about eating")
    before = files_in(maker.folder)
    error = refusal(lambda: publish(late, Keys(maker.keys), at=MONDAY))
    assert error.kind is PublishTrouble.BUSY
    assert files_in(maker.folder) == before
    stranger = Maker(tmp_path / "stranger")
    stranger.begin()
    for number in (1_002, 1_003):  # as far ahead as counts, and one more
        theirs = stranger.folder / "metadata" / "1.snapshot.json"
        shutil.copy(theirs, maker.folder / "metadata" / f"{number}.snapshot.json")
    maker.add("sleep", b"about sleep")
    maker.add("walks", b"about walks")
    assert len(maker.fresh().offers) == 3


def test_a_number_that_somebody_made_up_neither_keeps_a_maker_waiting_nor_counts(maker: Maker, tmp_path: Path) -> None:
    """A document of strangers is no reason to try a thousand million names, nor to go on counting from there."""
    maker.add("eating", b"about eating")
    stranger = Maker(tmp_path / "stranger")
    stranger.begin()
    for role in ("targets", "snapshot", PUBLISHER):
        theirs = stranger.folder / "metadata" / f"1.{role}.json"
        shutil.copy(theirs, maker.folder / "metadata" / f"999999999.{role}.json")
    before = dict(maker.open().newest)
    maker.add("eating", b"more about eating", version=2)
    assert [offer.version for offer in maker.fresh().offers] == [2]
    assert {role: number - before[role] for role, number in maker.open().newest.items() if number != before[role]} == {
        "snapshot": 1,
        PUBLISHER: 1,
    }


def let_stay_missing(folder: Path, document: str, _older: str) -> None:
    (folder / document).unlink()


def let_bear_its_number(folder: Path, document: str, older: str) -> None:
    shutil.copy(folder / older, folder / document)


def let_the_next_be(folder: Path, document: str, older: str) -> None:
    number, _, role = document.removeprefix("metadata/").partition(".")
    shutil.copy(folder / older, folder / f"metadata/{int(number) + 1}.{role}")


def let_a_stranger_sign(folder: Path, document: str, older: str) -> None:
    said = json.loads((folder / older).read_bytes())
    for signature in said["signatures"]:
        signature["keyid"] = "0" * 64
    (folder / document).write_text(json.dumps(said))


@pytest.mark.parametrize(
    "how", [let_stay_missing, let_bear_its_number, let_the_next_be, let_a_stranger_sign], ids=lambda how: how.__name__
)
def test_a_stick_that_brings_back_an_older_document_gets_nothing_signed(
    maker: Maker, how: Callable[[Path, str, str], None]
) -> None:
    """The older one is signed, too: with it a publisher would be back whose folder was taken, or an old pack."""
    maker.add_publisher("Thief", "thief")
    maker.add("eating", b"lies", publisher="thief")
    with_thief = f"metadata/{maker.open().newest['targets']}.targets.json"
    maker.revoke("thief")
    maker.add("eating", b"about eating", version=2)
    newest = f"metadata/{maker.open().newest['targets']}.targets.json"
    assert newest != with_thief
    family = maker.fresh().channel
    how(maker.folder, newest, with_thief)
    with suppress(ChannelError):
        maker.add_publisher("South Carers", "south")
        maker.publish()
    with suppress(ChannelError):  # a family may be told that something is wrong there, but takes nothing of it
        assert {offer.publisher for offer in maker.seen_by(family).offers} == {PUBLISHER}


def test_what_is_missing_of_ones_own_channel_is_told(maker: Maker) -> None:
    maker.add("eating", b"about eating")
    maker.add("eating", b"more about eating", version=2)
    (maker.folder / "metadata" / f"{maker.open().newest[PUBLISHER]}.{PUBLISHER}.json").unlink()
    for timestamp in (True, False):
        if not timestamp:
            (maker.folder / "metadata" / "timestamp.json").unlink()
        with pytest.raises(ChannelError) as told:
            maker.open()
        assert (told.value.kind, told.value.detail) == (ChannelTrouble.MISSING, PUBLISHER)
