"""Words that name a member of a set by themselves, whatever else stands beside them. Data."""

from __future__ import annotations

import re

_I = re.I
FAITH = re.compile(
    r"\b(?:relig\w*|faith\w*|church\w*|mass\b|mosques?|temples?|synagogues?|pray\w*|prayers?|priests?|imams?|pastors?|parish\w*|christian\w*|muslim\w*|hindu\w*|jew(?:s|ish)?\b|buddhis\w*|catholic\w*|baptis\w*|denominations?|congregation\w*|god\b|fast(?:ing)?\b|confession\w*)",
    _I,
)
DESCENT = re.compile(
    r"\b(?:tribes?|tribal|clans?|ethnic\w*|races?\b|racial|castes?|skin colou?r|mother tongue|indigenous|roma\b|descent)",
    _I,
)
BODY = re.compile(
    r"\b(?:operations?|operated|surger\w+|ill(?:ness\w*)?\b|sick\w*|diseases?|diagnos\w+|diabet\w*|hiv\b|aids\b|pregnan\w*|disab\w+|medic\w+|pills?|blood|cancer\w*|hospital\w*|symptoms?|x-?rays?|therap\w+|depress\w*|allerg\w+|injur\w+|wounds?|hips?\b|health)",
    _I,
)
# A body that lacks a sense or a limb is a matter of health as well.
_IMPAIRED = r"\b(?:deaf(?:ness)?|blind(?:ness)?|lame|paraly[sz]ed|wheel-?chairs?|hearing (?:aids?|loss)|hard of hearing|(?:cannot|can['’]t|can hardly|can barely) (?:hear|see|walk|speak)|autis\w+|epilep\w+|dementia)\b"
_WRITTEN = r"\b(?:texts?|stor(?:y|ies)|letters?|e-?mails?|summar(?:y|ies)|articles?|poems?|essays?|captions?|paragraphs?|translations?|announcements?|newsletters?)\b"
_DRAWN = r"\b(?:pictures?|images?|drawings?|draws|illustrations?|posters?|logos?|paintings?|paints)\b"
_HEARD = r"\b(?:jingles?|songs?|music|melod(?:y|ies)|synthetic voices?|(?:reads?|speaks|says)(?: \w+){0,2} (?:out loud|aloud))\b"
_FILMED = r"\b(?:videos?|films?|clips?|animations?|cartoons?)\b"
_FREE = (
    r"\bopen[- ](?:data|access|licen[cs]\w+|government)\b|\bcreative commons\b|\bpublic domain\b|"
    r"\b(?:open|free) (?:to|for) (?:all|any(?:one|body)|every(?:one|body))\b|\b(?:any|every)(?:one|body) (?:may|can|is free to) (?:re-?use|copy|take)\b"
)
SAYS: dict[tuple[str, str], re.Pattern[str]] = {
    ("data.sensitive_data", "health"): re.compile(f"{BODY.pattern}|{_IMPAIRED}", _I),
    ("data.sensitive_data", "ethnicity"): DESCENT,
    ("data.sensitive_data", "religion"): FAITH,
    ("application.generates", "text"): re.compile(_WRITTEN, _I),
    ("application.generates", "image"): re.compile(_DRAWN, _I),
    ("application.generates", "audio"): re.compile(_HEARD, _I),
    ("application.generates", "video"): re.compile(_FILMED, _I),
    ("data.sources", "open_data"): re.compile(_FREE, _I),
}
