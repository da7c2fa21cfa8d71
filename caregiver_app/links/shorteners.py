"""Services that put a short address in the place of a long one. Where it leads does not stand in it. Pure."""

from __future__ import annotations

from caregiver_app.links.parts import Parts
from caregiver_app.links.sites import registrable_domain

_LISTED = """
1drv.ms 2no.co a.co adf.ly aka.ms amzn.eu amzn.to app.link apple.co b.link bbc.in bit.do bit.ly bitly.com bl.ink
bom.so buff.ly chilp.it clck.ru cnn.it cort.as cutt.ly cutt.us dai.ly dlvr.it doiop.com dub.sh dwz.cn ecs.page.link
eepurl.com etsy.me exe.io fb.me fb.watch flip.it g.co g.page gg.gg goo.gl goo.su gu.com hubs.la hubs.li hubs.ly
hyperurl.co ibit.ly ift.tt is.gd j.mp kutt.it l.ead.me lin.ee linkd.in ln.run lnk.to lnkd.in me-qr.com merky.de
msft.it n9.cl nyti.ms onelink.me ouo.io ow.ly page.link pin.it plu.sh po.st prf.hn ptix.at q.gs qr.ae qr.link qr.page
qrcd.org qrco.de rb.gy rebrand.ly redd.it reut.rs rotf.lol s.id s.shopee.com shope.ee shor.by short.gy short.io
shorte.st shorturl.at shorturl.com smarturl.it sn.im snip.ly snipurl.com soo.gd spoti.fi spr.ly surl.li t.cn t.co t.ly
tiny.cc tiny.one tiny.pl tinylink.net tinyurl.com tny.im tr.im trib.al u.to ukey.lv url.cn urlgeni.us urlz.fr v.gd
v.ht vk.cc vm.tiktok.com wa.link wapo.st wp.me x.co x.gd y2u.be yhoo.it zpr.io zurl.co
"""

_SHORTENERS = frozenset(_LISTED.split())


def is_shortened(parts: Parts) -> bool:
    """Tell whether an address stands for another that cannot be seen; the home page of such a service does not."""
    host = parts.host.removesuffix(".").removeprefix("www.")
    known = host in _SHORTENERS or registrable_domain(host) in _SHORTENERS or _parent(host) in _SHORTENERS
    return known and parts.path.strip("/") != ""


def _parent(host: str) -> str:
    """Return the name above: some give each customer a name of their own, such as `clinic.page.link`."""
    return host.partition(".")[2]
