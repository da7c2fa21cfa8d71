"""`caregiver source`: list, remove, enable, disable, rename; adding, finding and moves are modules of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.choosing import find_sources, find_topic
from caregiver_app.cli.options import IdType, ids_argument, json_option, topic_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import source_shape
from caregiver_app.cli.source_add import add_command
from caregiver_app.cli.source_consent import tell_disclosure
from caregiver_app.cli.source_find import find_command
from caregiver_app.cli.source_moves import moves_command
from caregiver_app.cli.source_table import TROUBLED, name_of, print_sources
from caregiver_app.model.source import Source
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


def source_group() -> click.Group:
    """Return the commands about sources."""
    commands = (
        add_command(),
        find_command(),
        _list(),
        _remove(),
        _switch("enable"),
        _switch("disable"),
        _rename(),
        moves_command(),
    )
    return click.Group("source", commands, help=_("Add, list, switch and remove sources."))


def _list() -> click.Command:
    return click.Command(
        "list",
        callback=click.pass_obj(_list_sources),
        params=[
            click.Option(
                ["--on", "enabled"], flag_value="on", type=str, default=None, help=_("Only those that are on.")
            ),
            click.Option(["--off", "enabled"], flag_value="off", type=str, help=_("Only those that are off.")),
            click.Option(["--troubled"], is_flag=True, help=_("Only those that need a look.")),
            topic_option(_("Only those of this topic.")),
            json_option(),
        ],
        help=_("List the sources and how they are doing."),
    )


def _remove() -> click.Command:
    return click.Command(
        "remove",
        callback=click.pass_obj(_remove_sources),
        params=[ids_argument("source"), json_option()],
        help=_("Remove sources. What you starred from them is kept."),
    )


def _switch(name: str) -> click.Command:
    on = name == "enable"
    callback: Callable[..., None] = _enable_sources if on else _disable_sources
    return click.Command(
        name,
        callback=click.pass_obj(callback),
        params=[
            ids_argument("source", required=False),
            topic_option(_("All of this topic.")),
            click.Option(["--all", "everything"], is_flag=True, help=_("All sources.")),
            json_option(),
        ],
        help=_("Switch sources on.") if on else _("Switch sources off; what they brought is kept."),
    )


def _rename() -> click.Command:
    return click.Command(
        "rename",
        callback=click.pass_obj(_rename_source),
        params=[
            click.Argument(["source_id"], type=IdType("source"), metavar="ID"),
            click.Argument(["title"]),
            json_option(),
        ],
        help=_("Give a source a title of your own. An empty one brings the publisher's back."),
    )


def _list_sources(session: Session, enabled: str | None, troubled: bool, topic: str | None) -> None:
    with session.library() as library:
        topic_id = None if topic is None else find_topic(library, topic)
        wanted = None if enabled is None else enabled == "on"
        sources = library.sources.list(topic=topic_id, enabled=wanted)
    if troubled:
        sources = tuple(source for source in sources if source.state in TROUBLED)
    if session.console.as_json:
        session.console.document([source_shape(source) for source in sources])
    elif sources:
        print_sources(session.console, sources)
    else:
        session.console.note(_none_listed(enabled))


def _none_listed(enabled: str | None) -> str:
    if enabled == "on":
        return _("No source is on. To choose what to follow: caregiver topic choose")
    return _("There is no such source.")


def _remove_sources(session: Session, ids: Sequence[int]) -> None:
    with session.library() as library:
        sources = find_sources(library, ids)
        now = session.services.clock.now()
        with library.write("cli.remove-sources"):
            for source in sources:
                library.sources.remove(source.id, at=now)
    if session.console.as_json:
        session.console.document([source_shape(source) for source in sources])
    for source in () if session.console.as_json else sources:
        session.console.line(_("Removed: {name}.").format(name=name_of(source)))


def _enable_sources(session: Session, ids: Sequence[int], topic: str | None, everything: bool) -> None:
    with session.library() as library:
        named = _named(library, ids, topic, everything)
        # Those that ask first tell others more, or keep programs out: only their own number switches them on.
        wanted = [source for source in named if source.id in ids or not source.asks_first]
        changed = _set_enabled(library, wanted, True)
    _tell_switched(session, changed, True)
    left = len(named) - len(wanted)
    if left:
        session.console.note(
            ngettext(
                "{count} source stays off until you enable it by its number.",
                "{count} sources stay off until you enable them by their numbers.",
                left,
            ).format(count=left)
        )


def _disable_sources(session: Session, ids: Sequence[int], topic: str | None, everything: bool) -> None:
    with session.library() as library:
        changed = _set_enabled(library, _named(library, ids, topic, everything), False)
    _tell_switched(session, changed, False)


def _rename_source(session: Session, source_id: int, title: str) -> None:
    with session.library() as library:
        (source,) = find_sources(library, [source_id])
        library.sources.set_title(source.id, " ".join(title.split()) or None)
        renamed = library.sources.get(source.id)
    if session.console.as_json:
        session.console.document(source_shape(renamed))
    else:
        session.console.line(_("It is now called {name}.").format(name=name_of(renamed)))


def _named(library: Library, ids: Sequence[int], topic: str | None, everything: bool) -> tuple[Source, ...]:
    """Return the sources that the arguments name.

    Raises:
        UnknownSource, CommandFailed: a number or a topic is nobody's, or nothing is named.
    """
    if everything:
        return library.sources.list()
    if topic is not None:
        return library.sources.list(topic=find_topic(library, topic)) + find_sources(library, ids)
    if not ids:
        raise click.UsageError(_("Name sources by their numbers, or use --topic or --all."))
    return find_sources(library, ids)


def _set_enabled(library: Library, sources: Sequence[Source], value: bool) -> tuple[Source, ...]:
    """Switch sources on or off, all or none; return those that were not so before, as they are now."""
    changing = [source.id for source in dict.fromkeys(sources) if source.enabled != value]
    with library.write("cli.switch-sources"):
        for source_id in changing:
            library.sources.set_enabled(source_id, value)
    return tuple(library.sources.get(source_id) for source_id in changing)


def _tell_switched(session: Session, sources: Sequence[Source], value: bool) -> None:
    if session.console.as_json:
        session.console.document([source_shape(source) for source in sources])
        return
    if not sources:
        session.console.note(_("They were on already.") if value else _("They were off already."))
    for source in sources:
        sentence = _("On: {name}.") if value else _("Off: {name}.")
        session.console.line(sentence.format(name=name_of(source)))
        if value:
            tell_disclosure(session.console, source.url)
