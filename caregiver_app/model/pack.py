"""A resource pack: what one archive holds, as its publisher wrote it. docs/formats/pack.md is the format.

Values only; `packs` reads and writes them. Nothing in a pack says by whom it is signed: channel and publisher come from
what was verified, and ids become uids with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Final

from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.opened_picture import OpenedPicture
from caregiver_app.model.pack_bounds import (
    Country,
    Id,
    Language,
    Line,
    Many,
    MaybeAddress,
    MaybeId,
    MaybeName,
    Name,
    Number,
    PackSlug,
    PictureFile,
    Reason,
    Reference,
    Remark,
    Summary,
    TextFile,
    Title,
    Topic,
    Topics,
)
from caregiver_app.model.pack_help import PackCommunity, PackDate, PackHelpline
from caregiver_app.model.pack_places import PackAppraisal, PackLink, PackOrganisation, PackSource

SCHEMA: Final = 1
"""The version of the format. A pack of a later one is refused as made for a newer version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackText:
    """A guide or a checklist of the publisher's own writing: one Markdown file, in one language.

    A checklist is a text whose list entries are ticked. `translation_of` is the id of the text that this is a
    translation of. `read_on` are ids of links of the pack: where to read on. `by` says who wrote it and who looked at
    it, in words ("Written by the makers of Caregiver, not checked by a clinician"). `address` is where the same text is
    published for everybody, "" where it is nowhere: by that it is passed on.
    """

    id: Id
    file: TextFile
    title: Title
    summary: Summary = ""
    language: Language
    translation_of: Annotated[str, Reference(("guides", "checklists"), or_empty=True)] = ""
    country: Country = "INT"
    topics: Topics = ()
    by: Remark = ""
    address: MaybeAddress = ""
    written_on: date
    review_by: date
    read_on: Annotated[tuple[Annotated[str, Reference(("links", "pages", "sources"))], ...], Many(20)] = ()
    appraisal: PackAppraisal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPicture:
    """A picture that texts show, and by what right it is passed on. Its description stands in the text."""

    file: PictureFile
    licence: Annotated[str, Line(100, least=1)]
    credit: MaybeName = ""
    origin: MaybeAddress = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackWithdrawal:
    """Something that the publisher no longer stands by: an item of its own by id, or somebody else's page by address.

    Of one's own a replacement may be named (the id of something in this pack); of somebody else's it is a warning.
    """

    item: MaybeId = ""
    address: MaybeAddress = ""
    reason: Reason
    withdrawn_on: date
    replacement: Annotated[str, Reference(or_empty=True)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackGap:
    """What the pack has not got for a country, said in words in place of padding."""

    country: Country
    words: Reason


class PrintSize(StrEnum):
    """How large the words of a printed sheet are."""

    NORMAL = "normal"
    LARGE = "large"
    EXTRA_LARGE = "extra-large"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPrint:
    """How the publisher would print the pack: what stands first, how large, a line for the foot."""

    first: Annotated[tuple[Annotated[str, Reference()], ...], Many(40)] = ()
    size: PrintSize = PrintSize.LARGE
    foot: Remark = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackWords:
    """Title and summary in another language than the pack's first."""

    language: Language
    title: Title
    summary: Summary = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """All that `pack.json` says. Every id stands once in it, whatever list it is in.

    `version` grows with each publication; `publisher` is how the makers call themselves, shown only beside the name
    that was verified. `languages[0]` is the language of `title` and `summary`.
    """

    schema: Annotated[int, Number(SCHEMA, SCHEMA)] = SCHEMA
    id: Id
    version: Annotated[int, Number(1, 1_000_000)]
    title: Title
    summary: Summary = ""
    words: Annotated[tuple[PackWords, ...], Many(12)] = ()
    languages: Annotated[tuple[Language, ...], Many(12, least=1)]
    topics: Annotated[tuple[Topic, ...], Many(12, least=1)]
    countries: Annotated[tuple[Country, ...], Many(60)] = ()
    licence: Annotated[str, Line(200, least=1)]
    publisher: Name
    contact: MaybeAddress = ""
    published_on: date
    review_by: date
    organisations: Annotated[tuple[PackOrganisation, ...], Many(1000)] = ()
    sources: Annotated[tuple[PackSource, ...], Many(1000)] = ()
    pages: Annotated[tuple[PackSource, ...], Many(1000)] = ()
    links: Annotated[tuple[PackLink, ...], Many(5000)] = ()
    guides: Annotated[tuple[PackText, ...], Many(300)] = ()
    checklists: Annotated[tuple[PackText, ...], Many(300)] = ()
    communities: Annotated[tuple[PackCommunity, ...], Many(500)] = ()
    helplines: Annotated[tuple[PackHelpline, ...], Many(1000)] = ()
    dates: Annotated[tuple[PackDate, ...], Many(400)] = ()
    withdrawals: Annotated[tuple[PackWithdrawal, ...], Many(2000)] = ()
    pictures: Annotated[tuple[PackPicture, ...], Many(300)] = ()
    gaps: Annotated[tuple[PackGap, ...], Many(60)] = ()
    printing: PackPrint = PackPrint()

    @property
    def slug(self) -> PackSlug:
        """The last part of the pack's uid."""
        return PackSlug(self.id)

    @property
    def items(self) -> int:
        """How many things it brings that people can open, call or join."""
        lists = (self.sources, self.pages, self.links, self.guides, self.checklists, self.communities, self.helplines)
        return sum(map(len, lists)) + len(self.dates)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedText:
    """A text of a pack as it may be shown. Its pictures are named by their file in the pack."""

    markdown: str = field(repr=False)
    html: SafeHtml = field(repr=False)
    text: str = field(repr=False)
    pictures: tuple[tuple[str, str], ...] = ()  # description and file, in the order of the text


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPack:
    """A pack whose archive was read and found in order: all that can be installed or shown of it.

    Says nothing about who made it: who verified the bytes knows that. `texts` and `pictures` are by their file.
    """

    pack: Pack
    texts: Mapping[str, OpenedText] = field(default_factory=dict, repr=False)
    pictures: Mapping[str, OpenedPicture] = field(default_factory=dict, repr=False)
    sha256: str  # of the whole archive, 64 hexadecimal digits
    size_bytes: int
