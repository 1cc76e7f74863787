"""Turns of phrase that the patterns of several rules are made of, each written once. Strings for ``re``, without flags. Pure.

A rule takes one of these where it means the same; where it means something narrower, it keeps its own words.
"""

from __future__ import annotations

# A small word that changes nothing of what is said.
_QUITE = r"(?:(?:really|honestly|truly|simply|still|just|also|even|actually|quite) )?"
# "I do not …", "I really couldn't even …": before the verb of knowing or telling.
DO_NOT = rf"{_QUITE}(?:(?:do|would|could)(?: not|n['’]?t)|can(?:not|['’]?t)) {_QUITE}"
# "Don't know", "no idea".
NOT_KNOW = rf"(?:{DO_NOT}know)"
NO_IDEA = r"(?:(?:no|not an?|not any) (?:idea|clue|notion))"
