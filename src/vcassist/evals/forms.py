"""The form of a case: which parts it has and of what sort each is, checked before anything else looks at them.

Each kind of case declares its own as a class ``Form``; what a form cannot say (a quote at its place, a field that exists) its
``problems`` look for afterwards and may rely on the form.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from vcassist.chain.facts import Status

_IS_NO = {
    "string_type": "is no text",
    "list_type": "is no list",
    "dict_type": "is no object",
    "model_type": "is no object",
    "int_type": "is no whole number",
    "bool_type": "is neither true nor false",
    "too_short": "is empty",
}

# What stands for a part that may be left out. A form is only held against a case and never read, so that it need not be a value.
LEFT_OUT: Any = None


class Part(BaseModel):
    """A part of a case, or a case. Nothing is turned into what it is not ("3" into 3); what is not declared is let be."""

    model_config = ConfigDict(strict=True, extra="allow")


class CaseForm(Part):
    """What every case may have."""

    id: str
    title: str = ""
    voice: str = ""
    difficulty: str = "medium"
    traits: list[str] = LEFT_OUT


def _value(value: Any) -> Any:
    if value is None or isinstance(value, str) or (isinstance(value, list) and all(isinstance(v, str) for v in value)):
        return value
    raise PydanticCustomError("value", "is neither a text nor a list of texts")


Value = Annotated[Any, AfterValidator(_value)]
# Facts in the short form; the chain itself says what is wrong with a value.
ShortFacts = dict[str, Any]


class FactForm(Part):
    """A fact that may or must not be noted."""

    ref: str
    status: Status = "known"
    value: Value = None
    why: str = ""


def misshapen(form: type[BaseModel] | None, case: Mapping[str, Any]) -> list[str]:
    """What is not of the form of a case, a sentence each; nothing where its kind declares none."""
    if form is None:
        return []
    try:
        form.model_validate(case)
    except ValidationError as error:
        return [_sentence(each) for each in error.errors(include_url=False)]
    return []


def _sentence(error: ErrorDetails) -> str:
    *before, last = error["loc"]
    if error["type"] == "missing":
        return f"{_place(before) or 'it'} has no {last!r}"
    if error["type"] == "literal_error":
        return f"{_place(error['loc'])} is none of {error['ctx']['expected']}"
    return f"{_place(error['loc'])} {_IS_NO.get(error['type'], error['msg'])}"


def _place(path: Any) -> str:
    """``("documents", 0, "name")`` → ``'documents', number 1, 'name'``."""
    return ", ".join(f"number {step + 1}" if isinstance(step, int) else repr(step) for step in path)
