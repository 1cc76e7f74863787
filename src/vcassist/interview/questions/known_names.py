"""What the register tells of a name that is asked about: who that is ("is OpenAI a government?") and where it runs ("where is Canva's server?"). Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from vcassist.assessment.register import Register, Supplier
from vcassist.interview import phrases
from vcassist.interview.suggest import same_version
from vcassist.interview.words import Country, listed

_I = re.I
# Without a mark so few words behind the question are still part of it.
FEW = 3
# A longer sentence tells a case (characters).
LONGEST = 160
_ROLES: Mapping[str, str] = MappingProxyType({
    "model_developer": "a developer of AI models", "application_vendor": "a vendor of applications", "cloud": "a cloud provider",
    "chip_designer": "a designer of chips", "hosting": "a hosting company", "telecom": "a telecoms company", "data_vendor": "a seller of data",
    "labelling": "a labelling company", "public_body": "a public body", "storage": "a storage provider", "foundry": "a chip foundry",
    "investor": "an investor", "lithography": "a maker of lithography machines",
})  # fmt: skip
_LEAD = r"(?:^|[,;:.!?]\s*|\b(?:and|but|so|ok(?:ay)?|or|sorry|tell me|(?:do you|can you) (?:know|tell)(?: me)?)\s+)"
_TAIL = r"(?:\s+(?:exactly|anyway|then|really|actually|please|by the way|again|at all|though))*\s*(?:[?!.,;]|$|\s(?=and\b|or\b))"
_WHO = re.compile(
    rf"{_LEAD}(?:(?:who|what) (?:exactly |on earth )?(?:is|are|['’]s)(?! (?:really )?behind)|who(?:['’]s| is| are)?(?: really)? (?:makes?|made|owns?|runs?|built|builds|develop(?:s|ed)|sells?|stands behind|behind)|whose is)\s+(?:the |this )?(?P<name>[\w.&’'-]+(?: [\w.&’'-]+){{0,3}}?){_TAIL}",
    _I,
)
_IS = re.compile(
    rf"{_LEAD}(?:is|are|isn['’]?t) (?P<name>[\w.&’'-]+(?: [\w.&’'-]+){{0,3}}?) (?:a |an |some |the |part of the |owned by the |from the |from )*(?P<what>governments?|state(?:-owned)?|public|private|company|firm|charity|american|chinese|european|us|university|ministry|authority)\b",
    _I,
)
# "Is DeepL a German company?"
_BY_ITS_COUNTRY = re.compile(
    rf"\W*(?:(?:and|but|so|ok(?:ay)?|sorry)\W+)*(?:is|isn['’]?t) (?P<name>(?!(?:it|this|that|there|the|our|my)\b)[\w.&’'-]+(?: [\w.&’'-]+)?) (?:an? |really |from )+(?P<what>\w+)(?: (?:company|firm|business|product|tool|app))?{_TAIL}",
    _I,
)
# "Where is Canva's server?", "in which country are the ChatGPT machines", "is our data in America now": a place of machines or of data is asked for.
_NAME = r"(?P<{0}>[\w.&-]+(?: [\w.&-]+){{0,2}}?)"
_KEPT = r"(?:servers?|machines?|computers?|data ?(?:centre|center|base)s?|cloud|data|files?|texts?|letters?|messages?|chats?|prompts?|stuff)"
_OURS = r"(?:(?:our|my|the|all|all our|all the|their|your)\s+(?:[\w'’-]+\s+)?)"
_TYPED = r"(?:what|everything(?: that)?|all(?: that)?|the things) (?:we|i|they|people|staff) (?:\w+ )?(?:typ|writ|put|enter|send|upload|paste)\w*(?: in| into it| there)?"
_OVER_THERE = r"(?:america|the us|the usa|usa|the states|the united states|china|russia|europe|the eu|eu|ireland|germany|abroad|another country|other countries|overseas|outside(?: of)? [\w-]+|which country|the country|our country|the continent|the cloud)"
_WHERE = (
    re.compile(rf"{_LEAD}(?:where|in (?:which|what) country|(?:which|what) country)(?:['’]s| is| are| does| do| would| will)? (?:the )?{_NAME.format('of')}(?:['’]s?)? (?:own )?{_KEPT}\b", _I),
    re.compile(rf"{_LEAD}(?:whose|which|what) {_KEPT} (?:does|do|is|are|did) (?:the )?{_NAME.format('user')} (?:run|runs|running|use|uses|using|work|works|sit|on|hosted)\b", _I),
    re.compile(rf"{_LEAD}goes? {_TYPED} (?:to|into|in) {_OVER_THERE}\b", _I),
    re.compile(rf"{_LEAD}(?:where|in (?:which|what) country|(?:which|what) country)(?:['’]s| is| are| does| do| would| will)? (?:the |its |their |those )?{_KEPT} (?:of|from|for|behind|with) (?:the )?{_NAME.format('owner')}(?: (?:in|stand|stands|standing|located|kept|stored|hosted|go|now|then|at))*\W*$", _I),
    re.compile(rf"{_LEAD}(?:where|in (?:which|what) country|(?:which|what) country)(?:['’]s| is| are| does| do| would| will)? (?:{_TYPED}|{_OURS}{_KEPT}|its {_KEPT}|it|they|that|this)\s*(?:all |then |now |actually |really )*(?:kept|stored?|hosted|located|go|goes|going|end up|ends up|stay|stays|sit|sits|saved|sent|run|runs|running|standing|stands?|in|live|lives)\b(?! (?:on|with|wrong|from) )", _I),
    re.compile(rf"{_LEAD}(?:is|are|does|do|will|can|could|has|have|did|would) (?:{_TYPED}|{_OURS}{_KEPT}|it|its {_KEPT}|they) (?:all |then |now |really |actually |also |ever |still )*(?:(?:in|to|into|at|go(?:es|ne)?(?: to| out to)?|sent(?: to)?|kept in|stored? in|hosted in|end up in|leaves?|left|sit(?:s|ting)? in|be (?:in|sent to|stored in|kept in)) {_OVER_THERE}|(?:go(?:es|ne)?|sent) (?:abroad|overseas))\b", _I),
    re.compile(rf"{_LEAD}(?:is|are|does|do|will|can|could) (?:it|that|this|they) (?:really |actually |ever )?(?:leave|leaves|cross|crosses)\b(?:[^?.!]{{0,20}}\b(?:country|border|continent|eu|europe)\b| (?-i:[A-Z])\w+\W*$)", _I),
    re.compile(rf"{_LEAD}(?:where|in (?:which|what) country)(?:['’]s| is| are| does) (?:the )?{_NAME.format('product')}(?:['’]s)? (?:hosted|running|run|runs|stored|kept|storing|store)\b", _I),
)  # fmt: skip
_POINTS = frozenset(
    [
        "it",
        "this",
        "that",
        "they",
        "them",
        "the",
        "tool",
        "app",
        "program",
        "its",
        "their",
        "those",
        "our",
        "my",
        "all",
        "your",
        "data",
        "one",
        "these",
    ]
)
_GOVERNMENT = re.compile(r"\b(?:governments?|state(?:-owned)?|public body|ministry|authority)\b", _I)
_WITH_THE = re.compile(r"(?:United|Netherlands|Philippines|Czech Republic|Bahamas|Gambia|Maldives)")


def of_the_register(question: str, tool: str, register: Register, country: Country = str) -> str:
    """What the register tells to a question on somebody or something by name; ``tool`` is what "it" and "our data" stand for."""
    return where_it_is(question, tool, register, country) or who_is(question, register, country)


def asks_where(said: str) -> bool:
    """Whether one sentence asks where a tool or what is typed into it is, or whether that leaves the country."""
    if len(said) > LONGEST or re.search(r"[.!?;:]\s+\w", said):
        return False
    found = next((m for p in _WHERE if (m := p.search(said))), None) or _BY_ITS_COUNTRY.match(said)
    # "Where it is kept nobody knows" tells.
    return found is not None and ("?" in said or len(said[found.end() :].split()) < FEW)


def where_it_is(question: str, tool: str, register: Register, country: Country = str) -> str:
    """Where a tool and what is typed into it are, as far as that is public; "" where no place is asked for, or of nothing by name."""
    for pattern in _WHERE:
        if asked := pattern.search(question):
            told = [name for name in asked.groupdict().values() if name and name.lower() not in _POINTS]
            # "In which country are the ChatGPT machines": a name stands among other words.
            names = [*told, *(word for name in told for word in name.split()), *([] if told else [tool])]
            if found := next((text for name in names if (text := _where(name, register, country))), ""):
                return f"{found} {phrases.NOT_WHERE}"
            return phrases.NO_RECORD.format(tool or "the tool") if not told else ""
    return ""


def _where(name: str, register: Register, country: Country) -> str:
    product = register.product(name)
    if product is None:
        return _sentence(name, register, country)
    made = _sentence(product.name, register, country)
    hosts = [register.suppliers[h].name for h in product.runs_on if h in register.suppliers]
    if not made or not hosts:
        return made
    return made.replace(" (public records", f"; {phrases.RUNS_ON.format(listed(hosts))} (public records", 1)


def who_is(question: str, register: Register, country: Country = str) -> str:
    """One sentence on whoever or whatever a question names, from the register; "" where it asks for nobody known."""
    for pattern in (_WHO, _IS, _BY_ITS_COUNTRY):
        for asked in pattern.finditer(question):
            if sentence := _sentence(asked["name"], register, country):
                return f"{_of_government(question, asked['name'], register)}{sentence}"
    return ""


def _sentence(name: str, register: Register, country: Country) -> str:
    supplier = register.supplier(name)
    model, product = register.model(name), register.product(name)
    # A brand is called after what it sells: who is asked about is told by the product's own record.
    if product is not None and (supplier is None or supplier.name.lower() != name.lower()):
        maker = register.suppliers.get(product.supplier)
        if maker is not None:
            made = f"{product.name} is a product of {maker.name}, {_is(maker, country)}"
            return f"{made} ({_cited(register, product.source, product.as_of)})."
    if supplier is not None:
        return f"{supplier.name} is {_is(supplier, country)} ({_cited(register, supplier.source, supplier.as_of)})."
    if model is None:
        return ""
    developer = register.suppliers.get(model.developer)
    by = f"{developer.name}, {_is(developer, country)}" if developer else model.developer_name
    if not by:
        return ""
    same = same_version(name, model.name)
    called, as_of = (model.name, model.as_of) if same else (name, "")
    return f"{called} is an AI model by {by} ({_cited(register, model.source, as_of)})."


def _is(supplier: Supplier, country: Country) -> str:
    roles = listed([_ROLES[role] for role in supplier.roles if role in _ROLES][:2]) or "an organisation"
    where = country(supplier.country)
    return f"{roles} in {'the ' if _WITH_THE.match(where) else ''}{where}"


def _of_government(question: str, name: str, register: Register) -> str:
    supplier = register.supplier(name)
    if supplier is None or not _GOVERNMENT.search(question):
        return ""
    return (
        "Yes, a public body: " if "public_body" in supplier.roles else "No government, as far as public records tell: "
    )


def _cited(register: Register, source: str, as_of: str) -> str:
    known = register.sources.get(source)
    return ", ".join(
        filter(None, ("public records", known.publisher if known else "", f"as of {as_of}" if as_of else ""))
    )
