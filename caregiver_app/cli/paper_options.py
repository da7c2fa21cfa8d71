"""On which paper commands print: `a4` or `letter`."""

from __future__ import annotations

import click

from caregiver_app.model.sheets.paper import PaperSize
from caregiver_app.support.i18n import gettext as _

_PAPERS = {"a4": PaperSize.A4, "letter": PaperSize.LETTER, PaperSize.LETTER.value: PaperSize.LETTER}


class PaperType(click.ParamType[PaperSize]):
    """`a4` or `letter`; `us-letter` is the same as `letter`."""

    name = "paper"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> PaperSize:
        """Return the paper."""
        if isinstance(value, PaperSize):
            return value
        found = _PAPERS.get(str(value).lower())
        if found is None:
            self.fail(_("Choose a4 or letter."), param, ctx)
        return found


def paper_option(help_text: str, *, default: PaperSize | None = None) -> click.Option:
    """`--paper a4|letter`."""
    return click.Option(["--paper"], type=PaperType(), default=default, metavar="a4|letter", help=help_text)


def paper_word(paper: PaperSize) -> str:
    """Return a paper as `--paper` takes it."""
    return next(word for word, each in _PAPERS.items() if each is paper)
