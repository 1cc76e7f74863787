"""No dead ends: whatever happens to line, server, window or page, typed words stay and nothing is said twice."""

from __future__ import annotations

from playwright.sync_api import expect
from waiting import wait_until
from ways import begin, example, say, stored, turn

from vcassist.app import App
from vcassist.chain.facts import Fact
from vcassist.interview.session import Turn
from vcassist.settings import Settings

# Seven questions on a tool; two tools make a reading that is too long to lie open as a whole.
APPLICATION = ("name", "purpose", "supplier", "appeal", "tells_people", "alternative", "works_offline")


def said(app, page) -> list[str]:
    return [t.said for t in stored(app, page).turns]


def test_pressing_send_twice_says_it_once(open_page, served) -> None:
    page = open_page()
    begin(page, served.url)
    page.locator("#say").fill("tool: AfyaChat")
    page.evaluate("() => { const f = document.getElementById('composer'); f.requestSubmit(); f.requestSubmit(); }")
    expect(page.locator("#composer input[name=at]")).to_have_value("2")
    assert said(served.app, page) == ["", "tool: AfyaChat"]


def test_a_line_that_breaks_once_is_no_matter(open_page, served) -> None:
    page = open_page(noisy=True)
    begin(page, served.url)
    cut = []

    def once(route) -> None:
        if cut:
            route.continue_()
        else:
            cut.append(route.request.url)
            route.fetch()  # the server hears it, the answer is lost
            route.abort()

    page.route("**/say", once)
    say(page, "tool: AfyaChat")
    assert cut and said(served.app, page) == ["", "tool: AfyaChat"]
    expect(page.locator("#problem")).to_have_count(0)


def test_a_line_that_stays_broken_keeps_the_words_and_sending_again_says_them_once(open_page, served) -> None:
    page = open_page(noisy=True)
    begin(page, served.url)
    page.clock.install()
    page.route("**/say", lambda route: route.abort())
    page.locator("#say").fill("tool: AfyaChat")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".again")).to_be_visible()
    for _ in range(8):
        page.clock.run_for(6_000)
    expect(page.get_by_role("alert")).to_contain_text("Your words are still here")
    expect(page.locator("#say")).to_have_value("tool: AfyaChat")
    expect(page.locator("#say")).to_be_focused()
    page.unroute("**/say")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#composer input[name=at]")).to_have_value("2")
    assert said(served.app, page) == ["", "tool: AfyaChat"]


def test_the_server_restarts_between_turns(open_page, served) -> None:
    page = open_page(noisy=True)
    begin(page, served.url)
    say(page, "tool: AfyaChat")
    served.stop()
    served.start()
    say(page, "in our own words")
    assert [t.number for t in stored(served.app, page).turns] == [0, 1, 2]


def test_the_server_is_killed_in_the_middle_of_a_turn(open_page, killable) -> None:
    page = open_page(noisy=True)
    begin(page, killable.url)
    killable.slow.touch()
    page.locator("#say").fill("tool: AfyaChat")
    page.get_by_role("button", name="Send").click()
    wait_until(killable.hearing.exists, "the turn is being read")
    killable.kill()
    expect(page.locator(".again")).to_be_visible()
    killable.slow.unlink()
    killable.start()
    # The script tries again by itself; where it gave up meanwhile, the words are there to be sent.
    expect(page.locator("#composer input[name=at]").or_(page.get_by_role("alert")).first).to_be_attached()
    wait_until(lambda: turn(page) == "2" or page.get_by_role("alert").count() > 0, "the turn is taken or told")
    if turn(page) != "2":
        expect(page.locator("#say")).to_have_value("tool: AfyaChat")
        page.get_by_role("button", name="Send").click()
        expect(page.locator("#composer input[name=at]")).to_have_value("2")
    app = App(Settings(data=killable.data))
    assert said(app, page) == ["", "tool: AfyaChat"]
    app.store.close()  # type: ignore[attr-defined]


def test_what_is_sent_while_a_message_is_read_stays_and_is_told_so(open_page, killable) -> None:
    page = open_page()
    begin(page, killable.url)
    killable.slow.touch()
    page.locator("#say").fill("tool: AfyaChat")
    page.get_by_role("button", name="Send").click()
    wait_until(killable.hearing.exists, "the turn is being read")
    page.locator("#say").fill("and in our own words")
    page.locator("#say").press("Enter")
    expect(page.locator("#say-hint")).to_contain_text("still being read")
    expect(page.get_by_role("status").first).to_contain_text("stays here")
    killable.slow.unlink()
    expect(page.locator("#composer input[name=at]")).to_have_value("2")
    expect(page.locator("#say")).to_have_value("and in our own words")
    expect(page.locator("#say-hint")).not_to_contain_text("still being read")
    assert page.locator(".exchange .said").count() == 1


def test_a_full_store_is_told_and_the_words_stay(open_page, served, monkeypatch) -> None:
    from vcassist.errors import StorageTrouble

    def full(*_: object) -> None:
        raise StorageTrouble("There is no room left on the disk.", "", "Free some space.")

    page = open_page(noisy=True)
    begin(page, served.url)
    with monkeypatch.context() as broken:
        broken.setattr(served.app.store, "append", full)
        page.locator("#say").fill("tool: AfyaChat")
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_role("alert")).to_contain_text("Free some space")
    expect(page.locator("#say")).to_have_value("tool: AfyaChat")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#composer input[name=at]")).to_have_value("2")
    assert said(served.app, page) == ["", "tool: AfyaChat"]


def test_two_windows_do_not_speak_over_each_other(open_page, served) -> None:
    page = open_page(noisy=True)
    here = begin(page, served.url)
    other = page.context.new_page()
    other.goto(here)
    say(page, "tool: One")
    other.locator("#say").fill("tool: Two")
    other.get_by_role("button", name="Send").click()
    expect(other.get_by_role("alert")).to_contain_text("another window")
    expect(other.locator("#say")).to_have_value("tool: Two")
    expect(other.locator("#talk")).to_contain_text("tool: One")
    other.get_by_role("button", name="Send").click()
    expect(other.locator("#composer input[name=at]")).to_have_value("3")
    assert said(served.app, page) == ["", "tool: One", "tool: Two"]


def test_a_window_that_is_looked_at_again_shows_what_was_said_meanwhile(open_page, served) -> None:
    page = open_page()
    here = begin(page, served.url)
    other = page.context.new_page()
    other.goto(here)
    other.locator("#say").fill("a thought")
    say(page, "tool: One")
    other.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(other.locator("#talk")).to_contain_text("tool: One")
    expect(other.locator("#say")).to_have_value("a thought")


def test_typed_words_survive_reloading_and_going_away_and_back(open_page, served) -> None:
    page = open_page()
    here = begin(page, served.url)
    page.locator("#say").fill("We are a clinic")
    page.reload()
    expect(page.locator("#say")).to_have_value("We are a clinic")
    page.get_by_role("link", name="Settings").click()
    page.wait_for_url("**/settings")
    page.go_back()
    expect(page.locator("#say")).to_have_value("We are a clinic")
    page.goto(f"{here}/report")
    page.get_by_role("link", name="Conversation").click()
    expect(page.locator("#say")).to_have_value("We are a clinic")
    say(page, "We are a clinic")
    expect(page.locator("#say")).to_have_value("")
    page.reload()
    expect(page.locator("#say")).to_have_value("")


def test_going_back_after_a_turn_shows_the_turn(open_page, served) -> None:
    page = open_page()
    begin(page, served.url)
    say(page, "tool: AfyaChat")
    page.get_by_role("link", name="Report", exact=True).click()
    page.wait_for_url("**/report")
    page.go_back()
    expect(page.locator("#talk")).to_contain_text("tool: AfyaChat")
    expect(page.locator("#composer input[name=at]")).to_have_value("2")


def test_what_a_person_types_is_never_markup_and_links_in_it_are_inert(open_page, served) -> None:
    page = open_page()
    here = begin(page, served.url)
    nasty = "tool: A <img src=x onerror=alert(1)> <a href='http://evil.example'>x</a> http://evil.example javascript:alert(1)"
    say(page, nasty)
    for path in ("", "/map", "/report", "/parts/application"):
        page.goto(here + path)
        assert page.locator("img, a[href*='evil'], a[href^='javascript']").count() == 0
    page.goto(here)
    assert page.locator(".said .text").first.inner_text() == nasty


def test_documents_show_their_progress_and_are_judged_fact_by_fact(open_page, served) -> None:
    page = open_page()
    here = begin(page, served.url)
    page.goto(f"{here}/documents")
    text = b"Rules.\n\ntool: AfyaChat is used by nurses.\n\x0cPage two.\n\nmodel: GPT-4o stands behind it."
    page.locator("#files").set_input_files({"name": "rules.txt", "mimeType": "text/plain", "buffer": text})
    page.get_by_role("button", name="Read them").click()
    expect(page.locator(".read-fact")).to_have_count(2)
    expect(page.locator("#read")).to_contain_text("rules.txt, page 2")
    page.get_by_role("button", name="Refuse Model name: GPT-4o").click()
    expect(page.locator(".read-fact")).to_have_count(1)
    page.get_by_role("button", name="Accept Application name: AfyaChat").click()
    expect(page.locator("#read")).to_contain_text("You accepted all of it")
    assert set(stored(served.app, page).chain.facts) == {"application.name"}


def test_a_passphrase_can_be_looked_at_while_it_is_typed(open_page, served) -> None:
    page = open_page()
    here = begin(page, served.url)
    page.goto(f"{here}/settings")
    for field in ("#passphrase", "#again"):
        page.locator(field).fill("correct horse")
    page.get_by_role("button", name="Show what I type").click()
    expect(page.locator("#passphrase, #again").and_(page.locator("[type=text]"))).to_have_count(2)
    page.get_by_role("button", name="Hide what I type").click()
    expect(page.locator("#passphrase, #again").and_(page.locator("[type=password]"))).to_have_count(2)
    page.get_by_role("button", name="Set the passphrase").click()
    expect(page.get_by_text("A passphrase is set")).to_be_visible()


def test_of_a_long_reading_the_next_fact_comes_to_where_the_last_one_was(open_page, served) -> None:
    page = open_page(viewport={"width": 390, "height": 640}, reduced_motion="reduce")
    here = begin(page, served.url)
    number = served.app.store.load(here[-16:]).next_number
    refs = [f"{part}.{name}" for part in ("application", "application-2") for name in APPLICATION]
    facts = tuple(Fact(ref, "known", "partly", "words", 0, 5, number, source="document") for ref in refs)
    served.app.store.append(
        here[-16:], Turn(number, facts=facts, document="long.txt", reply="Read.", at="2026-11-28T10:00:00+00:00")
    )
    page.goto(f"{here}/documents")
    first, second = page.locator(".read-part").all()
    expect(first).to_have_attribute("open", "")
    expect(second).not_to_have_attribute("open", "")
    sixth, seventh = (page.locator(f"#f-{number}-application-{name}") for name in APPLICATION[5:7])
    sixth.scroll_into_view_if_needed()
    top = sixth.bounding_box()["y"]
    sixth.get_by_role("button", name="Accept").click()
    expect(seventh.get_by_role("button", name="Accept")).to_be_focused()
    assert abs(seventh.bounding_box()["y"] - top) < 2
    # The last of a part leads to the next part, which opens.
    first.get_by_role("button", name="Accept these").click()
    expect(
        page.locator(f"#f-{number}-application-2-{APPLICATION[0]}").get_by_role("button", name="Accept")
    ).to_be_focused()
    expect(first).not_to_have_attribute("open", "")
    page.get_by_role("button", name="Accept these").click()
    expect(page.locator("#read")).to_contain_text("You accepted all of it")
    assert page.url.startswith(f"{here}/documents")


def test_files_can_be_dropped_and_a_bad_one_is_told(open_page, served) -> None:
    page = open_page(noisy=True)
    here = begin(page, served.url)
    page.goto(f"{here}/documents")
    page.evaluate(
        """() => { const data = new DataTransfer(); data.items.add(new File(['\\u0000\\u0001'], 'picture.pdf'));
        document.querySelector('[data-files]').dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true})); }"""
    )
    expect(page.locator("[data-told]")).to_have_text("picture.pdf")
    page.get_by_role("button", name="Read them").click()
    expect(page.locator("[data-told]")).to_contain_text("picture.pdf cannot be read")
    assert page.locator("#files").evaluate("e => e.files.length") == 1


def test_the_example_is_each_visitors_own(open_page, served) -> None:
    page = open_page()
    first, second = example(page, served.url), example(page, served.url)
    assert first != second
