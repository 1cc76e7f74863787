"""Taking away a part that was noted by mistake, in a real browser: by keyboard, without a script on a phone, and back again."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from ways import example, stored


def test_a_part_is_taken_away_from_the_map_by_keyboard_and_put_back(open_page, served) -> None:
    page = open_page()
    here = example(page, served.url)
    before = stored(served.app, page).chain
    page.goto(f"{here}/map")
    page.get_by_role("link", name="Take away Model: GPT-4o").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Take this part away?")).to_be_visible()
    page.get_by_role("button", name="Take it away").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Taken away: Model: GPT-4o")).to_be_visible()
    expect(page.locator("svg.map")).not_to_contain_text("GPT-4o")
    page.reload()
    expect(page.locator("svg.map")).not_to_contain_text("GPT-4o")
    page.get_by_role("button", name="Put it back").focus()
    page.keyboard.press("Enter")
    expect(page.locator("svg.map")).to_contain_text("GPT-4o")
    assert stored(served.app, page).chain == before


def test_keeping_it_changes_nothing(open_page, served) -> None:
    page = open_page()
    here = example(page, served.url)
    before = stored(served.app, page)
    page.goto(f"{here}/parts/model")
    page.get_by_role("link", name="Take this part away").click()
    page.get_by_role("link", name="Keep it").click()
    page.wait_for_url("**/parts/model")
    assert stored(served.app, page) == before


def test_the_question_before_it_passes_axe_and_fits_a_phone(open_page, served) -> None:
    page = open_page(viewport={"width": 320, "height": 640}, color_scheme="dark")
    here = example(page, served.url)
    page.goto(f"{here}/parts/model/remove")
    page.locator("details summary").click()
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Take it away").click()
    page.goto(f"{here}/map")
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_a_script_a_part_and_a_single_answer_are_taken_away(open_page, served) -> None:
    page = open_page(java_script_enabled=False, viewport={"width": 390, "height": 800})
    here = example(page, served.url)
    page.goto(f"{here}/parts/application")
    page.get_by_role("link", name="Change Name").click()
    page.get_by_role("button", name="Take this answer back").click()
    page.wait_for_url("**/parts/application")
    assert stored(served.app, page).chain.get("application.name") is None
    page.get_by_role("button", name="Put it back").click()
    assert stored(served.app, page).chain.get("application.name") is not None
    page.goto(f"{here}/map")
    page.get_by_role("link", name="Take away Storage").click()
    page.get_by_role("button", name="Take it away").click()
    page.wait_for_url("**/map")
    assert "storage" in stored(served.app, page).retired


def test_an_answer_is_taken_back_beside_the_conversation_without_leaving_it(open_page, served) -> None:
    page = open_page()
    example(page, served.url)
    page.locator("#say").fill("half a sentence")
    page.locator("svg.map a[href$='/parts/model']").click()
    page.locator("#reading").get_by_role("link", name="Change Name").click()
    page.locator("#reading").get_by_role("button", name="Take this answer back").click()
    expect(page.locator("#reading .facts")).not_to_contain_text("GPT-4o")
    expect(page.locator("#say")).to_have_value("half a sentence")
    assert stored(served.app, page).chain.get("model.name") is None
