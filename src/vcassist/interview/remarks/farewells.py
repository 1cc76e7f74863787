"""Words of parting, wishes and thanks, in the languages that people bring along. Pure data, and whether a sentence is made of them."""

from __future__ import annotations

import re

_I = re.I
# Words of parting in the languages that people bring along, and in short messages.
FAREWELL = (
    r"(?:(?:good[ -]?|bye[ -]?)?bye+|byes?|see (?:you|ya)|so long|farewell|cheerio|hooroo|ta[ -]ta|toodle[ -]?oo|laters|lata|ttyl|gtg|g2g|cya|catch (?:you|ya) (?:later|soon|never|tomorrow|around)|good ?night|night[- ]night|"
    r"(?:till|until) (?:another|the next|next|tomorrow|then|soon)\b(?: (?:day|time|week))?|another (?:day|time)|over and out|ciao|cha[ou]|ta[ -]ra|takk for (?:i dag|n[åa]|praten|meg)|addio|arrivederci|adios|adi[oó]s|hasta (?:luego|ma[nñ]ana|pronto|la vista)|ma[nñ]ana mejor|adeus|tchau|at[eé] (?:logo|amanh[aã]|j[aá]|breve|(?:à|a) (?:pr[oó]xima|vista))|au revoir|adieu|[àa] (?:bient[oô]t|demain|plus)|"
    r"tsch(?:ü|ue)(?:ss|ß)|servus|auf wieder(?:sehen|schauen|h(?:ö|oe)ren)|doei|tot (?:ziens|morgen)|dag|ha det|hej d[oå]|hei hei|moi moi|moro|do widzenia|pa pa|na shledanou|nashledan[aá]u|dovi[dđ]enja|nasvidenje|do pobachennia|do svidani\w+|la revedere|viszl[aá]t|ant[ií]o|yia|yassas|hoşça ?kal|g(?:ü|u)le g(?:ü|u)le|"
    r"khoda ?hafez|khuda ?hafiz|allah ?hafiz|fi ?aman ?illah|ma['’]?a ?salama\w*|yalla bye|shalom|kwaheri|tutaonana|sala(?:ni)? (?:kahle|hantle)|hamba(?:ni)? kahle|totsiens|ndaba|o dabo|ka chi ?fo|sai an ?jima|ba beneen yoon|veloma|paalam|ingat|sampai jumpa|selamat tinggal|dadah|zai ?jian|sayonara|ja ne|annyeong|la gon|tofa|moce|haere r[aā]|aloha|with god|go with god|be well)"
)
# Said beside a goodbye: it ends nothing by itself and keeps nothing going.
BLESSING = re.compile(
    r"\W*(?:(?:god (?:bless|keep|be with|go with)|bless(?: you)?|good luck|all the best|best wishes|take care|cheers|thanks?|thank you|thx|tks|many thanks|ta|sorry|pardon|forgive me|"
    rf"{FAREWELL}|good (?:morning|day|evening|afternoon)|have a (?:good|nice|lovely|great) \w+|i (?:thank|salute|greet) you(?: and wish you (?:\w+ ){{1,3}}\w+)?|(?<!es )salaams?|salamat|asante|merci|danke|gracias|obrigad[oa]|grazie|vinaka|malo|shukran|amen|yalla|ok(?:ay)?(?: (?:lah|klaar))?|opa|bon|voil[aà]|xx*)"
    r"(?:\W+(?:so much|very much|a lot|you|all|then|now|dear|love|again|for (?:now|today|everything|all|(?:all )?(?:your|the) (?:help|time|patience|trouble|efforts?|kindness|attention|questions|support|assistance|advice|work|answers))|to you|po|later|soon|tomorrow|my (?:friend|son|brother|sister|dear)|everyone|and))*\W*)+",
    _I,
)
# A wish in another language has a word of the day, the night, luck, peace or God in it, and is short.
_WISH = re.compile(
    r"(?<![^\W\d_])(?:journ[ée]e|soir(?:[ée]e)?|nuit|continuation|courage|semaine|week-?end|vacances|"
    r"tag|abend|nacht|nachmittag|morgen|feierabend|wochenende|woche|gute[nsr]?|gut|gl[üu]ck|gr[üu](?:ß|ss)e?|wiedersehen|sch[öo]ne[nsr]?|"
    r"d[ií]as?|tardes?|noches?|semana|suerte|dios|vaya|saludos?|cu[ií]d\w+|abrazos?|"
    r"boa|bom|dia|noites?|fim|deus|sorte|cumprimentos|giornata|serata|notte|fortuna|saluti|"
    r"dnia|dzie[nń]|wieczoru?|nocy|weekendu|pozdrawiam|ve[čc]er|noc|dan|ve[čc]eri?|dobry|pozdrav\w*|"
    r"dag|dagen|kv[äe]ll|kveld|aften|helg|avond|weekeinde|groet\w*|h[äa]lsning\w*|hilsen|"
    r"p[äa]iv[äa]n?\w*|iltaa|viikonloppu\w*|y[öo]t[äa]|p[äa]eva|[õo]htut|napot|este|est[ée]t|[ée]jszak[áa]t|zi|sear[ăa]|"
    r"g[üu]nler|ak[şs]amlar|geceler|haftasonu|selam\w*|siku|usiku|jioni|mchana|njema|mungu|heri|salama|amani|"
    r"hari|malam|pagi|araw|gabi|diyos|allah|khuda|insha\w*|inshallah|ramadan|mubarak|shabbat|ng[àa]y|lala|kahle)(?![^\W\d_])",
    _I,
)
_ENGLISH = re.compile(
    r"\b(?:the|an?|we|i|you|it|they|he|she|is|are|was|were|has|have|does|do|did|not|no|yes|our|my|their|of|to|in|on|with|for|this|that|nobody|never|always|"
    r"used?|checks?|reads?|every|each|only)\b|\d",
    _I,
)
# A longer sentence tells something.
LONGEST_WISH = 6


def blesses(sentence: str) -> bool:
    """Whether a sentence is thanks, a farewell or a wish and nothing else, in English or in a few words of another language."""
    if BLESSING.fullmatch(sentence):
        return True
    few = len(sentence.split()) <= LONGEST_WISH and "?" not in sentence
    return few and bool(_WISH.search(sentence)) and not _ENGLISH.search(sentence)
