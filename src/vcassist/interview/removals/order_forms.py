"""The beginning that orders to the assistant share: where one may stand, and the courtesies and requests before its verb. Pure."""

from __future__ import annotations

# A longer message, in characters, tells a story and gives no orders.
LONGEST = 2_000
# Where a sentence or clause begins.
BEGINS = r"\A|(?<=[.!?;:,\n–—])"
_REQUESTS = (
    r"i['’]d like(?: you)? to|(?:can|could|will|would|may) (?:you|we|i)|you (?:must|should|have to|can|may)|let['’]?s"
)


def led(words: str, wishes: str, begins: str = BEGINS, more: str = "") -> str:
    """The pattern of what leads up to an order.

    ``words``: alternatives of small words before it; ``wishes``: what may stand behind "i" ("i meant …"); ``more``: further alternatives.
    """
    return rf"(?:{begins})\W{{0,8}}(?:(?:{words}|i (?:{wishes})|{_REQUESTS}{more})\b\W{{0,8}}){{0,6}}+"
