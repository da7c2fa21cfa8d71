"""Whether a message is after money: it asks for some, for a code or an account, or says that somebody's number is new.

By the forms that warnings of consumer protection, banks and the police show again and again, in English and in Spanish.
A likeness, never a verdict: a bank may write so, too, and whoever calls it by a number of their own loses nothing.
Pure.
"""

from __future__ import annotations

import re
import unicodedata

_W = r"(?:\W{1,8}\w{1,30}){0,6}?\W{1,8}"
"""A few words between two that belong together."""

_SUM = r"(?:[$£€]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$£€]|euros?\b|pounds?\b|dollars?\b|dolares\b|pesos\b|usd\b|eur\b))"

_ENGLISH = (
    # A new number
    r"\bmy new (?:phone |mobile |cell )?(?:number|phone|mobile|cell)\b",
    r"\bchanged (?:my )?(?:phone |mobile |cell )?number\b",
    r"\b(?:lost|broke|smashed|dropped|cracked) my (?:phone|mobile|cell)\b",
    r"\bmy (?:phone|mobile|cell)(?: phone)? (?:is |was |has been |got )?(?:broke|broken|lost|stolen|smashed|dead)\b",
    # Money
    rf"\b(?:send|transfer|lend|wire|borrow|owe|deposit)\b{_W}(?:money|cash|funds|pounds|dollars|euros|bitcoin)\b",
    rf"\b(?:send|transfer|lend|wire|deposit|settle|needs?)\b{_W}{_SUM}",
    rf"\b(?:please|must|have to|need to|(?:can|could|will) you) pay\b{_W}{_SUM}",
    r"\bgift cards?\b|\bbitcoin\b|\bwestern union\b|\bmoneygram\b|\bwire transfer\b",
    r"\b(?:customs|delivery|redelivery|shipping|processing|release|late|admin(?:istration)?) (?:fee|charge)s?\b",
    rf"\b(?:unpaid|outstanding|overdue) (?:toll|fine|bill|payment|balance|tax|invoice)\b|\bfee of {_SUM}",
    rf"\b(?:due|claim|owed|eligible|entitled){_W}(?:refund|rebate|compensation)\b",
    rf"\byou(?: have|.ve)?(?: just)? won\b|\bwinner of{_W}(?:prize|lottery|sweepstakes?|{_SUM})",
    rf"\bmove{_W}(?:money|savings){_W}(?:safe|secure)\b|\bsafe account\b",
    # Post
    rf"\b(?:parcel|package|delivery|shipment)\b{_W}(?:on hold|held|pending|could(?: not|n.t) be|unable to|failed)\b",
    # Bank, office, card
    r"\b(?:unusual|suspicious|unauthori[sz]ed) (?:activity|login|log-in|sign-in|transaction|payment|access)\b",
    (
        r"\byour (?:\w{1,20} ){0,2}(?:account|card|number|benefits|profile|access)\b"
        rf"{_W}(?:suspended|blocked|locked|frozen|restricted|deactivated)\b"
    ),
    rf"\b(?:verify|confirm|update) your{_W}(?:account|bank|card|details|medicare|social security|identity|payment)\b",
    (
        rf"\b(?:provide|send|give|tell|confirm)\b{_W}(?:bank (?:details|account)|account (?:details|number)|sort code|"
        r"card (?:details|number)|medicare number|social security|iban)\b"
    ),
    # Codes
    (
        rf"\b(?:send|tell|give|share|read|forward|text|reply with|what is|need)\b{_W}"
        r"(?:code|pin|password|passcode)\b(?! of conduct)"
    ),
    r"\b(?:\d|six|four)[ -]digit (?:code|pin|number)\b",
    r"\b(?:verification|security|one.time) (?:code|password|passcode)\b",
)

_DEVICE = r"(?:movil|telefono|celular|numero)"
_ME = r"(?:me|nos|le|les|lo|la|melo|selo|noslo)?"
_HAND_OVER = (
    rf"\b(?:(?:re)?envi|mand|pas|prest|ingres|deposit|pag|abon|compart|facilit|indi[cq]|dict)"
    rf"(?:as?|e[ns]?|ar|u?e[ns]?|aras|ara|an){_ME}\b"
)
_TELL = r"\b(?:dime|dinos|digame|diganos|dame|danos|deme|denos|darme|decirme)\b"
_SPANISH = (
    # A new number
    rf"\bmi (?:nuevo|otro) {_DEVICE}\b|\bmi {_DEVICE} nuevo\b|\bguard(?:a|e|ar|ame) este numero\b",
    rf"\b(?:cambie|cambiado) de {_DEVICE}\b|\bperd(?:i|ido) (?:el|mi) {_DEVICE}\b",
    rf"\bme (?:ha |han )?(?:rompio|roto|caido|cayo|estropeado|estropeo|robado|robaron) (?:el|mi) {_DEVICE}\b",
    # Money
    (
        rf"(?:{_HAND_OVER}|{_TELL}|\btransfier\w{{1,4}}|\btransferir\w{{0,3}}){_W}"
        rf"(?:dinero|plata|bizum|efectivo|bitcoins?|{_SUM})"
    ),
    rf"\b(?:necesit[oa]|necesitamos)\b{_W}(?:dinero|plata|{_SUM})",
    rf"\b(?:haz|haga|hagas|hacer|realice|realiza){_ME} (?:un|una) (?:bizum|transferencia|ingreso|deposito)\b",
    r"\bbizum de\b|\btarjetas? (?:de )?regalo\b|\bwestern union\b|\bmoneygram\b",
    rf"{_HAND_OVER}{_W}(?:gastos de|tasas?|aduana|multas?|recargos?|fianza|factura)\b",
    rf"\b(?:multa|factura|deuda|peaje|recibo)\b{_W}(?:pendientes?|impagad[ao]s?|sin pagar)\b|\bpendientes? de pago\b",
    rf"\b(?:corresponde|derecho a|solicit\w{{1,8}}|reclam\w{{1,8}}){_W}(?:reembolso|devolucion|indemnizacion)\b",
    rf"\b(?:has? ganado|ganador(?:a)? de){_W}(?:premio|loteria|sorteo|{_SUM})",
    # Post
    rf"\b(?:paquete|envio|pedido)\b{_W}(?:retenido|detenido|pendiente|no (?:ha )?(?:podido|pudo|se pudo)|en aduana)\b",
    # Bank, office, card
    r"\b(?:acceso|actividad|cargo|operacion|transaccion|compra)s? (?:no autorizad|sospechos|inusual|extran)\w{0,4}\b",
    (
        rf"\b(?:su|tu) (?:\w{{1,20}} ){{0,2}}(?:cuenta|tarjeta|acceso|usuario)\b"
        rf"{_W}(?:bloquead|suspendid|desactivad|limitad|congelad)[ao]\b"
    ),
    (
        r"\b(?:verifi[cq]|confirm|actuali[cz]|valid)\w{1,5} (?:sus?|tus?|el|los)"
        rf"{_W}(?:cuenta|datos|tarjeta|identidad|direccion|medicare|seguro social)\b"
    ),
    (
        rf"(?:{_HAND_OVER}|{_TELL}){_W}"
        r"(?:datos bancarios|datos de (?:su|tu|la) (?:cuenta|tarjeta)|"
        r"numero de (?:cuenta|tarjeta|medicare|seguro)|iban)\b"
    ),
    # Codes
    rf"(?:{_HAND_OVER}|{_TELL}){_W}(?:codigos?|pin|contrasenas?|(?:su|tu|la) clave|claves)\b",
    r"\bcodigo de (?:verificacion|seguridad|confirmacion|\d|seis|cuatro)\b",
)
_ANY = re.compile("|".join((*_ENGLISH, *_SPANISH)))


def is_after_money(text: str) -> bool:
    """Return whether a message, without the addresses in it, asks as those do that cost people their money."""
    return _ANY.search(_plain(text)) is not None


def _plain(text: str) -> str:
    """Return small letters without accents; typographic apostrophes and lines do not count."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).replace("’", "'").replace("'s", "")
