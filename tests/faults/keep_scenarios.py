"""Scenarios of keeping whole pages and pictures, without a network: what a run stores, page by page."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.library.assets import StoredPicture
from caregiver_app.library.offline_storing import FetchedPage
from caregiver_app.library.store import open_library
from caregiver_app.model.entry import EntryText, SafeHtml
from caregiver_app.model.source import Validators
from tests.faults.telling import tell
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.entries import a_text
from tests.helpers.library import LATER, add_source, an_article, change, store

PAGES = 2
URL = "https://news.example/p.png"


def keep(folder: Path) -> None:
    """Keep pages with a picture each, change one in its feed, keep it anew, give one up, and sweep."""
    library = open_library(folder / "library.db", StillClock())
    source = add_source(library)
    library.sources.set_full_text([source], True)
    items = store(library, source, *(an_article(f"{n}", link=f"https://news.example/{n}") for n in range(PAGES)))
    library.offline_queue.fill(at=MONDAY)
    tell("wanted")
    for n, item in enumerate(items):
        library.offline_storing.put_page(item, FetchedPage(text=a_page(n), validators=Validators()), at=MONDAY)
        data = f"picture {n}".encode()
        picture = StoredPicture(
            hash=library.assets.files.put(data), media_type="image/png", size_bytes=len(data), width=1, height=1
        )
        library.offline_storing.put_pictures(item, {URL: picture}, more_to_come=False, at=MONDAY)
        tell(f"kept {n}")
    change(library, source, "0", "0", "short", at=LATER)
    library.offline_storing.put_page(items[0], FetchedPage(text=a_page(99), validators=Validators()), at=LATER)
    tell("kept anew")
    library.offline_copies.forget([items[1]])
    library.assets.sweep()
    tell("swept")
    library.close()


def a_page(n: int) -> EntryText:
    """Return a page with a picture that says more than its feed."""
    text = a_text("Page", f"whole page {n} " * 20)
    return EntryText(
        title=text.title,
        html=SafeHtml(f'{text.html}<picture data-address="{URL}">A rail</picture>'),
        text=text.text,
        summary=text.summary,
        author="",
        categories=(),
        words=text.words,
    )


KEEP = (keep,)
