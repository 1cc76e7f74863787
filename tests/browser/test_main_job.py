"""The main job in a real browser, from first word to report: mouse, keyboard, no script, phone."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect


def begin(page: Page, served) -> str:
    page.goto(served.url)
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/a/*")
    return page.url.split("#")[0]


def say(page: Page, text: str) -> None:
    """Sends a message and waits until the server's own picture of it is there."""
    at = page.locator("input[name=at]").input_value()
    page.get_by_role("textbox", name=re.compile("Tell us|Your answer|own words")).fill(text)
    page.get_by_role("button", name="Send").click()
    expect(page.locator("input[name=at]")).not_to_have_value(at)


def stored(served, page: Page):
    return served.app.store.load(page.url.split("/a/")[1][:16])


def test_from_the_first_word_to_the_report(open_page, served) -> None:
    page = open_page()
    begin(page, served)
    say(page, "tool: AfyaChat, model: GPT-4o")
    expect(page.locator("#c-application")).to_contain_text("AfyaChat")
    expect(page.locator("q.words").first).to_be_visible()
    for _ in range(4):
        choice = page.locator("button.choice, button.other").first
        at = page.locator("input[name=at]").input_value()
        choice.click()
        expect(page.locator("input[name=at]")).not_to_have_value(at)
    expect(page.locator("#announce")).to_have_text(stored(served, page).turns[-1].reply)
    assert len(stored(served, page).turns) == 6
    page.get_by_role("link", name="Report", exact=True).click()
    expect(page.get_by_role("heading", name="Your report")).to_be_visible()


def test_a_reply_streams_and_reloading_shows_the_same(open_page, served) -> None:
    page = open_page()
    begin(page, served)
    with page.expect_response("**/say") as answer:
        say(page, "tool: AfyaChat")
    assert answer.value.headers["content-type"].startswith("text/event-stream")
    shown = page.locator("#talk").inner_text()
    page.reload()
    assert page.locator("#talk").inner_text() == shown
    assert len(stored(served, page).turns) == 2


def test_pressing_send_twice_says_it_once(open_page, served) -> None:
    page = open_page()
    begin(page, served)
    page.locator("#say").fill("tool: AfyaChat")
    page.evaluate("() => { const f = document.getElementById('composer'); f.requestSubmit(); f.requestSubmit(); }")
    expect(page.locator("input[name=at]")).to_have_value("2")
    assert len(stored(served, page).turns) == 2


def test_a_lost_line_keeps_the_words_and_sending_again_says_them_once(open_page, served) -> None:
    page = open_page(noisy=True)
    begin(page, served)
    page.locator("#say").fill("tool: AfyaChat")
    page.route("**/say", lambda route: route.abort())
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("Your words are still here")
    expect(page.locator("#say")).to_have_value("tool: AfyaChat")
    page.unroute("**/say")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("input[name=at]")).to_have_value("2")
    assert [t.said for t in stored(served, page).turns] == ["", "tool: AfyaChat"]


def test_the_server_restarts_between_turns(open_page, served) -> None:
    page = open_page()
    begin(page, served)
    say(page, "tool: AfyaChat")
    served.stop()
    served.start()
    say(page, "in our own words")
    assert [t.number for t in stored(served, page).turns] == [0, 1, 2]


def test_two_windows_do_not_speak_over_each_other(open_page, served) -> None:
    page = open_page(noisy=True)
    here = begin(page, served)
    other = page.context.new_page()
    other.goto(here)
    say(page, "tool: One")
    other.locator("#say").fill("tool: Two")
    other.get_by_role("button", name="Send").click()
    expect(other.get_by_role("alert")).to_contain_text("another window")
    expect(other.locator("#say")).to_have_value("tool: Two")


def test_correcting_and_taking_back(open_page, served) -> None:
    page = open_page()
    begin(page, served)
    say(page, "tool: AfyaChat")
    page.get_by_role("link", name="Change Name").click()
    box = page.locator("#c-application").get_by_role("textbox", name="Name")
    expect(box).to_be_focused()
    box.fill("AfyaTriage")
    page.get_by_role("button", name="Keep this").click()
    expect(page.locator("#c-application")).to_contain_text("Before: AfyaChat")
    page.get_by_role("button", name="Take back the last step").click()
    expect(page.locator("#c-application")).not_to_contain_text("AfyaTriage")


def test_a_citation_opens_beside_the_text_and_closes_again(open_page, served) -> None:
    page = open_page()
    begin(page, served)
    say(page, "what is a GPU?")
    cite = page.get_by_role("link", name="GPU", exact=True)
    cite.click()
    expect(page.locator("#reading")).to_contain_text("graphics processing unit")
    expect(page.locator("#reading")).to_be_focused()
    assert "/a/" in page.url
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#reading")).to_be_empty()
    expect(cite).to_be_focused()


def test_the_whole_job_by_keyboard_alone(open_page, served) -> None:
    page = open_page()
    page.goto(served.url)

    def tab_to(role_text: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if role_text in page.evaluate("() => document.activeElement.textContent + document.activeElement.id"):
                return
        raise AssertionError(f"the keyboard does not reach {role_text}")

    tab_to("Begin")
    page.keyboard.press("Enter")
    page.wait_for_url("**/a/*")
    tab_to("say")
    page.keyboard.type("tool: AfyaChat")
    page.keyboard.press("Enter")
    expect(page.locator("input[name=at]")).to_have_value("2")
    expect(page.locator("#say")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("input[name=at]")).to_have_value("3")
    tab_to("see the report so far")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your report")).to_be_visible()


def test_the_whole_job_without_a_script(open_page, served) -> None:
    page = open_page(java_script_enabled=False)
    begin(page, served)
    say(page, "tool: AfyaChat")
    page.locator("button.choice, button.other").first.click()
    assert page.url.endswith("#latest")
    page.get_by_role("link", name="Change Name").click()
    page.get_by_role("textbox", name="Name").fill("AfyaTriage")
    page.get_by_role("button", name="Keep this").click()
    assert "AfyaTriage" in page.content()
    page.get_by_role("link", name="Report", exact=True).click()
    assert page.get_by_role("heading", name="Your report").is_visible()
    page.goto(f"{served.url}/glossary?q=gpu")
    assert page.get_by_role("link", name="GPU", exact=True).first.is_visible()


def test_on_a_phone_nothing_is_wider_than_the_screen(open_page, served) -> None:
    page = open_page(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    page.goto(f"{served.url}/example")
    page.get_by_role("button", name="Open the example").click()
    page.wait_for_url("**/a/*")
    here = page.url
    for path in ("", "/report", "/settings", "/documents", "/facts/organisation.country", "/parts/model"):
        page.goto(here + path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
    for path in ("/", "/glossary", "/glossary/gpu", "/register", "/register/openai"):
        page.goto(served.url + path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_search_as_you_type(open_page, served) -> None:
    page = open_page()
    page.goto(f"{served.url}/glossary")
    page.get_by_role("searchbox").press_sequentially("water")
    expect(page.locator("#results")).to_contain_text("Energy and water use")
    page.goto(f"{served.url}/register")
    page.get_by_role("searchbox").press_sequentially("chatgpt")
    expect(page.locator("#results").get_by_role("link", name="OpenAI", exact=True)).to_be_visible()


def test_deleting_really(open_page, served) -> None:
    page = open_page(noisy=True)
    here = begin(page, served)
    page.goto(f"{here}/settings")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Delete for good").click()
    expect(page.get_by_role("heading", name="It is deleted")).to_be_visible()
    assert page.goto(here).status == 404
