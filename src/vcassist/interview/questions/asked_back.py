"""What of a message is to be answered: its questions, one that was left without an answer, or one that has no form of a question. Pure but for its port."""

from __future__ import annotations

import re
from collections.abc import Callable

from vcassist.interview.heard import Heard
from vcassist.interview.ports import OfTheTalk, Wanted
from vcassist.interview.questions.about_its_answer import asks_how_to_answer
from vcassist.interview.questions.asked_of_talk import asked_of_the_talk, of_the_talk, pointed_at
from vcassist.interview.questions.asking import question_form, sentences
from vcassist.interview.questions.by_what_is_wanted import WantedBy, known
from vcassist.interview.questions.finding_out import asks_where_to_find
from vcassist.interview.questions.notes_forms import notes_asked
from vcassist.interview.questions.unanswered import last_question
from vcassist.interview.remarks.addressed import unanswered
from vcassist.interview.remarks.feelings import feeling_in
from vcassist.interview.remarks.moves import move_of
from vcassist.interview.session import Session

# "Stop now?" asks for the end of the talk.
_ONLY_STOP = re.compile(
    r"\W*(?:(?:shall|can|may|do|should|must) (?:i|we) )?(?:stop|finish|end|quit)(?: (?:now|here|there|for (?:now|today)))*\W*",
    re.I,
)
# "First you said nobody reads it, now you say my boss can" names the matter; a bare complaint names none.
_NAMES_BOTH = re.compile(r"\byou (?:said|told me|say|wrote)\b[^.?!]{2,80}\bnow you\b|\?", re.I)
# So sure it must be what a complaint wants to hear; what it wants that only complains.
SAYS_WHAT = 0.7
OF_COMPLAINTS = frozenset(
    {"listening", "asked_twice", "rephrase", "why", "glossary", "offtopic", "right_answer", "fix"}
)


def asked_back(
    session: Session,
    said: str,
    heard: Heard,
    about: Callable[[str], OfTheTalk | None],
    wanted: WantedBy = lambda sentence, asked: None,
) -> tuple[str, str]:
    """What of a message is to be answered; and once more, where that is a question that was left without an answer."""
    intent = heard.reading.intent
    # "How long will this take, and who reads it?" asks for more than the time.
    only_time = heard.move == "time" and len(asked_of_the_talk(said, about)) < 2
    asks = heard.asks or (said if intent == "question" and heard.move in (None, "time") and not only_time else "")
    fears = heard.move == "distress" and _fears_the_report(said, about)
    if not asks and (fears or (heard.move == "contradicted" and _NAMES_BOTH.search(said) and of_the_talk(said, about))):
        # "Will it say that it was my fault?" wants a kind word and the answer; "first you said nobody reads it" wants to know who does.
        asks = said
    asks_notes = any(notes_asked(piece) for piece in sentences(asks))
    if not asks and intent in ("answer", "other") and heard.move is None and asks_how_to_answer(said, session.asked):
        # "Runs on the tablets but needs the net, which would that be"
        asks = said
    if move_of(asks) == "lost":
        # "What was the question?" is answered by putting it again.
        asks = ""
    if (
        (
            intent == "stop"
            and (_ONLY_STOP.fullmatch(asks) or not (of_the_talk(asks, about) or asks_notes or _is_known(asks, wanted)))
        )
        or heard.move in ("private", "unnamed")
        or (feeling_in(said) == "job" and not _told_despite_fear(asks, heard, session.asked, wanted))
        or _done_already(asks, heard, about)
    ):
        # The close itself says what was found and where the report is; a lecture would only hold them up. And "can you keep that out?"
        # is answered by what is said of confidence; "may I leave that empty?" by leaving it.
        asks = ""
    asks = asks if asks_notes else pointed_at(asks, said, about)
    # "Why do you not answer me about the name?" asks for the answer to that.
    left = unanswered(said) and intent != "stop" and not (asks and question_form(asks) and not unanswered(asks))
    owed = (_says_what(said, session.asked, wanted) or last_question(session, said)) if left else ""
    return owed or asks, owed


def _is_known(asks: str, wanted: WantedBy) -> bool:
    """Whether it is sure what a question wants: "I would like to stop. Can I erase what I said?" is not left without an answer."""
    each = (_surely(sentence, None, wanted) for sentence in sentences(asks))
    return any(one is not None and one.text for one in each)


def _says_what(said: str, asked: str | None, wanted: WantedBy) -> str:
    """The sentence of a complaint that says itself what was left without an answer: "you did not say the worst risk"; "" where none does."""
    each = (s for s in sentences(said) if unanswered(s) and _surely(s, asked, wanted) is not None)
    return next(each, "").strip()


def _surely(sentence: str, asked: str | None, wanted: WantedBy) -> Wanted | None:
    """What a sentence surely wants, where it does more than complain."""
    told = known(wanted, sentence, asked)
    return told if told is not None and told.sure >= SAYS_WHAT and told.topic not in OF_COMPLAINTS else None


def _told_despite_fear(asks: str, heard: Heard, asked: str | None, wanted: WantedBy) -> bool:
    """Whether a fear for the job is asked about beside what was told, so that no kind word meets it: "… Can I be sacked for this?"."""
    return heard.move != "distress" and any(_surely(sentence, asked, wanted) for sentence in sentences(asks))


def _fears_the_report(said: str, about: Callable[[str], OfTheTalk | None]) -> bool:
    """Whether somebody asks what the talk or its report will bring upon them."""
    return "?" in said and any(known.topic == "in_trouble" for _, known in asked_of_the_talk(said, about))


def _done_already(asks: str, heard: Heard, about: Callable[[str], OfTheTalk | None]) -> bool:
    """Whether what is asked for was just done: a question that was left open or blank, an answer that was taken out."""
    done = heard.removed or heard.skipped or any(f.open for f in heard.facts)
    if asks_where_to_find(asks):
        # "No clue. How do I find out?"
        return False
    topics = {known.topic for _, known in asked_of_the_talk(asks, about)} if asks and done else set()
    return bool(topics) and topics <= {"must_answer", "leave_out"}
