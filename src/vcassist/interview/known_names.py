"""Who is asked about by a name that the register knows ("who is OpenAI, is it a government?"), in one sentence with its date. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from vcassist.assessment.register import Register, Supplier
from vcassist.interview.suggest import same_version
from vcassist.interview.words import Country, listed

_I = re.I
_ROLES: Mapping[str, str] = MappingProxyType({
    "model_developer": "a developer of AI models", "application_vendor": "a vendor of applications", "cloud": "a cloud provider",
    "chip_designer": "a designer of chips", "hosting": "a hosting company", "telecom": "a telecoms company", "data_vendor": "a seller of data",
    "labelling": "a labelling company", "public_body": "a public body", "storage": "a storage provider", "foundry": "a chip foundry",
    "investor": "an investor", "lithography": "a maker of lithography machines",
})  # fmt: skip
_LEAD = r"(?:^|[,;:.!?]\s*|\b(?:and|but|so|ok(?:ay)?|or|sorry|tell me)\s+)"
_TAIL = r"(?:\s+(?:exactly|anyway|then|really|actually|please|by the way|again|at all|though))*\s*(?:[?!.,;]|$|\s(?=and\b|or\b))"
_WHO = re.compile(
    rf"{_LEAD}(?:(?:who|what) (?:exactly |on earth )?(?:is|are|['’]s)(?! (?:really )?behind)|who(?:['’]s| is| are)?(?: really)? (?:makes?|made|owns?|runs?|built|builds|develop(?:s|ed)|sells?|stands behind|behind)|whose is)\s+(?:the |this )?(?P<name>[\w.&’'-]+(?: [\w.&’'-]+){{0,3}}?){_TAIL}",
    _I,
)
_IS = re.compile(
    rf"{_LEAD}(?:is|are|isn['’]?t) (?P<name>[\w.&’'-]+(?: [\w.&’'-]+){{0,3}}?) (?:a |an |some |the |part of the |owned by the |from the |from )*(?P<what>governments?|state(?:-owned)?|public|private|company|firm|charity|american|chinese|european|us|university|ministry|authority)\b",
    _I,
)
_GOVERNMENT = re.compile(r"\b(?:governments?|state(?:-owned)?|public body|ministry|authority)\b", _I)
_WITH_THE = re.compile(r"(?:United|Netherlands|Philippines|Czech Republic|Bahamas|Gambia|Maldives)")


def who_is(question: str, register: Register, country: Country = str) -> str:
    """One sentence on whoever or whatever a question names, from the register; "" where it asks for nobody known."""
    for pattern in (_WHO, _IS):
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
