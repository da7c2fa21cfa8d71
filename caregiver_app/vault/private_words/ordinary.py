"""Words that tell nobody who is meant: what a family calls its own, titles, callings, kinds of places.

A name is private, "Mum" and "the clinic" are not: who is warned of those too learns to pass over warnings. Pure; the
words are compared as the matcher compares them, without case and accents.
"""

from __future__ import annotations

import re

from caregiver_app.library.word_forms import fold

_KIN = """
    me i self myself mum mummy mom mommy mother mama dad daddy father papa gran granny grandma grandmother grandpa
    grandad granddad grandfather nan nana aunt auntie uncle sister brother son daughter wife husband partner child
    cousin niece nephew friend neighbour neighbor family carer caregiver helper the a an and of for to at in on our my
    her his yo mama madre padre abuela abuelo tia tio hermana hermano hijo hija esposa esposo marido mujer pareja
    primo prima sobrina sobrino amiga amigo vecina vecino familia cuidadora cuidador el la los las de del y para mi
    nuestra nuestro
"""
_CALLINGS = """
    dr doctor doctora mr mrs ms miss sir madam prof professor nurse matron midwife gp consultant surgeon dentist
    pharmacist physiotherapist therapist optician chiropodist social worker keyworker manager receptionist specialist
    neurologist cardiologist psychiatrist psychologist dietitian paramedic priest vicar rabbi imam sr sra srta senor
    senora don dona enfermera enfermero medica medico especialista farmaceutica farmaceutico fisioterapeuta
    trabajadora trabajador dentista
"""
_PLACES = """
    surgery clinic hospital pharmacy chemist practice centre center home house care ward department unit room floor
    office service services team day night memory heart eye foot blood health medical community district emergency
    ambulance police helpline line street road lane avenue close court square way drive park north south east west new
    old saint general royal city town village county clinica farmacia centro casa consulta consultorio residencia sala
    planta oficina servicio servicios equipo dia noche memoria salud urgencias ambulancia policia calle avenida plaza
    camino norte sur este oeste san santa
"""
_ORDINARY = frozenset(f"{_KIN} {_CALLINGS} {_PLACES}".split())
_PLACE_WORDS = frozenset(_PLACES.split())
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’](?=[^\W_]))*")


def is_ordinary(text: str) -> bool:
    """Return whether a text holds no word but such as everybody has, so that it is nobody's own."""
    return all(fold(word) in _ORDINARY for word in _WORD.findall(text))


def own_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that are private alone: none of a place's name, of a person's all but titles."""
    words = _WORD.findall(name)
    if any(fold(word) in _PLACE_WORDS for word in words):
        return ()
    return tuple(word for word in words if fold(word) not in _ORDINARY)
