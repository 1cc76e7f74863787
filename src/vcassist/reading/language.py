"""Whether a message is in English. Adapter of py3langid, which knows 139 languages by the letters that follow one another.

A library's guess at five words with names among them is no better than a word list; so what is plainly English by its small words is
never asked about, and only where hardly any chance is left for English is a message taken for another language. Nigerian pidgin and its kin
are read.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from vcassist.chain.facts import field_of

# Types of fields whose answer may be a name in any language; a name has hardly more words.
_NAMED = ("text", "entity")
LONGEST_NAME = 6
# Of fewer words the library is not asked. From this share of small English words on, a message is English.
LEAST_WORDS = 5
ENGLISH_FROM = 0.3
# A message with a smaller chance of being English is not; one with words of the list below, with one that is not likely.
HARDLY, UNLIKELY = 0.001, 0.2
# Sisters of English, by the library's codes: Nigerian pidgin, Tok Pisin, Jamaican, Bislama, Scots.
_KIN = frozenset({"en", "pcm", "tpi", "jam", "bi", "sco"})
_I = re.I
_FOREIGN = re.compile(
    r"\b(?:nous|vous|notre|avec|les|des|une|est|pas|dans|qui|pour|wir|und|nicht|ist|die|das|der|ein|eine|haben|mit|auf|unsere|nosotros|usamos|para|con|los|las|una|que|est[aá]|pero|muy|noi|siamo|abbiamo|non|che|per|il|della|sono|n[aã]o|com|uma|n[oó]s|temos|voc[eê]|ons|het|een|niet|wij|met|voor|jest|nie|się|mamy|tidak|kami|yang|untuk|kwa|sisi|hatuna|tuna|hii|biz|için|değil|ve|bir|somos|soy|tenemos|trabajamos|hacemos|nuestr[oa]s?|hola|gracias|buen[oa]s|del|en|el|es|un|su|sus|y|je|suis|sommes|bonjour|merci|du|aux|cette|ich|bin|sind|habe|von|zum|guten|danke|ciao|grazie|uno|nostr[oa]|obrigad[oa]|nosso|nossa|jesteśmy|dla|vi|og|til|och|ett|är|ikke)\b",
    _I,
)
_LATIN = re.compile(r"[A-Za-z]")
_ENGLISH = re.compile(
    r"\b(?:the|we|is|are|it|they|and|our|of|to|in|you|not|that|have|has|do|does|for|with|my|i|on|at|but|from|by|no|yes|what|there|this|all|nobody|them|us|use|only|as|or|so|if|an|be|was|don['’]?t|it['’]?s)\b",
    _I,
)


def foreign(message: str, asked: str | None = None) -> bool:
    """True when a message is not in English: another script, or words of another language and hardly any of English.

    Where ``asked`` takes a name or some words, "Les Amis des Enfants" is one.
    """
    letters = [c for c in message if c.isalpha()]
    if letters and sum(1 for c in letters if not c.isascii() and not ("\u00c0" <= c <= "\u024f")) > 0.5 * len(letters):
        return True
    words = re.findall(r"[^\W\d_]+", message)
    naming = asked is not None and field_of(asked).type in _NAMED
    if len(words) < (LONGEST_NAME + 1 if naming else 3) or not _LATIN.search(message):
        return False
    other, english = len(_FOREIGN.findall(message)), len(_ENGLISH.findall(message))
    listed = other >= 2 and other > english and other >= 0.18 * len(words)
    if len(words) < LEAST_WORDS:
        return listed
    return (listed or english < ENGLISH_FROM * len(words)) and _english(message) < (UNLIKELY if listed else HARDLY)


def _english(message: str) -> float:
    """The chance that a message is in English or a language near to it, by its letters."""
    ranked = _library().rank(" ".join(message.split()))
    return 1.0 if ranked[0][0] in _KIN else max(float(chance) for code, chance in ranked if code in _KIN)


@cache
def _library() -> Any:
    """The library's model, opened when first needed (half a second)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
