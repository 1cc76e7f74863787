"""WCAG 2.2 AA as far as a machine can tell: axe on every page in light and dark, zoom, phone, motion, forced colours, focus."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from ways import begin, example, say, stored

PLACES = (
    "/",
    "/example",
    "/glossary",
    "/glossary?q=gpu",
    "/glossary/gpu",
    "/register",
    "/register/openai",
    "/nothing",
    "/deleted",
    "HERE",
    "HERE/map",
    "HERE/report",
    "HERE/settings",
    "HERE/documents",
    "HERE/facts/model.supplier",
    "HERE/facts/organisation.country",
    "HERE/facts/application.affected_people",
    "HERE/parts/application",
    "HERE/parts/model-2",
    "HERE/whatif",
    "HERE/whatif?set=model.weights%3Dopen&set=storage.supplier%3Dself&ref=model.access",
    "HERE/whatif?set=model.weights%3Dajar",
    "HERE/compare",
    "HERE/compare?turn=3",
    "HERE/findings/no-policy@governance",
    "HERE/findings/vulnerable-people@application",
    "NEW",
    "NEW/map",
)
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


def place(served, path: str, here: str, new: str) -> str:
    return path.replace("HERE", here).replace("NEW", new) if path[:3] in ("HER", "NEW") else served.url + path


def violations(page, name: str) -> list[tuple]:
    return [
        (name, v["id"], [n["html"][:160] for n in v["nodes"][:3]])
        for v in Axe().run(page, options=RULES).response["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_on_any_page(open_page, served, scheme: str) -> None:
    page = open_page(noisy=True, color_scheme=scheme, reduced_motion="reduce")
    new, here = begin(page, served.url), example(page, served.url)
    found = []
    for path in PLACES:
        page.goto(place(served, path, here, new))
        page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        found += violations(page, path)
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_with_a_part_and_its_form_open_beside_the_text(open_page, served, scheme: str) -> None:
    page = open_page(color_scheme=scheme, reduced_motion="reduce")
    example(page, served.url)
    page.locator("svg.map a[href$='/parts/application']").click()
    page.locator("#reading [data-edit]").first.click()
    page.locator("#reading .fact-form").wait_for()
    assert violations(page, "part") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_where_links_are_made_and_where_others_come_in_by_them(open_page, served, scheme: str) -> None:
    """Settings with a new link, a reader's and a colleague's pages, and the passphrase's, also on a phone."""
    page = open_page(color_scheme=scheme, reduced_motion="reduce")
    here = example(page, served.url)
    session_id = here.split("/a/")[1][:16]
    doors = served.app.doors
    refs = ["model.weights", "organisation.ai_role", "storage.country", "application.supplier", "organisation.name"]
    reading, asking = (doors.add_link(session_id, kind, refs, "Amina")[1] for kind in ("read", "questions"))
    page.goto(f"{here}/settings")
    page.get_by_text("Let somebody read along").click()
    page.get_by_role("button", name="Make a link for reading").click()
    page.get_by_role("textbox", name="The new link").wait_for()
    found = violations(page, "a new link")
    for name, key, path in (
        ("reader", reading, ""),
        ("reader's report", reading, "/report"),
        ("asked", asking, "/asked"),
    ):
        other = open_page(color_scheme=scheme, reduced_motion="reduce")
        other.goto(f"{here}?key={key}")
        other.goto(f"{here}{path}")
        found += violations(other, name)
        other.set_viewport_size({"width": 390, "height": 800})
        assert other.evaluate("document.documentElement.scrollWidth") <= 390, name
    doors.set_passphrase(session_id, "", "a good passphrase")
    # A browser writes to its console of any page that is refused with 401.
    locked = open_page(noisy=True, color_scheme=scheme, reduced_motion="reduce")
    locked.goto(f"{here}?key={reading}")
    locked.get_by_label("Passphrase").wait_for()
    found += violations(locked, "locked")
    locked.get_by_label("Passphrase").fill("a good passphrase")
    locked.get_by_role("button", name="Open").click()
    expect(locked.get_by_role("note")).to_contain_text("for reading")
    assert not locked.get_by_role("button", name="Send").is_visible()
    assert found == []


def test_every_field_to_write_in_is_tall_enough_for_a_finger(open_page, served) -> None:
    page = open_page(noisy=True, viewport={"width": 360, "height": 740})
    new, here = begin(page, served.url), example(page, served.url)
    small = []
    for path in PLACES:
        page.goto(place(served, path, here, new))
        page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        small += page.evaluate(
            """(path) => [...document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=hidden], [type=file]), select, textarea')]
            .filter((e) => e.offsetParent && e.offsetHeight < 40).map((e) => `${path} ${e.type} ${e.offsetHeight}`)""",
            path,
        )
    assert small == []


# 1280 px at 200 % is a window of 640; at 400 % one of 320.
@pytest.mark.parametrize("width", [640, 320])
def test_nothing_is_wider_than_the_window_when_magnified(open_page, served, width: int) -> None:
    page = open_page(noisy=True, viewport={"width": width, "height": 640})
    new, here = begin(page, served.url), example(page, served.url)
    wide = []
    for path in PLACES:
        page.goto(place(served, path, here, new))
        page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            wide.append((path, over))
    assert wide == []


@pytest.mark.parametrize("options", [{"forced_colors": "active"}, {"color_scheme": "dark"}, {}])
def test_the_focus_can_be_seen_on_everything_that_takes_it(open_page, served, options: dict) -> None:
    page = open_page(**options)
    example(page, served.url)
    page.evaluate("() => window.scrollTo(0, 0)")
    unseen = []
    for _ in range(70):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), box = e.querySelector?.('.m-box');
            const outlined = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
            const boxed = box && parseFloat(getComputedStyle(box).strokeWidth) >= 3;
            return e === document.body || outlined || boxed ? '' : e.outerHTML.slice(0, 120); }"""
        )
        if shown:
            unseen.append(shown)
    assert unseen == []


def test_nothing_moves_for_who_asked_for_less_motion(open_page, served) -> None:
    page = open_page(reduced_motion="reduce")
    begin(page, served.url)
    say(page, "tool: AfyaChat")
    moving = page.evaluate(
        "() => [...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).animationName !== 'none').length"
    )
    assert moving == 0 and page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_reply_is_announced_once(open_page, served) -> None:
    page = open_page()
    begin(page, served.url)
    page.evaluate(
        """() => { window.heard = []; new MutationObserver(() => window.heard.push(document.getElementById('announce').textContent))
        .observe(document.getElementById('announce'), {childList: true, characterData: true, subtree: true}); }"""
    )
    say(page, "tool: AfyaChat")
    reply = stored(served.app, page).turns[-1].reply
    expect(page.locator("#announce")).to_have_text(reply)
    assert page.evaluate("window.heard").count(reply) == 1
    assert page.locator("[aria-live], [role=status], [role=alert]").count() == 1


def test_every_part_of_the_map_is_also_in_the_list(open_page, served) -> None:
    page = open_page()
    here = example(page, served.url)
    page.goto(f"{here}/map")
    for link in page.locator("svg.map a.part").all():
        address = link.get_attribute("href")
        assert page.locator(f".map-texts a[href='{address}']").count() == 1
    page.goto(here)
    told = [link.get_attribute("aria-label") for link in page.locator("svg.map a.m-row").all()]
    listed = page.locator(".map-list").inner_text() if page.locator("#map-list").get_attribute("open") else None
    page.locator("#map-list summary").click()
    listed = listed or page.locator(".map-list").inner_text()
    assert told and all(line in listed for line in told)


def test_what_can_be_pressed_is_large_enough(open_page, served) -> None:
    """At least 24 by 24 px (2.5.8), links within sentences excepted."""
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    example(page, served.url)
    small = page.evaluate(
        """() => [...document.querySelectorAll('button:not([aria-hidden=true]), input:not([type=hidden]), select, textarea, summary')]
        .filter((e) => { const r = e.getBoundingClientRect(); return r.width && (r.width < 20 || r.height < 20
          || (Math.min(r.width, r.height) < 24 && !e.closest('label'))); }).map((e) => e.outerHTML.slice(0, 100))"""
    )
    assert small == []


def test_the_map_can_be_read_and_pressed_on_a_narrow_phone(open_page, served) -> None:
    """Texts of 12 pixels and links of 24 (WCAG 2.2, 2.5.8), in the conversation and on the page of the map."""
    page = open_page(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    here = example(page, served.url)
    for path in ("", "/map"):
        page.goto(f"{here}{path}")
        map_ = page.locator("svg.map:visible, svg.small-map:visible")
        expect(map_).to_have_count(1)
        texts, links = map_.evaluate(
            """(svg) => { const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width; return [
            [...svg.querySelectorAll('text')].map((e) => parseFloat(getComputedStyle(e).fontSize) * scale),
            [...svg.querySelectorAll('a')].map((e) => e.getBoundingClientRect().height)]; }"""
        )
        assert min(texts) >= 12 and min(links) >= 24, path
    # What was opened from the shown map gives the focus back to it.
    page.goto(here)
    link = page.locator("svg.small-map a[href$='/parts/application']")
    link.click()
    page.locator("#reading [data-close]").click()
    expect(link).to_be_focused()
