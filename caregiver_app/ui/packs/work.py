"""What the screen of packs has done in its own thread: looking at a place, getting packs ready, installing them.

Nothing here shows anything. Only what the verifier and the opener let pass comes back, and nothing is installed before
`install_all` is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.pack_rows import PackRow
from caregiver_app.model.channel import CheckedChannel, FirstLook, PackOffer, TrustedChannel
from caregiver_app.model.errors import CaregiverError, ChannelError, ChannelTrouble
from caregiver_app.model.installed_pack import (
    InstalledPack,
    PackMaker,
    PackPart,
    PackUid,
    StatedSite,
    WithdrawnItem,
    publisher_of,
)
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.doer import NAME_CHARS, Done
from caregiver_app.ui.settings.long_work import HowFar
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.channel_asking import ChannelNews
    from caregiver_app.bootstrap.pack_steps import PackStep, PreparedPack
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.bootstrap.set_up_file import FoundSetUp
    from caregiver_app.library.store import Library
    from caregiver_app.model.article import ArticleRow

_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a channel lies: an address, a folder or a file, "" for its own address.

    `late` is a yes to a stick whose date has passed. `asked` narrows it to what a set-up file asks for there.
    """

    where: str = ""
    late: bool = False
    asked: FoundSetUp | None = None

    @property
    def address(self) -> str:
        """Where news of a channel are: the place where it is an address, else what a set-up file names."""
        if self.where.casefold().startswith(_WEB):
            return self.where
        channel = None if self.asked is None else self.asked.set_up.channel
        return "" if channel is None else channel.address


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A channel that nobody here compared yet. `groups` and `words` are the same; those `wanted` are typed in."""

    look: FirstLook
    groups: tuple[str, ...]
    words: tuple[str, ...]
    wanted: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A trusted channel in a place. `offers` are those that are not here, or newer than here."""

    checked: CheckedChannel
    offers: tuple[PackOffer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PacksState:
    """All that the screen shows."""

    rows: tuple[PackRow, ...]
    channels: tuple[TrustedChannel, ...]
    withdrawn: tuple[WithdrawnItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """One pack with its entries, as its kept archive has them."""

    pack: InstalledPack
    parts: tuple[PackPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """A pack to install; `alerts` is the answer to its warnings, None where none was asked for.

    `sites` are those of its new ones that the person takes for their owners' own.
    """

    prepared: PreparedPack
    alerts: bool | None = None
    sites: tuple[StatedSite, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """What was installed, and what ended it before the last one."""

    steps: tuple[PackStep, ...]
    error: CaregiverError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What came of asking, in words where it went wrong: `failed` says who could not be asked, and why."""

    checked: tuple[CheckedChannel, ...]
    failed: tuple[str, ...]
    newer: int


def read_state(services: Services, library: Library) -> PacksState:
    """Return what is here and offered; no connection is made."""
    return PacksState(
        rows=services.packs.list(library),
        channels=tuple(library.channels.list()),
        withdrawn=library.packs.withdrawn(),
    )


def read_about(library: Library, uid: PackUid) -> About | None:
    """Return an installed pack with its entries, None where it is gone."""
    from caregiver_app.packs.differences import changes_between

    pack, archive = library.packs.get(uid), library.packs.archive(uid)
    if pack is None or archive is None:
        return None
    maker = PackMaker(publisher=publisher_of(uid), name=pack.publisher_name, channel_id=pack.channel_id)
    return About(pack=pack, parts=changes_between(None, archive, maker).added)


def page_of(library: Library, pack: PackUid, part: str) -> ArticleRow | None:
    """Return the page that a text of a pack is, None where it is gone."""
    item = library.item_uids.item_of(f"{publisher_of(pack)}/{part}")
    return None if item is None else next(iter(library.articles.rows_of([item])), None)


def look_at(services: Services, library: Library, place: Place, control: TaskControl[HowFar]) -> Met | Found:
    """Return what lies in a place: packs of somebody trusted, or somebody to be compared first.

    Raises:
        ChannelError: it is not in order, or too old.
        SetUpError: a set-up file names another channel.
        AddressRefused, WebError, StorageError, Cancelled: it cannot be read.
    """
    try:
        with services.channels.opened(library, place.where, late=place.late, cancel=control.cancel) as opened:
            checked = opened.checked
    except ChannelError as error:
        if error.kind is not ChannelTrouble.NOT_TRUSTED:
            raise
        return _met(services.channels.look(library, place.where, cancel=control.cancel), place.asked)
    services.packs.confirm(library)
    here = {str(pack.uid): pack.version for pack in library.packs.list()}
    offers = [offer for offer in checked.offers if here.get(offer.uid, 0) < offer.version]
    return Found(checked=checked, offers=tuple(offer for offer in offers if _is_asked(offer, place.asked)))


def _is_asked(offer: PackOffer, asked: FoundSetUp | None) -> bool:
    return asked is None or not asked.set_up.packs or offer.path in asked.set_up.packs


def _met(look: FirstLook, asked: FoundSetUp | None) -> Met:
    from caregiver_app.bootstrap.set_up_file import refuse_other_channel
    from caregiver_app.packs.channels.fingerprints import ask_for, groups_of, words_of

    if asked is not None:
        refuse_other_channel(asked, look)
    return Met(look=look, groups=groups_of(look.fingerprint), words=words_of(look.fingerprint), wanted=ask_for())


def prepare_all(
    services: Services, library: Library, uids: Sequence[PackUid], place: Place, control: TaskControl[HowFar]
) -> tuple[PreparedPack, ...]:
    """Return packs ready to be looked at and installed. Raises as `bootstrap.packs.Packs.prepare` does."""
    prepared: list[PreparedPack] = []
    for uid in uids:
        control.check()
        control.progress(HowFar(done=len(prepared), total=len(uids)))
        prepared.append(services.packs.prepare(library, uid, place.where, late=place.late, cancel=control.cancel))
    return tuple(prepared)


def install_all(
    services: Services, library: Library, agreed: Sequence[Agreed], control: TaskControl[HowFar]
) -> Installed:
    """Install packs, each whole or not at all; those before a trouble or a stop stay."""
    steps: list[PackStep] = []
    for each in agreed:
        control.progress(HowFar(done=len(steps), total=len(agreed)))
        try:
            control.check()
            steps.append(services.packs.install(library, each.prepared, alerts=each.alerts, accepted=each.sites))
        except CaregiverError as error:
            return Installed(steps=tuple(steps), error=error)
    return Installed(steps=tuple(steps))


def ask_for_news(services: Services, library: Library, control: TaskControl[HowFar]) -> News:
    """Ask everybody who is trusted and has an address for their news; nothing is installed.

    Raises:
        Cancelled: stop was pressed; what was learned before stays.
        StorageError: the disk is in the way.
    """

    def tell(number: int, channels: Sequence[TrustedChannel]) -> None:
        control.progress(HowFar(done=number, total=len(channels)))

    return told_news(services.channel_asking.ask(library, on_channel=tell, cancel=control.cancel))


def told_news(news: ChannelNews) -> News:
    """Return what came of asking, with words for what went wrong."""
    # Translators: who could not be asked for news, and why
    failed = [
        _("{name}: {why}").format(name=each.channel.name, why=sentence_for(each.error).text) for each in news.failed
    ]
    return News(checked=news.checked, failed=tuple(failed), newer=news.newer)


def removal(services: Services, library: Library, row: PackRow) -> Done[Library]:
    """Take a pack away, and return how that is taken back. Raises as `bootstrap.packs.Packs.remove` does."""
    from caregiver_app.support.plain_text import shorten

    step = services.packs.remove(library, row.uid)
    text = _("Removed {title}. What you starred, wrote and added is still there.")
    return Done(
        text=text.format(title=shorten(row.title, NAME_CHARS)),
        undo=lambda later: services.packs.undo(later, step),
        redo=lambda later: services.packs.redo(later, step),
        icon=Icon.TRASH,
    )


def take_back(services: Services, library: Library, steps: Sequence[PackStep]) -> None:
    """Take back what `install_all` did, the last first. Raises as `bootstrap.packs.Packs.undo` does."""
    for step in reversed(steps):
        services.packs.undo(library, step)


def do_again(services: Services, library: Library, steps: Sequence[PackStep]) -> None:
    """Do again what was taken back. Raises as `bootstrap.packs.Packs.redo` does."""
    for step in steps:
        services.packs.redo(library, step)
