"""How a pack in a list is said: from whom it is, what is in it, and how sure it is that it is the newest. Pure."""

from __future__ import annotations

from datetime import date

from caregiver_app.bootstrap.pack_rows import PackRow
from caregiver_app.model.channel import PackOffer, TrustedChannel
from caregiver_app.model.installed_pack import PackState, WithdrawnItem
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words, makers_name
from caregiver_app.support.sizes import size_words
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.draw import PillLook


def from_words(publisher: str, *, is_built_in: bool) -> str:
    """Return from whom a pack is."""
    # Translators: {name} is who made a pack
    return _("Came with Caregiver") if is_built_in else _("From {name}").format(name=publisher)


def row_look(row: PackRow) -> PillLook:
    """Return the pill beside a pack's title: from whom it is, by what was verified."""
    built_in = is_built_in(row)
    words = from_words(row.publisher, is_built_in=built_in)
    if row.state is PackState.REVOKED:
        return PillLook(text=_("No longer trusted"), tone=Tone.URGENT, icon=Icon.ALERT)
    return PillLook(text=words, tone=Tone.NEUTRAL if built_in else Tone.INFO, icon=Icon.SHIELD)


def is_built_in(row: PackRow) -> bool:
    """Return whether a pack ships with the application, installed or not."""
    return row.uid.count("/") == 1


def maker_name(row: PackRow) -> str:
    """Return who made a pack, in the language in force where it is ours."""
    return makers_name() if is_built_in(row) else row.publisher


def row_facts(row: PackRow) -> str:
    """Return version, number of items and size of a pack, and since when it is here."""
    parts = [_("Version {version}").format(version=format_number(row.version))]
    if row.items is not None:
        parts.append(items_words(row.items))
    if row.installed is not None:
        parts.append(size_words(row.installed.size_bytes))
        # Translators: {day} is a date
        parts.append(_("here since {day}").format(day=format_short_day(row.installed.installed_at, year=True)))
    return "  ·  ".join(parts)


def offer_facts(offer: PackOffer) -> str:
    """Return what is known of a pack before it was fetched."""
    parts = (
        _("Version {version}").format(version=format_number(offer.version)),
        size_words(offer.length_bytes),
        from_words(offer.publisher_name, is_built_in=False),
    )
    return "  ·  ".join(parts)


def state_words(row: PackRow, today: date) -> str:
    """Return how a pack stands in one or two sentences."""
    parts = [_state(row)]
    if row.installed is not None and row.installed.review_by < today:
        day = day_words(row.installed.review_by)
        parts.append(_("Its makers wanted to look at it again by {day}.").format(day=day))
    return " ".join(parts)


def _state(row: PackRow) -> str:
    known = row.installed
    if row.state is PackState.AVAILABLE:
        return _("Not installed.")
    if row.state is PackState.REVOKED:
        return revoked_words(row.publisher)
    if row.state is PackState.UPDATE:
        return _("A newer version is ready: {version}.").format(version=format_number(row.offered_version or 0))
    if known is None:
        return ""
    if known.is_built_in:
        return _("As of {day}.").format(day=day_words(known.published_on))
    if known.confirmed_at is None:
        return _("Nobody could tell here whether it is the newest.")
    day = format_short_day(known.confirmed_at, year=True)
    if row.state is PackState.UNCONFIRMED:
        return _("Not known to be the newest since {day}.").format(day=day)
    return _("This was the newest on {day}.").format(day=day)


def revoked_words(publisher: str) -> str:
    """Return how it stands with a pack whose channel no longer stands by its publisher."""
    words = _(
        "Whoever signs these packs no longer stands by {publisher}. Their checks count no more. Best remove this pack."
    )
    return words.format(publisher=publisher)


def channel_facts(channel: TrustedChannel) -> str:
    """Return since when somebody is trusted, and where and when they were last asked."""
    parts = [_("Trusted since {day}").format(day=_day(channel.trusted_at))]
    parts.append(channel.address or _("only from a stick or a file"))
    if channel.confirmed_at is not None:
        parts.append(_("last news of {day}").format(day=_day(channel.confirmed_at)))
    return "  ·  ".join(parts)


def withdrawn_words(item: WithdrawnItem) -> str:
    """Return what is here and its publisher no longer stands by, with the day on which it was last passed on."""
    pattern = _("Withdrawn by {publisher}: {title}. {reason}")
    if item.is_warning:
        pattern = _("{publisher} warns of this page: {title}. {reason}")
    said = pattern.format(publisher=item.author_name, title=item.title, reason=item.reason)
    if item.shared_on is None:
        return said
    return f"{said} " + _("You shared or printed it on {day}.").format(day=day_words(item.shared_on))


def items_words(count: int) -> str:
    """Return how much a pack holds: its guides, phone lines, sources, dates and all else that stands in it."""
    # Translators: what a pack holds, e.g. guides, phone lines and sources
    return ngettext("{count} item", "{count} items", count).format(count=format_number(count))


def _day(at: Millis) -> str:
    return format_short_day(at, year=True)
