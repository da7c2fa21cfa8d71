"""Words by which a page says that it is not the page that was asked for: not found, for sale, sign in first. Pure.

Few on purpose, and in the languages of the starter content: what they miss is taken for a page, what they hit is only
doubted.
"""

from __future__ import annotations

import re


def _any_of(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.IGNORECASE)


SAYS_NOT_FOUND = _any_of(
    r"\b404\b",
    r"(?:page|file|document|article|content)\W{1,3}(?:was |is |could |can ?)?(?:not|no longer) (?:be )?found",
    r"\bnot found\b",
    r"page (?:doesn.?t|does not|no longer) exist",
    r"no longer (?:exists|available)",
    r"can.?t find (?:the|that|this) page",
    r"p[aá]gina no (?:encontrada|existe)",
    r"no (?:se )?(?:ha )?encontr",
    r"page (?:introuvable|non trouv)",
    r"nicht gefunden",
    r"pagina non trovata",
    r"pagina niet gevonden",
    r"siden (?:ble|blev) ikke fun",
    r"sidan (?:kunde inte|hittades inte)",
)
IS_FOR_SALE = _any_of(
    r"(?:domain|site)(?: name)?\W{1,3}[\w.-]{0,80}\W{0,3}(?:is|may be|might be) (?:for sale|parked)",
    r"buy this domain",
    r"domain for sale",
    r"inquire about this domain",
    r"make an offer on this",
    r"parked (?:free|domain)",
    r"domain parking",
    r"this domain (?:has expired|has been registered|is registered)",
    r"dominio (?:est[aá] )?(?:en venta|a la venta)",
    r"domain steht zum verkauf",
    r"ce (?:nom de )?domaine est [aà] vendre",
)
ASKS_TO_SIGN_IN = _any_of(
    r"(?:wi-?fi|hotspot|network|guest)\W{1,3}(?:\w{1,12}\W{1,3}){0,3}(?:log ?in|sign ?in|access|portal|connect)",
    r"captive portal",
    r"(?:log|sign) ?in to (?:the )?(?:network|wi-?fi|internet)",
    r"accept the terms (?:and|to) (?:connect|continue)",
    r"just a moment",
    r"checking your browser",
    r"attention required",
    r"verify (?:that )?you are (?:a )?human",
    r"enable javascript and cookies to continue",
)
