"""What commands about trust and sharing are told: `article:12`, `link:3`, `org:7`, ..."""

from __future__ import annotations

import click

from caregiver_app.cli.options import LARGEST_ID
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.support.i18n import gettext as _


class SubjectType(click.ParamType[Subject]):
    """A kind and a number with a colon between them."""

    name = "item"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Subject:
        """Return what is named; a number larger than any that is given out names nothing."""
        if isinstance(value, Subject):
            return value
        kind, _colon, digits = str(value).partition(":")
        kinds = {each.value: each for each in SubjectKind}
        if kind not in kinds or not (digits.isascii() and digits.isdigit()):
            sentence = _("{value} names nothing. Write it like {examples}.")
            self.fail(sentence.format(value=repr(value), examples="article:12, link:3, org:7"), param, ctx)
        return Subject(kind=kinds[kind], id=min(int(digits[:20]), LARGEST_ID))
