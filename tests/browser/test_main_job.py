"""The main job in a real browser, from the first word to the report: mouse, keyboard, no script, phone."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect
from ways import begin, example, press, say, stored, turn


def test_from_the_first_word_to_the_report(open_page, served) -> None:
    page = open_page()
    begin(page, served.url)
    say(page, "tool: AfyaChat, model: GPT-4o")
    expect(page.locator("svg.map").get_by_role("link", name=re.compile("AfyaChat"))).to_be_visible()
    expect(page.locator(".said mark").first).to_have_text("AfyaChat")
    for _ in range(4):
        press(page, "button.choice, button.other")
    expect(page.locator("#announce")).to_have_text(stored(served.app, page).turns[-1].reply)
    assert len(stored(served.app, page).turns) == 6
    page.get_by_role("link", name="Report", exact=True).click()
    expect(page.get_by_role("heading", name="Your report")).to_be_visible()
    page.get_by_role("link", name="Read the full report").click()
    expect(page.locator("h1").first).to_be_visible()


def test_a_reply_streams_and_reloading_shows_the_same(open_page, served) -> None:
    page = open_page()
    begin(page, served.url)
    with page.expect_response("**/say") as answer:
        say(page, "tool: AfyaChat")
    assert answer.value.headers["content-type"].startswith("text/event-stream")
    shown = page.locator("#talk").inner_text()
    page.reload()
    assert page.locator("#talk").inner_text() == shown
    assert len(stored(served.app, page).turns) == 2


def test_what_is_understood_shows_before_the_reply_is_there(open_page, killable) -> None:
    page = open_page()
    begin(page, killable.url)
    page.evaluate(
        """() => { window.seen = []; new MutationObserver((changes) => changes.forEach((c) => c.addedNodes.forEach((n) =>
        n.classList?.contains('chip') && window.seen.push(['chip', n.textContent])))).observe(document.body, {childList: true, subtree: true}); }"""
    )
    say(page, "tool: AfyaChat")
    assert ["chip", "Application name AfyaChat"] in page.evaluate("window.seen")


def test_the_assessment_bears_the_organisations_name_as_soon_as_it_is_known(open_page, served) -> None:
    page = open_page()
    here = begin(page, served.url)
    expect(page.locator(".places-name")).to_contain_text("Assessment of")
    stored_before = turn(page)
    elsewhere = page.context.new_page()
    elsewhere.goto(f"{here}/facts/organisation.name")
    elsewhere.get_by_role("textbox", name="Name").fill("Lindgrove $& Food Bank")
    elsewhere.get_by_role("button", name="Keep this").click()
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('pageshow'))")
    expect(page.locator("#composer input[name=at]")).not_to_have_value(stored_before)
    expect(page.locator(".places-name")).to_have_text("Lindgrove $& Food Bank")
    expect(page).to_have_title("Conversation · Lindgrove $& Food Bank · vcassist")


def test_a_part_of_the_map_opens_beside_the_text_and_a_value_is_changed(open_page, served) -> None:
    page = open_page()
    begin(page, served.url)
    say(page, "tool: AfyaChat")
    page.locator("#say").fill("half a sentence")
    page.locator("svg.map").get_by_role("link", name=re.compile("AfyaChat")).click()
    reading = page.locator("#reading")
    expect(reading.locator("q.words")).to_have_text("AfyaChat")
    expect(reading).to_be_focused()
    reading.get_by_role("link", name="Change Name").click()
    box = reading.get_by_role("textbox", name="Name")
    expect(box).to_be_focused()
    box.fill("AfyaTriage")
    reading.get_by_role("button", name="Keep this").click()
    expect(reading).to_contain_text("Before: AfyaChat")
    expect(page.locator("svg.map")).to_contain_text("AfyaTriage")
    expect(page.locator("#say")).to_have_value("half a sentence")
    page.get_by_role("button", name="Take back the last step").click()
    expect(page.locator("svg.map")).to_contain_text("AfyaChat")
    expect(page.locator("#say")).to_have_value("half a sentence")


def test_a_value_that_does_not_fit_is_told_where_it_was_typed(open_page, served) -> None:
    page = open_page(noisy=True)
    begin(page, served.url)
    page.locator("svg.map").get_by_role("link", name=re.compile("^Model")).click()
    page.locator("#reading a[data-edit][href*='model.weights']").click()
    page.locator("#reading").get_by_role("button", name="Keep this").click()
    expect(page.locator("#reading").get_by_role("alert")).to_contain_text("has no value")
    page.locator("#reading").get_by_role("radio", name="Closed").check()
    page.locator("#reading").get_by_role("button", name="Keep this").click()
    expect(page.locator("#reading")).to_contain_text("Closed")


def test_a_dependency_is_drawn_on_the_map(open_page, served) -> None:
    page = open_page()
    example(page, served.url)
    page.locator("svg.map a[href$='/parts/application']").click()
    page.locator("#reading").get_by_label("Draw a dependency to").select_option("storage")
    page.locator("#reading").get_by_role("button", name="Draw").click()
    expect(page.locator("svg.map .m-arc.drawn")).to_have_count(1)
    page.locator("#reading").get_by_role("button", name=re.compile("Take away")).click()
    expect(page.locator("svg.map .m-arc.drawn")).to_have_count(0)


def test_why_a_risk_was_found_is_a_click_away(open_page, served) -> None:
    page = open_page()
    example(page, served.url)
    finding = page.locator(".finding").first
    finding.locator("summary").click()
    expect(finding.locator("q.words").first).to_be_visible()
    expect(finding).to_contain_text("A first step")


def test_a_citation_opens_beside_the_text_and_closes_again(open_page, served) -> None:
    page = open_page()
    begin(page, served.url)
    say(page, "what is a GPU?")
    cite = page.get_by_role("link", name="GPU", exact=True)
    cite.click()
    expect(page.locator("#reading")).to_contain_text("graphics processing unit")
    expect(page.locator("#reading")).to_be_focused()
    assert "/a/" in page.url
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#reading")).to_be_empty()
    expect(cite).to_be_focused()


def tab_to(page: Page, what: str, back: bool = False) -> None:
    """Moves the focus by the Tab key alone until it is on something whose words or id are these."""
    for _ in range(120):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        here = page.evaluate(
            "() => { const e = document.activeElement; return [e.id, e.getAttribute('aria-label') || '', e.textContent || ''].join('|').replace(/\\s+/g, ' '); }"
        )
        if what in here:
            return
    raise AssertionError(f"the keyboard does not reach {what}")


def test_the_whole_job_by_keyboard_alone(open_page, served) -> None:
    page = open_page()
    page.goto(served.url)
    tab_to(page, "Begin")
    page.keyboard.press("Enter")
    page.wait_for_url("**/a/*")
    tab_to(page, "say")
    page.keyboard.type("tool: AfyaChat")
    page.keyboard.press("Enter")
    expect(page.locator("#composer input[name=at]")).to_have_value("2")
    expect(page.locator("#say")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#composer input[name=at]")).to_have_value("3")
    tab_to(page, "Application: AfyaChat")
    page.keyboard.press("Enter")
    expect(page.locator("#reading")).to_be_focused()
    tab_to(page, "Change Name")
    page.keyboard.press("Enter")
    expect(page.locator("#reading").get_by_role("textbox", name="Name")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("AfyaTriage")
    tab_to(page, "Keep this")
    page.keyboard.press("Enter")
    expect(page.locator("svg.map")).to_contain_text("AfyaTriage")
    tab_to(page, "see the report so far")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your report")).to_be_visible()
    tab_to(page, "Read the full report")
    page.keyboard.press("Enter")
    page.wait_for_url("**/report/full")


def test_the_whole_job_without_a_script(open_page, served) -> None:
    page = open_page(java_script_enabled=False, reduced_motion="reduce")  # a page that still glides loses clicks
    begin(page, served.url)
    say(page, "tool: AfyaChat")
    press(page, "button.choice, button.other")
    assert page.url.endswith("#latest")
    page.locator("svg.map a[href$='/parts/application']").click()
    page.wait_for_url("**/parts/application")
    page.get_by_role("link", name="Change Name").click()
    page.get_by_role("textbox", name="Name").fill("AfyaTriage")
    page.get_by_role("button", name="Keep this").click()
    page.wait_for_url("**/parts/application")
    assert page.url.endswith("/parts/application") and "AfyaTriage" in page.content()
    page.get_by_role("link", name="Map", exact=True).first.click()
    assert "AfyaTriage" in page.locator("svg.map").text_content()
    page.get_by_role("link", name="Documents", exact=True).click()
    page.locator("#files").set_input_files(
        {"name": "p.txt", "mimeType": "text/plain", "buffer": b"Our rules.\n\nmodel: GPT-4o stands behind it."}
    )
    page.get_by_role("button", name="Read them").click()
    page.get_by_role("button", name="Accept Model name: GPT-4o").click()
    assert "You accepted all of it" in page.content()
    page.get_by_role("link", name="Report", exact=True).click()
    assert page.get_by_role("heading", name="Your report").is_visible()
    page.goto(f"{served.url}/glossary?q=gpu")
    assert page.get_by_role("link", name="GPU", exact=True).first.is_visible()


def test_a_long_conversation_opens_at_its_last_question(open_page, served) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    example(page, served.url)
    expect(page.locator(".question")).to_be_in_viewport()


def test_search_as_you_type(open_page, served) -> None:
    page = open_page()
    page.goto(f"{served.url}/glossary")
    page.get_by_role("searchbox").press_sequentially("water")
    expect(page.locator("#results")).to_contain_text("Energy and water use")
    page.goto(f"{served.url}/register")
    page.get_by_role("searchbox").press_sequentially("chatgpt")
    expect(page.locator("#results").get_by_role("link", name="OpenAI", exact=True)).to_be_visible()


def test_the_secret_link_opens_the_assessment_elsewhere(open_page, served) -> None:
    page = open_page()
    here = begin(page, served.url)
    say(page, "tool: AfyaChat")
    page.goto(f"{here}/settings")
    link = page.get_by_role("textbox", name="Your secret link").input_value()
    elsewhere = open_page()
    elsewhere.goto(served.url)
    elsewhere.get_by_label("Your secret link").fill(link)
    elsewhere.get_by_role("button", name="Open it").click()
    expect(elsewhere.locator("svg.map")).to_contain_text("AfyaChat")
    assert "key=" not in elsewhere.url and turn(elsewhere) == "2"


def test_deleting_really(open_page, served) -> None:
    page = open_page(noisy=True)
    here = begin(page, served.url)
    page.goto(f"{here}/settings")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Delete for good").click()
    expect(page.get_by_role("heading", name="It is deleted")).to_be_visible()
    assert page.goto(here).status == 404
