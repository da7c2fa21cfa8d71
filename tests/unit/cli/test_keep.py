"""`caregiver article keep`: what it answers, and what `article show` says of the copy."""

from __future__ import annotations

import pytest

from tests.helpers.command_line import CommandLine
from tests.helpers.filled_folder import id_of
from tests.helpers.shapes import ERROR, KEPT, WHOLE_ARTICLE, assert_shape

NIGHT = "Sleep at night"


def test_a_page_that_is_not_to_be_had_safely_is_said_and_asked_for_nowhere(filled: CommandLine) -> None:
    """The article of the test's server leads to no page by https, so that nothing is sent."""
    number = id_of(filled, NIGHT)
    before = len(filled.json("ledger"))
    ran = filled("--json", "article", "keep", number)
    assert ran.code == 3
    assert_shape(ran.document, [KEPT])
    (kept,) = ran.document
    assert (kept["id"], kept["title"], kept["copy"]["state"]) == (int(number), NIGHT, "failed")
    assert kept["copy"]["reason"] in ("no-address", "elsewhere")
    assert len(filled.json("ledger")) == before


def test_showing_an_article_tells_of_its_copy(filled: CommandLine) -> None:
    number = id_of(filled, NIGHT)
    assert filled.json("article", "show", number)["offline"] is None
    filled("article", "keep", number)
    article = filled.json("article", "show", number)
    assert_shape(article, WHOLE_ARTICLE)
    assert (article["full_text"], article["offline"]["state"]) == (False, "failed")


def test_people_read_a_sentence_for_each_page(filled: CommandLine) -> None:
    number = id_of(filled, NIGHT)
    ran = filled("article", "keep", f"article:{number}", number)
    assert ran.code == 3
    assert ran.out.count(NIGHT) == 1
    assert "0 pages are kept." in ran.out
    assert "page" in filled("article", "show", number).out


@pytest.mark.parametrize("arguments", [("999999",), ("999999", "1")])
def test_a_number_of_no_article_is_an_error_and_nothing_is_wanted(
    filled: CommandLine, arguments: tuple[str, ...]
) -> None:
    ran = filled("--json", "article", "keep", *arguments)
    assert ran.code == 1
    assert_shape(ran.document, ERROR)
    assert ran.document["error"]["kind"] == "unknown-item"
    assert filled.json("article", "show", id_of(filled, NIGHT))["offline"] is None


def test_without_a_number_it_is_wrong_usage(filled: CommandLine) -> None:
    assert filled("article", "keep").code == 2


def test_while_offline_is_on_the_page_is_still_wanted(filled: CommandLine) -> None:
    filled("offline", "on")
    assert filled("article", "keep", id_of(filled, NIGHT)).code == 3
