"""From an opened pack and who made it to what the library takes of it. Pure; no id of a library is known here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from caregiver_app.library.brought_statements import start_of
from caregiver_app.library.packs import warned_id
from caregiver_app.links.address import address_key
from caregiver_app.model.article import ItemKind
from caregiver_app.model.installed_pack import (
    BroughtItem,
    BroughtOrganisation,
    InstalledPack,
    PackContent,
    PackMaker,
    PackUid,
    Withdrawal,
)
from caregiver_app.model.organisation import Organisation, Site
from caregiver_app.model.pack import OpenedPack, PackText, PackWithdrawal
from caregiver_app.model.pack_help import PackCommunity, PackDate, PackHelpline
from caregiver_app.model.pack_places import AsksFirst, PackAppraisal, PackLink, PackOrganisation, PackSource
from caregiver_app.model.source import NewSource, SourceFormat, SourceKind
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Appraisal, Outcome, Reviewer, Subject, SubjectKind
from caregiver_app.packs.appraisal_rules import answers_of, latest_of
from caregiver_app.packs.records import json_of
from caregiver_app.trust.verdict import judge_answers


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
    since: Millis | None = None,
) -> PackContent:
    """Return what the library takes of a pack.

    `alerts` is a person's yes to warnings from its sources; without it these wait to be asked for, one by one. `since`
    is when another version of it was first installed.
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
            published_on=pack.published_on,
            review_by=pack.review_by,
            confirmed_at=maker.confirmed_at,
            alerts=alerts,
            installed_at=at if since is None else since,
            changed_at=at,
        ),
        archive=archive,
        organisations=tuple(_organisation(each, maker) for each in pack.organisations),
        sources=tuple(_sources(opened, uid, maker, alerts=alerts or not maker.is_signed)),
        items=(*_warnings(opened), *_items(opened, maker)),
        withdrawals=tuple(withdrawal_of(each, maker) for each in pack.withdrawals),
    )


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
        appraisal=_appraisal(said.appraisal, SubjectKind.ORGANISATION, said.name, ""),
    )


def _sources(opened: OpenedPack, uid: PackUid, maker: PackMaker, *, alerts: bool) -> Iterator[NewSource]:
    for some, form in ((opened.pack.sources, SourceFormat.FEED), (opened.pack.pages, SourceFormat.PAGE)):
        for each in some:
            yield _source(each, form, uid, maker, alerts=alerts)


def _source(said: PackSource, form: SourceFormat, uid: PackUid, maker: PackMaker, *, alerts: bool) -> NewSource:
    waits = said.kind is SourceKind.ALERTS and not alerts
    return NewSource(
        url=said.address,
        title=said.title,
        uid=f"{maker.publisher}/{said.id}",
        author=uid,
        organisation_uid=_organisation_uid(said.organisation, maker) or None,
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


def _items(opened: OpenedPack, maker: PackMaker) -> Iterator[BroughtItem]:
    pack = opened.pack
    for link in pack.links:
        yield _link(link, maker)
    for guide in pack.guides:
        yield _text(guide, ItemKind.GUIDE, SubjectKind.GUIDE, opened)
    for checklist in pack.checklists:
        yield _text(checklist, ItemKind.CHECKLIST, SubjectKind.CHECKLIST, opened)
    for community in pack.communities:
        yield _community(community, maker)
    for line in pack.helplines:
        yield _helpline(line, maker)
    for day in pack.dates:
        yield _date(day)


def _link(said: PackLink, maker: PackMaker) -> BroughtItem:
    return BroughtItem(
        id=said.id,
        kind=ItemKind.LINK,
        title=said.title,
        url=said.address,
        address_key=address_key(said.address),
        language=said.language,
        text=said.summary,
        organisation=_organisation_uid(said.organisation, maker),
        fields=_fields(said),
        appraisal=_appraisal(said.appraisal, SubjectKind.LINK, said.title, said.address),
    )


def _text(said: PackText, kind: ItemKind, subject: SubjectKind, opened: OpenedPack) -> BroughtItem:
    made = opened.texts[said.file]
    shown = {file: opened.pictures[file] for _, file in made.pictures}
    return BroughtItem(
        id=said.id,
        kind=kind,
        title=said.title,
        url=None,
        address_key=None,
        language=said.language,
        text=made.text,
        fields={**_fields(said), "markdown": made.markdown, "html": made.html},
        pictures=shown,
        appraisal=_appraisal(said.appraisal, subject, said.title, ""),
    )


def _community(said: PackCommunity, maker: PackMaker) -> BroughtItem:
    return BroughtItem(
        id=said.id,
        kind=ItemKind.COMMUNITY,
        title=said.name,
        url=said.address,
        address_key=address_key(said.address),
        language=said.language,
        text=said.summary,
        organisation=_organisation_uid(said.organisation, maker),
        fields=_fields(said),
    )


def _helpline(said: PackHelpline, maker: PackMaker) -> BroughtItem:
    words = (said.phone, said.serves, said.hours_said, said.note)
    return BroughtItem(
        id=said.id,
        kind=ItemKind.HELPLINE,
        title=said.name,
        url=said.page or None,
        address_key=address_key(said.page) if said.page else None,
        language=said.languages[0],
        text="\n".join(word for word in words if word),
        organisation=_organisation_uid(said.organisation, maker),
        fields=_fields(said),
    )


def _date(said: PackDate) -> BroughtItem:
    return BroughtItem(
        id=said.id,
        kind=ItemKind.DATE,
        title=said.name,
        url=said.page or None,
        address_key=address_key(said.page) if said.page else None,
        language=said.language,
        text=said.organiser,
        fields=_fields(said),
    )


def _warnings(opened: OpenedPack) -> Iterator[BroughtItem]:
    """Yield pages of others that a pack warns of: each has an item, which keeps the word, whoever brings the page."""
    for each in opened.pack.withdrawals:
        if each.address:
            key = address_key(each.address)
            yield BroughtItem(
                id=warned_id(key),
                kind=ItemKind.LINK,
                title=each.address.removeprefix("https://")[:200],
                url=each.address,
                address_key=key,
                language="",
                text="",
                fields={"warning": True},
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


def _appraisal(said: PackAppraisal | None, kind: SubjectKind, title: str, address: str) -> Appraisal | None:
    """Return what follows from a publisher's answers by the published rule; None while they are half done."""
    if said is None:
        return None
    answers = answers_of(said)
    outcome = judge_answers(answers, kind).outcome
    if outcome is Outcome.UNFINISHED:
        return None
    return Appraisal(
        subject=Subject(kind=kind, id=0),
        answers=answers,
        outcome=outcome,
        reviewer=Reviewer(role=said.role, name=said.name, organisation=said.organisation),
        checked_at=start_of(said.checked_on),
        checked_on=said.checked_on,
        check_by=min(said.check_by, latest_of(said, kind, title)),
        address=address,
        content_hashes=said.content_hashes,
    )


def _organisation_uid(identifier: str, maker: PackMaker) -> str:
    return f"{maker.publisher}/{identifier}" if identifier else ""


def _fields(said: object) -> Mapping[str, Any]:
    """Return an entry as its pack says it, but for the check, which is a statement of its own."""
    made = json_of(said)
    if not isinstance(made, dict):
        raise TypeError("an entry of a pack is a record")
    return {name: value for name, value in made.items() if name != "appraisal"}
