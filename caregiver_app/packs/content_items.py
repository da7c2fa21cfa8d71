"""The entries of a pack that become items: links, guides, groups, lines, days, and pages that it warns of. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from caregiver_app.library.brought_facts import warned_id
from caregiver_app.links.address import address_key
from caregiver_app.model.article import ItemKind
from caregiver_app.model.installed_pack import BroughtItem, PackMaker
from caregiver_app.model.pack import OpenedPack, PackText
from caregiver_app.model.pack_help import PackCommunity, PackDate, PackHelpline
from caregiver_app.model.pack_places import PackLink
from caregiver_app.model.trust import SubjectKind
from caregiver_app.packs.records import json_of
from caregiver_app.packs.statements import appraisal_of


def organisation_uid(identifier: str, maker: PackMaker) -> str:
    """Return the uid of an organisation of the same publisher, empty where none is named."""
    return f"{maker.publisher}/{identifier}" if identifier else ""


def items_of(opened: OpenedPack, maker: PackMaker) -> Iterator[BroughtItem]:
    """Yield what people can open, call or join."""
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
        organisation=organisation_uid(said.organisation, maker),
        fields=_fields(said),
        appraisal=appraisal_of(said.appraisal, SubjectKind.LINK, said.title, said.address),
    )


def _text(said: PackText, kind: ItemKind, subject: SubjectKind, opened: OpenedPack) -> BroughtItem:
    made = opened.texts[said.file]
    shown = {file: opened.pictures[file] for _, file in made.pictures}
    return BroughtItem(
        id=said.id,
        kind=kind,
        title=said.title,
        url=said.address or None,
        address_key=address_key(said.address) if said.address else None,
        language=said.language,
        text=made.text,
        fields={**_fields(said), "markdown": made.markdown, "html": made.html},
        pictures=shown,
        appraisal=appraisal_of(said.appraisal, subject, said.title, said.address),
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
        organisation=organisation_uid(said.organisation, maker),
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
        organisation=organisation_uid(said.organisation, maker),
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


def warnings_of(opened: OpenedPack) -> Iterator[BroughtItem]:
    """Yield pages of others that a pack warns of: each has an item of its own, whoever brings the page."""
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


def _fields(said: object) -> Mapping[str, Any]:
    """Return an entry as its pack says it, but for the check, which is a statement of its own."""
    made = json_of(said)
    if not isinstance(made, dict):
        raise TypeError("an entry of a pack is a record")
    return {name: value for name, value in made.items() if name != "appraisal"}
