"""How many records of which kinds, in words: of a file that is to be brought in, of a copy of care notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _


def counted_words(counts: Mapping[str, int]) -> str:
    """Return e.g. "3 notes, 1 contact"; `counts` by the names of tables."""
    words = _words()
    known = [(kind, counts[kind]) for kind in words if counts.get(kind)]
    rest = sum(count for kind, count in counts.items() if kind not in words)
    parts = [words[kind](count).format(count=format_number(count)) for kind, count in known]
    if rest:
        parts.append(ngettext("{count} other thing", "{count} other things", rest).format(count=format_number(rest)))
    # Translators: between the parts of a list such as "3 notes, 1 contact"
    return _(", ").join(parts)


def _words() -> Mapping[str, Callable[[int], str]]:
    return {
        "person": lambda n: ngettext("{count} person", "{count} people", n),
        "note": lambda n: ngettext("{count} note", "{count} notes", n),
        "question": lambda n: ngettext("{count} question", "{count} questions", n),
        "answer": lambda n: ngettext("{count} answer", "{count} answers", n),
        "appointment": lambda n: ngettext("{count} appointment", "{count} appointments", n),
        "chase": lambda n: ngettext("{count} thing to chase", "{count} things to chase", n),
        "medicine": lambda n: ngettext("{count} medicine", "{count} medicines", n),
        "contact": lambda n: ngettext("{count} contact", "{count} contacts", n),
        "measurement": lambda n: ngettext("{count} measurement", "{count} measurements", n),
        "measure_kind": lambda n: ngettext("{count} kind of measurement", "{count} kinds of measurements", n),
        "attachment": lambda n: ngettext("{count} file", "{count} files", n),
        "fact": lambda n: ngettext("{count} field of the forms", "{count} fields of the forms", n),
        "citation": lambda n: ngettext("{count} page named", "{count} pages named", n),
        "tag": lambda n: ngettext("{count} tag", "{count} tags", n),
    }
