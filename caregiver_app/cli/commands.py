"""Which commands there are. The module of each is loaded when it is asked for: to load them all takes longer than many
a command does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping

import click

from caregiver_app.cli.care_groups import CARE_GROUPS
from caregiver_app.cli.unlocking import with_passphrase


class Commands(MutableMapping[str, click.Command]):
    """All commands by name, each made when it is first looked at; one may be put in the place of another."""

    def __init__(self) -> None:
        self._makers = dict(_MAKERS)
        self._made: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._made:
            made = self._makers[name]()
            self._made[name] = with_passphrase(made) if name in _OF_LIBRARY else made
        return self._made[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._makers[name] = lambda: command
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._makers[name]
        self._made.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def _source() -> click.Command:
    from caregiver_app.cli.sources import source_group

    return source_group()


def _opml() -> click.Command:
    from caregiver_app.cli.opml import opml_group

    return opml_group()


def _sync() -> click.Command:
    from caregiver_app.cli.sync import sync_command

    return sync_command()


def _search() -> click.Command:
    from caregiver_app.cli.search import search_command

    return search_command()


def _article() -> click.Command:
    from caregiver_app.cli.articles import article_group

    return article_group()


def _collection() -> click.Command:
    from caregiver_app.cli.collections import collection_group

    return collection_group()


def _saved() -> click.Command:
    from caregiver_app.cli.saved import saved_group

    return saved_group()


def _notices() -> click.Command:
    from caregiver_app.cli.notices import notices_command

    return notices_command()


def _mute() -> click.Command:
    from caregiver_app.cli.mutes import mute_group

    return mute_group()


def _changes() -> click.Command:
    from caregiver_app.cli.changes import changes_command

    return changes_command()


def _topic() -> click.Command:
    from caregiver_app.cli.topics import topic_group

    return topic_group()


def _ledger() -> click.Command:
    from caregiver_app.cli.ledger import ledger_command

    return ledger_command()


def _tidy() -> click.Command:
    from caregiver_app.cli.tidy import tidy_command

    return tidy_command()


def _backup() -> click.Command:
    from caregiver_app.cli.backup import backup_group

    return backup_group()


def _doctor() -> click.Command:
    from caregiver_app.cli.doctor import doctor_command

    return doctor_command()


def _offline() -> click.Command:
    from caregiver_app.cli.offline import offline_command

    return offline_command()


def _network() -> click.Command:
    from caregiver_app.cli.network import network_group

    return network_group()


def _link() -> click.Command:
    from caregiver_app.cli.links import link_group

    return link_group()


def _clean_url() -> click.Command:
    from caregiver_app.cli.clean_url import clean_url_command

    return clean_url_command()


def _check_link() -> click.Command:
    from caregiver_app.cli.check_link import check_link_command

    return check_link_command()


def _first_look() -> click.Command:
    from caregiver_app.cli.first_look import first_look_command

    return first_look_command()


def _share() -> click.Command:
    from caregiver_app.cli.share import share_command

    return share_command()


def _print() -> click.Command:
    from caregiver_app.cli.print_command import print_command

    return print_command()


def _shares() -> click.Command:
    from caregiver_app.cli.shares import shares_group

    return shares_group()


def _guard() -> click.Command:
    from caregiver_app.cli.guard import guard_command

    return guard_command()


def _appraise() -> click.Command:
    from caregiver_app.cli.appraise import appraise_command

    return appraise_command()


def _reviews() -> click.Command:
    from caregiver_app.cli.reviews import reviews_command

    return reviews_command()


def _channel() -> click.Command:
    from caregiver_app.cli.channel_group import channel_group

    return channel_group()


def _pack() -> click.Command:
    from caregiver_app.cli.pack_group import pack_group

    return pack_group()


_OF_LIBRARY: dict[str, Callable[[], click.Command]] = {
    "source": _source,
    "opml": _opml,
    "sync": _sync,
    "search": _search,
    "article": _article,
    "collection": _collection,
    "saved": _saved,
    "mute": _mute,
    "notices": _notices,
    "changes": _changes,
    "topic": _topic,
    "ledger": _ledger,
    "tidy": _tidy,
    "backup": _backup,
    "doctor": _doctor,
    "offline": _offline,
    "network": _network,
    "link": _link,
    "appraise": _appraise,
    "reviews": _reviews,
    "first-look": _first_look,
    "share": _share,
    "shares": _shares,
    "print": _print,
    "check-link": _check_link,
    "channel": _channel,
    "pack": _pack,
}
"""Those that use the library: while it is protected they need the passphrase."""

_OF_NOTHING: dict[str, Callable[[], click.Command]] = {"clean-url": _clean_url, "guard": _guard}
"""Those that look at what they are given: they need no library and keep nothing."""

_MAKERS: dict[str, Callable[[], click.Command]] = {**_OF_LIBRARY, **_OF_NOTHING, **CARE_GROUPS}
