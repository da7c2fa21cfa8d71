"""Fetches one page or the pictures of one, and has them read in a worker. Touches no library; runs in any thread.

Only by https, only where the article's own organisation is (`own_places`), every redirect judged before it is followed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caregiver_app.feeds.jobs import MAX_PAGE_BYTES, PageJob
from caregiver_app.feeds.lost_text import has_lost_its_text
from caregiver_app.feeds.offline_turns import SilentHosts
from caregiver_app.feeds.own_places import OwnPlaces
from caregiver_app.feeds.pictures import MAX_BYTES as MAX_PICTURE_BYTES
from caregiver_app.feeds.pool import Parser
from caregiver_app.library.asset_files import AssetFiles
from caregiver_app.library.assets import StoredPicture
from caregiver_app.library.offline_queue import PageToKeep
from caregiver_app.library.offline_storing import FetchedPage
from caregiver_app.model.errors import Cancelled, CaregiverError, FeedError, FeedTrouble, StorageError, WebError
from caregiver_app.model.errors import WebTrouble as Web
from caregiver_app.model.offline import OfflineTrouble
from caregiver_app.model.web import Fetched, Fetcher, FetchRequest, Why

MAX_PICTURES = 20
PAGE_KINDS = "text/html, application/xhtml+xml;q=0.9"
_PICTURE_KINDS = "image/webp, image/png, image/jpeg, image/gif;q=0.8"

_NO_NETWORK = frozenset((Web.OFFLINE, Web.STAY_OFFLINE))
_MAY_PASS = frozenset((Web.DNS, Web.CONNECT, Web.TLS, Web.TIMEOUT, Web.TRUNCATED, Web.PAUSED, Web.PROTOCOL, Web.PROXY))
_MAY_PASS_STATUS = frozenset((408, 423, 425, 429))


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a page or a picture did not come. `final`: asking again is of no use; `no_network`: nobody was asked;
    `rest_s`: the host asked to be left alone for so long.
    """

    reason: str
    detail: str = ""
    final: bool = False
    no_network: bool = False
    rest_s: float | None = None


class OfflineFetch:
    """Fetches for one run; safe to call from many threads."""

    def __init__(self, *, fetcher: Fetcher, parser: Parser, files: AssetFiles) -> None:
        self._fetcher = fetcher
        self._parser = parser
        self._files = files

    def page(self, page: PageToKeep, places: OwnPlaces) -> FetchedPage | Failure:
        """Return what an article's page says, or why it says nothing."""
        if page.url is None or not page.url.startswith("https:"):
            return Failure(reason=OfflineTrouble.NO_ADDRESS, final=True)
        if not places.hold_page(page.url):
            return Failure(reason=OfflineTrouble.ELSEWHERE, final=True)
        request = FetchRequest(
            url=page.url,
            why=Why.PAGE,
            validators=page.validators,
            accept=PAGE_KINDS,
            stays_within=places.hold_page,
            at_most_bytes=MAX_PAGE_BYTES,
        )
        try:
            fetched = self._fetcher.fetch(request)
            if fetched.status == 304:
                return FetchedPage(text=None, validators=page.validators)
            read = self._parser.read_page(PageJob(url=fetched.url, headers=fetched.headers, body=fetched.body))
        except CaregiverError as error:
            return failure_of(error)
        text = read.entries[0].text
        if text is not None and has_lost_its_text(before=page.shown_words, now=text.words):
            return Failure(reason=FeedTrouble.NO_TEXT, detail=f"{text.words} of {page.shown_words}")
        return FetchedPage(text=text, validators=fetched.validators, canonical=read.canonical)

    def pictures(
        self, urls: Iterable[str], places: OwnPlaces, known: Mapping[str, StoredPicture]
    ) -> Mapping[str, StoredPicture | Failure]:
        """Return what became of each picture, in the order of the page; those `known` are asked for nowhere.

        Raises:
            StorageError: the disk has no room for them; nothing half is left behind.
            Cancelled: the person pressed stop.
        """
        found: dict[str, StoredPicture | Failure] = {}
        hosts = SilentHosts(())
        for url in urls:
            if url in known and self._files.read(known[url].hash) is not None:
                found[url] = known[url]
            elif len(found) >= MAX_PICTURES:
                found[url] = Failure(reason=OfflineTrouble.TOO_MANY, final=True)
            elif not places.hold_picture(url):
                found[url] = Failure(reason=OfflineTrouble.ELSEWHERE, final=True)
            elif hosts.is_away(url):
                found[url] = Failure(reason=Web.TIMEOUT)
            else:
                picture = found[url] = self._picture(url, places)
                hosts.note(url, picture.reason if isinstance(picture, Failure) else "")
        return found

    def _picture(self, url: str, places: OwnPlaces) -> StoredPicture | Failure:
        request = FetchRequest(
            url=url,
            why=Why.PICTURE,
            accept=_PICTURE_KINDS,
            stays_within=places.hold_picture,
            at_most_bytes=MAX_PICTURE_BYTES,
        )
        try:
            return self._kept(self._fetcher.fetch(request))
        except (Cancelled, StorageError):
            raise
        except FeedError as error:
            passing = error.kind is FeedTrouble.TIMEOUT
            return Failure(reason=OfflineTrouble.NOT_A_PICTURE, detail=error.kind.value, final=not passing)
        except CaregiverError as error:
            return failure_of(error)

    def _kept(self, fetched: Fetched) -> StoredPicture:
        picture = self._parser.remake_picture(fetched.body)
        return StoredPicture(
            hash=self._files.put(picture.data),
            media_type=picture.media_type,
            size_bytes=len(picture.data),
            width=picture.width,
            height=picture.height,
        )


def failure_of(error: CaregiverError) -> Failure:
    """Return an error as a fact to be kept.

    Raises:
        Cancelled: that is what the error was.
        StorageError: the same.
    """
    if isinstance(error, Cancelled | StorageError):
        raise error
    if isinstance(error, WebError):
        detail = str(error.status) if error.status is not None else error.detail
        return Failure(
            reason=error.kind.value,
            detail=detail,
            final=not _may_pass(error),
            no_network=error.kind in _NO_NETWORK,
            rest_s=error.retry_after_s if error.kind is Web.PAUSED else None,
        )
    if isinstance(error, FeedError):
        return Failure(reason=error.kind.value, detail=error.detail, final=error.kind is not FeedTrouble.TIMEOUT)
    return Failure(reason=str(getattr(error, "kind", type(error).__name__)), final=True)


def _may_pass(error: WebError) -> bool:
    """Return True for what is better another day."""
    if error.kind is Web.STATUS:
        return (error.status or 0) >= 500 or error.status in _MAY_PASS_STATUS
    return error.kind in _MAY_PASS or error.kind in _NO_NETWORK
