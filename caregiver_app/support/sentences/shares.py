"""What is said on and around a share: the label of a card, the fixed line, and why something is not passed on."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.model.card import Candidate, Channel, NotShareable, ShareableCard
from caregiver_app.model.errors import ShareError, ShareTrouble
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.trust import ShareGround, Stamp, SubjectKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences.clean_links import sentence_for_refused_link
from caregiver_app.support.sentences.sentence import Audience, Sentence
from caregiver_app.support.sentences.sheet_names import sheet_name
from caregiver_app.support.sentences.stamps import check_sentence, fixed_line, own_site_sentence, until_sentence


def card_label(stamp: Stamp, ground: ShareGround) -> str:
    """Return the trust label of a card: whose check it was, of which day, and until when it counts.

    It says of a person at home what others may know: that they look after somebody, never who they are.
    """
    if ground is ShareGround.OWN_SITE:
        return own_site_sentence(stamp)
    checked = check_sentence(stamp, own=_("Checked by a family carer on {day}."))
    return f"{checked} {until_sentence(stamp)}".rstrip()


def share_line(cards: Sequence[ShareableCard]) -> str:
    """Return the line that stands below every share; where a page was checked it says what that means."""
    information = _("General information, not medical advice.")
    if all(card.reviewed_on is None for card in cards):
        return information
    return f"{information} {fixed_line()}"


def share_heading(cards: Sequence[ShareableCard]) -> str:
    """Return what stands above a share: the same words for everybody."""
    count = len(cards)
    return ngettext("A page that may help", "{count} pages that may help", count).format(count=count)


def channel_word(channel: Channel) -> str:
    """Return what a form is called."""
    return {
        Channel.TEXT: _("Message"),
        Channel.HTML: _("Web page"),
        Channel.MARKDOWN: _("Markdown"),
        Channel.EML: _("E-mail draft"),
        Channel.QR: _("QR code"),
        Channel.FLYER: _("Flyer"),
        Channel.SOCIAL: _("Social post"),
    }[channel]


def form_word(form: Channel | SheetKind) -> str:
    """Return what the log calls a form: how something was shared, or on which sheet it was printed."""
    if isinstance(form, Channel):
        return channel_word(form)
    # Translators: {sheet} is a kind of sheet, e.g. "Guide"
    return _("Printed: {sheet}").format(sheet=sheet_name(form))


def about_card(card: ShareableCard) -> str:
    """Return whose page it is and why it may be believed, in one line."""
    if not card.organisation or card.organisation in card.label:
        return card.label
    return f"{card.organisation}. {card.label}"


def refusal_sentence(candidate: Candidate, audience: Audience = Audience.WINDOW) -> Sentence:
    """Return why something cannot be passed on, and what to do."""
    if candidate.refused is NotShareable.LINK_REFUSED and candidate.link is not None:
        return sentence_for_refused_link(candidate.link, audience)
    if candidate.refused is NotShareable.MOVED_AWAY:
        return _moved_away(candidate.moved_to)
    no_link = _without_address(candidate, audience)
    check_it = _("Check it first.") if audience is Audience.WINDOW else _("Check it first: caregiver appraise")
    happened, to_do = {
        NotShareable.NOT_CHECKED: (_("Nobody has checked this page."), check_it),
        NotShareable.CHECK_DUE: (_("Its check is out of date."), check_it),
        NotShareable.PAGE_CHANGED: (_("The page changed after it was checked."), check_it),
        NotShareable.LEADS_ELSEWHERE: (_("This link leads away from its organisation's own site."), check_it),
        NotShareable.WITHDRAWN: (
            _("Its check was withdrawn."),
            _("Look for another page on the subject in your library."),
        ),
    }.get(candidate.refused or NotShareable.NO_LINK, no_link)
    return Sentence(happened=happened, to_do=to_do)


def _without_address(candidate: Candidate, audience: Audience) -> tuple[str, str]:
    if candidate.subject.kind not in (SubjectKind.GUIDE, SubjectKind.CHECKLIST):
        return _("It has no address that others can open."), _("Look for another page on the subject in your library.")
    happened = _("This text comes with a pack and stands on no web page, so there is no link to it.")
    if audience is Audience.COMMAND:
        return happened, _("To have its words: caregiver article show")
    return happened, _("Others can take in the same pack. You can also mark its words here and copy them.")


def _moved_away(host: str) -> Sentence:
    return Sentence(
        # Translators: {host} is a web site, e.g. example.org
        happened=_("Its address now sends everybody on to another site: {host}.").format(host=host),
        means=_("Whoever follows the link comes to somebody else’s page."),
        to_do=_("If it is the right page, share it by its new address once you have checked that."),
    )


def share_sentence(error: ShareError) -> Sentence:
    """Return why a share does not leave."""
    nothing_left = _("Nothing was passed on.")
    match error.kind:
        case ShareTrouble.NOTHING:
            return Sentence(happened=_("Nothing was chosen to pass on."), to_do=_("Choose at least one page."))
        case ShareTrouble.NOT_SHAREABLE:
            happened = _("Something among it cannot be passed on.")
            return Sentence(happened=happened, means=nothing_left, to_do=_("Take it out, or check it first."))
        case ShareTrouble.NOT_SETTLED:
            return Sentence(happened=_to_settle(int(error.detail or 1)), means=nothing_left)
    return Sentence(happened=_too_long(error), means=nothing_left, to_do=_room_for(error.kind))


def lacks_signs_sentence() -> str:
    """Return what is said above a flyer or a picture with boxes for signs that no font here has."""
    return _(
        "Some signs, such as emoji or letters of another script, cannot be printed here: a small box stands in their "
        "place. Leave them out, or send this as text."
    )


def _to_settle(count: int) -> str:
    return ngettext("Decide on {count} detail first.", "Decide on {count} details first.", count).format(count=count)


def _too_long(error: ShareError) -> str:
    match error.kind:
        case ShareTrouble.TOO_MANY:
            return _("It holds at most {count} pages.").format(count=error.detail)
        case ShareTrouble.LINK_TOO_LONG:
            return _("A link is too long for a code that phones can read.")
        case ShareTrouble.POST_TOO_LONG:
            return _("It does not fit into posts of {count} characters.").format(count=error.detail)
    return _("The message is longer than {count} characters.").format(count=error.detail)


def _room_for(kind: ShareTrouble) -> str:
    match kind:
        case ShareTrouble.TOO_MANY:
            return _("Take some out, or pass them on in another form.")
        case ShareTrouble.LINK_TOO_LONG:
            return _("Pass it on as text instead.")
        case ShareTrouble.POST_TOO_LONG:
            return _("Shorten your message, or name the network that you use.")
    return _("Shorten your message.")
