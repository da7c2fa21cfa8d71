"""Messages that are after money are known by what they ask for, in English and in Spanish; others are left in peace."""

from __future__ import annotations

import pytest

from caregiver_app.links.money_tricks import is_after_money

AFTER_MONEY = (
    # A new number
    "Hi mum, my phone broke. This is my new number, save it. Can you text me back?",
    "Hello Dad its me, I dropped my phone in the toilet, using a friend's phone",
    "Mum I've changed my number 🙂 please delete the old one",
    "Hola mamá, se me ha roto el móvil, este es mi número nuevo",
    "Hola papá soy yo, perdí el celular. Este es mi nuevo número, escríbeme por WhatsApp",
    "Abuela, he cambiado de teléfono, guarda este número",
    # Money
    "Could you lend me some money until Friday? I'll explain later",
    "Please transfer 480 pounds today, I can't get into my bank",
    "Go to the shop and buy three gift cards, then send me the numbers on the back",
    "Your grandson is in jail and needs $5,000 for bail. Tell nobody.",
    "You have won £850,000 in the lottery. Pay the processing fee to receive it",
    "You are due a council tax refund of £312.50. Claim it here",
    "Unpaid toll: settle $6.99 today to avoid a late fee",
    "Pay with Bitcoin or we publish your photos",
    "¿Puedes hacerme un bizum de 300 €? Es urgente",
    "Mamá, necesito que me envíes dinero hoy, te lo devuelvo mañana",
    "Haga una transferencia de 900 euros a esta cuenta",
    "Su nieto tuvo un accidente y necesita 5000 dólares para la fianza",
    "Tiene una multa de tráfico pendiente de pago. Pague ahora para evitar recargos",
    "Ha ganado un premio de la lotería, abone los gastos de gestión",
    "Le corresponde un reembolso de 312 €. Solicítelo aquí",
    "Compre tarjetas de regalo y mándeme los códigos",
    # Post
    "Royal Mail: your parcel could not be delivered. A fee of £1.99 is due",
    "USPS: your package is on hold, update your address",
    "Correos: su paquete está retenido en aduana. Pague 1,79 € de gastos",
    "Su envío no ha podido ser entregado. Confirme su dirección",
    # Bank, office, Medicare
    "HSBC: unusual activity on your account. Verify your details now",
    "Your bank account has been suspended, log in to restore it",
    "This is the fraud team of your bank. Move your savings to a safe account",
    "Medicare: your new card is ready. Confirm your Medicare number to receive it",
    "Your Social Security number has been suspended",
    "Send us your bank details so that we can pay the benefit",
    "BBVA: hemos detectado un acceso no autorizado. Verifique su cuenta",
    "Su cuenta bancaria ha sido bloqueada, actualice sus datos",
    "Medicare: su nueva tarjeta está lista. Confirme su número de Medicare",
    "Seguridad Social: actualice sus datos bancarios para seguir cobrando la pensión",
    # Codes
    "What is the 6-digit code you just got by text? I sent it to you by mistake",
    "Please tell me your PIN so we can stop the thief",
    "Reply with the verification code to keep your WhatsApp",
    "Me mandas el código de 6 cifras que te acaba de llegar?",
    "Dígame su contraseña para cancelar el cargo",
    "Te envié por error un código de verificación, ¿me lo pasas?",
)
IN_PEACE = (
    "",
    "A nurse told my cousin that a spoon of lemon with baking soda ends the hard evenings, but hospitals hide it.",
    "Order the powder at once, doctors make money from hiding it",
    "Scientists have a new number: 1 in 9 people over 65 has dementia",
    "Hi mum, look at this cure for sugar",
    "Hola mamá, mira este remedio para el azúcar",
    "Drink 2 litres of water a day and save your kidneys",
    "The new medicine costs £20 a month and is free on the NHS",
    "He called for help with a code of conduct",
    "Take her card when you go to the clinic",
    "The parcel with the pads came this morning",
    "El médico dice que tome dos pastillas con agua",
    "Los hospitales ganan dinero y lo ocultan",
    "Tome zumo de limón con bicarbonato para curar la demencia",
    "El paquete con los pañales llegó esta mañana",
    "Cuenta con nosotros para lo que necesites",
    "La multa no existe: es un bulo",
    "Cambie de pastillas solo si lo dice el médico",
    "Grandma needs a new phone for Christmas",
    "A number of arteries were blocked",
    "Give your mother her card",
    "People pay $40 for this powder, and get a refund if it does not help",
    "The study won a prize",
    "Keep your money in a safe place",
    "Una caja de pastillas por 20 euros, o le devuelven el dinero",
    "La clave para curar la demencia",
    "Un teléfono nuevo para mayores, con teclas grandes",
    "Hace 20 años que le pasa, y el tiempo cuenta",
    "Le dirá la clave de la memoria",
)


@pytest.mark.parametrize("text", AFTER_MONEY)
def test_what_is_after_money_is_known(text: str) -> None:
    assert is_after_money(text)
    assert is_after_money(text.upper())


@pytest.mark.parametrize("text", IN_PEACE)
def test_what_asks_for_nothing_is_left_in_peace(text: str) -> None:
    assert not is_after_money(text)


def test_a_long_text_is_read_at_once() -> None:
    assert not is_after_money("send " * 3_000 + "- " * 3_000 + "account " * 1_000)
