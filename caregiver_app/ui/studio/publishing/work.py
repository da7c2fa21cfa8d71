"""What signing and publishing has done in other threads. Nothing here shows anything, no key outlives its call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.channel_keys import AtHand
from caregiver_app.bootstrap.channel_of_pack import channel_of, choose_channel, known_channels
from caregiver_app.bootstrap.pack_publishing import STAGES, Outlook, PublishedPack, PublishStage
from caregiver_app.model.errors import CaregiverError
from caregiver_app.ui.settings.long_work import HowFar
from caregiver_app.ui.tasks import TaskControl

if TYPE_CHECKING:
    from caregiver_app.bootstrap.own_channel_facts import OwnChannelFacts
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library
    from caregiver_app.model.set_up import SetUp
    from caregiver_app.model.sheets.secrets import KeySheet


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishState:
    """All that the step shows of a pack. `channel` is None while none is chosen, `facts` where it cannot be opened.

    `outlooks` are by publisher. `trouble` says what is in the way.
    """

    channel: Path | None
    known: tuple[Path, ...]
    facts: OwnChannelFacts | None = None
    outlooks: dict[str, Outlook] = field(default_factory=dict)
    trouble: CaregiverError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """What is published, where, and what opens the keys."""

    folder: Path
    channel: Path
    publisher: str
    passphrase: str = field(repr=False)
    key_folders: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChannel:
    """What a channel is made with. `keys` is a folder for the key files, None for the usual one."""

    name: str
    team: bool
    folder: Path
    keys: Path | None
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForSetUp:
    """What a set-up file may choose from: countries, and ids and titles of packs that ship."""

    countries: tuple[str, ...]
    starters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeChannel:
    """A channel that was made. `sheet` is a secret: it goes with the drawer that shows it."""

    name: str
    folder: Path
    key_files: tuple[Path, ...]
    sheet: KeySheet = field(repr=False)


def at_hand(passphrase: str, folders: Sequence[Path]) -> AtHand:
    """Return the keys that one passphrase opens, here and in some folders."""
    return AtHand(passphrases_of=lambda _name: (passphrase,), folders=tuple(folders))


def read_state(services: Services, library: Library, folder: Path) -> PublishState:
    """Return how it stands with a pack and its channel; no key is needed."""
    channel, known = channel_of(library, folder), known_channels(library)
    if channel is None:
        return PublishState(channel=None, known=known)
    facts: OwnChannelFacts | None = None
    outlooks: dict[str, Outlook] = {}
    try:
        facts = services.own_channels.show(channel)
        for publisher in facts.publishers:
            outlooks[publisher.slug] = services.pack_publishing.outlook(folder, channel, publisher.slug)
    except CaregiverError as error:
        return PublishState(channel=channel, known=known, facts=facts, trouble=error)
    return PublishState(channel=channel, known=known, facts=facts, outlooks=outlooks)


def use_channel(services: Services, library: Library, folder: Path, channel: Path) -> None:
    """Publish a pack in a channel from now on.

    Raises:
        PublishError, ChannelError: there is none, or it is not in order.
        StorageError: it cannot be read, or the choice not be kept.
    """
    services.own_channels.show(channel)
    choose_channel(library, folder, channel)


def make_channel(
    services: Services, library: Library, pack: Path, wanted: NewChannel, control: TaskControl[HowFar]
) -> MadeChannel:
    """Make a channel with its keys, and choose it for a pack. Of a team, who makes it is its first publisher.

    Raises:
        PublishError: the name cannot be, or something lies where channel or keys would.
        VaultError: the passphrase is easy to guess.
        StorageError, Cancelled: no room or no right; stopped before it began.
    """
    from caregiver_app.bootstrap.key_sheets import key_sheet_of, spare_of

    control.check()
    own = services.own_channels
    _begun, files, keys = own.begin(
        wanted.folder, name=wanted.name, team=wanted.team, passphrase=wanted.passphrase, keys=wanted.keys
    )
    choose_channel(library, pack, wanted.folder)
    if wanted.team:
        hand = at_hand(wanted.passphrase, [wanted.keys] if wanted.keys else [])
        first = own.add_publisher(wanted.folder, hand, name=wanted.name, passphrase=wanted.passphrase, keys=wanted.keys)
        files = (*files, first)
    sheet = key_sheet_of(spare_of(keys), wanted.name, at=services.clock.now())
    return MadeChannel(name=wanted.name, folder=wanted.folder, key_files=files, sheet=sheet)


def publish(services: Services, library: Library, asked: Publishing, control: TaskControl[HowFar]) -> PublishedPack:
    """Look over, build, sign and publish. Raises as `bootstrap.pack_publishing.PackPublishing.publish` does."""

    def on_stage(stage: PublishStage) -> None:
        control.check()
        control.progress(HowFar(done=stage, total=STAGES))

    hand = at_hand(asked.passphrase, asked.key_folders)
    country, _language = library.topics.place()
    return services.pack_publishing.publish(
        asked.folder, asked.channel, hand, publisher=asked.publisher, country=country, on_stage=on_stage
    )


def read_for_set_up(library: Library) -> ForSetUp:
    """Return what a set-up file may choose from."""
    from caregiver_app.packs.built_in import built_in_packs, read_built_in
    from caregiver_app.packs.opening import peek

    starters = tuple((str(pack.id), peek(read_built_in(pack)).title) for pack in built_in_packs())
    return ForSetUp(countries=library.topics.countries(), starters=starters)


def write_stick(services: Services, channel: Path, stick: Path, set_up: SetUp) -> Path:
    """Write a set-up file with a copy of a channel; return where it lies. Raises as `write_set_up_file` does."""
    from caregiver_app.bootstrap.set_up_file import WantedSetUp, write_set_up_file

    return write_set_up_file(services.own_channels, stick, WantedSetUp(set_up=set_up, channel=channel)).file


def publisher_of(folder: Path) -> str:
    """Return how the makers of a pack call themselves, "" where that cannot be read."""
    from caregiver_app.packs.changing import read_manifest_of

    try:
        return read_manifest_of(folder).publisher
    except CaregiverError:
        return ""


def copy_name(channel: str) -> str:
    """Return how a copy of a channel is called unless somebody wants it otherwise."""
    from caregiver_app.packs.channels.beginning import slug_of

    return slug_of(channel)
