"""Turns names of accounts and channels into the addresses of their feeds, by the patterns that the services document.

Nothing is looked up. A YouTube handle (`@name`) is left alone, since a handle can come to lead to another channel; the
channel's page names the feed of its pinned id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from caregiver_app.links.parts import Parts, take_apart, trim
from caregiver_app.model.source import SourceKind

_HOST = r"(?:[\w\-]+\.)+[\w\-]+"
_FEDIVERSE = re.compile(rf"@([\w.\-]+)@({_HOST})")
_BLUESKY = re.compile(rf"(?:@({_HOST})|((?:[\w\-]+\.)+bsky\.social))", re.IGNORECASE)
_SUBREDDIT = re.compile(r"/?r/(\w{2,50})/?", re.IGNORECASE)
_FEED_SCHEME = re.compile(r"(?:feed|itpc|pcast|rss):(?://)?", re.IGNORECASE)
_WEB_SCHEME = re.compile(r"https?:", re.IGNORECASE)

_VIDEO_HOSTS = frozenset(("youtube.com", "youtu.be", "vimeo.com", "dailymotion.com"))
_SOCIAL_HOSTS = frozenset(("bsky.app", "reddit.com", "mastodon.social", "mastodon.online", "threads.net", "x.com"))
_FEDIVERSE_ACCOUNT = re.compile(r"/@[\w.\-]+/?")  # its page, and the feed with `.rss` at the end


@dataclass(frozen=True, slots=True, kw_only=True)
class Handle:
    """The feed that a typed name stands for, and the page where people see the same."""

    feed: str
    homepage: str


def expand_handle(typed: str) -> Handle | None:
    """Return the feed behind `@account@server`, `@name.bsky.social`, `r/name`, or the web page of such an account.

    Also behind a YouTube channel, playlist or user, and a GOV.UK organisation. None for anything else.
    """
    text = trim(typed)
    if account := _FEDIVERSE.fullmatch(text):
        return _fediverse(account[2].lower(), account[1])
    if account := _BLUESKY.fullmatch(text):
        return _bluesky((account[1] or account[2]).lower())
    if group := _SUBREDDIT.fullmatch(text):
        return _subreddit(group[1])
    parts = take_apart(text)
    return None if parts is None else _from_page(parts)


def web_address(typed: str) -> str:
    """Return the address that somebody typed: `feed:` schemes become web ones, a missing scheme https."""
    text = _FEED_SCHEME.sub("", trim(typed), count=1)
    if _WEB_SCHEME.match(text) or re.match(r"[a-z][a-z0-9+.\-]*:(?![0-9])", text, re.IGNORECASE):
        return text
    return f"https://{text}" if text else ""


def kind_by_address(address: str) -> SourceKind:
    """Return video or social for the feeds of services that are such, and for pages of accounts, else news."""
    parts = take_apart(address)
    if parts is None:
        return SourceKind.NEWS
    host = parts.host.removeprefix("www.").removeprefix("m.").removeprefix("old.")
    if host in _VIDEO_HOSTS:
        return SourceKind.VIDEO
    is_social = host in _SOCIAL_HOSTS or _FEDIVERSE_ACCOUNT.fullmatch(parts.path) is not None
    return SourceKind.SOCIAL if is_social else SourceKind.NEWS


def _fediverse(server: str, account: str) -> Handle:
    page = f"https://{server}/@{account}"
    return Handle(feed=f"{page}.rss", homepage=page)


def _bluesky(account: str) -> Handle:
    page = f"https://bsky.app/profile/{account}"
    return Handle(feed=f"{page}/rss", homepage=page)


def _subreddit(name: str) -> Handle:
    page = f"https://www.reddit.com/r/{name}/"
    return Handle(feed=f"{page}.rss", homepage=page)


def _from_page(parts: Parts) -> Handle | None:
    path = parts.path.rstrip("/")
    host = parts.host.removeprefix("www.").removeprefix("m.").removeprefix("old.")
    if host == "youtube.com":
        return _youtube(path, parts.query or "")
    if host == "bsky.app" and (account := re.fullmatch(r"/profile/([\w.:\-]+)", path)):
        return _bluesky(account[1])
    if host == "reddit.com":
        return _reddit(path)
    if parts.host == "www.gov.uk" and re.fullmatch(r"/government/organisations/[\w\-]+", path):
        page = f"https://www.gov.uk{path}"
        return Handle(feed=f"{page}.atom", homepage=page)
    return None


def _reddit(path: str) -> Handle | None:
    if group := _SUBREDDIT.fullmatch(path):
        return _subreddit(group[1])
    if user := re.fullmatch(r"/(?:user|u)/([\w\-]{2,50})", path, re.ASCII):
        page = f"https://www.reddit.com/user/{user[1]}/"
        return Handle(feed=f"{page}.rss", homepage=page)
    return None


def _youtube(path: str, query: str) -> Handle | None:
    feeds = "https://www.youtube.com/feeds/videos.xml"
    if channel := re.fullmatch(r"/channel/(UC[\w\-]{22})(?:/\w+)?", path):
        return Handle(feed=f"{feeds}?channel_id={channel[1]}", homepage=f"https://www.youtube.com/channel/{channel[1]}")
    if user := re.fullmatch(r"/user/(\w+)(?:/\w+)?", path):
        return Handle(feed=f"{feeds}?user={user[1]}", homepage=f"https://www.youtube.com/user/{user[1]}")
    if path == "/playlist" and (found := re.search(r"(?:^|&)list=([\w\-]{10,})(?:&|$)", query)):
        return Handle(
            feed=f"{feeds}?playlist_id={found[1]}", homepage=f"https://www.youtube.com/playlist?list={found[1]}"
        )
    return None
