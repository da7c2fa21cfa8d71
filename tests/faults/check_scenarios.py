"""Scenarios of checks: begun, made, made again, withdrawn, stood by again and taken back."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.model.trust import Answers, AppraisalDraft
from tests.faults.telling import tell
from tests.helpers.appraisals import NO, answers, appraising, article, draft, judged_library
from tests.helpers.library import add_source, an_article, store

FALLS = "https://news.example.org/falls"


def checks(folder: Path) -> None:
    """Check an article in all ways that write."""
    library = judged_library(folder)
    (item_id,) = store(library, add_source(library), an_article("falls", link=FALLS))
    tell("stored")
    subject = article(item_id)
    half = Answers(given=dict(list(answers().given.items())[:4]))
    appraising().keep_draft(library, AppraisalDraft(subject=subject, answers=half))
    tell("half done")
    appraising().appraise(library, draft(subject))
    tell("checked")
    second = appraising().appraise(library, draft(subject, date=NO))
    tell("failed")
    appraising().take_back(library, second)
    tell("taken back")
    withdrawn = appraising().withdraw(library, subject)
    tell("withdrawn")
    appraising().stand_by(library, withdrawn)
    tell("stood by")
    library.close()


CHECKS = (checks,)
