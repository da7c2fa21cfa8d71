"""What publishers and channels may be called: any name that can be read, and none that hides or imitates."""

from __future__ import annotations

from caregiver_app.model.channel import name_in_channel
from caregiver_app.packs.channels.maker_names import is_maker_name, is_new_maker_name

GOOD = (
    "Northfield Nurses",
    "NHS England",
    "Caregiver Network of Northfield",
    "The Caregivers' House",
    "Soins \u00e0 domicile, 75\u1d49",
    "Vi\u1ec7t Nam ch\u0103m s\u00f3c",
    "\u770b\u8b77\u306e\u4f1a",
    "\u0441\u0435\u0441\u0442\u0440\u044b",
    "\u0646\u06af\u0647\u200c\u062f\u0627\u0631\u06cc",
    "\u0926\u0947\u0916\u092d\u093e\u0932",
    "Gr\u00fcne 24",
)
BAD = (
    "",
    " Northfield",
    "\u3164",
    "\u2800",
    "\u115f",
    "\ufe0f",
    "...",
    "NHS\u034f",
    "NHS\u200d",
    "N\u200cHS",
    "NHS\u202e",
    "X" + "\u0301" * 9,
    "Caregiver",
    "caregiver",
    "CAREGIVER",
    "Caregiver.",
    "Care Giver",
    "C a r e g i v e r",
    "C\u0430regiver",
    "\u0421aregiver Nurses",
    "\uff23aregiver",
    "Careg1ver",
    "Caregiver (built in)",
    "It came with Caregiver.",
    "The makers of Caregiver",
    "Caregiver App",
    "NHS \u0415ngland",
    "n" * 101,
    7,
    None,
)
ALSO_GOOD = (
    "St. Mary's Nurses",
    "Dr. Miller, N.H.S. Trust",
    "Pflege e.V.",
    "Ass. di cura S.p.A.",
    "Nurses of 1926.",
    "Who cares?",
    "Sra. L\u00f3pez & Cia.",
)
SAYS_MORE = (
    "Caregiver. Call 0900 555 0100 now to get it, it is urgent",
    "Northfield. Call now",
    "Northfield.Call now",
    "Hurry! Northfield",
    "Warning: Northfield",
    "Northfield\u3002Call",
    "Nurses northfield.example",
    "northfield\uff0eexample",
    "https//northfield",
    "nurses@northfield",
    "Nurses 0900 555",
    "Nurses \u0660\u0669\u0660\u0660 \u0665",
)


def test_names_that_can_be_read_are_taken() -> None:
    good = (*GOOD, *ALSO_GOOD)
    assert [name for name in good if not is_maker_name(name) or not is_new_maker_name(name)] == []


def test_names_that_hide_or_imitate_are_not() -> None:
    assert [name for name in BAD if is_maker_name(name) or is_new_maker_name(name)] == []


def test_nobody_may_call_themselves_by_a_message_from_now_on() -> None:
    assert [name for name in SAYS_MORE if is_new_maker_name(name)] == []
    assert [name for name in SAYS_MORE if not is_maker_name(name)] == []


def test_a_publisher_is_told_with_the_channel_that_was_compared() -> None:
    assert name_in_channel("NHS England", "Northfield Nurses") == "NHS England (Northfield Nurses)"
    assert name_in_channel("Northfield Nurses", "Northfield Nurses") == "Northfield Nurses"
