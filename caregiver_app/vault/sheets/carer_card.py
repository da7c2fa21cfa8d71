"""The carer's own card: who needs help when something happens to the one who helps."""

from __future__ import annotations

import re
from dataclasses import replace

from caregiver_app.model.sheets.blocks import Paragraph, Run, Words
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetForm, SheetPart
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.on_paper import printed_on
from caregiver_app.vault.forms.fields import Form, fields_of
from caregiver_app.vault.records.contacts import Contact
from caregiver_app.vault.sheets.contact_entries import calls, calls_heading
from caregiver_app.vault.sheets.fact_rows import fact_rows
from caregiver_app.vault.sheets.frame import facts_checked, framed
from caregiver_app.vault.sheets.ground import Ground

MOST_CONTACTS = 2
_NUMBER = re.compile(r"\d[\d\s()./-]{3,}\d")
_TELLING_DIGITS = 8
"""At the end of a number: what comes before differs with and without the prefix of a country."""


def carer_card(ground: Ground) -> Sheet:
    """Return cards to cut out: who the carer is, what to do for whom, whom to call, the carer's own health."""

    def somebody_else(contact: Contact) -> bool:
        return not _is_carer(ground, contact)

    to_call = calls(ground, most=MOST_CONTACTS, fitting=somebody_else)
    parts = (
        _card(ground, "", _("I am a carer: somebody depends on me"), "carer-name carer-phone carer-cares-for"),
        _card(ground, "if-hurt", _("If something happens to me"), "carer-step-in carer-if-hurt"),
        SheetPart(heading=calls_heading(ground, somebody_else), code="call", blocks=to_call),
        _card(ground, "health", _("My own health"), "carer-conditions carer-medicines"),
    )
    return framed(
        ground,
        SheetKind.CARER_CARD,
        _("Carer's card"),
        (_with_day(ground, part) for part in parts if part.blocks),
        checked=facts_checked(ground, fields_of(Form.CARER_CARD)),
        form=SheetForm.CARDS,
    )


def _is_carer(ground: Ground, contact: Contact) -> bool:
    """Tell whether a contact is the carer: by name, or by the number that would be dialled first.

    Whoever holds the card stands beside her; her own phone rings in her bag.
    """
    name = set(contact.text.name.casefold().split())
    numbers = _numbers(contact.text.phones[0].number) if contact.text.phones else set()
    return name <= set(ground.said("carer-name").casefold().split()) or bool(
        numbers & _numbers(ground.said("carer-phone"))
    )


def _numbers(text: str) -> set[str]:
    digits = (re.sub(r"\D", "", each) for each in _NUMBER.findall(text))
    return {each[-_TELLING_DIGITS:] for each in digits}


def _card(ground: Ground, code: str, heading: str, names: str) -> SheetPart:
    rows = fact_rows(ground, names.split(), most_lines=1)
    return SheetPart(heading=heading, code=code, blocks=(rows,) if rows.rows else ())


def _with_day(ground: Ground, card: SheetPart) -> SheetPart:
    """Return a card that says how old it is: once it is cut out, the edges of the page are gone."""
    age = Run(text=printed_on(ground.today))
    return replace(card, blocks=(*card.blocks, Words(paragraphs=(Paragraph(runs=(age,), small=True),))))
