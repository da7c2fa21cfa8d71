"""How the fields of a pack go together: each thing that does not is found at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.manifest import checked_pack
from tests.helpers.packs import example

Change = Callable[[Any], object]

CHANGES: dict[str, tuple[Change, str, str]] = {
    "an id twice": (lambda p: p["links"][0].update(id="example-line-2") or p["dates"][0].update(id="example-line-2"),
                    "links[example-line-2].id", "double-id"),
    "two links to one page": (
        lambda p: p["links"].append({**p["links"][0], "id": "again", "address": p["links"][0]["address"] + "#top"}),
        "links[again].address", "double-address"),
    "a page asked for news twice": (
        lambda p: p["pages"].append({**p["pages"][0], "id": "again", "address": p["sources"][0]["address"]}),
        "pages[again].address", "double-address"),
    "a group twice": (lambda p: p["communities"].append({**p["communities"][0], "id": "again"}),
                      "communities[again].address", "double-address"),
    "an organisation that is not there": (lambda p: p["links"][0].update(organisation="nobody"),
                                          "links[nhs-dementia].organisation", "no-such-id"),
    "an organisation that is a link": (lambda p: p["links"][0].update(organisation="nhs-dementia"),
                                       "links[nhs-dementia].organisation", "no-such-id"),
    "to read on where nothing is": (lambda p: p["guides"][0].update(read_on=["nothing"]),
                                    "guides[example-evenings].read_on[1]", "no-such-id"),
    "printed first, and not there": (lambda p: p["printing"].update(first=["nothing"]),
                                     "printing.first[1]", "no-such-id"),
    "words of a language that is not listed": (lambda p: p["words"][0].update(language="fr"),
                                               "words[1].language", "language-not-listed"),
    "words of the first language": (lambda p: p["words"][0].update(language="en"),
                                    "words[1].language", "language-not-listed"),
    "a guide of a language that is not listed": (lambda p: p["guides"][0].update(language="de"),
                                                 "guides[example-evenings].language", "language-not-listed"),
    "over before it is published": (lambda p: p.update(review_by="2025-01-01"), "review_by", "ends-early"),
    "a guide over before it is written": (lambda p: p["guides"][0].update(review_by="2025-01-01"),
                                          "guides[example-evenings].review_by", "ends-early"),
    "a guide among checklists": (lambda p: p["guides"][0].update(file="checklists/evenings.md"),
                                 "guides[example-evenings].file", "wrong-folder"),
    "a file twice": (lambda p: p["pictures"].append(dict(p["pictures"][0])), "pictures[2].file", "twice"),
    "a file that Windows cannot have": (lambda p: p["guides"][0].update(file="guides/aux.md"),
                                        "guides[example-evenings].file", "reserved-name"),
    "a translation of itself": (lambda p: p["guides"][0].update(translation_of="example-evenings"),
                                "guides[example-evenings].translation_of", "unclear"),
    "a site for anybody": (lambda p: p["organisations"][0]["sites"][0].update(host="nhs.uk"),
                           "organisations[example-charity].sites[1].host", "not-own-site"),
    "a shared host without a path": (lambda p: p["organisations"][0]["sites"][0].update(host="www.gov.uk"),
                                     "organisations[example-charity].sites[1]", "not-own-site"),
    "hours without a zone": (lambda p: p["helplines"][0].pop("zone"), "helplines[gb-example-line].zone", "no-zone"),
    "a zone of nowhere": (lambda p: p["helplines"][0].update(zone="Europe/Nowhere"),
                          "helplines[gb-example-line].zone", "unknown-zone"),
    "no way to call": (lambda p: p["helplines"][0].pop("phone"), "helplines[gb-example-line].phone", "no-way-to-reach"),
    "an emergency number": (lambda p: p["helplines"][0].update(kind="emergency"),
                            "helplines[gb-example-line].kind", "not-such-a-word"),
    "an emergency number as a line": (lambda p: p["helplines"][0].update(phone="9 9 9"),
                                      "helplines[gb-example-line].phone", "emergency-number"),
    "a line that is called an emergency": (lambda p: p["helplines"][0].update(name="112 Emergency number"),
                                           "helplines[gb-example-line].name", "emergency-number"),
    "a line that costs more": (lambda p: p["helplines"][0].update(phone="0909 879 0000"),
                               "helplines[gb-example-line].phone", "costly-number"),
    "a name that leads to a costly number": (lambda p: p["helplines"][0].update(name="At night: 0909 879 0000"),
                                             "helplines[gb-example-line].name", "costly-number"),
    "a command to a phone": (lambda p: p["helplines"][0].update(phone="**21*09098790000#"),
                             "helplines[gb-example-line].phone", "not-dialled"),
    "a day that never is": (lambda p: p["dates"][0].update(when="02-30"),
                            "dates[world-alzheimers-day].when", "not-a-rule"),
    "a weekday that is none": (lambda p: p["dates"][0].update(rule="nth-weekday", when="03:5:thu"),
                               "dates[world-alzheimers-day].when", "not-a-rule"),
    "confirmed backwards": (lambda p: p["dates"][1]["confirmed"][0].update(last="2026-11-25"),
                            "dates[carers-rights-day].confirmed[1].last", "ends-early"),
    "two kits of a language": (lambda p: p["dates"][0]["kits"].append(dict(p["dates"][0]["kits"][0])),
                               "dates[world-alzheimers-day].kits", "twice"),
    "withdrawn and there": (lambda p: p["withdrawals"][0].update(item="nhs-dementia"),
                            "withdrawals[1].item", "withdrawn-and-there"),
    "nothing withdrawn": (lambda p: p["withdrawals"][0].pop("item"), "withdrawals[1]", "unclear"),
    "a page of others, replaced": (
        lambda p: p["withdrawals"][0].pop("item") and p["withdrawals"][0].update(address="https://www.nhs.uk/x"),
        "withdrawals[1].replacement", "unclear"),
    "a no without a reason": (lambda p: p["links"][0]["appraisal"]["answers"][1].pop("reason"),
                              "links[nhs-dementia].appraisal.answers[2].reason", "no-reason"),
    "points of an organisation": (lambda p: p["links"][0]["appraisal"]["answers"][0].update(point="org-people"),
                                  "links[nhs-dementia].appraisal.answers", "other-points"),
    "a check that ends before it began": (lambda p: p["links"][0]["appraisal"].update(check_by="2025-01-01"),
                                          "links[nhs-dementia].appraisal.check_by", "ends-early"),
    "an address of a home": (lambda p: p["links"][0].update(address="https://printer.local/x"),
                             "links[nhs-dementia].address", "address-private"),
    "an address in numbers": (lambda p: p["links"][0].update(address="https://93.184.216.34/"),
                              "links[nhs-dementia].address", "address-private"),
    "an address with a port": (lambda p: p["links"][0].update(address="https://www.nhs.uk:8443/"),
                               "links[nhs-dementia].address", "address-private"),
    "an address with a password": (lambda p: p["links"][0].update(address="https://a:b@www.nhs.uk/"),
                                   "links[nhs-dementia].address", "address-private"),
    "an insecure address": (lambda p: p["links"][0].update(address="http://www.nhs.uk/"),
                            "links[nhs-dementia].address", "address-insecure"),
}  # fmt: skip


def test_the_example_goes_together() -> None:
    problems = Problems()
    assert checked_pack(example(), problems) is not None
    assert problems.all == ()


def test_each_thing_that_does_not_go_together_is_found_at_its_place() -> None:
    misses = []
    for what, (change, where, fault) in CHANGES.items():
        said = example()
        change(said)
        problems = Problems()
        checked_pack(said, problems)
        found = [(each.where, each.fault.value) for each in problems.all]
        if (where, fault) not in found:
            misses.append((what, found))
    assert misses == []
