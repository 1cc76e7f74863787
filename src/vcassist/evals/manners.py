"""How each manner of simulated person answers where a case gives no words of its own."""

from __future__ import annotations

from collections.abc import Mapping

MANNERS: Mapping[str, Mapping[str, str]] = {
    "terse": {
        "yes": "yes", "partly": "partly", "no": "no", "unknown": "no idea", "withheld": "they won't tell us", "person": "can't say, confidential",
        "not_applicable": "doesn't apply", "known": "{value}", "self": "ourselves", "done": "stop here please", "more": "no, that's all", "agree": "yes",
    },
    "chatty": {
        "yes": "Oh yes, we do, that one is sorted.", "partly": "Well, partly I would say, it's a bit of both.", "no": "No, I'm afraid we don't.",
        "unknown": "Honestly I don't know, nobody ever told me.", "withheld": "We asked the supplier and they refuse to tell us.",
        "person": "I'm sorry, I'm not allowed to tell you that.", "not_applicable": "That does not apply to us, really.",
        "known": "That would be {value}, as far as I can see.", "self": "We do that ourselves, nobody else.",
        "done": "I have to run now, let's stop here for today.", "more": "No, nothing else.", "agree": "Yes, that's right.",
    },
    "unsure": {
        "yes": "hmm, yes I think so", "partly": "sort of, only partly", "no": "I don't think so, no", "unknown": "not sure at all, I really don't know",
        "withheld": "the company keeps that secret", "person": "I would rather not say", "not_applicable": "I think that is not applicable here",
        "known": "{value} I believe", "self": "us, ourselves I think", "done": "can we stop now?", "more": "I don't think there is anything else", "agree": "yes I think so",
    },
    "formal": {
        "yes": "Yes, that is the case.", "partly": "Only in part.", "no": "No, that is not the case.", "unknown": "This is not known to us.",
        "withheld": "The supplier does not disclose this.", "person": "I am not at liberty to say.", "not_applicable": "Not applicable.",
        "known": "{value}.", "self": "Our own organisation.", "done": "I would like to end here.", "more": "No, that is everything.", "agree": "That is correct.",
    },
    "non_native": {
        "yes": "yes yes, we do", "partly": "half half, not all", "no": "no, this we not have", "unknown": "sorry this I not know", "withheld": "the company not tell us this",
        "person": "this I can not say, secret", "not_applicable": "for us this not apply", "known": "it is {value}", "self": "we do by ourself",
        "done": "I must go now, we stop please", "more": "no more, is all", "agree": "yes is correct",
    },
    "evasive": {
        "yes": "Well, in principle yes.", "partly": "Partly, let us say.", "no": "Not as such, no.", "unknown": "I couldn't say, I don't know the details.",
        "withheld": "The supplier does not tell us that.", "person": "I'm not going to comment on that.", "not_applicable": "That doesn't apply, I think.",
        "known": "Let's say {value}.", "self": "That we do ourselves, more or less.", "done": "I think that is enough for today.", "more": "Nothing else that I would mention.",
        "agree": "Yes, that is correct.",
    },
    "expert": {
        "yes": "Yes.", "partly": "Partially.", "no": "No.", "unknown": "Unknown to us.", "withheld": "The vendor does not disclose it.", "person": "Confidential on our side.",
        "not_applicable": "N/A.", "known": "{value}", "self": "Ourselves, in-house.", "done": "Let's stop here.", "more": "No, that's all.", "agree": "Correct.",
    },
    "confused": {
        "yes": "oh yes dear, I believe we do", "partly": "only partly I think", "no": "no, no we don't", "unknown": "oh I don't know about that at all",
        "withheld": "they never tell us such things", "person": "I'd rather not say", "not_applicable": "I don't think that applies to us",
        "known": "{value}, I should say", "self": "we do that ourselves", "done": "I am getting tired, can we stop now?", "more": "no, that's all", "agree": "yes, that's right",
    },
}  # fmt: skip
