"""The addresses of a pack: whether they still lead where they did, or tell who follows them. Twice: see `rules`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from caregiver_app.links.address import address_key
from caregiver_app.links.clean import clean_link
from caregiver_app.links.tokens import has_token, mask_address
from caregiver_app.model.clean_link import LinkRefusal
from caregiver_app.model.link_check import LinkCheck, LinkState
from caregiver_app.model.pack import Pack
from caregiver_app.model.pack_bounds import Web
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.making import MadePack
from caregiver_app.packs.records import leaves_of
from caregiver_app.packs.settled import Settled
from caregiver_app.packs.texts import links_in

_FAULTS = {
    LinkState.DEAD: PackFault.DEAD,
    LinkState.CERTIFICATE: PackFault.CERTIFICATE,
    LinkState.MOVED: PackFault.MOVED,
    LinkState.CHANGED: PackFault.CHANGED,
    LinkState.UNSURE: PackFault.UNSURE,
}
_FEED: Final = "sources["
_FAULTS_OF_FEEDS: dict[LinkState, PackFault] = {
    state: fault for state, fault in _FAULTS.items() if state is not LinkState.CHANGED
}
"""A feed that says the same for ever is the odd one."""


def addresses_of(made: MadePack, pack: Pack) -> tuple[str, ...]:
    """Return every address that a pack names, each once, but for those that it warns of."""
    found = [address for where, address in _addresses(made, pack) if not where.startswith("withdrawals[")]
    return tuple(dict.fromkeys(found))


def check_links(made: MadePack, pack: Pack, links: Mapping[str, LinkCheck], problems: Problems) -> None:
    """Add what was found at the addresses."""
    for where, address in _addresses(made, pack):
        found = links.get(address_key(address))
        faults = _FAULTS_OF_FEEDS if where.startswith(_FEED) else _FAULTS
        if found is not None and found.state in faults:
            problems.add(where, faults[found.state], found.moved_to or found.reason_detail)


def check_private_links(made: MadePack, pack: Pack, settled: Settled, problems: Problems) -> None:
    """Add what addresses say by themselves of whoever has them or follows them."""
    for where, address in _addresses(made, pack):
        _check_private(where, address, settled, problems)


def _check_private(where: str, address: str, settled: Settled, problems: Problems) -> None:
    """What may be a person's or a page's own is for its maker to settle."""
    clean = clean_link(address)
    if clean.refused is LinkRefusal.UNSURE and not has_token(address):
        if not settled.holds(where, address):
            problems.add(where, PackFault.PERSONAL_DETAIL, address)
    elif clean.refused or has_token(address):
        problems.add(where, PackFault.PRIVATE_LINK, mask_address(address))
    elif clean.removed and not where.startswith(_FEED):
        problems.add(where, PackFault.TRACKING, ", ".join(clean.removed))


def _addresses(made: MadePack, pack: Pack) -> Iterator[tuple[str, str]]:
    """Return each address with its place: those of the manifest, then those in texts."""
    for leaf in leaves_of(pack):
        if isinstance(leaf.bound, Web) and leaf.value:
            yield leaf.where, leaf.value
    for file, text in made.texts.items():
        yield from ((file, address) for address in links_in(text.html) if address.startswith("https:"))
