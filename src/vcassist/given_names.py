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
    philippa halima abdi fatuma yuki haruto sakura hana takeshi naoko keiko ayumi kaori minh thuy hoang siti agus rizky nurul aung thida
    maung srey sopheap somchai prasert kanya arun ananya aarav rohit vivek deepak suresh mahesh ganesh manoj rekha usha geeta seema neha
    pallavi swati kavya divya meena bimala sabitri binod farida zahra maryan hodan ayan abshir warsame abdirahman ifrah sahra nasra khadra
    bashir usman umar saad zubair kabir anwar rafiq shahid nasreen shabnam rukhsana parveen saima bushra tahira nadeem waqas adeel kamran
    faisal noman habib latif karima zohra fadila djamila rachida yacine sofiane walid tarek mounir hichem ilyas youssef hicham driss fatna
    naima salima hajar ghita mariem aymen hedi wafa rasha tamer hany ashraf mostafa sherif wael bassam nabil elie charbel nayla rima joelle
    wissam akosua efua kojo yaw ekow kwaku kwadwo afua adjoa kafui selorm senyo elikem dzifa chioma nkechi adanna ifeyinwa emenike okon
    effiong osaze tolulope bukola funmilayo yetunde olumide segun femi kunle halimatu zainabu hauwa rakiya danladi garba mamadou ousmane
    cheikh modou ibou coumba ndeye astou seynabou souleymane boubacar seydou drissa salif oumou djeneba korotoum rokia moctar issouf rasmane
    odile pascaline clarisse honorine beatrix jeannette immaculee claudine vestine jeanne chantal josiane thierry bosco habimana uwase
    mukamana gatete wambui wairimu nyambura muthoni kamau mwangi njoroge otieno onyango ochieng achieng atieno akinyi adhiambo auma okello
    akello nakato babirye wasswa kato nabukenya namutebi mugisha tumusiime kyomuhendo asiimwe hamisi mwajuma tabitha mwanaidi mutale bwalya
    mwila chilufe thandiwe nomvula lindiwe bongani nkosinathi zodwa ayanda thandeka tebogo kagiso boitumelo tendai tatenda farai chipo
    nyasha tafadzwa rutendo tichaona kudzai joana sofía lucía ximena camilo andrés guadalupe lupe rosario pilar consuelo concepcion itzel
    xochitl yolanda nelly yesenia wilmer edwin nilson wilson thiago enzo davi heitor larissa leticia rafaela bruna vitoria thais edson
    valdir jussara ivone zuleide solveig ragnhild gudrun bjorn leif gunnar torsten jürgen dieter ulrike heike sabine birgit wolfgang
    friedrich annika joost pieter willem femke anouk sanne matthias elodie amelie camille manon lucie chloé mathilde aurelie benoit laurent
    thibault guillaume sylvain cedric gaetan giuseppe salvatore concetta rosalia carmela vincenzo raffaella federica matteo agnieszka
    malgorzata katarzyna krzysztof piotr pawel tomasz zbigniew bogdan mihai ioana andreea vlad radu florin oksana olena iryna mykola bohdan
    yulia tetiana dmytro nikos yannis eleftheria stavros despina zoltan istvan katalin ilona gergely lubos zdenek marketa vojtech jiri
    gunther ayse fatma emine hatice murat hakan serkan burak gulsen tamar giorgi levan anahit armen gayane rustam dilshod gulnara aizada
    nurlan ainura bakyt batbayar oyuna tenzin dechen sangay
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
