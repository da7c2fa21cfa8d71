"""A library with invented pages of invented organisations, plausible enough to be looked at: for pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from caregiver_app.library.store import Library
from caregiver_app.model.article import MarkKind
from caregiver_app.model.source import SourceKind, SourceState
from caregiver_app.model.time import Millis
from tests.helpers.library_files import APage, add_pages, add_source, change_page, item_titled, set_state

DAY = 24 * 3600 * 1000

EVENINGS = """
<p>Many people living with dementia feel more upset or confused late in the day. A steady evening routine can help.
This page gives you six things to try.</p>
<h2>Start before it gets dark</h2>
<p>Close the curtains and turn on warm, even lights about an hour before sunset. Shadows and mirrors can look
frightening, so <a href="https://harbour-dementia-trust.example/rooms?utm_source=feed">check the room from their
chair</a>.</p>
<ul><li>Keep the main meal at lunchtime and supper small.</li><li>Offer drinks without caffeine after 2 pm.</li>
<li>Plan walks and visitors for the morning.</li></ul>
<h2>If they become upset</h2>
<p>Speak slowly and use short sentences. Say what you can see: “You look worried. I am here.” It is fine to leave the
room for a minute if you both need a break.</p>
<blockquote><p>Tell the GP or nurse if the change is sudden. A new infection, pain or a change in medicine can be the
cause.</p></blockquote>
<p><img src="https://harbour-dementia-trust.example/lamp.jpg" alt="A lamp beside an armchair"></p>
<h2>Look after yourself too</h2>
<p>Broken evenings wear people out. Ask who could sit with them for an hour twice a week, and go to bed early on those
days. A carers' centre near you can help to arrange it.</p>
<p>Write down what happened before a hard evening: what they ate, who came, how they slept. After two weeks there is
often a pattern, and the nurse can use it.</p>
"""
EVENINGS_BEFORE = EVENINGS.replace("after 2 pm", "after 4 pm").replace("six things", "five things")

SWALLOWING = """
<p>Sit upright for every meal and for half an hour afterwards. Take small mouthfuls and swallow twice.</p>
<p>Ask the speech and language therapist which thickness of drink is right. Do not guess from the tin.</p>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """An invented organisation and what it wrote."""

    name: str
    topics: tuple[str, ...]
    pages: tuple[APage, ...]
    own: bool = False


PUBLISHERS: Sequence[Publisher] = (
    Publisher(
        name="Harbour Dementia Trust",
        topics=("dementia",),
        pages=(
            APage(
                title="When evenings feel harder: calm routines for sundowning",
                html=EVENINGS_BEFORE,
                days_ago=5,
                slug="evenings",
            ),
            APage(title="A day out with dementia: plan it backwards", days_ago=9),
        ),
    ),
    Publisher(
        name="Medicines Safety Office",
        topics=("alerts",),
        pages=(APage(title="Thickening powder: check the batch number on the tin", days_ago=0.05),),
    ),
    Publisher(
        name="Riverside Carers Centre",
        topics=("carer-wellbeing",),
        pages=(
            APage(title="How to ask for a carer’s assessment, and what happens next", days_ago=1),
            APage(title="Lifting without hurting your back", days_ago=11),
        ),
    ),
    Publisher(
        name="Northfield Community Nurses",
        topics=("stroke",),
        pages=(APage(title="Eating and drinking when swallowing is difficult", html=SWALLOWING, days_ago=3),),
    ),
    Publisher(
        name="Millbrook village newsletter",
        topics=(),
        pages=(APage(title="The Thursday lunch moves to the old school", days_ago=2),),
        own=True,
    ),
    Publisher(
        name="Open Health Library",
        topics=("carer-wellbeing",),
        pages=(
            APage(title="Short breaks: a plain guide to respite care", days_ago=5.5),
            APage(title="“Miracle” memory supplements: what the studies really say", days_ago=6),
        ),
    ),
)
READ = (
    "Eating and drinking when swallowing is difficult",
    "Short breaks: a plain guide to respite care",
    "“Miracle” memory supplements: what the studies really say",
    "A day out with dementia: plan it backwards",
    "Lifting without hurting your back",
)
SAVED = ("Short breaks: a plain guide to respite care",)


def fill_with_invented(library: Library, *, at: Millis) -> None:
    """Put everything into the library: stored, some of it read, saved and changed since, as of the time `at`."""
    for publisher in PUBLISHERS:
        author = "user" if publisher.own else "starter"
        source = add_source(library, publisher.name, topics=publisher.topics, author=author, at=at)
        add_pages(library, source, publisher.pages, at=at)
        set_state(library, source, SourceState.FINE, at=at, good_at=at)
        if publisher.name == "Harbour Dementia Trust":
            before = publisher.pages[0]
            after = APage(title=before.title, html=EVENINGS, days_ago=before.days_ago, slug=before.slug)
            change_page(library, source, before, after, at=Millis(at - 3 * DAY))
    library.marks.set([item_titled(library, title) for title in READ], MarkKind.READ, True, at=at)
    library.marks.set([item_titled(library, title) for title in SAVED], MarkKind.STARRED, True, at=at)
    library.topics.choose(["dementia", "alerts", "stroke"], at=at)


def look_for_notices(library: Library, *, at: Millis) -> None:
    """Have every source of safety notices that is on have answered."""
    for source in library.sources.list(enabled=True):
        if source.kind is SourceKind.ALERTS:
            set_state(library, source.id, SourceState.FINE, at=at, good_at=at)
