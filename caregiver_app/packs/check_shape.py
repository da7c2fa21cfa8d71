"""What a pack lacks or has too much of: anything inside, translations, summaries, shown pictures, titles twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from caregiver_app.model.pack import Pack, PackText
from caregiver_app.model.pack_places import AsksFirst
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.making import MadePack
from caregiver_app.packs.switched_on import MOST_ON


def check_shape(made: MadePack, pack: Pack, problems: Problems) -> None:
    """Add it."""
    if not (made.has_errors or pack.items or pack.organisations or pack.withdrawals):  # with them it says something
        problems.add("", PackFault.NOTHING_INSIDE)
    for number, language in enumerate(pack.languages[1:], 2):
        if language not in {words.language for words in pack.words}:
            problems.add(f"languages[{number}]", PackFault.NO_TRANSLATION, language)
    for texts in (pack.guides, pack.checklists):
        _check_texts(texts, pack.languages, problems)
    for link in pack.links:
        if not link.summary:
            problems.add(f"links[{link.id}].summary", PackFault.NO_SUMMARY)
    for group in pack.communities:
        if not (group.moderated and group.better_not):
            problems.add(f"communities[{group.id}]", PackFault.NOT_DESCRIBED)
    _check_pictures(made, pack, problems)
    _check_sources(pack, problems)


def _check_texts(texts: Sequence[PackText], languages: tuple[str, ...], problems: Problems) -> None:
    titles: dict[tuple[str, str], str] = {}
    for text in texts:
        if not text.summary:
            problems.add(text.file, PackFault.NO_SUMMARY)
        key = (text.title.casefold(), text.language)
        if key in titles:
            problems.add(text.file, PackFault.SAME_TITLE, titles[key])
        titles.setdefault(key, text.file)
        spoken = {each.language for each in texts if each.translation_of == text.id} | {text.language}
        missing = [language for language in languages if language not in spoken]
        if not text.translation_of and missing:
            problems.add(text.file, PackFault.NO_TRANSLATION, ", ".join(missing))


def _check_pictures(made: MadePack, pack: Pack, problems: Problems) -> None:
    shown = {file for text in made.texts.values() for _, file in text.pictures}
    for number, picture in enumerate(pack.pictures, 1):
        if picture.file not in shown:
            problems.add(picture.file, PackFault.PICTURE_UNUSED)
        if not picture.credit and not picture.licence.upper().startswith("CC0"):
            problems.add(f"pictures[{number}].credit", PackFault.NO_RIGHTS)


def _check_sources(pack: Pack, problems: Problems) -> None:
    for name, sources in (("sources", pack.sources), ("pages", pack.pages)):
        on = Counter(
            (each.country.partition("-")[0], each.language) for each in sources if each.asks_first is AsksFirst.NO
        )
        for (country, language), count in sorted(on.items()):
            if count > MOST_ON:
                problems.add(name, PackFault.MANY_ON, f"{country}, {language}: {count}")
