"""axe finds nothing to complain about on any page, in light and in dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

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
    "HERE/report",
    "HERE/settings",
    "HERE/documents",
    "HERE/facts/model.supplier",
    "HERE/facts/organisation.country",
    "HERE/facts/application.affected_people",
    "HERE/parts/model-2",
    "HERE/whatif",
    "HERE/whatif?set=model.weights%3Dopen&set=storage.supplier%3Dself&ref=model.access",
    "HERE/whatif?set=model.weights%3Dajar",
    "HERE/compare",
    "HERE/compare?turn=3",
    "HERE/findings/no-policy@governance",
    "HERE/findings/vulnerable-people@application",
    "NEW",
)
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_on_any_page(open_page, served, scheme: str) -> None:
    page = open_page(noisy=True, color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{served.url}/")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/a/*")
    new = page.url
    page.goto(f"{served.url}/example")
    page.get_by_role("button", name="Open the example").click()
    page.wait_for_url("**/a/*")
    here, found = page.url, []
    for place in PLACES:
        page.goto(
            place.replace("HERE", here).replace("NEW", new) if place[:3] in ("HER", "NEW") else served.url + place
        )
        page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        for violation in Axe().run(page, options=RULES).response["violations"]:
            found.append((place, violation["id"], [n["html"][:160] for n in violation["nodes"][:3]]))
    assert found == []


def test_the_focus_can_be_seen(open_page, served) -> None:
    page = open_page()
    page.goto(served.url)
    for _ in range(8):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement); "
            "return [s.outlineStyle, parseFloat(s.outlineWidth)]; }"
        )
        assert style[0] != "none" and style[1] >= 2
