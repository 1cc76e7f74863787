"""Stretches of a message that hold no current fact of who speaks, whatever they name: read as if they were not there. Pure.

Each rule speaks of one way to name a thing without saying that one has it: what a box or a leaflet prints, what is ordered to be noted
though it is not so, what is withdrawn in the same breath, what another house did, what a boast undoes, whose name something else bears.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vcassist.chain.fields import Field
from vcassist.interview.reading import blanked
from vcassist.interview.remarks.only_mentioned import only_mentioned
from vcassist.interview.turns_of_phrase import TOOL
from vcassist.reading.naming.borne import names_of_things, told_of_persons
from vcassist.reading.naming.named_otherwise import named_otherwise
from vcassist.reading.text import Span, sentences
from vcassist.reading.vetoes.other_matter import of_another_matter
from vcassist.reading.vetoes.other_things import of_other_things
from vcassist.reading.vetoes.taken_back import taken_back

_I = re.I
_NAME = r"(?-i:[A-ZÀ-ÖØ-Þ][\w’-]*(?:[ -](?:[A-ZÀ-ÖØ-Þ]|\d)[\w’-]*){0,2})"

# A leaflet praises what a thing does; where it stands and whose it is it can only state. So it answers where that was asked for.
STATED_IN_PRINT = ("country", "entity")
# What sellers print on, and what they print. A label or a sign may be one's own.
_WRAPPING = r"(?:box|lid|carton|package|packaging|packet|wrapper|sleeve)"
_PRINT = r"(?:brochure|leaflet|flyer|pamphlet|prospectus|folder|advert(?:isement)?|ad|catalogue|catalog|sales sheet|data ?sheet|slides?|pitch|deck)"
_THEIR_PAGE = r"(?:(?:their|the (?:vendor|supplier|company|maker|seller|manufacturer)['’]?s?) (?:web ?site|web ?page|home ?page|page|blog|newsletter)|(?:web ?site|home ?page) of (?:the|that) (?:vendor|supplier|company|maker|seller))"
_CARRIER = (
    rf"(?:the|a|its|their|his|that|this|one|some|each|every) (?:[\w’'-]+ )?(?:{_WRAPPING}|{_PRINT})|{_THEIR_PAGE}"
)
_SAYS = r"(?:says?|said|swore|writes?|wrote|has it|had it|claims?|claimed|promis\w+|boasts?|states?|reads?|swears|goes|shouts?|tells?)"
_PRINTED = re.compile(
    # "The folder they left on the counter says it runs without internet", "the advert had it: …".
    rf"^\W*(?:but |and |well )?(?:{_CARRIER})\b(?: (?!(?:and|but|we|i)\b)[\w’'-]+){{0,6}}? {_SAYS}\b.*"
    # "On the box: …", "from the leaflet: …", "it says on the lid …", "printed on the carton: …".
    rf"|^\W*(?:(?:it|that) (?:says|said|stands|is printed|was printed)|printed|written|in big letters|says|stands)?\W*(?:on|in|from) (?:{_CARRIER})\b(?=\W*(?:[:'\"“‘«]|$)|,? (?:it|they) {_SAYS}\b|[^.;!?]*[:'\"“‘«]).*"
    rf"|^\W*(?:(?:it|that) (?:says|said|stands|is printed)|printed|written) (?:on|in) (?:{_CARRIER})\b.*",
    _I | re.S,
)
# "Encrypted, says the sticker from the shop."
_SAYS_SO = re.compile(
    rf"^.{{2,120}}?[,'\"”’!?.]\s*[–—-]?\s*(?:so )?{_SAYS} (?:{_CARRIER}|(?:the|a|their) (?:sticker|label|slogan|sales ?(?:man|woman|girl|lady|person|people|rep|team|guy)|rep|seller))\b",
    _I | re.S,
)

_CLOSES = {'"': '"', "“": "”", "«": "»", "„": "“", "'": "'", "‘": "’"}
_OPENED = re.compile(r"(?:^|[\s:(])(?P<mark>[\"“«„'‘])(?=\w)")

# To have a thing noted although it is not so.
_NAY = r"(?:none|nobody|no one|nothing|never|not (?:a single )?one)"
_IS_NOT = r"(?:['’]re| do| does| did| is| are| have| has| was| were)?(?:n['’]t| not)(?=\s*(?:$|[,.;!?]|but\b|so\b|true\b|really\b|yet\b))"
_NOT_SO = rf"(?:[^.;!?]{{0,40}}?\b{_NAY}\b|[^.;!?]{{0,20}}?\bthere(?:['’]s| is| are|['’]re) (?:no|none)\b|[^.;!?]{{0,25}}?\b(?:it|they|we|that|this|i){_IS_NOT})"
_ORDERED = re.compile(
    r"^\W*(?:(?:please|pls|kindly|just|so|and|then|ok|do)[\s,]+)*(?:note|put|write|tick|record|mark|enter|say|state|register|log|fill in)\b[^.;!?]*?"
    rf"(?:(?:,\s*|\s+|\s[-–—]\s)(?:(?:even )?(?:if|though)|although|but)(?=\s{_NOT_SO})|[,–—-]\s*(?=(?:they|it|we|that|this){_IS_NOT}|{_NAY}\b))",
    _I,
)

# Words by which somebody withdraws what they have just said.
_TURN = (
    r"(?:or rather|or no|no wait|wait,? no|no,? hang on|i mean,? no|no,? sorry|scratch that|strike that|correction|forget (?:that|it|(?:what|that|everything)? ?i (?:just |ever )?(?:said|wrote|told you)(?: that| it| about that)?)|hang on|hold on|no,? i['’]m wrong|"
    rf"(?:no,? )?(?:{_NAME}|(?:my|our|the) \w+|he|she) (?:just )?(?:corrects|is correcting|corrected) me|i(?:['’]m| am|['’]ve| have)? (?:(?:mix|confus)(?:ing|ed) (?:it|that|this|them|things|the two)(?: up)?|take (?:it|that) back|was wrong)|my mistake|i (?:retract|withdraw) (?:it|that))"
)
_WITHDRAWS = re.compile(
    rf"(?:^|[,;:.–—-]\s{{0,2}}|\s)(?P<turn>(?:(?:oh|ah|no|but|well|wait|ok|hm|sorry)\b)?\W{{0,6}}{_TURN}\b(?:\W{{1,6}}(?:{_TURN}|no|wait|sorry)\b){{0,6}}\W{{0,6}})",
    _I,
)
# Nobody takes back in passing what stands in a document; what goes on without an end is no sentence.
LONGEST, LONGEST_SENTENCE = 3000, 600
# What is somebody else's, or of another time or matter.
_DISOWNED = re.compile(
    r"(?:(?:that|this|it|those|these|they)(?:['’]s|['’]re| is| are| was| were)|(?P<again>[\w.’-]+(?: [\w.’-]+)?) (?:is|was|are|were))(?: (?:only|just|really|all|the one|the name|what))*"
    r" (?:(?:on|in|at|for|with|from|of|behind) (?:my|his|her|their|the|our|another|some)\b|(?:the|our|my|their|his|her) (?:old|other|previous|former|last|first) |what (?:my|his|her|their|the)\b|somebody|someone|something else|another\b)"
    # "I was reading from another form", "I had the bank in mind".
    r"|i (?:was|must have been|had been) (?:\w+ )?(?:reading|thinking|looking|talking|speaking)\b|i had (?:the|our|my|another) [\w ]+ in mind\b",
    _I,
)
_OVER = re.compile(r"[,.;!?\n–—]|\s-\s")
# What takes back by itself, whatever follows.
_REPEATED = re.compile(
    r"(?P<turn>\b(?:no|nay|sorry|wait|rather|i (?:retract|withdraw) that)\W+)(?P<again>[A-ZÀ-ÖØ-Þ][\w.-]+) (?:is|was|does|did|handles?|keeps?|runs?) (?:only |just |all )?(?:the|our|my|their|his|her|for|on|in|at) (?P<what>[^.,;!?]+)"
)
# "No no, Kora was the one in the training. Ours is Nyota."
_SAID_AGAIN = re.compile(
    rf"\b(?:no|nope|sorry|wait|actually|hang on|hold on)\b\W{{1,3}}(?:(?:no|sorry|wait|actually|oh|but|that)\b\W{{1,3}}){{0,4}}(?P<again>{_NAME}) (?:is|was|belongs|comes|came|were)\b",
    _I,
)
# An order to set something right names nothing: "Tested: partly. Fix."
_BARE_ORDER = re.compile(
    r"(?:^|[.!?;]\s{1,3})(?P<order>(?:please\s)?(?:fix|change|update|adjust|amend|repair|redo|mend|rectify)(?:\s(?:it|that|this))?(?:,?\s(?:please|now))?)(?=\s?(?:[.!;]|$))",
    _I,
)
_NAME_TOLD = re.compile(rf"\b(?:name\b[^.;!?]{{0,40}}?\b(?:is|was)|called|call it|named)\s(?:the\s)?{_NAME}", _I)
_BEGAN_FROM = re.compile(
    r"\b(?:it|that|this|which|the model|the tool)\s(?:(?:was|is|has been|had been)\s)?(?:first\s|originally\s|just\s)?(?:began|begun|started|grew|grown|derived|descends?|comes|came|fine-?tuned|trained|built|based|developed|made)\s"
    r"(?:out of|on top of|off|from|on|upon)\s(?:(?:something|a thing|a model|an older model|one|what is)\scalled\s|the\s|a\s)?(?P<basis>[a-z][\w-]*\d[\w-]*|(?-i:[A-ZÀ-ÖØ-Þ])[\w-]+)",
    _I,
)
_NUMBER_BACK = re.compile(
    r"(?:^|[.;:!,?]\s{1,3})(?P<number>\d[\d.,]{0,8}(?:\s(?:people|questions|of them|more))?)\s?\?+(?=\s|$)", _I
)
_ASTONISHED = re.compile(
    r"\?*\s{0,3}(?:good (?:grief|lord|god|heavens)|what|where|how|why|no idea|really|my god|oh|wow|says who|since when|who (?:says|told)|i (?:never|did)|never|heavens|seriously)\b",
    _I,
)
_IS_THEIRS = re.compile(rf"\W*(?P<other>{_NAME}) (?:is|was|belongs|comes|came)\b", _I)
_OURS_IS = re.compile(
    rf"\b(?:(?P<whose>ours|mine)|the one (?:that )?(?:we|i) (?:have|use)|what (?:we|i) (?:have|use)|our (?:own|tool|app|system|one))(?: (?:here|really|actually))?(?:['’]s| is)(?: (?:really|actually))?(?: called| named)? (?P<own>{_NAME})",
    _I,
)
_CORRECTED = re.compile(
    r"correct(?:s|ing|ed) me|forget|mix|confus|take (?:it|that) back|was wrong|my mistake|retract|withdraw", _I
)
# Who forgets something takes nothing back ("on the posts we forget it").
_FORGETS = re.compile(r"^\W*(?:forget|hang|hold)\b", _I)
_SUBJECT = re.compile(
    r"\b(?:i|we|you|they|she|he|who|people|volunteers|to|often|always|sometimes|usually|(?:n['’]t|not|never))\s*$", _I
)
_STRUCK = re.compile(
    r"\b(?:strike|scratch|forget|delete|remove|ignore|drop|cross out) (?:the |that |those |my )?(?P<what>[\w’-]{3,})\b",
    _I,
)

# "We moan in the group chat, that's about it" tells the first; the rest is no answer.
_THAT_IS_ALL = re.compile(
    r"\w\W+\w+(?P<all>[,.;–—-]*\s(?:and |but |so )?(?:that|this)(?:['’]?s| is| was) (?:(?:about|pretty much|basically|more or less|really) )?(?:it|all)(?: (?:there is|there’s|there's|really|we do|we have|i know|to it|for that))*)\W*$",
    _I,
)

# "Correction after asking Luka: it's rented."
_CORRECTION = re.compile(
    r"^\W*(?:small |one )?correction(?:\W+(?:[\w’'-]+\s?){1,6})?:|^\W*correction\b[,.–—-]\s*(?=it|that|they|we|the)", _I
)
# "IBM. Scratch that.", with nothing put in its place.
_SCRATCH = re.compile(
    r"^\W*(?:(?:no|oh|wait|sorry|actually|please)\W+)*(?:scratch|strike|forget|delete|ignore|disregard) (?:that|it|this)(?:\W+(?:please|sorry|again|one|bit))*\W*$",
    _I,
)
# "France, ah no, the old one was France."
_THE_OLD_ONE = re.compile(
    r"\bthe (?:old|previous|former|other|last|first) \w+ (?:is|was|were) (?:in |at |with |on |by )?(?P<again>[\w.’-]{2,})",
    _I,
)
# "I said volunteers, but they get paid", "why do I write pilot".
_I_SAID = re.compile(
    r"\b(?:(?:why|what) (?:do|did) i (?:say|write|type|put)|i (?:said|wrote|typed|put)(?= [\w’'-]+(?: [\w’'-]+)?,? but\b)) (?P<what>[\w’'-]{3,})",
    _I,
)
# "Scratch what I started to say about Otter": what is named there is to be forgotten.
_FORGET_ABOUT = re.compile(
    r"\b(?:strike|scratch|forget|delete|ignore|drop|disregard|never mind) (?:what|everything|all|anything|whatever)(?: that)? i (?:\w+ ){1,5}?(?:about|on|of) [^.,;:!?\n]+",
    _I,
)
# "the grades go in, no sorry!! NOT the grades": the same word again behind a no and a not.
_NOT_THAT = re.compile(
    r"\b(?:no|nah|sorry|wait|oops)\b[^.;]{0,40}?\bnot (?:the |our |that |any )?(?P<what>[\w’-]{3,})\b", _I
)

# Words too fine for one's own arrangements: what follows the colon, or the "merely" after the shout, undoes them.
_FINE = r"(?:magnificent|wonderful|marvellous|marvelous|splendid|glorious|superb|brilliant|fabulous|fantastic|ingenious|legendary|famous|exquisite|sublime|heroic)"
_FINELY = r"(?:most \w+ly|superbly|splendidly|brilliantly|wonderfully|marvellously|magnificently|gloriously|exquisitely|beautifully|with the (?:greatest|utmost|tenderest) \w+)"
_PERSONS = r"(?:\w+ers?|\w+ors?|\w+ists?|nurses?|colleagues?|team|staff|people|ladies|lady|women|woman|men|man|sisters?|girls?|boys?|secretar\w+|clerks?|crew|job|work)"
_BOAST = re.compile(
    rf"^[^.;!?:]*(?:\bvery \w+ indeed\b[^.;!?:]*|\b{_FINE} (?!(?:\w+ )?{_PERSONS}\b)[\w’' -]+|\b{_FINELY}\b[^.;!?:]*):\s.*",
    _I | re.S,
)
_NO_HARM = re.compile(
    r"^[^.;:?]*(?:\bno (?:problem|trouble|harm|difficulty|worr(?:y|ies)) (?:whatsoever|at all|in the (?:least|world))|\bnothing (?:happens|changes|stops|breaks) (?:whatsoever|at all)|\bnot the (?:slightest|least) (?:problem|trouble|bother))\b[^.;:?]*[!.:]$",
    _I,
)
_MERELY = re.compile(r"^\W*(?:(?:we|they|i|it|the \w+) )?(?:merely|only|just|simply)\b", _I)

# Houses that are not one's own by their kind; an office, a branch or a clinic alone may be.
_HOUSE = r"(?:hospital|university|college|union|co-?op(?:erative)?|ministry|diocese|parish|council|town|city|village|district|county|federation|museum|ngo|charity|foundation|clinic|school|library|institute|association|mission|team|people|folk|colleagues|sisters|brothers|fathers|nuns)"
_PLACED = rf"(?:(?:in|at|of|from|near|over in|down in|up in) (?:{_NAME}|\w+)|next (?:to|door(?: to)?)(?: ours| us)?|across \w+ \w+|down \w+ \w+|over there)"
_DID = r"(?:has|have|had|did|does|do|wrote|made|held|tested|tests|trained|trains|compared|compares|published|publishes|put|puts|asked|asks|measured|measures|count|counts|counted|keeps?|kept|drew up|got|gets|reads?|checks?|checked|ran|runs)"
_OTHER_HOUSE = re.compile(
    rf"^\W*(?:well |oh |yes |but )?(?:(?:the|an?) (?:(?!own\b)[\w’'-]+ ){{0,2}}?{_HOUSE} {_PLACED}|the (?:\w+ )?(?:mission|dairy|mother|sister|twin|rival|private|military|university|lutheran|catholic|anglican|methodist|orthodox|adventist|islamic) {_HOUSE}|those (?:in|at|from|of|over in) {_NAME}),? {_DID}\b",
    _I,
)
_BARE_PLACE = re.compile(rf"^\W*(?-i:[A-ZÀ-ÖØ-Þ][a-zà-ÿ-]+) {_DID}\b", _I)
_SHOWN = re.compile(
    r"\b(?:they|he|she|people there) (?:\w+ ){0,6}?(?:show(?:ed)? (?:me|us|it)|sent (?:me|us)|lent (?:me|us)|told (?:me|us))\b|\bto (?:show|send|lend) (?:us|me)\b|\bi(?:['’]ve| have)? (?:seen|held|read|saw) (?:it|one|theirs)\b|\b(?:theirs|very thorough people)\b",
    _I,
)
_OURS = re.compile(r"\b(?:us|our|ours|we|with me|for me)\b", _I)
_NEXT_TO_OURS = re.compile(r"\b(?:next|close|near) (?:to )?(?:ours|us)\b", _I)
# What is asked for is done by the organisation, once or as a rule.
_DONE_BY_ONESELF = ("governance", "monitoring")
_TESTED = ("model.tested_locally", "model.documentation")

# "4.1? That was the score": a word said back only to say what else it is.
_SAID_BACK = re.compile(
    r"^\W*[\w.&+-]+(?: [\w.&+-]+)?\s*\?+\s*(?=(?:that|this|it)(?:['’]s| is| was) (?:just |only )?(?:the|a|an|our|my|his|her) (?P<what>[^.;!?]+))",
    _I,
)
_SOFTWARE = re.compile(
    rf"\b(?:{TOOL}|product|helper|models?|engine|version|chip|card|gpu|board|processor|ai|llm|one|name|brain|thing|best|machine|service|answer|translator)\b",
    _I,
)
# What only shows how something may sound is not so itself: "it is only an example of a warning".
_ONLY_SHOWS = re.compile(
    r"\b(?:it|that|this|which|those|these|they)(?:['’]s|['’]re| is| was| are| were) (?:only|just|merely|simply) (?:an? |some )?(?:examples?|samples?|instances?)\b[^.;!?\n]*",
    _I,
)
# A name from which the speaker holds off.
_UNRELATED = re.compile(
    rf"\b(?:no relation (?:to|of)|nothing to do with|not (?:at all )?related to|no kin of|(?:not|never) to be (?:confused|mixed up) with|unrelated to)\s+(?:the )?{_NAME}(?:['’]s)?(?: \w+)?"
    rf"|(?:\b{_NAME}(?:['’]s [\w-]+)?),? (?:which|that|whom) (?:we|nobody here) (?:do(?:es)?(?:n['’]t| not)|have never|never|neither) (?:have|had|use|used|own|touch\w*|buy|bought)\b",
    _I,
)


def without_aside(message: str, asked: Field | None, known: Iterable[str] = ()) -> str:
    """The message with what holds no current fact of its own turned into spaces, so that every offset holds.

    ``known``: the names of tools and their makers in it. Only of these it matters what else bears them.
    """
    found = [*_in_sentences(message, asked), *_withdrawn(message), *_said_of_another(message), *_struck(message)]
    found += [*_put_aside_for_ours(message), *_basis_of_a_name(message, asked), *_asked_back(message, asked)]
    found += [m.span("order") for m in _BARE_ORDER.finditer(message)]
    found += [m.span("all") for m in _THAT_IS_ALL.finditer(message)]
    names = set(known)
    found += [m.span() for form in (_UNRELATED, _ONLY_SHOWS) for m in form.finditer(message)]
    found += [(thing.start, thing.end) for thing in names_of_things(message) if thing.text in names]
    found += told_of_persons(message, names, asked is None)
    found += [*taken_back(message, asked), *of_another_matter(message, asked), *named_otherwise(message, asked)]
    found += [*of_other_things(message, asked), *only_mentioned(message, asked)]
    return blanked(message, [*found, *_put_right(message)])


def _in_sentences(message: str, asked: Field | None) -> Iterator[tuple[int, int]]:
    parts = sentences(message)
    of_whom_or_where = asked is not None and asked.type in STATED_IN_PRINT
    for number, part in enumerate(parts):
        following = parts[number + 1].text[:LONGEST_SENTENCE] if number + 1 < len(parts) else ""
        if len(part.text) > LONGEST_SENTENCE:
            continue
        if not of_whom_or_where and (_PRINTED.match(part.text) or _SAYS_SO.match(part.text)):
            yield part.start, _quotation_end(message, part)
        elif asked and (_boasts(part.text, following, asked) or _of_another_house(part, message, asked)):
            yield part.start, part.end
        elif ordered := _ORDERED.match(part.text):
            yield part.start, part.start + ordered.end()
        elif (back := _SAID_BACK.match(part.text + " " + following)) and not _SOFTWARE.search(back["what"]):
            yield part.start, part.start + back.end()


def _quotation_end(message: str, part: Span) -> int:
    """Where what a sentence quotes is over: behind its last quotation mark, which may stand in a later sentence."""
    opened = _OPENED.search(part.text)
    closed = message.find(_CLOSES[opened["mark"]], part.start + opened.end()) if opened else -1
    return max(part.end, closed + 1)


def _boasts(sentence: str, following: str, asked: Field) -> bool:
    if asked.type not in ("yesno", "enum"):
        return False
    return bool(_BOAST.match(sentence) or (_NO_HARM.match(sentence) and _MERELY.match(following)))


def _of_another_house(part: Span, message: str, asked: Field) -> bool:
    """Whether a sentence tells what another house did of that which is asked for ("the mission hospital in Rourkela did one")."""
    if asked.type != "yesno" or not (asked.kind in _DONE_BY_ONESELF or asked.key in _TESTED):
        return False
    if _OTHER_HOUSE.match(part.text):
        return not _OURS.search(_NEXT_TO_OURS.sub("", part.text)) or bool(_SHOWN.search(part.text))
    return bool(_BARE_PLACE.match(part.text) and _SHOWN.search(message))


def _withdrawn(message: str) -> Iterator[tuple[int, int]]:
    """What somebody says and takes back before the message ends, where what follows says whose or what it is instead."""
    if len(message) > LONGEST:
        return
    parts = sentences(message)
    for found in _WITHDRAWS.finditer(message):
        if _FORGETS.search(found["turn"]) and _SUBJECT.search(message[: found.start("turn")]):
            continue
        begin, end = found.start("turn"), found.end("turn")
        disowned = _DISOWNED.match(message, end)
        again = disowned["again"] if disowned else None
        if disowned and again and again.casefold() not in message[:begin].casefold():
            disowned = None
        if not disowned and not _CORRECTED.search(found["turn"]):
            continue
        before = [
            p for p in parts if any(c.isalnum() for c in message[p.start : min(p.end, begin)]) and p.start < begin
        ]
        if before:
            yield before[-1].start, _clause_end(message, disowned.end()) if disowned else end


def _said_of_another(message: str) -> Iterator[tuple[int, int]]:
    """A bare name that is said again after a no, as that of something else ("Google… no, Google is only the calendar")."""
    for found in _REPEATED.finditer(message):
        before = re.match(
            rf"\W*(?:it['’]?s |it is )?{re.escape(found['again'])}\b[^\w]*(?:\w{{1,3}}\W+)?$",
            message[: found.start()],
            _I,
        )
        if before and not _SOFTWARE.search(found["what"]):
            yield 0, found.end()


def _put_aside_for_ours(message: str) -> Iterator[tuple[int, int]]:
    """A name that is said again after a no, as another's, before the message says what ours is called: "It is called Kora, no, Kora was
    the one in the training. Ours is Nyota"."""
    ours = _OURS_IS.search(message) if len(message) <= LONGEST else None
    if ours is None:
        return
    parts = sentences(message)
    before = [p for p in parts if p.end <= ours.start() and p.text.strip()]
    if before and ours["whose"] and (theirs := _IS_THEIRS.match(before[-1].text)) and theirs["other"] != ours["own"]:
        yield before[-1].start, before[-1].end
    for found in _SAID_AGAIN.finditer(message, 0, ours.start()):
        name = found["again"]
        first = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", message[: found.start("again")])
        if first and name != ours["own"]:
            begins = max((p.start for p in parts if p.start <= first.start()), default=0)
            ends = next((p.end for p in parts if p.end > found.start("again")), ours.start())
            yield begins, min(ends, ours.start())


def _basis_of_a_name(message: str, asked: Field | None) -> Iterator[tuple[int, int]]:
    """From what the thing was made whose name is told before: "It is called Kora. It began from something called Nyota"."""
    if asked is None or asked.name != "name" or len(message) > LONGEST:
        return
    for found in _BEGAN_FROM.finditer(message):
        if _NAME_TOLD.search(message, 0, found.start()):
            yield found.span()


def _asked_back(message: str, asked: Field | None) -> Iterator[tuple[int, int]]:
    """A number that is said back in astonishment ("61? Good grief."); asked how many there are, a number alone is a guess."""
    for found in _NUMBER_BACK.finditer(message):
        guess = asked is not None and asked.key == "organisation.size"
        if not guess or _ASTONISHED.match(message, found.end()):
            yield found.span("number")


def _struck(message: str) -> Iterator[tuple[int, int]]:
    """A word that is said and then ordered to be struck ("Pupils. No, strike the pupils"), wherever it stands before."""
    orders: dict[str, list[tuple[int, int]]] = {}
    for order in _STRUCK.finditer(message):
        orders.setdefault(order["what"].casefold(), []).append(order.span())
    for what, places in orders.items():
        # Each word is looked for once, however often it is ordered out.
        before = message[: places[-1][0]]
        said = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(what)}(?!\w)", before, _I)]
        if said:
            yield from said
            yield from (place for place in places if said[0][1] <= place[0])


def _put_right(message: str) -> Iterator[tuple[int, int]]:
    """What stands before a correction that announces itself, a matter that is to be forgotten, a word said again with a loud not."""
    parts = sentences(message)
    for number, part in enumerate(parts):
        if number and (found := _CORRECTION.match(part.text)):
            yield parts[number - 1].start, part.start + found.end()
        if number and number == len(parts) - 1 and _SCRATCH.match(part.text):
            yield parts[number - 1].start, part.end
    if (old := _THE_OLD_ONE.search(message)) and message.casefold().lstrip().startswith(
        old["again"].rstrip(".").casefold()
    ):
        yield 0, old.end()
    for found in _I_SAID.finditer(message):
        at = message.casefold().find(found["what"].casefold())
        if 0 <= at < found.start("what"):
            yield from ((at, at + len(found["what"])), found.span())
    yield from (m.span() for m in _FORGET_ABOUT.finditer(message))
    for found in _NOT_THAT.finditer(message):
        said = re.search(rf"(?<!\w){re.escape(found['what'])}(?!\w)", message[: found.start()], _I)
        if said:
            yield max((p.start for p in parts if p.start <= said.start()), default=0), found.end()


def _clause_end(message: str, start: int) -> int:
    found = _OVER.search(message, start)
    return found.start() if found else len(message)
