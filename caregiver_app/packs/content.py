"""From an opened pack and who made it to what the library takes of it. Pure; no id of a library is known here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from caregiver_app.links.address import address_key
from caregiver_app.model.installed_pack import (
    BroughtOrganisation,
    InstalledPack,
    PackContent,
    PackMaker,
    PackUid,
    StatedSite,
    Withdrawal,
)
from caregiver_app.model.organisation import Organisation, Site
from caregiver_app.model.pack import OpenedPack, Pack, PackWithdrawal
from caregiver_app.model.pack_places import AsksFirst, PackOrganisation, PackSource
from caregiver_app.model.source import NewSource, SourceFormat, SourceKind
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.model.trust import SubjectKind
from caregiver_app.packs.content_items import items_of, organisation_uid, warnings_of
from caregiver_app.packs.statements import appraisal_of
from caregiver_app.packs.switched_on import held_back


def pack_uid(maker: PackMaker, slug: str) -> PackUid:
    """Return under which name a pack is known for ever."""
    return PackUid(f"{maker.publisher}/{slug}")


def content_of(
    opened: OpenedPack,
    archive: bytes,
    maker: PackMaker,
    *,
    at: Millis,
    alerts: bool = False,
    alerting: frozenset[str] | None = None,
    since: Millis | None = None,
    accepted: frozenset[StatedSite] = frozenset(),
) -> PackContent:
    """Return what the library takes of a pack.

    `alerts` is a person's yes to warnings from its sources; without it these wait to be asked for, one by one.
    `alerting` are the addresses for which that yes was said, None: all. `since` is when another version of it was first
    installed. `accepted` are the sites that a person took for their owners' own.
    """
    pack = opened.pack
    uid = pack_uid(maker, pack.id)
    return PackContent(
        pack=InstalledPack(
            uid=uid,
            channel_id=maker.channel_id,
            publisher_name=maker.name or pack.publisher,
            title=pack.title,
            version=pack.version,
            sha256=opened.sha256,
            size_bytes=opened.size_bytes,
            items=pack.items,
            published_on=_published_on(pack, maker, at),
            review_by=pack.review_by,
            confirmed_at=maker.confirmed_at,
            alerts=alerts,
            installed_at=at if since is None else since,
            changed_at=at,
        ),
        archive=archive,
        organisations=tuple(_organisation(each, maker) for each in pack.organisations),
        sources=tuple(_sources(opened, uid, maker, _Yes(said=alerts or not maker.is_signed, to=alerting))),
        items=(*warnings_of(opened), *items_of(opened, maker)),
        withdrawals=tuple(withdrawal_of(each, maker) for each in pack.withdrawals),
        accepted=accepted,
    )


def _published_on(pack: Pack, maker: PackMaker, at: Millis) -> date:
    """Return when a pack was published: of somebody else's no day that is yet to come, which would go before all words.

    It may be tomorrow already where it was. What ships is believed even where the clock is wrong.
    """
    if not maker.is_signed:
        return pack.published_on
    return min(pack.published_on, to_datetime(at).date() + timedelta(days=1))


def _organisation(said: PackOrganisation, maker: PackMaker) -> BroughtOrganisation:
    sites = tuple(Site(host=site.host, path_prefix=site.path_prefix, exceptions=site.exceptions) for site in said.sites)
    return BroughtOrganisation(
        organisation=Organisation(
            uid=f"{maker.publisher}/{said.id}",
            name=said.name,
            country=said.country,
            homepage=said.homepage,
            known=said.known,
            sites=sites,
        ),
        appraisal=appraisal_of(said.appraisal, SubjectKind.ORGANISATION, said.name, ""),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Yes:
    """What a person answered to the warnings of a pack; `to` are addresses, None: all of them."""

    said: bool
    to: frozenset[str] | None

    def holds(self, address: str) -> bool:
        return self.said and (self.to is None or address in self.to)


def _sources(opened: OpenedPack, uid: PackUid, maker: PackMaker, yes: _Yes) -> Iterator[NewSource]:
    held = held_back(opened.pack) if maker.is_signed else frozenset[str]()
    for some, form in ((opened.pack.sources, SourceFormat.FEED), (opened.pack.pages, SourceFormat.PAGE)):
        for each in some:
            new = _source(each, form, uid, maker, yes)
            yield replace(new, asks_first=True, note=AsksFirst.ENOUGH.value) if each.id in held else new


def _source(said: PackSource, form: SourceFormat, uid: PackUid, maker: PackMaker, yes: _Yes) -> NewSource:
    waits = said.kind is SourceKind.ALERTS and not yes.holds(said.address)
    return NewSource(
        url=said.address,
        title=said.title,
        uid=f"{maker.publisher}/{said.id}",
        author=uid,
        organisation_uid=organisation_uid(said.organisation, maker) or None,
        kind=said.kind,
        format=form,
        language=said.language,
        country=said.country,
        homepage=said.homepage,
        topics=said.topics,
        enabled=False,
        asks_first=waits or said.asks_first is not AsksFirst.NO,
        note=said.asks_first.value or said.note,
    )


def withdrawal_of(said: PackWithdrawal, maker: PackMaker) -> Withdrawal:
    """Return a withdrawal by names that hold beyond the pack; a warning of others' pages has no replacement."""
    return Withdrawal(
        what=f"{maker.publisher}/{said.item}" if said.item else "",
        address=said.address,
        address_key=address_key(said.address) if said.address else "",
        reason=said.reason,
        withdrawn_on=said.withdrawn_on,
        replacement=f"{maker.publisher}/{said.replacement}" if said.replacement and said.item else "",
    )
