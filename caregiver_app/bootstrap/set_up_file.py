"""A set-up file for a first start: found on a stick and read as from anybody, or written onto one by who gives it.

Nothing is set, installed or trusted here, and no connection is made. What the file names lies beside it, nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from caregiver_app.model.errors import SetUpError, SetUpTrouble
from caregiver_app.model.set_up import SetUp, SetUpChannel
from caregiver_app.support.files import read_bounded, refuse_no_file, translated_os_errors, write_whole

if TYPE_CHECKING:
    from caregiver_app.bootstrap.own_channels import OwnChannels
    from caregiver_app.model.channel import FirstLook

NAME: Final = "caregiver-set-up.json"
"""What the file is called on a stick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSetUp:
    """A set-up file that was read. `copy` is where the packs that it names lie, None where it names none."""

    set_up: SetUp
    file: Path
    copy: Path | None


def read_set_up_file(where: Path) -> FoundSetUp:
    """Read a set-up file, or the one in a folder; it may have been written by anybody.

    Raises:
        SetUpError: there is none, it is not as the format wants it, or the packs that it names are not beside it.
        StorageError: it cannot be read.
    """
    from caregiver_app.packs.set_up_format import MOST_BYTES, parse_set_up

    with translated_os_errors(where, reading=True):
        file = where / NAME if where.is_dir() else where
        try:
            data = read_bounded(file, MOST_BYTES)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
            raise SetUpError(SetUpTrouble.NOT_HERE) from error
    if data is None:
        refuse_no_file(file)
        raise SetUpError(SetUpTrouble.TOO_LARGE)
    set_up = parse_set_up(data)
    return FoundSetUp(set_up=set_up, file=file, copy=_copy_beside(file, set_up))


def refuse_other_channel(found: FoundSetUp, look: FirstLook) -> None:
    """Let pass a channel that is the one that a set-up file names. It is not compared by that, let alone trusted.

    Raises:
        SetUpError: OTHER_CHANNEL: file and packs do not belong together.
    """
    channel = found.set_up.channel
    if channel is None or channel.fingerprint != look.fingerprint:
        raise SetUpError(SetUpTrouble.OTHER_CHANNEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedSetUp:
    """What a stick is made with. `set_up` without its channel; `channel` is the folder of one's own, None for none."""

    set_up: SetUp
    channel: Path | None = None
    address: str = ""


def write_set_up_file(own: OwnChannels, stick: Path, wanted: WantedSetUp) -> FoundSetUp:
    """Write a set-up file onto a stick, with a copy of the channel beside it; return it as it is read from there.

    A set-up file and a copy that were made so before are replaced.

    Raises:
        SetUpError: FIELD: a reader would not take it so, the channel has no such pack, or none such ships; NOT_ONE:
            something else lies there under the name of the file.
        PublishError, ChannelError: there is no channel in the folder, or it is not in order.
        StorageError: no room or no right.
    """
    from caregiver_app.packs.set_up_format import set_up_bytes

    set_up = _with_channel(own, wanted)
    _refuse_unknown(own, wanted)
    data = set_up_bytes(set_up)
    file = stick / NAME
    with translated_os_errors(stick):
        stick.mkdir(parents=True, exist_ok=True)
        _refuse_strange(file)
    if wanted.channel is not None and set_up.channel is not None:
        own.copy(wanted.channel, stick / set_up.channel.copy)
    with translated_os_errors(file):
        write_whole(file, data)
    return read_set_up_file(file)


def _with_channel(own: OwnChannels, wanted: WantedSetUp) -> SetUp:
    if wanted.channel is None:
        return wanted.set_up
    from caregiver_app.packs.channels.beginning import slug_of

    facts = own.show(wanted.channel)
    copy = f"{slug_of(facts.name)}.carepack"
    channel = SetUpChannel(copy=copy, address=wanted.address, fingerprint=facts.fingerprint)
    return replace(wanted.set_up, channel=channel)


def _refuse_unknown(own: OwnChannels, wanted: WantedSetUp) -> None:
    """Let pass packs that are there to be installed."""
    from caregiver_app.packs.built_in import built_in_packs

    offered = () if wanted.channel is None else (offer.path for offer in own.show(wanted.channel).offers)
    if not set(wanted.set_up.packs) <= set(offered):
        raise SetUpError(SetUpTrouble.FIELD, "packs")
    if not set(wanted.set_up.starter) <= {pack.id for pack in built_in_packs()}:
        raise SetUpError(SetUpTrouble.FIELD, "starter")


def _refuse_strange(file: Path) -> None:
    """Let pass a place where nothing lies, or a set-up file."""
    from caregiver_app.packs.set_up_format import MOST_BYTES, parse_set_up

    if file.is_symlink() or file.is_dir():
        raise SetUpError(SetUpTrouble.NOT_ONE, NAME)
    if file.exists():
        parse_set_up(read_bounded(file, MOST_BYTES) or b"")


def _copy_beside(file: Path, set_up: SetUp) -> Path | None:
    """Return where the packs lie; a name that leads elsewhere is as if nothing were there."""
    name = "" if set_up.channel is None else set_up.channel.copy
    if not name:
        return None
    path = file.parent / name
    with translated_os_errors(path):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise SetUpError(SetUpTrouble.NO_PACKS, name)
    return path
