"""Words that false addresses put around a known name, and endings under which much that is false is registered.

Our own lists, of what warnings of consumer protection and of public bodies show again and again, in English and in
Spanish. Names are compared without accents, so the words have none.
"""

from __future__ import annotations

_SPANISH = frozenset(
    (
        "acceso actualizacion actualizar afiliacion aviso avisos ayuda ayudas beca becas beneficio beneficios "
        "bono bonos campana carta certificado cita citaprevia citas clave claves cliente clientes cobro comprobar "
        "confirmacion confirmar consulta consultas correo correos cuenta cuentas cupon cura curar curas denuncia "
        "descuento descuentos devolucion devoluciones dni donacion donaciones donar donativo emergencia entrega "
        "entregas envio envios factura facturas farmacia formulario ganador gestion gob gobierno gratis historial "
        "identidad ingreso ingresos inicio linea medicina medicinas mensaje mensajes milagro multa multas oferta "
        "ofertas oficial oficiales paciente pacientes pagar pagina pago pagos paquete paquetes pedido pedidos "
        "pension pensiones premio premios prestacion prestaciones previa receta recetas reclamacion reclamaciones "
        "reembolso reembolsos regalo regalos registrar registro remedio remedios renovacion renovar resultados "
        "salud seguimiento seguridad seguro seguros servicio servicios sesion solicitud solicitudes soporte "
        "sorteo subsidio subsidios tarjeta tarjetas tienda tramite tramites transferencia tratamiento "
        "tratamientos urgente vacuna vacunacion vacunas validar venta verificacion verificar"
    ).split()
)

_STRONG_SPANISH = frozenset(
    (
        "actualizar aviso beneficios citaprevia citas clave confirmar cuenta cuentas devolucion "
        "donacion donaciones donar factura gobierno multa multas oficial pago pagos paquete premio reembolso "
        "soporte tarjeta tienda tramites vacuna vacunas validar verificar"
    ).split()
)

LURES = _SPANISH | frozenset(
    (
        *("login", "signin", "signon", "secure", "security", "verify", "verification", "account", "accounts", "update"),
        *("updates", "official", "online", "portal", "support", "help", "helpdesk", "service", "services", "customer"),
        *(
            "refund",
            "refunds",
            "payment",
            "payments",
            "pay",
            "billing",
            "invoice",
            "claim",
            "claims",
            "rebate",
            "grant",
        ),
        *("grants", "benefit", "benefits", "card", "cards", "prize", "reward", "rewards", "gift", "bonus", "donate"),
        *(
            "donation",
            "donations",
            "appeal",
            "covid",
            "covid19",
            "corona",
            "vaccine",
            "vaccines",
            "vaccination",
            "pass",
        ),
        *("passport", "booking", "bookings", "appointment", "appointments", "results", "record", "records", "patient"),
        *("patients", "app", "apply", "application", "form", "forms", "register", "registration", "alert", "alerts"),
        *("notice", "warning", "urgent", "confirm", "auth", "id", "my", "the", "web", "site", "page", "www", "mail"),
        *(
            "email",
            "cure",
            "cures",
            "miracle",
            "treatment",
            "remedy",
            "deal",
            "deals",
            "offer",
            "offers",
            "shop",
            "store",
        ),
        *(
            "info",
            "gov",
            "govt",
            "government",
            "org",
            "net",
            "com",
            "uk",
            "us",
            "usa",
            "eu",
            "int",
            "enroll",
            "enrolment",
        ),
        *("enrollment", "renew", "renewal", "test", "tests", "testkit", "survey", "unsubscribe", "delivery", "track"),
    )
)
"""Beside a known name, joined by a hyphen."""

STRONG = _STRONG_SPANISH | frozenset(
    (
        *(
            "login",
            "signin",
            "secure",
            "verify",
            "account",
            "update",
            "official",
            "portal",
            "refund",
            "payment",
            "claim",
        ),
        *(
            "claims",
            "rebate",
            "covid",
            "covid19",
            "vaccine",
            "vaccines",
            "booking",
            "appointment",
            "confirm",
            "benefits",
        ),
        *(
            "card",
            "online",
            "support",
            "helpdesk",
            "donate",
            "donation",
            "alert",
            "pass",
            "passport",
            "app",
            "gov",
            "shop",
        ),
    )
)
"""Beside a known name, written as one word with it."""

ODD_ENDINGS = frozenset(
    (
        *(
            "xyz",
            "top",
            "click",
            "link",
            "online",
            "site",
            "website",
            "live",
            "life",
            "icu",
            "buzz",
            "vip",
            "club",
            "shop",
        ),
        *(
            "store",
            "space",
            "fun",
            "pw",
            "tk",
            "ml",
            "ga",
            "cf",
            "gq",
            "cc",
            "ws",
            "su",
            "ru",
            "cn",
            "cyou",
            "cfd",
            "sbs",
        ),
        *(
            "bond",
            "quest",
            "monster",
            "rest",
            "beauty",
            "hair",
            "skin",
            "makeup",
            "autos",
            "boats",
            "bar",
            "bid",
            "loan",
        ),
        *(
            "win",
            "men",
            "date",
            "review",
            "trade",
            "webcam",
            "party",
            "science",
            "work",
            "support",
            "help",
            "info",
            "biz",
        ),
        *(
            "zip",
            "mov",
            "world",
            "today",
            "center",
            "company",
            "email",
            "digital",
            "pro",
            "mobi",
            "tech",
            "host",
            "press",
        ),
        *("cam", "casa", "surf", "lol", "dev", "app", "co", "cm", "om", "ne", "rn", "la", "to", "nu", "me", "io", "ly"),
    )
)
"""Endings, as the public suffix list has them, under which known organisations have no home."""

SWAPPED_ENDINGS = frozenset(
    {"com", "net", "org", "us", "uk", "co.uk", "org.uk", "me.uk", "uk.com", "us.com", "eu", "co"}
)
"""Endings that people do not look at twice."""

RESERVED_ENDINGS = (
    *("gov", "mil", "edu", "int", "gov.uk", "nhs.uk", "ac.uk", "police.uk", "mod.uk", "parliament.uk", "gov.scot"),
    *("gov.wales", "gc.ca", "gov.au", "edu.au", "govt.nz", "health.nz", "gouv.fr", "bund.de", "gob.es", "gov.it"),
    *("gov.ie", "hse.ie", "europa.eu", "gov.in", "nic.in", "gov.za", "gov.sg", "overheid.nl", "admin.ch", "gob.mx"),
    *("gob.ar", "gob.cl", "gob.ec", "gob.pe", "gov.co", "gub.uy"),
)
"""Endings that a public body gives out only to whom they belong: nobody imitates from there."""
