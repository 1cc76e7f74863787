"""What people do again and again in these tests: begin, say something, open the example."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

BOX = re.compile("Tell us|Your answer|own words|Anything to add")


def begin(page: Page, url: str) -> str:
    """A fresh assessment; its address."""
    page.goto(url)
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/a/*")
    return page.url.split("#")[0]


def example(page: Page, url: str) -> str:
    """A copy of the example organisation; its address."""
    page.goto(f"{url}/example")
    page.get_by_role("button", name="Open the example").click()
    page.wait_for_url("**/a/*")
    return page.url.split("#")[0]


def turn(page: Page) -> str:
    """The number of the next turn, as this window sees it."""
    return page.locator("#composer input[name=at]").input_value()


def say(page: Page, text: str) -> None:
    """Sends a message and waits until the server's own picture of it is there."""
    at = turn(page)
    page.get_by_role("textbox", name=BOX).fill(text)
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#composer input[name=at]")).not_to_have_value(at)


def press(page: Page, selector: str) -> None:
    """Presses a quick reply and waits for what follows."""
    at = turn(page)
    page.locator(selector).first.click()
    expect(page.locator("#composer input[name=at]")).not_to_have_value(at)
    # Without a script a whole page follows, and it moves to its anchor until it is loaded: a click before would miss.
    page.wait_for_load_state()


def stored(app, page: Page):
    """The session of the page as it is stored."""
    return app.store.load(page.url.split("/a/")[1][:16])
