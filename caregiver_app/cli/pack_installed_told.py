"""How packs that families have are told on the command line: their shapes in JSON, and their words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from caregiver_app.cli.console import Console, Json
from caregiver_app.model.installed_pack import PackPart, PackState, StatedSite, Withdrawal, WithdrawnItem
from caregiver_app.model.time import to_iso
from caregiver_app.support.i18n import format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words

if TYPE_CHECKING:
    from caregiver_app.bootstrap.pack_rows import PackRow
    from caregiver_app.bootstrap.pack_steps import PreparedPack


def list_shape(rows: Sequence[PackRow]) -> Json:
    """Return the document of `pack list`."""
    return [_row_shape(row) for row in rows]


def prepared_shape(prepared: PreparedPack) -> dict[str, Json]:
    """Return one pack of `pack install` or `pack update`, with what it brings beside what was here."""
    pack, changes = prepared.opened.pack, prepared.changes
    return {
        "id": prepared.uid,
        "title": pack.title,
        "version": pack.version,
        "publisher": prepared.maker.name or pack.publisher,
        "before": None if prepared.before is None else prepared.before.version,
        "items": pack.items,
        "added": _parts(changes.added),
        "changed": _parts(changes.changed),
        "gone": _parts(changes.gone),
        "withdrawn": [_withdrawal_shape(each) for each in changes.withdrawn],
        "new_sites": [each.site for each in changes.new_sites],
        "alert_sources": _parts(changes.alert_sources),
    }


def row_in_words(row: PackRow) -> str:
    """Return one pack of a list in a line."""
    known = row.installed
    if row.state is PackState.AVAILABLE:
        state = _("offered")
    elif row.state is PackState.UPDATE:
        state = _("version {version} is offered").format(version=row.offered_version)
    elif row.state is PackState.REVOKED:
        state = _("installed; its publisher is no longer trusted")
    elif row.state is PackState.INSTALLED:
        state = _("installed")
    elif known is not None and known.confirmed_at is not None:
        day = format_short_day(known.confirmed_at, year=True)
        state = _("installed; not known to be the newest since {day}").format(day=day)
    else:
        state = _("installed; not known to be the newest")
    return _("{title}, version {version}, by {publisher}: {state} ({id})").format(
        title=row.title, version=row.version, publisher=row.publisher, state=state, id=row.uid
    )


def withdrawn_in_words(item: WithdrawnItem) -> str:
    """Return what is here and its publisher no longer stands by, with the day on which it was last passed on."""
    said = _("Withdrawn by {publisher}: {title}. {reason}").format(
        publisher=item.author_name, title=item.title, reason=item.reason
    )
    if item.is_warning:
        said = _("{publisher} warns of this page: {title}. {reason}").format(
            publisher=item.author_name, title=item.title, reason=item.reason
        )
    if item.shared_on is None:
        return said
    day = day_words(item.shared_on)
    return f"{said} " + _("You shared or printed it on {day}.").format(day=day)


def tell_prepared(
    console: Console, prepared: PreparedPack, *, preview: bool, accepted: Collection[StatedSite] = ()
) -> None:
    """Say what was installed, or would be, sites that wait for a yes, numbers and what is withdrawn by name."""
    pack, changes = prepared.opened.pack, prepared.changes
    if preview:
        said = _("{title}, version {version}, would bring:")
    elif prepared.before is None:
        said = _("Installed: {title}, version {version}.")
    else:
        said = _("Up to date: {title}, version {version}.")
    console.line(said.format(title=pack.title, version=pack.version))
    if prepared.maker.is_signed:
        console.line("  " + _("From {name}").format(name=prepared.maker.name))
    for count, words in (
        (len(changes.added), ngettext("{count} new entry.", "{count} new entries.", len(changes.added))),
        (len(changes.changed), ngettext("{count} entry changed.", "{count} entries changed.", len(changes.changed))),
        (len(changes.gone), ngettext("{count} entry is gone.", "{count} entries are gone.", len(changes.gone))),
    ):
        if count:
            console.line("  " + words.format(count=count))
    if prepared.before is not None or prepared.maker.is_signed:
        _tell_lines(console, prepared)
    for what, reason in changes.withdrawn_by_name:
        console.line("  " + _("Withdrawn: {what}. {reason}").format(what=what, reason=reason))
    if prepared.maker.is_signed:
        _tell_waiting_sites(console, prepared, accepted)
    if changes.alert_sources and prepared.maker.is_signed:
        console.note(_("It has sources that warn of dangers. To let them: --alerts"))


def _tell_lines(console: Console, prepared: PreparedPack) -> None:
    numbers = {line.id: line.phone for line in prepared.opened.pack.helplines}
    for part in prepared.changes.numbers:
        number = numbers.get(part.id) or "-"
        console.line("  " + _("New or changed phone line: {title}, {number}").format(title=part.title, number=number))


def _tell_waiting_sites(console: Console, prepared: PreparedPack, accepted: Collection[StatedSite]) -> None:
    for site in (each for each in prepared.changes.new_sites if each not in accepted):
        said = _("{name} calls this site its own: {site}. It gives no trust until you say yes: --accept-site {site}")
        console.note(said.format(name=site.name, site=site.site))
        other = prepared.imitating.get(site)
        if other is not None:
            said = _("Careful: {site} looks like {known}, the site of {name}.")
            console.note(said.format(site=site.site, known=other.host, name=other.organisation))


def _row_shape(row: PackRow) -> Json:
    known = row.installed
    return {
        "id": row.uid,
        "title": row.title,
        "version": row.version,
        "publisher": row.publisher,
        "state": row.state.value,
        "items": row.items,
        "offered": row.offered_version,
        "review_by": None if known is None else known.review_by.isoformat(),
        "installed_at": None if known is None else to_iso(known.installed_at),
        "confirmed_at": None if known is None else to_iso(known.confirmed_at),
    }


def _parts(parts: Sequence[PackPart]) -> list[Json]:
    return [{"list": part.list, "id": part.id, "title": part.title} for part in parts]


def _withdrawal_shape(each: Withdrawal) -> Json:
    return {
        "item": each.what or None,
        "address": each.address or None,
        "reason": each.reason,
        "withdrawn_on": each.withdrawn_on.isoformat(),
        "replacement": each.replacement or None,
    }
