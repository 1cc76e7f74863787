"""Common given names of many countries, to find persons by before words leave. Own list; words that mean something else are left out."""

from __future__ import annotations

import unicodedata

GIVEN_NAMES = frozenset(
    """
    aaron abdul abdullah abebe abena abigail adam adama adaeze adele adrian agnes ahmad ahmed aisha aissatou akira akua alan albert alejandro
    aleksandra alessandro alexander alexandra alfred ali alice alicia alina aliou alison amadou amanda amara amelia amina aminata amit amy ana
    anastasia anders andre andrea andreas andrew angela anil anita anna anne annette anthony antonio anya arjun arthur asha ashley asif astrid
    ayesha aylin babak barbara beatrice ben benjamin bernard bernice beth betty blessing brenda brian bruno caleb camila carla carlos carmen
    caroline catherine cecilia charles charlotte chiara chidi chinedu chloe christian christina christine christopher claire clara claudia
    colin connor craig cristina cynthia daniel daniela david deborah deepa denise dennis diana diego dimitri dominic donald dorothy edith edmund
    eduardo edward eileen elena eleni elias elif elisabeth elizabeth ella ellen emeka emily emma emmanuel enrique eric erik erika ernest esther
    eugene eva evelyn ewa fatima fatimah fatou fatoumata felix fernando fiona florence folake francesca francis francisco frank fred frederick
    gabriel gabriela gary george georgia gerald giovanni giulia gloria godfrey gordon graham greta guillermo gustavo hannah hans harold harriet
    hassan hawa heidi helen helena henrik henry hiroshi hope ian ibrahim ifeoma imran ines ingrid irene isaac isabel isabella ismail ivan
    jacob jacques james jamila jan jane janet jasmine jean jennifer jessica jia joan joanna joao johan johannes john jonas jonathan jorge jose
    joseph josephine joshua joy joyce juan judith judy julia julian juliana julie julius jun kamal karen karim karl kate katherine kathleen
    katja kavita keith kelvin kenji kenneth kevin khadija khalid kofi kwabena kwame kwesi lakshmi lars latifa laura lauren leila lena leonard
    li liam linda lisa lokesh lorenzo louis louise lucas lucia lucy luis luisa luka lukas lydia magdalena mahmoud malik mandla manuel marco
    marcos margaret maria mariam mariama marie marina mario marta martha martin mary maryam mateo matthew maureen maya mehmet mei melissa
    mercy michael michelle miguel mikhail mina miriam mohamed mohammad mohammed monica moses moussa muhammad musa mustafa nadia naomi natalia
    natasha neema nelson ngozi nguyen nia nicholas nicola nicole nikhil nikolai nina njeri noah noor nora norah nuno obinna olga oliver olivia
    oluwaseun omar oscar oumar pablo patricia patrick paul paula pauline pedro peter philip phillip pierre pooja prakash priya rachel rafael
    rahul raj rajesh ramesh rania raquel rashid ravi rebecca ricardo richard robert roberto rohan rosa rosemary roy ruth ryan sabrina sadia
    salma samantha samira samuel sandeep sandra sanjay santiago sara sarah satoshi sebastian sergei sergio shanti sharon sheila siddharth simon
    simone sindhu siobhan sita sofia solomon sonia sophia sophie stella stephen steven stuart sunil sunita susan susanne svetlana tamara tanya
    tariq tatiana temitope teresa thabo theresa thomas timothy tomas tunde uche ursula valentina vanessa vera veronica victoria vijay vikram
    vincent violet vladimir wafula walter wanjiku wanjiru wei wendy wilhelm william xin yasmin yusuf yvonne zainab zanele zara zeynep
    """.split()  # noqa: SIM905
) - frozenset(
    {
        "hope",
        "joy",
        "mercy",
        "blessing",
        "violet",
        "jan",
        "jun",
        "li",
        "mina",
        "georgia",
        "jasmine",
        "florence",
        "santiago",
        "victoria",
    }
)


def is_given_name(word: str) -> bool:
    """Whether a word is a common given name, with or without its accents ("Sónia")."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))
    return word.casefold() in GIVEN_NAMES or plain in GIVEN_NAMES
