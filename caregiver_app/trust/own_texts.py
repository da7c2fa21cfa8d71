"""Whether something is the page at its address. Reading only; every doubt means no.

A pack may name any address for a guide or a checklist, that of a hospital too. Such a text stands for the page there,
and the page for it, only where the address lies on a site of the same publisher's: one that ships so, or that a person
took for its owner's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.model.article import ItemId, ItemKind
from caregiver_app.model.installed_pack import BUILT_IN, publisher_of
from caregiver_app.trust.owners import owner_of

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_TEXTS = (ItemKind.GUIDE, ItemKind.CHECKLIST)


def is_its_page(library: Library, item_id: ItemId) -> bool:
    """Tell whether an item is the page at its address: all are but texts of packs that only name an address."""
    facts = library.subjects.of_item(item_id)
    if facts is None or facts.kind not in _TEXTS:
        return facts is not None
    publisher = publisher_of(library.item_uids.uid_of(item_id) or "")
    if publisher == BUILT_IN:
        return True
    found = owner_of(library, facts.address)
    owner = None if found is None else library.organisations.get(found[0])
    return owner is not None and publisher_of(owner.uid) == publisher
