"""Words that say nothing of the subject of a message: small words, and those of passing things on. Our own lists.

English and Spanish, the languages of the application. In others the frequency of a word in the library has to do.
"""

from __future__ import annotations

_ENGLISH = """
a able about above across actually after again against ago all almost also although always am amazing among an and
another any anybody anyone anything are around as ask asked at away back be because become been before began being
believe below best better between both but by call called came can cannot cant come comes could day days did didn
didnt do does doesn doesnt doing don done dont down during each early eight either else end enough even ever every
everybody everyone everything exactly false far few find first for found four friday friends from full gave get gets
getting give gives go goes going gone good got great had happen happened has have having he hear heard hello help her
here hers hi him his hope hour hours how however i if im in instead into is isn it its itself just keep kept know
known last late later least less let life like little ll long longer look looking lot lots made make makes making many
maybe me mean means might million mine minute minutes miracle monday month months more most much must my myself named
near need needed needs never new next nine no nobody none nor not nothing now of off often ok old on once one only
open or other others our ours out over own part people per perhaps please possible put quite rather re read really
reason right said same saturday saw say says second see seen send sent set seven several shall she should show shows
simple simply since six so some somebody someone something soon start still stop such sunday sure take taken takes
tell ten than thank thanks that thats the their them then there these they thing things think this those though three
through thursday till time times to today together told tomorrow tonight too took top toward true truth try trying
tuesday twice two under until up upon us use used uses using usual ve very want wants was wasn way we wednesday week
weeks well went were what whatever when where whether which while who whoever whole whom whose why will with within
without won wonder word words work works world would year years yes yesterday yet you your yours yourself
"""

_FORWARDING = """
app attached aviso broadcast cadena chain chat check click clip comparta compartan comparte compartir copied copy
correo difunde difundir email enlace envia enviar facebook forward forwarded forwarding foto fwd group groups grupo
html http https image imagen inbox instagram join link links mail media mensaje message messages messenger news
noticia online page pagina pass pdf photo picture post posted posting profile publicar receive received reenvia
reenviado reenviar reply report send share shared sharing shortly signal site sms spread status story subscribe
telegram text tiktok twitter urgent urgente ver verdad video viral voice warn warning watch web website whatsapp www
youtube
"""

_SPANISH = """
acerca ademas ahi ahora al algo alguien algun alguna algunas alguno algunos alla alli ano anos ante antes aquel
aquella aquellos aqui asi aun aunque ayer bajo bien buena bueno cada casi como con contra cosa cosas cual cuales
cuando cuanto da dan dar de debe deben decir del desde despues dia dias dice dicen dijo donde dos durante e el ella
ellas ellos en entonces entre era eran eres es esa esas ese eso esos esta estaba estado estamos estan estar estas este
esto estos estoy favor fue fueron gente gracias gran grande ha haber habia hace hacen hacer hacia haciendo han hasta
hay haya hecho hola hora horas hoy igual ir jamas junto la las le les lo los luego luz mal manana mas me mejor menos
mes meses mi mientras mio mis misma mismo mucha muchas mucho muchos muy nada nadie ni ningun ninguna no nos nosotros
nuestra nuestro nueva nuevo nunca o otra otras otro otros para parte pero persona personas poca poco podemos poder por
porque pronto pude puede pueden pues que quien quienes quiere quiero sabe saber se sea sean segun ser si sido siempre
sin sino sobre solamente solo somos son soy su sus tal tambien tampoco tan tanto te tenemos tener tengo ti tiempo
tiene tienen toda todas todavia todo todos tres tu tus un una unas uno unos usted ustedes va vamos van varios veces
vez vida vosotros voy ya yo
"""

EMPTY_WORDS = frozenset(f"{_ENGLISH} {_FORWARDING} {_SPANISH}".split())
"""Folded: in small letters, without accents."""
