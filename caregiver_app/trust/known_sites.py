"""Which sites have a name that an address may belong to or imitate: those of organisations, and those in Help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from caregiver_app.links.parts import take_apart
from caregiver_app.links.shared_hosts import is_shared_host
from caregiver_app.model.lookalike import KnownSite
from caregiver_app.support.helplines import HelpKind, helplines

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


def known_sites(library: Library) -> tuple[KnownSite, ...]:
    """Return the sites of organisations that count, then those of phone lines and groups that ship, each host once.

    What other people's packs name in Help is not among them: nobody vouches for it.

    Raises:
        StorageError: the library cannot be read.
    """
    stated = library.organisations.known_sites()
    named = {_bare(site.host) for site in stated}
    found: dict[str, KnownSite] = {}
    for name, host in _in_help(library):
        if _bare(host) not in named:
            found.setdefault(_bare(host), KnownSite(host=host, organisation=name, in_help=True))
    return (*stated, *found.values())


def named_in_help(sites: Iterable[KnownSite], address: str) -> str:
    """Return what Help calls the site on which an address lies, "" where it names none."""
    parts = take_apart(address)
    host = "" if parts is None else _bare(parts.host.removesuffix("."))
    named = [site for site in sites if site.in_help and f".{host}".endswith(f".{_bare(site.host)}")]
    return max(named, key=lambda site: len(site.host)).organisation if named else ""


def _in_help(library: Library) -> Iterator[tuple[str, str]]:
    """Yield name and host; hosts on which anybody can publish say nothing of whose a page is."""
    beside = ((line.organisation, line.page) for line in helplines() if line.kind is not HelpKind.EMERGENCY)
    for name, page in (*library.help_lines.shipped_pages(), *beside):
        parts = take_apart(page)
        if parts is not None and not is_shared_host(parts.host):
            yield name, parts.host


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")
