"""Whether something works while the line is gone, told with words that deny only the line ("it works away fine with the internet down"). Pure.

"Down", "off", "cut" and "without" are said of what fails; whether the tool fails with it, its own verb tells.
"""

from __future__ import annotations

import re

from vcassist.interview.turns_of_phrase import NOT_SO

_I = re.I
LINE = r"(?:internet|inter-?web|net|network|web|wi-?fi|signal|connection|connectivity|coverage|reception|mobile data|airtime|broadband|router|(?:phone |data )?lines?)"
_OFF = r"(?:down|off|gone|cut(?: off)?|out|dead|away|lost|missing|broken|failing|drops?|dropped|dies|fails?|goes (?:down|off|out|away|dead)|go (?:down|off|out|away)|went (?:down|off|out)|off-?line)"
_THE = r"(?:(?:the|our|any|all|a|an|its) )?(?:good |mobile |whole )?"
_IS = r"(?:['’]?s|['’]?re| is| are| was| were| does be| do be| be| has| gets| been){0,2}"
# Characters of a sentence that are looked at: nobody tells it in more.
LONGEST = 500
# The line is gone: "with the internet down", "when the net's off", "no signal", "without wifi".
GONE = rf"(?:\b{_THE}{LINE}{_IS}(?: \w+)? {_OFF}\b|\b(?:no|nae|without|lost|lose|losing|zero) {_THE}{LINE}\b|\boff-?line\b)"
_WORKS = (
    r"\b(?:works?|working|runs?|running|functions?|functional|goes on|going|keeps? (?:on|going|working|running)|carr(?:y|ies) on|ticks? (?:on|over|away)|plods? on|does its (?:job|work|thing)|"
    r"never (?:misses|missed|skips|skipped) a (?:beat|thing)|(?:does(?:n['’]?t| not)|couldn['’]?t) (?:even )?(?:care|mind|notice|bother|matter)|happy as ever|all the same|unbothered|manages (?:fine|well))\b"
)
_SURVIVES = re.compile(
    rf"(?P<before>[^.;!?\n]{{0,60}}?)(?P<works>{_WORKS})(?: (?!but\b|not\b|until\b|unless\b|except\b|only\b)[\w’']+){{0,4}}?,? (?:even |also |still )?(?:(?:with|when|if|while|though|once|whenever) (?:even )?)?{GONE}",
    _I,
)
_GONE_AND_WORKS = re.compile(
    rf"{GONE}(?P<between>[^.;!?\n]{{0,60}}?)(?P<works>{_WORKS})(?P<behind>[^.;!?\n]{{0,30}})", _I
)
# "It runs fine without": said in answer to the question about the line.
_RUNS_WITHOUT = re.compile(
    rf"(?P<before>[^.;!?\n]{{0,60}}?)(?P<works>{_WORKS})(?: (?:fine|well|just|good|grand|ok|okay|perfectly|great)){{0,2}} without(?: (?:it|that|one|any))?\W*$",
    _I,
)
# "Works fine but not with the internet down".
_NOT_THEN = re.compile(rf"\b(?:but|only) (?:not|never) (?:(?:with|when|if|while|once) )?{GONE}", _I)
_DENIES = re.compile(
    r"\b(?:no|not|nae|never|nothing|nobody|none|neither|hardly|barely|cannot|stops?|stopped|quits?|fails?|refus\w+|half(?! (?:of|the|a)\b)|part(?:ly|s)?|some(?:times)?)\b|\bwould be\b|\b(?:i|we) wish\b|"
    + NOT_SO
    + r"|\bcannae|\bdinnae|\bdoesnae",
    _I,
)


# People who take to paper, or a thing that is dead: then it is not the tool that goes on.
_OTHERS_GO_ON = re.compile(r"\b(?:paper|by hand|pens?|pencils?|dead|useless|frozen|freezes|spins)\b", _I)


def survives(text: str, asked: bool = False) -> bool | None:
    """True where words tell that it works without a line, False where they deny just that, None where they tell neither.

    ``asked``: the words answer that question, so that "without" alone is of the line.
    """
    text = text[:LONGEST]
    if _NOT_THEN.search(text):
        return False
    if _OTHERS_GO_ON.search(text):
        return None
    for form in (_SURVIVES, _RUNS_WITHOUT) if asked else (_SURVIVES,):
        found = form.search(text)
        if found and not _DENIES.search(found["before"]):
            return True
    found = _GONE_AND_WORKS.search(text)
    if (
        found
        and not _DENIES.search(found["between"])
        and not re.search(r"\b(?:not|no|never|only|worse|slower|badly|half)\b", found["behind"], _I)
    ):
        return True
    return None
