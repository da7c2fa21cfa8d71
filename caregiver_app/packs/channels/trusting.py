"""From a channel that nobody here knows to one that a person trusts: its root is shown, compared, and kept.

Trust on first sight does not exist: without a comparison there is no `TrustedChannel`.
"""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_app.model.channel import FirstLook, ReferenceTime, TrustedChannel
from caregiver_app.model.errors import ChannelError, ChannelTrouble
from caregiver_app.model.time import Millis
from caregiver_app.packs.channels.checking import follow_roots
from caregiver_app.packs.channels.documents import channel_facts, channel_id_of, fingerprint_of, read_root
from caregiver_app.packs.channels.fingerprints import compare_groups, compare_whole
from caregiver_app.packs.channels.maker_names import is_new_maker_name
from caregiver_app.packs.channels.places import Place
from caregiver_app.packs.channels.rules import DAY_MS, FIRST_ROOT, ROOT_BYTES, root_file
from caregiver_app.packs.manifest import MANIFEST

_LARGEST_MANIFEST = 1_000
_A_DAY_OFF = DAY_MS


def look_first(place: Place, time: ReferenceTime) -> FirstLook:
    """Return what a channel in a place calls itself, and which root would be trusted: the newest that follows.

    Raises:
        ChannelError: there is none, or its roots do not follow from each other.
        StorageError, WebError, Cancelled: it could not be read.
    """
    first = place.read(root_file(FIRST_ROOT), ROOT_BYTES)
    if first is None:
        raise ChannelError(_what_else(place))
    judge, root = follow_roots(first, place, time.at)
    facts = channel_facts(judge.root)
    if not is_new_maker_name(facts.name):
        raise ChannelError(ChannelTrouble.BAD_NAME, "root")
    return FirstLook(
        id=channel_id_of(read_root(first)),
        name=facts.name,
        fingerprint=fingerprint_of(root),
        root=root,
        development=facts.development,
    )


def trust(look: FirstLook, compared: str | Mapping[int, str], *, at: Millis) -> TrustedChannel:
    """Return the channel as trusted from now on, by its whole fingerprint as typed, or by groups of it.

    Raises:
        ChannelError: it is not the same, or mistyped.
    """
    if isinstance(compared, str):
        compare_whole(look.fingerprint, compared)
    else:
        compare_groups(look.fingerprint, compared)
    return TrustedChannel(id=look.id, name=look.name, root=look.root, trusted_at=at)


def reference_time(system: Millis, *known_to_have_passed: Millis | None) -> ReferenceTime:
    """Return the time by which dates are judged: the computer's own, but never before what has passed already.

    A day too early is no wrong clock yet: zones and slow clocks are everywhere.
    """
    floor = max((each for each in known_to_have_passed if each is not None), default=system)
    return ReferenceTime(at=max(system, floor), clock_behind=floor - system > _A_DAY_OFF)


def _what_else(place: Place) -> ChannelTrouble:
    """Tell a pack by itself from what is no channel at all."""
    try:
        manifest = place.read(MANIFEST, _LARGEST_MANIFEST)
    except ChannelError:
        return ChannelTrouble.NOT_SIGNED  # there is one, and it is longer than we look
    return ChannelTrouble.NOT_A_CHANNEL if manifest is None else ChannelTrouble.NOT_SIGNED
