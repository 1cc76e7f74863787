"""The view model: what a report says of a chain, and what it must not say."""

from __future__ import annotations

from dataclasses import replace

from report_chains import all_unknown, empty, from_file, large, ordinary_session, tiny
from report_shelf import Shelf

from vcassist.chain.facts import Fact, fold
from vcassist.chain.fields import FIELDS
from vcassist.interview.session import Awaiting, Contradiction, Session, Turn
from vcassist.report import render
from vcassist.report.blocks import Heading, Para, plain
from vcassist.report.build import build
from vcassist.report.contents import contents
from vcassist.report.drawings.network import chain_maps
from vcassist.report.model_dependence import told_apart
from vcassist.report.provenance import _Sources, digest_of
from vcassist.report.words import clean


def test_an_empty_chain_gives_an_honest_report(shelf: Shelf) -> None:
    report = build(shelf, empty())
    assert report.summary.depends_on[0][0].text == "Nothing has been said yet about what you depend on."
    assert (report.risks, report.opportunities, report.evidence, report.letters, report.concentration) == (
        (),
        (),
        (),
        (),
        (),
    )
    assert report.counts["known"] == 0 and report.counts["unasked"] == report.counts["all"] > 60
    assert (
        report.undecided
        and report.questions
        and "read this report as a list of questions" in report.summary.sureness[-1].text
    )


def test_every_sentence_of_the_first_page_cites_evidence(shelf: Shelf) -> None:
    session = ordinary_session()
    page = build(shelf, session.chain, session).summary
    said = [
        *(s for bullet in page.depends_on for s in bullet),
        *page.monday,
        *page.sureness,
        *(s for _, group in page.matters for s in group),
    ]
    assert len(said) > 15 and all(s.ids for s in said)
    assert 3 <= len(page.matters) <= 5


def test_a_finding_shows_the_persons_words_and_the_citation(shelf: Shelf) -> None:
    session = ordinary_session()
    report = build(shelf, session.chain, session)
    finding = next(g for g in report.risks if g.rule == "no-fallback")
    assert {row.quote for row in finding.items[0].facts} == {"If it is down we stop", "no plan B"}
    assert finding.terms[0].definition and finding.terms[0].link.startswith("/glossary/")
    assert finding.controls[0].text and finding.mitigations[0].first_step
    assert all(row.where == "turn 2, 2026-11-20" for row in finding.items[0].facts)


def test_a_chain_file_without_quotes_says_where_its_facts_come_from(shelf: Shelf) -> None:
    report = build(shelf, tiny())
    assert report.evidence[0].source == "from the chain file" and report.evidence[0].quote == ""
    assert "chain file" in report.origin


def test_decisions_stand_beside_their_finding_and_in_the_plan(shelf: Shelf) -> None:
    decision = {"state": "accepted", "note": "until spring", "at": "2026-11-21T10:00:00+00:00"}
    session = ordinary_session(decisions={"no-policy@governance": decision})
    report = build(shelf, session.chain, session)
    item = next(g for g in report.risks if g.rule == "no-policy").items[0]
    assert item.decision and (item.decision.state, item.decision.note) == ("accepted", "until spring")
    assert any(a.decision == "accepted" for a in report.actions)
    assert all(a.who == "" and a.by_when == "" for a in report.actions)


def test_it_is_a_draft_until_a_person_put_name_and_date_to_it(shelf: Shelf) -> None:
    session = ordinary_session()
    assert build(shelf, session.chain, session).stamp.startswith("DRAFT")
    half = replace(session, extra={"reviewed": {"by": "Amina"}})
    assert build(shelf, half.chain, half).draft
    facts = digest_of(session.chain.as_json())
    done = replace(session, extra={"reviewed": {"by": "Amina", "on": "2026-11-24", "facts": facts}})
    assert build(shelf, done.chain, done).stamp == "Reviewed by Amina on 2026-11-24"
    assert not build(shelf, done.chain, done).draft


def test_a_review_holds_for_the_facts_that_were_reviewed_and_no_others(shelf: Shelf) -> None:
    session = ordinary_session()
    old = {"reviewed": {"by": "Amina", "on": "2026-11-24", "facts": digest_of({"facts": []})}}
    report = build(shelf, session.chain, replace(session, extra=old))
    assert report.draft and report.stamp == "DRAFT: facts have changed since Amina reviewed this report on 2026-11-24"


def test_each_supplier_gets_its_withheld_and_unknown_fields_as_questions(shelf: Shelf) -> None:
    session = ordinary_session()
    letters = {x.supplier: x for x in build(shelf, session.chain, session).letters}
    asked = {q.ref: q for q in letters["OpenAI"].questions}
    assert asked["model.trains_on_inputs"].status == "withheld"
    # It runs at the supplier's: only OpenAI can be asked where.
    assert "compute.country" in asked and "Microsoft" not in letters
    assert "application.human_review" not in asked and "model.weights" not in asked
    assert all(q.text.endswith("?") or q.text.endswith("?”") for x in letters.values() for q in x.questions)


def test_what_the_person_itself_withholds_is_not_asked_of_a_supplier(shelf: Shelf) -> None:
    chain = fold((Fact("model.supplier", "known", "OpenAI"), Fact("model.licence", "withheld", by="person")))
    assert "model.licence" not in {q.ref for x in build(shelf, chain).letters for q in x.questions}


def test_what_a_chain_file_withholds_of_the_organisations_own_matters_is_the_organisations(shelf: Shelf) -> None:
    withheld = ("governance.policy", "governance.exit_clause", "application.human_review", "model.licence")
    chain = fold(
        (
            Fact("application.supplier", "known", "OpenAI"),
            Fact("model.supplier", "known", "OpenAI"),
            *(Fact(ref, "withheld") for ref in withheld),
        )
    )
    report = build(shelf, chain)
    by = {row.ref: row.value for row in report.evidence if row.status == "withheld"}
    assert [by[ref] for ref in withheld] == ["withheld by the person who answered"] * 3 + ["withheld by the supplier"]
    asked = {q.ref for x in report.letters for q in x.questions if q.status == "withheld"}
    assert asked == {"model.licence"}


def test_how_sure_we_are_is_said_in_whole_sentences(shelf: Shelf) -> None:
    withheld = build(shelf, fold(Fact(key, "withheld") for key in FIELDS)).summary.sureness
    assert withheld[1].text == f"The other {len(FIELDS)} are withheld."
    assert withheld[2].text.endswith("and none is ruled out.")
    ordinary = build(shelf, ordinary_session().chain).summary.sureness
    assert ordinary[1].text.startswith("Of the others, 1 is not known to you, 1 is withheld and ")


def test_the_first_page_says_of_nobody_twice_that_they_supply_the_tool(shelf: Shelf) -> None:
    chain = from_file(
        ("application.name", "Essay aid"), ("application.supplier", "Zindua"), ("model.supplier", "OpenAI")
    )
    said = [s.text for bullet in build(shelf, chain).summary.depends_on for s in bullet]
    assert "You use Essay aid, supplied by Zindua." in said and "OpenAI stands behind the model." in said
    assert sum("Zindua" in text for text in said) == 1
    same = from_file(("application.name", "fobizz"), ("application.supplier", "fobizz"))
    assert [s.text for bullet in build(shelf, same).summary.depends_on for s in bullet] == ["You use fobizz."]


def test_a_bare_no_is_not_quoted_as_the_persons_words(shelf: Shelf) -> None:
    def quoted(words: str) -> str:
        report = build(shelf, fold((Fact("governance.policy", "known", "no", words),)))
        return " ".join(s.text for _, said in report.summary.matters for s in said)

    assert "In your words" not in quoted("no")
    assert "In your words: “we have no rules”." in quoted("we have no rules")


def test_a_report_asks_for_the_longest_letter_first_where_there_are_several(shelf: Shelf) -> None:
    def line(*suppliers: str) -> str:
        facts = [
            Fact(f"{kind}.supplier", "known", name) for kind, name in zip(("model", "storage"), suppliers, strict=False)
        ]
        facts += [
            Fact("model.licence", "unknown"),
            Fact("model.weights", "unknown"),
            Fact("storage.encrypted", "unknown"),
        ]
        return next(s.text for s in build(shelf, fold(facts)).summary.monday if "letter" in s.text)

    assert line("OpenAI", "Google").startswith("Send the letters in this report, first the one to OpenAI: ")
    assert line("OpenAI", "self").startswith("Send the letter in this report to OpenAI: ")


def test_open_places_and_fields_stand_in_plain_words(shelf: Shelf) -> None:
    chain = from_file(("model.name", "GPT-4o"), ("labelling.done_by", ["vendor"]))
    report = build(shelf, chain)
    assert "where the labelling is done" in report.places_open
    missing = {words for rule in report.undecided for _, words in rule.missing}
    assert "reading the model's documentation (GPT-4o)" in missing
    assert not any("_" in words or "trains on inputs" in words for words in missing)


def test_a_risk_ruled_out_on_one_part_only_is_not_said_to_be_ruled_out(shelf: Shelf) -> None:
    chain = from_file(
        ("application.name", "Grader"),
        ("application.outage_effect", "stops"),
        ("application.alternative", "no"),
        ("application-2.name", "Minutes"),
        ("application-2.outage_effect", "none"),
    )
    blocks = contents(build(shelf, chain))
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == "ruled-out")
    told = blocks[at + 1]
    assert isinstance(told, Para) and "Service stops, no fallback ready (only for Minutes)" in plain(told.runs)


def test_counting_by_group_is_told_only_where_it_differs(shelf: Shelf) -> None:
    def scopes(*names: str) -> list[str]:
        kinds = ("application", "model", "storage")
        chain = from_file(*((f"{kind}.supplier", name) for kind, name in zip(kinds, names, strict=True)))
        return [view.scope for view in told_apart(build(shelf, chain).concentration)]

    assert scopes("OpenAI", "Google", "self") == ["direct"]
    assert scopes("GitHub", "Microsoft", "self") == ["direct", "ultimate"]


def test_concentration_has_shares_and_a_plain_reading(shelf: Shelf) -> None:
    chain = from_file(("application.supplier", "GitHub"), ("storage.supplier", "Azure"), ("data.supplier", "self"))
    direct, ultimate = build(shelf, chain).concentration
    assert direct.hhi == 3333 and [s.share for s in direct.shares] == [0.3333] * 3
    assert ultimate.hhi == 5556 and ultimate.shares[0].name == "Microsoft"
    assert "2 of 3 components" in ultimate.reading[0].text


def test_a_single_point_of_failure_says_what_stops_through_what_and_the_smallest_change_that_ends_it(
    shelf: Shelf,
) -> None:
    session = ordinary_session()
    points = {p.supplier: p for p in build(shelf, session.chain, session).failure_points}
    assert points["OpenAI"].applications == ("ChatGPT",) and points["OpenAI"].clears == (
        "keep a fallback ready, another tool or the work by hand (ChatGPT)",
    )
    assert "Storage" in points["Google"].parts and all(p.facts for p in points.values())


def test_suppliers_that_meet_upstream_are_told_with_the_way_from_each(shelf: Shelf) -> None:
    session = ordinary_session()
    shared = {s.organisation: s for s in build(shelf, session.chain, session).shared}
    ways = {way.supplier: way.steps for way in shared["Microsoft"].ways}
    assert (
        ways["OpenAI"].startswith("runs on Microsoft (2026-01-15)")
        and ways["Microsoft"] == "is that organisation itself"
    )


def test_a_change_worth_considering_says_what_it_ends_and_what_would_be_left(shelf: Shelf) -> None:
    session = ordinary_session()
    report = build(shelf, session.chain, session)
    first, last = report.what_ifs[0], report.what_ifs[-1]
    ends = {g.rule for g in report.risks if g.label in first.ends}
    assert first.setting == "application.alternative=yes" and {"no-fallback", "single-point-of-failure"} <= ends
    assert first.risks == (report.counts["risks"], report.counts["risks"] - 2) and first.weight[1] < first.weight[0]
    assert last.change == "All of these together" and last.weight[1] < min(w.weight[1] for w in report.what_ifs[:-1])
    assert build(shelf, all_unknown()).what_ifs == ()


def test_no_change_is_recommended_that_only_ends_an_activity(shelf: Shelf) -> None:
    chain = from_file(
        ("labelling.done_by", ["crowd_platform"]),
        ("labelling.quality_checked", "no"),
        ("labelling.workers_protected", "no"),
    )
    report = build(shelf, chain)
    settings = [change.setting for change in report.what_ifs]
    assert {"labels-unchecked", "label-labour"} <= {g.rule for g in report.risks}
    assert "labelling.quality_checked=yes" in settings and "labelling.done_by=nobody" not in settings


def test_what_a_tool_does_is_no_change_to_recommend_and_a_measure_is_told_as_something_to_do(shelf: Shelf) -> None:
    chain = from_file(
        ("application.name", "RoadReady"),
        ("application.decision_role", "decides"),
        ("application.human_review", "never"),
        ("application.appeal", "no"),
        ("application.affected_people", ["students"]),
    )
    report = build(shelf, chain)
    settings = [change.setting for change in report.what_ifs]
    assert "application.human_review=always" in settings and not any("decision_role" in s for s in settings)
    line = next(s.text for s in report.summary.monday if s.text.startswith("The one change"))
    done = report.what_ifs[0].change
    assert line.startswith(f"The one change that would help most: {done}. Today ") and "(RoadReady)" in done


def test_risks_are_counted_as_they_are_listed_one_on_several_parts_once(shelf: Shelf) -> None:
    chain = from_file(
        ("model.name", "A"), ("model-2.name", "B"), ("model.documentation", "no"), ("model-2.documentation", "no")
    )
    report = build(shelf, chain)
    assert any(len(g.items) == 2 for g in report.risks)
    assert report.counts["risks"] == len(report.risks) == report.what_ifs[0].risks[0]
    assert report.counts["undecided"] == sum(1 for o in report.undecided if o.kind == "risk")
    assert report.counts["clear"] == len(report.clear)
    # A measure on one of two parts ends nothing: the risk stays on the other.
    assert report.what_ifs[0].ends == () and report.what_ifs[0].risks[1] == len(report.risks)


def test_countries_are_told_apart_by_what_passes_there_and_open_places_are_named(shelf: Shelf) -> None:
    session = ordinary_session()
    report = build(shelf, session.chain, session)
    places = {j.country: j for j in report.jurisdictions}
    assert places["Ireland"].data == ("Storage",) and places["Ireland"].at_home is False
    assert any(s.startswith("OpenAI") for s in places["United States"].service)
    assert "where the machines stand" in report.places_open


def test_who_does_what_by_when_is_blank_until_it_was_decided(shelf: Shelf) -> None:
    made = {"state": "planned", "note": "", "at": "2026-11-21T10:00:00+00:00", "who": "Amina", "by_when": "2027-01-31"}
    session = ordinary_session(decisions={"no-policy@governance": made})
    report = build(shelf, session.chain, session)
    label = next(g.label for g in report.risks if g.rule == "no-policy")
    assert {(a.who, a.by_when) for a in report.actions if a.label == label} == {("Amina", "2027-01-31")}
    assert {(a.who, a.by_when) for a in report.actions if a.label != label} == {("", "")}


def test_sixty_components_stay_readable_findings_of_one_rule_stand_together(shelf: Shelf) -> None:
    report = build(shelf, large())
    assert len(report.components) >= 60
    assert len([g for g in report.risks if g.rule == "no-fallback"]) == 1
    assert len(next(g for g in report.risks if g.rule == "no-fallback").items) == 12


def test_all_unknown_asks_and_claims_nothing_about_suppliers(shelf: Shelf) -> None:
    report = build(shelf, all_unknown())
    assert report.counts["known"] == 0 and report.counts["unknown"] == report.counts["all"]
    assert report.concentration == () and report.jurisdictions == ()


def test_control_and_direction_marks_are_taken_out_of_what_people_said() -> None:
    assert clean("a\u202eb\x00c\nd") == "abc d"


def test_a_feedback_loop_is_told_and_register_edges_carry_source_and_date(shelf: Shelf) -> None:
    session = ordinary_session()
    report = build(shelf, session.chain, session)
    assert report.loops[0].guarded == "guarded or not is open" and report.chain_map.loop
    assert (
        report.loops[0].path[0] == report.loops[0].path[-1]
        and report.loops[0].facts[0].ref == "monitoring.feedback_reused"
    )
    register = [e for e in report.chain_map.edges if e.origin == "register"]
    assert register and all(e.source and e.as_of for e in register)


def test_what_was_said_in_two_ways_is_an_open_question_until_somebody_decides(shelf: Shelf) -> None:
    fact = Fact("storage.country", "known", "KE", "Kenya", turn=1)
    two = Contradiction("storage.country", "KE", "IE", "Kenya (one.txt, page 1)", "Ireland (two.txt, page 2)")
    one = Contradiction("storage.country", "KE", "IE", "Kenya near Ireland", "Kenya near Ireland")
    asked = Awaiting("storage.country", "conflict", "KE", "IE")

    def said(*turns: Turn) -> list[tuple[str, ...]]:
        session = Session("abc", "2026-11-26", (Turn(0), *turns))
        return [q.said for q in build(shelf, session.chain, session).questions if q.said]

    assert said(Turn(1, facts=(fact,), conflicts=(two,))) == [(two.old_quote, two.new_quote)]
    assert said(Turn(1, facts=(fact,), conflicts=(one,))) == [
        ("Kenya near Ireland: Kenya", "Kenya near Ireland: Ireland")
    ]
    assert len(said(Turn(1, facts=(fact,), conflicts=(two,), awaiting=asked))) == 1
    assert len(said(Turn(1, facts=(fact,), conflicts=(two,), awaiting=asked), Turn(2))) == 1, "nobody said a word on it"
    assert said(Turn(1, facts=(fact,), conflicts=(two,), awaiting=asked), Turn(2, settled=("storage.country",))) == []
    later = Fact("storage.country", "known", "IE", "Ireland", turn=2)
    assert said(Turn(1, facts=(fact,), conflicts=(two,)), Turn(2, facts=(later,))) == []


def test_a_question_that_an_answer_has_settled_is_not_said_to_be_open(shelf: Shelf) -> None:
    facts = (
        ("application.generates", ["none"]),
        ("data.sources", ["own_records"]),
        ("labelling.done_by", ["volunteers"]),
    )
    report = build(shelf, from_file(("application.name", "Copilot"), *facts))
    unasked = {view.kind: view.unasked for view in report.components}
    assert "labels on what it makes" not in unasked["application"] and "who supplies the data" not in unasked["data"]
    assert "the labelling company" not in unasked["labelling"] and "checks of the labels" in unasked["labelling"]
    assert report.counts["all"] == build(shelf, from_file(("application.name", "Copilot"))).counts["all"] - 4
    rows = [row for drawn in chain_maps(report.chain_map) for row in drawn.rows]
    assert ("Data", "comes from", "your own records", "said") in rows
    assert ("Labelling", "done by", "volunteers", "said") in rows


def test_what_hangs_on_an_open_answer_stays_open(shelf: Shelf) -> None:
    chain = fold([Fact("labelling.done_by", "unknown", None)])
    labelling = next(v for v in build(shelf, chain).components if v.kind == "labelling")
    assert "the labelling company" in labelling.unasked


def test_what_is_withheld_is_named_and_no_maker_is_said_to_refuse(shelf: Shelf) -> None:
    facts = [Fact("model.supplier", "known", "Meta"), Fact("application.supplier", "known", "Tibabu")]
    hidden = [Fact(ref, "withheld", None, by="supplier") for ref in ("model.trains_on_inputs", "storage.country")]
    report = build(shelf, fold([*facts, Fact("storage.supplier", "known", "Amazon"), *hidden]))
    said = next(said for label, said in report.summary.matters if "refuses to disclose" in said[0].text)
    assert [s.text for s in said][1] == "What is withheld: training on what you send and where the data is stored."
    assert not any("stand" in s.text for s in said) and report.removed == ()


def test_what_to_do_on_monday_stands_in_the_plan_too(shelf: Shelf) -> None:
    for chain in (
        ordinary_session().chain,
        large(),
        from_file(("governance.impact_assessment", "no"), ("data.personal_data", "yes")),
    ):
        report = build(shelf, chain)
        planned = [f"{a.do.rstrip('.')}. First step: {a.first_step}" for a in report.actions]
        steps = [s.text for s in report.summary.monday if "First step: " in s.text]
        assert steps and all(any(step.startswith(p.rstrip(".")) for p in planned) for step in steps)


def test_a_change_is_told_as_it_would_be_and_as_it_is_today(shelf: Shelf) -> None:
    report = build(
        shelf, from_file(("model.name", "GPT-4o"), ("model.trains_on_inputs", "yes"), ("data.personal_data", "yes"))
    )
    change = next(w for w in report.what_ifs if w.setting == "model.trains_on_inputs=no")
    assert change.change == "have the supplier agree not to train on what you send (GPT-4o)"
    assert change.now == "the supplier may train on what you send"
    for change in build(shelf, ordinary_session().chain).what_ifs:
        assert list(change.ends) == sorted(change.ends, key=lambda label: int(label[1:]))


def test_what_suppliers_rest_on_is_laid_to_each_of_them_only_where_it_is_so_of_each(shelf: Shelf) -> None:
    def rests(*names: str) -> str:
        kinds = ("application", "storage")
        page = build(
            shelf, from_file(*((f"{kind}.supplier", n) for kind, n in zip(kinds, names, strict=False)))
        ).summary
        return next(s.text for bullet in page.depends_on for s in bullet if "register" in s.text)

    assert rests("OpenAI", "Google").startswith("By the public register, OpenAI and Google together rest on")
    assert "Google itself rests on" in rests("Google")


def test_several_documents_of_one_turn_are_counted_and_each_fact_names_the_one_it_stands_in(shelf: Shelf) -> None:
    fact = Fact("storage.country", "known", "IE", "kept in Ireland", 4, 19, 1, source="document", note="a.pdf, page 2")
    turn = Turn(1, facts=(fact,), document="a.pdf, plan, new.docx, mail.eml", at="2026-11-20T09:00:00+00:00")
    session = Session("abc", "2026-11-20T09:00:00+00:00", (turn,))
    report = build(shelf, session.chain, session)
    assert report.origin.startswith("Made from 3 documents: a.pdf, plan, new.docx, mail.eml;")
    assert report.evidence[0].origin == "read in a document, a.pdf, page 2 (turn 1, 2026-11-20)"


def test_what_makes_a_risk_lighter_is_not_said_to_weigh_on_it(shelf: Shelf) -> None:
    chain = from_file(
        ("application.appeal", "no"),
        ("application.decision_role", "decides"),
        ("application.human_review", "always"),
        ("application.affected_people", ["children"]),
    )
    report = build(shelf, chain)
    group = next(g for g in report.risks if g.rule == "no-appeal")
    assert "a person checks each output" in group.items[0].lighter
    told = next(sentences for label, sentences in report.summary.matters if label == group.label)
    assert not any("a person checks" in s.text for s in told if s.text.startswith("What weighs"))
    page = render(app=shelf, chain=chain, format="md").content.decode()
    assert "Makes it lighter: a person checks each output." in page


def test_a_risk_is_told_in_the_words_on_what_is_lacking(shelf: Shelf) -> None:
    said = [
        Fact("data.personal_data", "known", "yes", "a name and a phone number"),
        Fact("data.consent", "known", "no", "they never signed anything for it"),
    ]
    report = build(shelf, fold(said))
    told = " ".join(s.text for label, sentences in report.summary.matters for s in sentences)
    assert "they never signed anything for it" in told and "a phone number" not in told


def test_a_public_document_is_listed_once_with_all_that_it_is_used_for() -> None:
    shelf = Shelf()
    listed = _Sources()
    law = ("Publisher", "2024-07-12", "https://example.org/law")
    listed.add("glossary", "Oversight", "Regulation 1, Articles 14 and 26", *law, term="oversight")
    listed.add("glossary", "Drift", "Regulation 1, Article 72", *law, term="drift")
    listed.add("framework", "", "Regulation 1", *law)
    listed.add("register", "OpenAI", "Annual report, 2025", "OpenAI", "2025-01-01", "")
    first, second = listed.views()
    assert first.used_for == "glossary: Oversight (Articles 14 and 26), Drift (Article 72); framework"
    assert (first.title, first.anchor, first.terms) == ("Regulation 1", "term-oversight", ("oversight", "drift"))
    assert second.title == "Annual report, 2025"
    session = ordinary_session()
    report = build(shelf, session.chain, session)
    assert len({(s.title, s.publisher, s.date) for s in report.sources}) == len(report.sources)
    assert set(report.source_of) <= {t.slug for g in (*report.risks, *report.opportunities) for t in g.terms}


def test_what_was_told_besides_the_questions_stands_in_its_own_words(shelf: Shelf) -> None:
    session = ordinary_session()
    last = session.turns[-1].number
    paid = Turn(last + 1, said="We pay 44 euros a month. In June there was a near miss with a double dose.")
    both = replace(session, turns=(*session.turns, paid))
    report = build(shelf, session.chain, both)
    assert [(one.subject, one.turn) for one in report.told_besides] == [("cost", last + 1), ("incident", last + 1)]
    page = render(app=shelf, chain=session.chain, session=both, format="md").content.decode()
    assert "Told besides the questions" in page and "We pay 44 euros a month." in page
    without = render(app=shelf, chain=session.chain, session=session, format="md").content.decode()
    assert "Told besides" not in without
