"""Organisations and the sites that are their own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """`host` with its subdomains, under `path_prefix`, save the `exceptions`, as stated by an author.

    An exception is a path prefix (`/forum`) or a host below this one (`forum.example.org`).
    """

    host: str
    path_prefix: str = "/"
    exceptions: tuple[str, ...] = ()
    stated_by: str = "starter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """`known` names the register that shows a public body or charity; empty when nobody looked."""

    uid: str
    name: str
    country: str = ""
    homepage: str = ""
    known: str = ""
    sites: tuple[Site, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedOrganisation:
    """An organisation to be chosen from many, by its id in this library."""

    id: int
    name: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One of the topics that people choose; `chosen` is theirs. `sources` counts what it would switch on."""

    id: str
    title: str
    chosen: bool
    sources: int
