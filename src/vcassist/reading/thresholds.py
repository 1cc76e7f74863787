"""How sure the offline reader must be before it proposes something: every figure that was set by measuring, in one place."""

# How much the small reader counts where the larger one reads too.
SMALL_SHARE = 0.35
# On the development voices F1 is about the same from 0.5 to 0.7; precision and recall are traded.
ASKED_THRESHOLD = 0.5
THRESHOLD = 0.65
# Whoever is asked and surely answers is better heard with the likelier of two values, said back, than asked once more.
ANSWERED = 0.7
TORN_VALUE = 0.3
# Where guesses below this are wrong more often than right: nearly every story holds words that could be what data goes in.
UNASKED_AT_LEAST = {"data.description": 0.85}
SET_THRESHOLD = 0.5
# How sure it must be where an answer calls it by its own word.
SPOKEN = 0.1
# How sure a value must be of one thing in a list, and how sure the list then is.
LISTED = 0.7
LIST_SURE = 0.9
# Below this, no thing in a list says a value by itself.
ECHO = 0.2
# How sure a guess must be to stand although its clause speaks of the past, a plan, others and the like.
ASKED_AGAINST = 0.97
AGAINST = 0.97
# A volunteered fact that only the rules see, while the trained reader sees nothing of the kind, is mostly a slip.
LEAST_SUPPORT = 0.12
# A name that the register does not know, and that no word introduces as somebody's, needs more.
UNKNOWN_NAME = 0.8
ACRONYM = 0.9
# A whole form that has a place for each of its parts needs no support.
BY_FORM = 0.8
# Official texts are full of capitals that name nobody's supplier: there a stranger has to be introduced as one, or be this sure.
STRANGER = 0.93
INTENT_TRUST = 0.55
