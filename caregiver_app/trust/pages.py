"""Whether an address is that of the page which somebody checked, and whether what others say of that page counts for an
item. Pure; every doubt means no.

Other programs' feeds may name any address. A check is about one page: it does not follow an article to another address,
and it does not vouch for the words of somebody who merely points to a page that was checked.
"""

from __future__ import annotations

from caregiver_app.library.trust_facts import ItemFacts, Statement
from caregiver_app.links.address import address_key
from caregiver_app.links.clean import clean_link
from caregiver_app.links.parts import take_apart
from caregiver_app.links.shared_hosts import is_shared_host
from caregiver_app.links.sites import registrable_domain
from caregiver_app.model.trust import Outcome


def page_key(address: str) -> str:
    """Return what two addresses of one page have in common, also on sites that keep their pages behind a `#`."""
    return address_key(address) + _route(address)


def is_same_page(one: str, other: str) -> bool:
    """Tell whether two addresses lead to one page, as they stand or once they are clean; two that are empty do."""
    return one == other or page_key(one) == page_key(other) or _clean_key(one) == _clean_key(other)


def has_moved(item: ItemFacts, statement: Statement) -> bool:
    """Tell whether an item, or the article whose words it shows, lies at another address than the one checked."""
    addresses = (item.url or "", *(() if item.text_url is None else (item.text_url,)))
    return not all(is_same_page(address, statement.address) for address in addresses)


def is_about(item: ItemFacts, statement: Statement, *, on_site: bool | None) -> bool:
    """Tell whether a statement counts for an item.

    One about another item of the same page counts for an article only where the page's own site brings it; what warns
    of the page counts whoever brings it.
    """
    if statement.tied or statement.withdrawn_on is not None or statement.outcome is not Outcome.VETTED:
        return True
    if has_moved(item, statement):
        return False
    if item.source_url is None:
        return True
    listed_as_theirs = item.listed_source and on_site is True  # its source now, not one that was removed since
    return listed_as_theirs or is_one_site(item.source_url, item.url or "")


def is_one_site(one: str, other: str) -> bool:
    """Tell whether two addresses belong to whoever registered one name, and nobody else publishes under it."""
    parts = [each for each in (take_apart(one), take_apart(other)) if each is not None]
    if len(parts) < 2:
        return False
    hosts = {each.host for each in parts}
    registered = {registrable_domain(host) for host in hosts}
    shared = hosts if len(hosts) == 1 else hosts | {name for name in registered if name is not None}
    return len(registered) == 1 and None not in registered and not any(map(is_shared_host, shared))


def _clean_key(address: str) -> str:
    link = clean_link(address)
    return page_key(address if link.refused else link.output)


def _route(address: str) -> str:
    """Return the part behind the `#` where it names a page (`#/page`, `#!page`), "" where it is a place on one."""
    parts = take_apart(address) if "#" in address else None
    fragment = "" if parts is None or parts.fragment is None else parts.fragment.partition(":~:")[0]
    return f"#{fragment}" if fragment.startswith(("/", "!")) and fragment.strip("/!") else ""
