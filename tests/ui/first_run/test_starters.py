"""Which starter packs stand ticked, and how one is said: by what is known of somebody, and by nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from caregiver_app.bootstrap.starter_packs import StarterPack
from caregiver_app.model.installed_pack import PackPart, PackUid
from caregiver_app.ui.first_run.starters import StarterOffer, facts_words, origin_words, ticked_at_first

NAMES = ("dementia", "stroke", "heart", "mental-health", "carer-wellbeing", "alerts", "scams")


def a_pack(name: str) -> StarterPack:
    lists = ("helplines", "guides", "guides", "organisations")
    return StarterPack(
        uid=PackUid(f"starter/{name}"),
        title=name.title(),
        topics=(name, "crisis") if name == "mental-health" else (name,),
        parts=tuple(PackPart(list=each, id=f"{each}-{place}", title="") for place, each in enumerate(lists)),
        size_bytes=55_964,
        published_on=date(2026, 11, 26),
        is_here=True,
    )


def test_packs_are_ticked_by_what_is_known_of_somebody() -> None:
    packs = tuple(a_pack(name) for name in NAMES)
    left = tuple(replace(pack, is_here=pack.title == "Heart") for pack in packs)
    everybody = {"alerts", "scams", "carer-wellbeing", "mental-health"}
    cases = (
        (StarterOffer(packs=packs, topics=()), set(NAMES)),  # nobody said what they do not need
        (StarterOffer(packs=packs, topics=("dementia",)), {"dementia", *everybody}),
        (StarterOffer(packs=packs, topics=("crisis",)), {"mental-health", *everybody}),
        (StarterOffer(packs=packs, topics=("dementia",), named=("stroke", "nowhere")), {"stroke", *everybody}),
        (StarterOffer(packs=packs, topics=("dementia",), named=("nowhere",)), {"dementia", *everybody}),
        (StarterOffer(packs=left, topics=("dementia",), was_chosen=True), {"heart", "dementia"}),
        (StarterOffer(packs=left, topics=(), named=("stroke",), was_chosen=True), {"heart"}),
    )
    wrong = [
        (offer.topics, offer.named, ticked)
        for offer, expected in cases
        if (ticked := {each.rpartition("/")[2] for each in ticked_at_first(offer)}) != expected
    ]
    assert wrong == []


def test_a_pack_says_what_one_can_do_with_it_how_large_it_is_and_of_which_day() -> None:
    assert facts_words(a_pack("stroke")) == "1 phone line, 2 guides"
    assert origin_words(a_pack("stroke")) == "56 kB. Comes with Caregiver, as of 26 November 2026."
