"""Reads back how a chain was judged earlier, from a file that was taken away: a json report, an exported session or a chain file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vcassist.assessment.state import Knowledge, State, state_from_json, state_of
from vcassist.chain.facts import chain_from_json
from vcassist.errors import BadInput
from vcassist.interview.session import session_from_json


def earlier_state(data: Any, knowledge: Knowledge) -> State:
    """A report tells how it was judged then; a session or a chain file holds answers only, which are judged now.

    Raises BadInput when the data is none of the three.
    """
    if not isinstance(data, Mapping):
        raise BadInput("This file holds no report, session or chain.", "", "Use one that vcassist wrote.")
    inputs = data.get("inputs")
    if isinstance(inputs, Mapping) and "report" in data:
        return state_from_json(chain_from_json(inputs.get("chain")), inputs.get("judged"))
    return state_of(session_from_json(data).chain if "turns" in data else chain_from_json(data), knowledge)
