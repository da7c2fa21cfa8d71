"""Names of query parameters that only say where a visitor came from: dropping them leads to the same page.

The names are facts; they were read in public lists: Brave's query filter (adblock-lists), Firefox's query stripping
list, DuckDuckGo's tracking parameters and the tracking query params registry. Left out is what such lists hold for one
site only or what means something elsewhere (`si`, `ref`, `campid`, `cid`, `rtid`, `customid`): two articles must never
become one because their addresses differ in such a name.
"""

from __future__ import annotations

_FAMILIES = (
    "utm_",  # Google Analytics
    "mtm_",  # Matomo
    "matomo_",
    "piwik_",  # Matomo's former name
    "hsa_",  # HubSpot
    "_hs",
    "__hs",
    "oly_",  # Omeda
    "vero_",
    "sfmc_",  # Salesforce Marketing Cloud
    "bsft_",  # Blueshift
    "at_recipient_",  # AT Internet
    "fb_action_",
)
"""A name that begins with one of these is of the family."""

_LISTED = """
_branch_match_id _branch_referrer _bhlid _bta_c _bta_tid _ga _gl _ke _kx _openstat __s
action_object_map action_ref_map action_type_map at_campaign at_medium bbeml
dclid dm_i ef_id epik et_rid fb_comment_id fb_ref fb_source fbclid
ga_campaign ga_content ga_medium ga_place ga_source ga_term gad_source gbraid gclid gclsrc gpromocode gqt gs_l
guce_referrer guce_referrer_sig hmb_campaign hmb_medium hmb_source hsctatracking
igsh igshid irclickid li_fat_id loclid mc_cid mc_eid mibextid mkt_tok mkwid ml_subscriber ml_subscriber_hash msclkid
ndclid oft_c oft_ck oft_d oft_id oft_ids oft_k oft_lk oft_sk pcrid pk_campaign pk_cid pk_keyword pk_kwd rb_clickid
s_cid s_kwcid sb_referer_host sc_customer sc_eh sc_uid sccid sms_click sms_source sms_uph srsltid ss_email_id syclid
trk_contact trk_module trk_msg trk_sid ttclid tw_adid tw_campaign tw_content tw_source tw_term twclid
unicorn_click_id vgo_ee vmcid wbraid wickedid yclid ymclid ysclid
jsessionid phpsessid
"""

_NAMES = frozenset(_LISTED.split())


def is_tracking(name: str) -> bool:
    """Return True when a query parameter called `name` never changes what is shown."""
    small = name.lower()
    return small in _NAMES or small.startswith(_FAMILIES)
