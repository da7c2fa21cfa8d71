"""Finds the web addresses in a message as people forward them: whole ones, and names without `https://` before them.

Names alone count only under endings that no ordinary word has, since many people type no space after a full stop.
Total: any text has an answer; bounds its work by the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.links.name_parts import is_word
from caregiver_app.links.parts import take_apart
from caregiver_app.links.sites import registrable_domain
from caregiver_app.support.public_suffixes import is_public_suffix

_LONGEST = 4_000
_SIGN = r"[^\s<>\"，；！？、「」（）《》“”]"
_SCHEME = r"h(?:tt|xx)ps?\s?[:：](?:[/\\／]{1,9}|(?=[\w\-]{1,63}\.[\w\-]))"
_OVER_LINES = rf"(?<=<){_SCHEME}(?:{_SIGN}{{1,999}}\r?\n){{1,4}}{_SIGN}{{1,999}}(?=>)"
_WITH_SCHEME = rf"{_OVER_LINES}|{_SCHEME}{_SIGN}{{1,{_LONGEST}}}"
_DOT = r"(?:\.|\[\.\]|\(\.\)|。|．|｡)"
_NAME = rf"(?<![\w@./:\-])(?:[\w\-]{{1,63}}{_DOT}){{1,12}}(?:xn--[a-z0-9\-]{{2,59}}|[^\W_]{{2,24}})"
_PORT = r"(?::[0-9]{1,5})?"
_TAIL = rf"{_PORT}(?:[/?#]{_SIGN}{{0,{_LONGEST}}})?"
_NUMBER = rf"(?<![\w@./:\-])(?:[0-9]{{1,3}}\.){{3}}[0-9]{{1,3}}{_PORT}/{_SIGN}{{0,{_LONGEST}}}"
_ADDRESS = re.compile(
    rf"(?P<whole>{_WITH_SCHEME}|{_NUMBER})|(?P<name>{_NAME})(?P<tail>{_PORT}@{_SIGN}{{1,{_LONGEST}}}|{_TAIL}(?![\w@]))",
    re.IGNORECASE,
)
# Where a link must have ended, since another begins: at a scheme that is no part of an address around it, between the
# brackets of Markdown, and at a name behind a sign that lists are written with.
_BEGINS = re.compile(
    rf"(?<![/\\=?&#+:])(?<!%3d)(?<!%2f)(?<!%3f)(?<!%26)(?={_SCHEME})|(?<=\]\()|(?<=[|,;'*])(?P<name>{_NAME})(?![\w@])",
    re.IGNORECASE,
)
_MADE_HARMLESS = re.compile(r"\[\.\]|\(\.\)")
_HARMLESS_SCHEME = re.compile(r"h(?:tt|xx)p(s?)\s?[:：]([/\\／]*)", re.IGNORECASE)
_LINE_BREAK = re.compile(r"[\r\n]+")
_BEFORE_AT = re.compile(r"([^\s@/\\]+)@[^\s@]+")
_TRAILING = ".,;:!?'\"’”»›«‹‘“„‚`|([{<)]}>*_~…"
_TOO_LONG_FOR_A_WORD = 14
_LETTERS_OF_A_COUNTRY = 2
_OPEN = {")": "(", "]": "[", "}": "{"}

_ALONE = frozenset(
    (
        *(
            "com",
            "org",
            "net",
            "info",
            "gov",
            "edu",
            "int",
            "mil",
            "biz",
            "co",
            "uk",
            "ca",
            "au",
            "nz",
            "ie",
            "eu",
            "ch",
        ),
        *("xyz", "top", "click", "site", "online", "website", "icu", "buzz", "vip", "tk", "ml", "gq", "cf", "cyou"),
        *("health", "care", "clinic", "hospital", "charity", "foundation", "scot", "wales", "cymru", "fr", "nl", "mx"),
    )
)
"""Endings under which a name counts as an address though nothing else says that it is one."""


def addresses_in(text: str) -> tuple[str, ...]:
    """Return the web addresses of a text in their order, each once, with a scheme before those that have none.

    A text that is one word is taken for an address wherever it can be one, and does not hold several.
    """
    found = tuple(dict.fromkeys(address for _start, _end, address in places_in(text)))
    alone = text.strip()
    if len(found) > 1 or not alone or any(sign.isspace() for sign in alone):
        return found
    whole = _as_address(alone)
    return found if whole is None else (whole,)


def places_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where the web addresses of a text stand, without the signs of the sentence, and what each opens."""
    for begin, end in _pieces(text):
        for match in _ADDRESS.finditer(text, begin, end):
            address = _found(match)
            if address is not None:
                yield match.start(), match.start() + len(_without_sentence(match[0])), address


def without_addresses(text: str) -> str:
    """Return the words of a message: the text without its web addresses."""
    words, reached = list[str](), 0
    for start, end, _address in places_in(text):
        words.append(text[reached:start])
        reached = end
    return " ".join((*words, text[reached:]))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a text in which no link is hidden behind another."""
    reached = 0
    for begin in _BEGINS.finditer(text):
        listed = begin["name"] is None or _is_listed(_mended(begin["name"]))
        if listed and begin.start() > reached:
            yield reached, begin.start()
            reached = begin.start()
    yield reached, len(text)


def _is_listed(name: str) -> bool:
    return _is_name(name) and (name.lower().startswith("www.") or _is_plain(name))


def _as_address(word: str) -> str | None:
    """Return what a browser would open if somebody typed one word into it, None where it would search."""
    plain = _mended(_without_sentence(word))
    if take_apart(plain) is not None:
        return plain
    if "://" in plain[:40] or plain.lower().startswith(("mailto:", "tel:", "sms:")):
        return None
    before_at = _BEFORE_AT.fullmatch(plain)
    if before_at is not None and not _is_name(before_at[1]):
        return None  # an e-mail address
    parts = take_apart(f"https://{plain}")
    if parts is None:
        return None
    number = "." in parts.host and parts.host.replace(".", "").isdigit()
    return f"https://{plain}" if number or _is_name(parts.host) else None


def _is_name(host: str) -> bool:
    """Tell whether a host may have a site: below an ending, or an ending that has one itself, as nhs.uk does."""
    plain = host.partition(":")[0].lower()
    return "." in plain and (registrable_domain(plain) is not None or is_public_suffix(plain))


def _found(match: re.Match[str]) -> str | None:
    plain = _mended(_without_sentence(match[0]))
    if match["whole"] is not None:
        address = plain if plain[:4].lower() == "http" else f"https://{plain}"
        return address if take_apart(address) is not None else _as_it_looks(address)
    host = _mended(match["name"])
    if not _is_name(host):
        return None
    disguised = "@" in match["tail"]  # before an @ a name is no host, and most often a person's
    told = host.lower().startswith("www.") or "/" in plain or host != match["name"]
    return f"https://{plain}" if _is_plain(host) or (told and not disguised) else None


def _as_it_looks(address: str) -> str | None:
    """Return what no browser opens for a wide slash in its name with a slash of another kind, so that it is judged."""
    seen = address.replace("／", "∕")
    return seen if seen != address and take_apart(seen) is not None else None


def _is_plain(host: str) -> bool:
    """Tell whether a name can hardly be the end of one sentence and the beginning of the next."""
    ending = host.rpartition(".")[2]
    if not (ending.islower() or host.isupper()):
        return False
    if ending.lower() in _ALONE or "-" in host or host.count(".") > 1:
        return True
    name = host.lower().partition(".")[0]
    return len(name) >= _TOO_LONG_FOR_A_WORD or (len(ending) > _LETTERS_OF_A_COUNTRY and not is_word(name))


def _mended(word: str) -> str:
    """Undo what people write so that nobody follows a link by mistake: `hxxps://example[.]org`."""
    plain = _LINE_BREAK.sub("", _MADE_HARMLESS.sub(".", word))
    front = _HARMLESS_SCHEME.match(plain)
    if front is None or not _is_odd(front[0]):
        return plain
    return f"http{front[1]}:{front[2].replace('／', '/')}{plain[front.end() :]}"


def _is_odd(front: str) -> bool:
    return not front.isascii() or " " in front or front[:4].lower() == "hxxp"


def _without_sentence(link: str) -> str:
    """Leave out the signs of the sentence around a link; a bracket that was opened in it belongs to it."""
    surplus = {close: link.count(close) - link.count(opened) for close, opened in _OPEN.items()}
    end = len(link)
    while end and link[end - 1] in _TRAILING:
        last = link[end - 1]
        if last in surplus and surplus[last] <= 0:
            break
        for close, opened in _OPEN.items():
            surplus[close] -= (last == close) - (last == opened)
        end -= 1
    return link[:end]
