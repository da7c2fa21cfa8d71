"""Whom to call, in order, with the number large enough to be dialled by somebody who is frightened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from caregiver_app.model.help_lines import state_of
from caregiver_app.model.sheets.blocks import Block, Entries, Entry, Known, Mark, Paragraph, Row, Rows, Run, Words
from caregiver_app.support.helplines import emergency_numbers
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.forms.shown import field_labels
from caregiver_app.vault.records.contacts import Contact
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.prose import words

Fitting = Callable[[Contact], bool]


def anybody(_contact: Contact) -> bool:
    """Tell that somebody may be called."""
    return True


def calls(
    ground: Ground, *, most: int | None = None, unordered: int | None = None, fitting: Fitting = anybody
) -> tuple[Block, ...]:
    """Return whom to call, first first, or all contacts where nobody said in which order; or that there is none.

    At most so many of them, `unordered` where there is no order; how many are left out is said. Who has no number takes
    nobody's place. A keepsake has none: there is nobody to call any more. Nor is anything said where all there are do
    not fit.
    """
    if ground.is_keepsake:
        return ()
    ordered, every = _ordered(ground, fitting), _every(ground)
    if not every:
        return own_list_state(ground, "contacts")
    mark, found = (Mark.NUMBER, ordered) if ordered else (Mark.NONE, _numbers_first(filter(fitting, every)))
    shown = _within(found, most if ordered else unordered or most)
    entries = (Entries(entries=tuple(_entry(contact, mark) for contact in shown)),) if shown else ()
    left = len(found) - len(shown)
    return (*entries, words(_more_words(left), small=True)) if left else entries


def emergency_words(ground: Ground) -> tuple[Block, ...]:
    """Return which number is called in danger; nothing where nobody said in which country that is, or caring ended."""
    lines = (line for line in emergency_numbers() if line.state == state_of(ground.wish.country).upper())
    number = next((line.phone for line in lines), "")
    if not number or not ground.asks:
        return ()
    # Translators: {number} is the emergency number of a country, e.g. "999"
    run = Run(text=_("In danger call {number}.").format(number=number))
    return (Words(paragraphs=(Paragraph(runs=(run,), strong=True),)),)


def _within(contacts: Sequence[Contact], most: int | None) -> list[Contact]:
    """Return at most so many, in their order: first those who have a number."""
    taken = _numbers_first(contacts)[:most]
    return [one for one in contacts if one in taken]


def _numbers_first(contacts: Iterable[Contact]) -> list[Contact]:
    return sorted(contacts, key=lambda one: not one.text.phones)


def _more_words(count: int) -> str:
    more = ngettext("{count} more is written down in the notes.", "{count} more are written down in the notes.", count)
    return more.format(count=format_number(count))


def calls_heading(ground: Ground, fitting: Fitting = anybody) -> str:
    """Return what stands over them: that there is an order only where somebody gave one."""
    return _("Call in this order") if _ordered(ground, fitting) else _("Whom to call")


def _ordered(ground: Ground, fitting: Fitting) -> tuple[Contact, ...]:
    """Return those to call in their order; none where only contacts for all have one, put there for somebody else.

    A person's own contacts would be left out by it.
    """
    contacts = ground.vault.contacts
    found = contacts.to_call(ground.shown)
    own = [one for one in contacts.list(ground.shown) if one.person_id == ground.person.id]
    is_theirs = not (ground.sets_apart and own) or any(one in found for one in own)
    return tuple(filter(fitting, found)) if is_theirs else ()


def _every(ground: Ground) -> tuple[Contact, ...]:
    """Return all contacts, those first whom somebody would call first."""
    contacts = ground.vault.contacts
    return tuple(dict.fromkeys((*contacts.to_call(ground.shown), *contacts.list(ground.shown))))


def own_list_state(ground: Ground, name: str) -> tuple[Block, ...]:
    """Return what was said of a list that is empty: that there is none, or that nobody was asked."""
    known = Known(ground.fact(name).state.value)
    if ground.is_keepsake and known is Known.NOT_ASKED:
        return ()
    lines = 2 if ground.asks and known is Known.NOT_ASKED else 0
    return (Rows(rows=(Row(label=field_labels()[name], known=known, blank_lines=lines),)),)


def _entry(contact: Contact, mark: Mark) -> Entry:
    text = contact.text
    first = next(iter(text.phones), None)
    others = (f"{phone.label}: {phone.number}" if phone.label else phone.number for phone in text.phones[1:])
    reached = text.email if first is None else first.label
    small = " · ".join(part for part in (reached, *others, text.hours) if part)
    return Entry(
        title=", ".join(part for part in (text.name, text.role) if part),
        big="" if first is None else first.number,
        lines=(small,) if small else (),
        mark=mark,
    )
