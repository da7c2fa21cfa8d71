"""Which starter packs stand ticked, and how one is said. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from caregiver_app.bootstrap.starter_packs import StarterPack
from caregiver_app.model.installed_pack import PackUid
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.support.sizes import size_words
from caregiver_app.ui.packs.content_words import counted

FOR_EVERYBODY = frozenset({"alerts", "scams", "carer-wellbeing", "mental-health"})
"""Topics whose packs stand ticked whatever was chosen."""

_SAID = frozenset({"helplines", "guides", "checklists", "links", "sources"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterOffer:
    """The packs that ship, and what was chosen before. `named` are ids that a set-up file ticks, known here or not.

    `was_chosen`: somebody went on from this step before, and what is here is what they kept.
    """

    packs: tuple[StarterPack, ...]
    topics: tuple[str, ...]
    named: tuple[str, ...] = ()
    was_chosen: bool = False


def ticked_at_first(offer: StarterOffer) -> frozenset[PackUid]:
    """Return the packs that stand ticked: what was kept before, what a set-up file names, else what fits the topics.

    With no topic chosen all are: nobody said what they do not need. No set-up file unticks what is for everybody.
    """
    named = frozenset(offer.named) & {_name(pack) for pack in offer.packs}
    return frozenset(pack.uid for pack in offer.packs if _is_ticked(pack, offer, named))


def facts_words(pack: StarterPack) -> str:
    """Return what is in a pack that one can read, call or follow."""
    return counted([part for part in pack.parts if part.list in _SAID])


def origin_words(pack: StarterPack) -> str:
    """Return how large a pack is, from whom, and of which day."""
    # Translators: {size} such as 56 kB, {day} is a date
    words = _("{size}. Comes with Caregiver, as of {day}.")
    return words.format(size=size_words(pack.size_bytes), day=day_words(pack.published_on))


def _is_ticked(pack: StarterPack, offer: StarterOffer, named: Collection[str]) -> bool:
    if offer.was_chosen:
        return pack.is_here or _fits(pack.topics, offer.topics)
    if named:
        return _name(pack) in named or _fits(pack.topics, FOR_EVERYBODY)
    return not offer.topics or _fits(pack.topics, {*offer.topics, *FOR_EVERYBODY})


def _name(pack: StarterPack) -> str:
    return pack.uid.rpartition("/")[2]


def _fits(topics: Collection[str], wanted: Collection[str]) -> bool:
    return any(topic in wanted for topic in topics)
