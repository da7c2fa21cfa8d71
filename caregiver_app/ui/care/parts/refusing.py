"""What a store would refuse, told at the field before anything is asked of the notes."""

from __future__ import annotations

from caregiver_app.model.errors import RecordRefused
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.care.parts.form import Form


def refusal_words(error: RecordRefused) -> str:
    """Return what is the matter and what to do, in two sentences."""
    sentence = sentence_for(error)
    return " ".join(part for part in (sentence.happened, sentence.to_do) if part)


def refuse_at_field(form: Form, error: RecordRefused, *, otherwise: str) -> None:
    """Show a refusal at the field that it names, or at the field `otherwise`."""
    name = error.what.replace("-", "_")
    form.refuse(name if name in form.values else otherwise, refusal_words(error))
