"""How channels are told on the command line: their shapes in JSON (docs/formats/command-line.md), and their words."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app import __version__
from caregiver_app.cli.console import Console, Json
from caregiver_app.links.tokens import mask_address
from caregiver_app.model.channel import CheckedChannel, Fingerprint, FirstLook, PackOffer, TrustedChannel
from caregiver_app.model.time import to_iso
from caregiver_app.support.app_versions import is_newer
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Audience
from caregiver_app.support.sentences.channels import ends_soon_words, namesake_words
from caregiver_app.support.sentences.newer_caregiver import how_to_get_words, newer_words, said_by_words
from caregiver_app.support.sentences.signing_keys import where_it_belongs

if TYPE_CHECKING:
    from caregiver_app.bootstrap.own_channel_facts import OwnChannelFacts
    from caregiver_app.packs.channels.publishing import Published


def channel_shape(channel: TrustedChannel) -> dict[str, Json]:
    """Return a channel as it is trusted; nothing is said of what it offers."""
    return {
        "id": channel.id,
        "name": channel.name,
        "address": mask_address(channel.address),
        "trusted_at": to_iso(channel.trusted_at),
        "checked_at": to_iso(channel.checked_at),
        "confirmed_at": to_iso(channel.confirmed_at),
        "error": None,
    }


def checked_shape(checked: CheckedChannel) -> dict[str, Json]:
    """Return a channel with what it offers."""
    return {
        **channel_shape(checked.channel),
        "fresh": checked.is_fresh,
        "unchanged": checked.is_unchanged,
        "clock_behind": checked.clock_behind,
        "packs": [offer_shape(offer) for offer in checked.offers],
        "lapsed": list(checked.lapsed),
        "revoked": list(checked.revoked),
        "moved_to": checked.moved_to or None,
        "newest_caregiver": checked.newest_caregiver or None,
        "name_before": checked.name_before or None,
    }


def offer_shape(offer: PackOffer) -> Json:
    """Return one pack that is offered."""
    return {
        "path": offer.path,
        "title": offer.title,
        "version": offer.version,
        "publisher": offer.publisher_name,
        "review_by": offer.review_by.isoformat(),
        "languages": list(offer.languages),
        "size_bytes": offer.length_bytes,
    }


def own_shape(facts: OwnChannelFacts) -> dict[str, Json]:
    """Return a channel as its makers see it."""
    return {
        "id": facts.id,
        "name": facts.name,
        "team": facts.team,
        **fingerprint_shape(facts.fingerprint),
        "publishers": [{"id": publisher.slug, "name": publisher.name} for publisher in facts.publishers],
        "packs": [offer_shape(offer) for offer in facts.offers],
        "keys": [{"role": role, "key": name} for role, name in facts.keys],
        "waits": facts.waits,
    }


def fingerprint_shape(fingerprint: Fingerprint) -> dict[str, Json]:
    """Return what is compared: whole, in groups of signs, and the same groups as words."""
    from caregiver_app.packs.channels.fingerprints import groups_of, words_of

    return {
        "fingerprint": fingerprint,
        "groups": list(groups_of(fingerprint)),
        "words": list(words_of(fingerprint)),
    }


def published_shape(published: Published) -> dict[str, Json]:
    """Return what came of publishing."""
    return {
        "packs": published.packs,
        "expires_at": to_iso(published.expires_at),
        "ends_soon": list(published.ends_soon),
    }


def offers_in_words(checked: CheckedChannel) -> list[str]:
    """Return what a channel offers and what should be known of it, a line each."""
    lines = [_offer_in_words(offer) for offer in checked.offers]
    if checked.name_before:
        lines.append(_("Until now they called themselves {name}.").format(name=checked.name_before))
    if checked.is_unchanged:
        lines.append(_("Nothing new."))
    if not checked.is_fresh:
        lines.append(_since(checked))
    if checked.clock_behind:
        lines.append(_("The date of this computer seems to be wrong. Set it, so that news can be told from old."))
    lines += [_("{name} publishes here no more.").format(name=each) for each in checked.revoked]
    lines += [
        _("The signature of {name} has run out. Their packs wait for a new one.").format(name=each)
        for each in checked.lapsed
    ]
    if checked.moved_to:
        lines.append(_("They have moved to {address}. To go there: --follow-move").format(address=checked.moved_to))
    if is_newer(checked.newest_caregiver, __version__):
        lines.append(newer_words(checked.newest_caregiver))
        lines += [how_to_get_words(), said_by_words(checked.channel.name)]
    return lines


def tell_look(console: Console, look: FirstLook, *, hidden: Collection[int] = ()) -> None:
    """Say on standard error who calls itself how, and its groups but those that are hidden."""
    console.note(_("They call themselves {name}. These signs must be the same on paper:").format(name=look.name))
    for line in group_lines(look.fingerprint, hidden=hidden):
        console.note(line)
    if look.namesake:
        console.note(namesake_words())
    if look.development:
        console.note(_("These packs are for trying out. Their keys were never kept."))
    console.note(_("Type the missing groups from paper or from the phone, as signs or as words."))


def group_lines(fingerprint: Fingerprint, *, hidden: Collection[int] = ()) -> list[str]:
    """Return the groups, a line each: number, signs, words."""
    from caregiver_app.packs.channels.fingerprints import groups_of, words_of

    rows = zip(groups_of(fingerprint), words_of(fingerprint), strict=True)
    return [
        f"  {number}  " + ("......" if number in hidden else f"{signs}   {words}")
        for number, (signs, words) in enumerate(rows, start=1)
    ]


def tell_published(console: Console, published: Published) -> None:
    """Say what came of publishing."""
    day = format_short_day(published.expires_at, year=True)
    console.line(_("Published. Families can be sure of it until {day}; publish again before that.").format(day=day))
    for each in published.ends_soon:
        console.note(ends_soon_words(each, Audience.COMMAND))


def tell_own(console: Console, facts: OwnChannelFacts) -> None:
    """Say what a maker sees of a channel."""
    console.line(facts.name)
    console.line(_("Give families these signs on paper or by phone:"))
    for line in group_lines(facts.fingerprint):
        console.line(line)
    for publisher in facts.publishers:
        console.line(f"{publisher.slug}: {publisher.name}")
    for offer in facts.offers:
        console.line(f"  {_offer_in_words(offer)}")
    for role, name in facts.keys:
        console.line(_("{role} is signed with the key {name}.").format(role=role, name=name))
    tell_what_waits(console, facts)


def tell_what_waits(console: Console, facts: OwnChannelFacts) -> None:
    """Say that something was signed and is in no copy, where it is so."""
    if facts.waits:
        console.note(_("Something is signed and not published yet: caregiver channel publish FOLDER"))


def key_files_shape(files: Collection[Path]) -> Json:
    """Return where key files lie and where they belong."""
    return [{"key": file.stem, "file": str(file), "belongs": where_it_belongs(file.stem)} for file in files]


def _offer_in_words(offer: PackOffer) -> str:
    return _("{title}, version {version}: {path}").format(title=offer.title, version=offer.version, path=offer.path)


def _since(checked: CheckedChannel) -> str:
    confirmed = checked.channel.confirmed_at
    if confirmed is None:
        return _("Nobody could tell yet whether this is the newest.")
    return _("Not known to be the newest since {day}.").format(day=format_short_day(confirmed, year=True))
