"""Recalls are told from other news by the words of authorities, and the product is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.recalls import MAX_PRODUCT_CHARS, recall_facts
from caregiver_app.model.alert import AlertKind
from tests.helpers.parsing import only_entry, read, rss

RECALLS = {
    "Acme Recalls Adult Portable Bed Rails Due to Serious Entrapment Hazard": "Adult Portable Bed Rails",
    "Class 2 Medicines Recall: Ibuprofen 200mg Tablets, Example Pharma Ltd, EL (24)A/21": (
        "Ibuprofen 200mg Tablets, Example Pharma Ltd"
    ),
    "Company led medicines recall: Sodium valproate oral solution, EL(25)A/02": "Sodium valproate oral solution",
    "Farm Issues Voluntary Nationwide Recall of Frozen Spinach Due to Possible Listeria": "Frozen Spinach",
    "Example brand Ground Cinnamon recalled due to lead": "Example brand Ground Cinnamon",
    "Supermarket recalls Chicken Wraps because of undeclared mustard": "Chicken Wraps",
    "Medical device recall – Infusion pumps": "Infusion pumps",
    "Blood glucose meters: recall expanded": "Blood glucose meters: recall expanded",
    "Rappel de lots de paracétamol 500 mg en raison d'un défaut": "lots de paracétamol 500 mg",
    "Retirada del mercado de varios lotes de metformina por riesgo de impurezas": "varios lotes de metformina",
    "Rückruf von Insulinpumpen wegen Softwarefehler": "Insulinpumpen",
}


@pytest.mark.parametrize(("title", "product"), RECALLS.items(), ids=range(len(RECALLS)))
def test_a_recall_names_its_product(title: str, product: str) -> None:
    facts = recall_facts("Alerts, recalls and safety information", title, (), identifier="a")
    assert facts is not None
    assert (facts.kind, facts.identifier, facts.event) == (AlertKind.RECALL, "a", product)


@pytest.mark.parametrize(
    "title", ["Field safety notices: 3 to 7 November", "Drug shortage: insulin", "Le rappel vaccinal contre la grippe"]
)
def test_other_warnings_are_no_recalls(title: str) -> None:
    assert recall_facts("Alerts, recalls and safety information", title, (), identifier="a") is None


def test_a_category_or_a_feed_of_nothing_else_tells_a_recall_too() -> None:
    by_feed = recall_facts("Food recalls", "Frozen peas", (), identifier="a")
    by_category = recall_facts("News", "Frozen peas", ("Food recall",), identifier="a")
    assert by_feed == by_category
    assert by_feed is not None
    assert by_feed.event == "Frozen peas"


def test_an_entry_that_recalls_says_so_beside_its_text() -> None:
    item = "<title>Recall of bed rails</title><guid isPermaLink='false'>r-1</guid>"
    entry = only_entry(read(rss(item)))
    assert entry.alert is not None
    assert (entry.alert.identifier, entry.alert.event) == ("r-1", "bed rails")
    assert only_entry(read(rss(item), known=[entry.raw_hash])).alert is None


@given(st.text(), st.text(max_size=200).map(lambda text: f"Recall of {text}" * 5))
def test_any_title_ends_as_a_product_within_bounds(feed: str, title: str) -> None:
    facts = recall_facts(feed, title, (), identifier="a")
    assert facts is not None
    assert len(facts.event) <= MAX_PRODUCT_CHARS
