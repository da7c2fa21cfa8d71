"""What is said of a phone line: for whom it is, when it answers, and how far its number can be relied on."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

from caregiver_app.model.help_lines import TakenBack
from caregiver_app.model.pack_help import Cost, PackHelpline, Way
from caregiver_app.support.helplines import HelpKind, Helpline, Remark, remark_of
from caregiver_app.support.i18n import as_beginning, country_name, language_name
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.answering import answering_words
from caregiver_app.support.sentences.stamps import day_words


def kind_words(kind: HelpKind) -> str:
    """Return the heading over lines of a kind."""
    return {
        HelpKind.EMERGENCY: _("In an emergency"),
        HelpKind.CRISIS: _("When it is too much: somebody to talk to"),
        HelpKind.ABUSE: _("When somebody hurts or threatens you"),
        HelpKind.POISON: _("Poisoning"),
        HelpKind.HEALTH: _("Advice about health"),
        HelpKind.CARING: _("For carers, and about illnesses"),
        HelpKind.GRIEF: _("After a death"),
    }[kind]


def other_kind_words(kind: HelpKind) -> str:
    """Return words by which people look for lines of a kind, beside those of its heading."""
    return {
        # Translators: words that find phone lines, in any order; as somebody in need types them
        HelpKind.EMERGENCY: _(
            "ambulance police fire help stroke heart attack chest pain choking breathing bleeding unconscious fainted "
            "seizure collapsed"
        ),
        # Translators: words that find phone lines, in any order; as somebody in need types them
        HelpKind.CRISIS: _(
            "crisis suicide suicidal kill myself end life die dead live harm hurt cutting lonely loneliness alone sad "
            "afraid scared night panic anxious anxiety depressed depression hopeless desperate cope cry"
        ),
        # Translators: words that find phone lines, in any order; as somebody in need types them
        HelpKind.ABUSE: _(
            "abuse abused abuser violence violent fear afraid scared unsafe hit hitting beat beaten slapped hurt "
            "threatened threats rape assault neglect bruises"
        ),
        # Translators: words that find phone lines, in any order; as somebody in need types them
        HelpKind.POISON: _(
            "poison poisoned swallowed drank overdose overdosed pills tablets bleach chemicals cleaner fumes"
        ),
        # Translators: words that find phone lines, in any order; as somebody in need types them
        HelpKind.HEALTH: _("nurse doctor ill sick symptoms fever"),
        # Translators: words that find phone lines, in any order; as somebody in need types them
        HelpKind.CARING: _(
            "carer caregiver caring tired exhausted burnout burned overwhelmed cope stress break respite rest sleep"
        ),
        # Translators: words that find phone lines, in any order; as somebody in need types them
        HelpKind.GRIEF: _("grief died die dead death dying mourning loss lost widow widower funeral"),
    }[kind]


def small_words() -> str:
    """Return words that tell nothing of what somebody looks for: passed over where others stand beside them."""
    # Translators: small words of the language without their apostrophes ("I'm" is "im"), in any order
    return _(
        "i im ive id me my mine we our you your he hes she shes it its they them him her his a an the to of for in "
        "on at and or with is am are was be been being have has had do does dont not no so too very just want "
        "wants wanted need needs feel feels feeling going keep keeps what how please"
    )


def name_words(line: Helpline) -> str:
    """Return whose a line is, in its own words; of an emergency number in the reader's."""
    return _("Emergency services") if line.is_nameless else line.organisation


def number_words(line: Helpline) -> str:
    """Return the number, and that it is for text messages where it is."""
    return _("Text message: {number}").format(number=line.phone) if line.by_text else line.phone


def about_words(line: Helpline) -> str:
    """Return where it is for, when it answers, and what to say or press."""
    part = line.country.partition("-")[2]
    nation = nation_words(part)
    return "  ·  ".join(words for words in (nation, hours_words(line), _note_words(line)) if words)


def _note_words(line: Helpline) -> str:
    """Return the note of a line: the forms of our own tables are known, what a pack says otherwise stays as it is."""
    remark = remark_of(line.note)
    if remark is None:
        return line.note
    form, what = remark
    return {
        Remark.ALSO: _("{number} also works."),
        Remark.MENTAL_HEALTH: _("Choose the mental health option."),
        # Translators: {word} is sent to the number of a phone line as a text message, e.g. "HELLO"
        Remark.TEXT_WORD: _("Text {word}."),
        # Translators: {number} takes text messages
        Remark.TEXT_NUMBER: _("Text {number}."),
        # Translators: on a telephone, {key} is e.g. "2"
        Remark.PRESS: _("Press {key}."),
        # Translators: on a telephone, {key} is e.g. "2"
        Remark.SPANISH: _("For Spanish press {key}."),
        # Translators: on a telephone, or {word} is sent to its number as a text message
        Remark.SPANISH_OR_TEXT: _("For Spanish press 2 or text {word}."),
        Remark.IN_QUEBEC: _("In Quebec call {number}."),
    }[form].format(number=what, word=what, key=what)


def hours_words(line: Helpline) -> str:
    """Return when it answers, "" where that is not recorded."""
    return answering_words(line.hours)


def checked_words(line: Helpline, today: date) -> str:
    """Return how far the number can be relied on: until when, or that this is over."""
    again = line.check_again_on
    if line.checked_on is not None and again is not None:
        if today >= again:
            return _("Read on their own page on {day}. That is long ago: call to make sure.").format(
                day=day_words(line.checked_on)
            )
        return _("Read on their own page on {day}. Check again by {again}.").format(
            day=day_words(line.checked_on), again=day_words(again)
        )
    host = host_words(line.page)
    if line.copy_read_on is not None:
        # Translators: {page} is e.g. "nhs24.scot"; a copy: we did not see the page itself
        return _("Read in a copy of {page} on {day}.").format(page=host, day=day_words(line.copy_read_on))
    if host:
        # Translators: {page} is e.g. "befrienders.org"
        return _("We did not check this number. It is on {page}.").format(page=host)
    return _("We did not check this number.")


def host_words(page: str) -> str:
    """Return where a page is, e.g. "nhs24.scot"; "" for none."""
    return (urlsplit(page).hostname or "").removeprefix("www.")


def state_words(line: Helpline) -> str:
    """Return the country of a line."""
    return country_name(line.state)


def nation_words(part: str) -> str:
    """Return what a part of a country (ISO 3166-2, behind the hyphen) is called, empty where it has no name here."""
    nations = {"ENG": _("England"), "SCT": _("Scotland"), "WLS": _("Wales"), "NIR": _("Northern Ireland")}
    return nations.get(part, "")


def place_name(code: str) -> str:
    """Return what a country (ISO 3166) or a part of one is called, e.g. "Scotland"; "" for none."""
    country, _hyphen, part = code.partition("-")
    return nation_words(part) or country_name(country) if code else ""


def as_helpline(line: PackHelpline) -> Helpline:
    """Return a line of a pack as those that ship are shown."""
    return Helpline(
        organisation=line.name,
        country=line.country,
        kind=HelpKind(line.kind.value),
        phone=line.phone,
        by_text=Way.TEXT in line.ways and Way.CALL not in line.ways,
        hours=line.hours_said,
        note=line.note,
        page=line.page,
        checked_on=line.checked_on,
    )


def serving_words(line: PackHelpline) -> str:
    """Return what a call costs, for whom a line is, how to reach it and in which languages."""
    costs = {
        Cost.FREE: _("Free to call"),
        Cost.USUAL: _("Costs what a usual call costs"),
        Cost.MORE: _("Costs more than a usual call"),
        Cost.UNKNOWN: "",
    }
    serves = _("For: {whom}").format(whom=line.serves) if line.serves else ""
    both = _("Calls and text messages") if {Way.CALL, Way.TEXT} <= set(line.ways) else ""
    spoken = ", ".join(filter(None, map(language_name, line.languages)))
    return as_beginning("  ·  ".join(words for words in (costs[line.cost], serves, both, spoken) if words))


def from_words(publisher: str) -> str:
    """Return who made the pack that brought something; empty of what ships."""
    # Translators: {name} is who made a pack, e.g. "Northfield Nurses"
    return _("From {name}").format(name=publisher) if publisher else ""


def taken_back_words(said: TakenBack) -> tuple[str, str]:
    """Return that a publisher no longer stands by something, and why."""
    by = said.by or _("Its publisher")
    return _("Taken back on {day} by {publisher}.").format(day=day_words(said.on), publisher=by), said.reason
