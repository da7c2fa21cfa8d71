"""What is said of packs, without a window: freshness, contents, long lists, withdrawals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from caregiver_app.bootstrap.pack_rows import PackRow, installed_row
from caregiver_app.model.article import ItemId
from caregiver_app.model.installed_pack import (
    InstalledPack,
    PackChanges,
    PackPart,
    PackState,
    PackUid,
    Withdrawal,
    WithdrawnItem,
)
from caregiver_app.support.i18n import speaking
from caregiver_app.ui.packs.content_words import SHOWN, counted, texts, titles, withdrawals
from caregiver_app.ui.packs.row_words import maker_name, row_facts, row_look, state_words, withdrawn_words
from tests.helpers.clock import MONDAY

PACK = InstalledPack(
    uid=PackUid("channel1/northfield/evenings"),
    channel_id="channel1",
    publisher_name="Northfield Nurses",
    title="Evenings",
    version=3,
    sha256="0" * 64,
    size_bytes=6_000_000,
    items=42,
    published_on=date(2026, 10, 1),
    review_by=date(2027, 10, 1),
    confirmed_at=MONDAY,
    alerts=False,
    installed_at=MONDAY,
    changed_at=MONDAY,
)
TODAY = date(2026, 11, 23)


def test_each_state_of_a_pack_is_said_in_words() -> None:
    fresh = installed_row(PACK, None, is_fresh=True)
    said = {
        "newest": state_words(fresh, TODAY),
        "unsure": state_words(installed_row(PACK, None, is_fresh=False), TODAY),
        "never": state_words(installed_row(replace(PACK, confirmed_at=None), None, is_fresh=False), TODAY),
        "newer": state_words(replace(fresh, state=PackState.UPDATE, offered_version=4), TODAY),
        "offered": state_words(replace(fresh, state=PackState.AVAILABLE, installed=None), TODAY),
        "shipped": state_words(installed_row(replace(PACK, channel_id=""), None, is_fresh=False), TODAY),
        "due": state_words(fresh, date(2028, 1, 1)),
    }
    assert said == {
        "newest": "This was the newest on 23 November 2026.",
        "unsure": "Not known to be the newest since 23 November 2026.",
        "never": "Nobody could tell here whether it is the newest.",
        "newer": "A newer version is ready: 4.",
        "offered": "Not installed.",
        "shipped": "As of 1 October 2026.",
        "due": "This was the newest on 23 November 2026. Its makers wanted to look at it again by 1 October 2027.",
    }


def test_a_row_says_from_whom_it_is_and_how_large() -> None:
    row = installed_row(PACK, None, is_fresh=True)
    assert row_look(row).text == "From Northfield Nurses"
    assert row_look(_shipped(row)).text == "Came with Caregiver"
    assert row_facts(row).startswith("Version 3  ·  42 items  ·  6")


def test_who_made_our_packs_is_said_in_the_language_of_the_window() -> None:
    row = installed_row(PACK, None, is_fresh=True)
    with speaking("es"):
        assert maker_name(_shipped(row)) == "Quienes hacen Caregiver"
        assert maker_name(row) == "Northfield Nurses"


def _shipped(row: PackRow) -> PackRow:
    return replace(row, uid=PackUid("starter/dementia"))


def test_contents_are_counted_by_kind_and_long_lists_end_in_a_number() -> None:
    many = tuple(PackPart(list="links", id=f"page-{n}", title=f"Page {n}") for n in range(SHOWN + 5))
    line = PackPart(list="helplines", id="line", title="Night line")
    assert counted((*many, line)) == "1 phone line, 17 pages to read"
    assert counted(()) == ""
    assert len(titles(many)) == SHOWN + 1
    assert titles(many)[-1] == "and 5 more"


def test_texts_in_several_languages_say_in_which_and_the_readers_come_first() -> None:
    one = PackPart(list="guides", id="a", title="Hablar", language="es")
    other = PackPart(list="guides", id="b", title="Talking", language="en")
    assert titles((one, other)) == ("Talking (English)", "Hablar (Spanish)")
    assert titles((one,)) == ("Hablar",)
    bag = PackPart(list="checklists", id="c", title="Hospital bag", language="en")
    line = PackPart(list="helplines", id="d", title="Night line")
    assert texts((one, bag, line)) == ((bag, "Checklist  ·  English"), (one, "Guide  ·  Spanish"))
    assert texts((one, line)) == ((one, "Guide"),)
    with speaking("es"):
        assert titles((other, one)) == ("Hablar (español)", "Talking (inglés)")


def test_withdrawals_name_what_is_known_of_them() -> None:
    day = date(2026, 10, 1)
    changes = PackChanges(
        titles={"old": "Old page"},
        withdrawn=(
            Withdrawal(what="c/p/old", reason="Out of date.", withdrawn_on=day),
            Withdrawal(what="c/p/unknown", reason="Wrong.", withdrawn_on=day),
            Withdrawal(address="https://x.org/", reason="A trap.", withdrawn_on=day),
        ),
    )
    assert withdrawals(changes) == ("Old page: Out of date.", "https://x.org/: A trap.")
    item = WithdrawnItem(
        item_id=ItemId(1),
        title="Old page",
        author_name="Northfield Nurses",
        reason="Out of date.",
        withdrawn_on=day,
        replacement=None,
        is_warning=False,
        shared_on=None,
    )
    assert withdrawn_words(item) == "Withdrawn by Northfield Nurses: Old page. Out of date."
    warned = withdrawn_words(replace(item, is_warning=True, shared_on=day))
    assert (
        warned
        == "Northfield Nurses warns of this page: Old page. Out of date. You shared or printed it on 1 October 2026."
    )
