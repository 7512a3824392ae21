"""The search dialog: in the page's language, from a server and from a folder, by mouse, keyboard and voice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from surfing import THEME, NewPage, Sitemap, listen

WORD = {"da": "pauser", "en": "breaks"}
OTHER = {"da": "breaks", "en": "arbejdsdagen"}
HOSTILE = (
    "<script>document.title='harmed'</script>",
    '"><img src=x onerror=alert(1)>',
    "(((((",
    "*",
    "^.*$",
    "x" * 10_000,
    "🙂",
    "og i til",
    "\u202e",
    "constructor",
    "__proto__ toString",
)

_STANDS_OUT = """[document.querySelector(":target"), document.querySelector(":target > header h2")].some(
  found => found && getComputedStyle(found).backgroundColor !== "rgba(0, 0, 0, 0)")"""


def ask(page: Page, words: str) -> None:
    """Opens the search by its button, where it is not open, and types."""
    if not page.locator(".tb-search").is_visible():
        page.locator("button[data-find]").click()
    page.locator(".tb-search [type=search]").fill(words)


def hits(page: Page) -> Locator:
    return page.locator(".tb-search .tb-hit")


def status(page: Page) -> Locator:
    return page.locator(".tb-search [role=status]")


@pytest.fixture
def theme(new_page: NewPage, sitemap: Sitemap, language: str) -> Page:
    return new_page(sitemap.address(THEME, language))


@pytest.fixture
def front(new_page: NewPage) -> Page:
    return new_page("/")


# -- In the page's language


def test_a_word_finds_entries_of_the_page_s_language(theme: Page, language: str) -> None:
    ask(theme, WORD[language])
    expect(theme.locator(".tb-hit mark").first).to_have_text(WORD[language], ignore_case=True)
    assert all(("/en/" in link.evaluate("e => e.href")) == (language == "en") for link in hits(theme).all())


def test_a_word_of_the_other_language_finds_nothing(theme: Page, language: str) -> None:
    ask(theme, OTHER[language])
    expect(status(theme)).not_to_be_empty()
    expect(hits(theme)).to_have_count(0)


# -- Words as they are typed


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("oplæringens", "Instruktion og oplæring"),
        ("oplaering", "Instruktion og oplæring"),
        ("oplaring", "Instruktion og oplæring"),
        ("oplærign", "Instruktion og oplæring"),
        ("kontorstol", "Hjælp til at bruge kontorstolen"),
        ("kundecentermedarbejder", "Storrumskontoret"),
        ("medhør", "Medlyt"),
        ("falck", "Falck Global Assistance"),
        ("arhus", "Aarhus Kommunes Kontaktcenter"),
        ("svære kalld", "Svære kald og ubehagelige kundeoplevelser"),
        ("tids pres", "Tidspres"),
        ("digitae hotline", "Den Digitale Hotline"),
    ],
)
def test_danish_is_found_as_danes_type_it(front: Page, typed: str, title: str) -> None:
    ask(front, typed)
    expect(hits(front).first.locator("strong")).to_contain_text(title)


@pytest.mark.parametrize(
    ("typed", "title"),
    [("well-being", "Wellbeing"), ("well being", "Wellbeing"), ("wellbieng", "Wellbeing"), ("behavior", "behaviour")],
)
def test_english_is_found_as_britons_and_americans_type_it(new_page: NewPage, typed: str, title: str) -> None:
    page = new_page("/en/")
    ask(page, typed)
    expect(hits(page).first.locator("strong")).to_contain_text(title)


def test_a_compound_of_two_words_is_found_where_they_are_written_apart(new_page: NewPage) -> None:
    page = new_page("/en/")
    ask(page, "callcentre")
    expect(page.locator(".tb-hit mark", has_text=re.compile("^calls?$", re.I)).first).to_be_visible()


def test_part_of_a_compound_finds_it_and_marks_it(front: Page) -> None:
    ask(front, "tilfredshed")
    expect(front.locator(".tb-hit mark", has_text=re.compile("kundetilfredshed", re.I)).first).to_be_visible()


def test_a_beginning_finds_the_word(front: Page) -> None:
    ask(front, "oplæri")
    expect(hits(front).first).to_contain_text("oplæring", ignore_case=True)


def test_what_only_looks_like_a_compound_is_not_split(front: Page) -> None:
    ask(front, "pistol")
    expect(front.locator(".tb-search [data-none-found]")).to_be_visible()


def test_a_corrected_word_is_told(front: Page) -> None:
    ask(front, "oplærign")
    expect(status(front)).to_contain_text("oplæring")


def test_a_word_of_the_base_is_not_corrected(front: Page) -> None:
    ask(front, "pauser")
    expect(status(front)).to_have_text(re.compile(r"^\d+ resultater$"))


def test_a_word_without_its_strokes_is_found_after_the_word_that_it_is_too(front: Page) -> None:
    ask(front, "vagt")
    expect(hits(front).first.locator("mark").first).to_have_text(re.compile("vagt", re.I))
    expect(hits(front).last.locator("mark", has_text=re.compile("^vægt", re.I)).first).to_be_visible()


def test_a_slip_in_a_form_that_the_base_does_not_have_is_forgiven(front: Page) -> None:
    ask(front, "behndlingens")
    expect(front.locator(".tb-hit mark", has_text=re.compile("behandling", re.I)).first).to_be_visible()


def test_a_name_that_the_base_writes_as_two_words_is_found_as_one(front: Page) -> None:
    ask(front, "MitID")
    expect(hits(front).first).to_contain_text("Mit ID")


def test_a_noun_of_action_and_its_verb_find_each_other(front: Page) -> None:
    ask(front, "overvåge")
    expect(front.locator(".tb-hit mark", has_text=re.compile("overvågning", re.I)).first).to_be_visible()


def test_a_synonym_tells_under_which_name_it_was_found(front: Page) -> None:
    ask(front, "medhør")
    expect(hits(front).filter(has_text="Fundet som").first).to_contain_text("Medlyt")


# -- Results


def test_each_result_tells_its_kind_its_sector_and_where_it_stands(front: Page) -> None:
    ask(front, "Fem minutters pause, når der er behov")
    told = hits(front).first.locator("small > *")
    expect(told).to_have_text(["Eksempel", "Offentlig sektor", "Aarhus Kommunes Kontaktcenter", "Tidspres"])


def test_danish_names_in_english_results_are_marked_as_danish(new_page: NewPage) -> None:
    page = new_page("/en/")
    ask(page, "falck")
    expect(hits(page).first.locator("strong")).to_have_attribute("lang", "da")


def test_a_kind_can_be_chosen(front: Page) -> None:
    ask(front, "pauser")
    kind = front.get_by_role("button", name=re.compile("^Handlinger"))
    n = int(kind.locator("span").inner_text())
    kind.click()
    expect(hits(front)).to_have_count(n)
    expect(front.get_by_role("button", name=re.compile("^Handlinger"))).to_have_attribute("aria-pressed", "true")


def test_a_chosen_kind_that_finds_nothing_more_is_let_go(front: Page) -> None:
    ask(front, "pauser")
    front.get_by_role("button", name=re.compile("^Handlinger")).click()
    ask(front, "falck")
    expect(hits(front).first).to_contain_text("Falck")


def test_many_results_come_in_portions(front: Page) -> None:
    ask(front, "medarbejdere")
    expect(hits(front)).to_have_count(20)
    front.get_by_role("button", name="Vis flere").click()
    expect(hits(front)).to_have_count(40)
    expect(hits(front).nth(20)).to_be_focused()


def test_a_result_leads_to_its_entry_and_shows_it(theme: Page, language: str) -> None:
    ask(theme, {"da": "Tre ugers introduktion", "en": "Three weeks"}[language])
    hits(theme).first.click()
    expect(theme.locator("li:target h3")).to_be_visible()
    colour = theme.locator("li:target").evaluate("e => getComputedStyle(e).backgroundColor")
    assert colour != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("word", ["medlyt", "assurandører", "sygefravær", "trivsel hænger sammen"])
def test_every_place_that_a_result_leads_to_is_shown(front: Page, word: str) -> None:
    """Whatever the kind of entry, the place on the page stands out."""
    ask(front, word)
    places = {url for link in hits(front).all() if "#" in (url := str(link.evaluate("e => e.href")))}
    plain = []
    for url in sorted(places):
        front.goto(url)
        if not front.evaluate(_STANDS_OUT):
            plain.append(url)
    assert plain == []


def test_the_words_that_were_found_are_marked_in_the_text_around_them(front: Page) -> None:
    ask(front, "skemaet")
    expect(front.locator(".tb-hit > span mark", has_text="skemaet").first).to_be_visible()


def test_without_results_near_words_and_the_themes_are_offered(front: Page) -> None:
    ask(front, "restutitonsmangel")
    expect(hits(front)).to_have_count(0)
    expect(front.locator(".tb-search [data-themes] a")).to_have_count(12)
    front.locator(".tb-search [data-near] button", has_text="Restitution").click()
    expect(hits(front).first).to_contain_text("Restitution")


# -- Opening and closing


@pytest.mark.parametrize("key", ["/", "s"])
def test_a_key_opens_it(theme: Page, key: str) -> None:
    theme.keyboard.press(key)
    expect(theme.locator(".tb-search [type=search]")).to_be_focused()


@pytest.fixture
def turned_off(new_page: NewPage, sitemap: Sitemap, language: str) -> Page:
    """A page of a reader who has turned the keys off, by keyboard."""
    page = new_page(sitemap.address(THEME, language), color_scheme="light")
    page.locator("button[data-find]").press("Enter")
    name = {"da": "Tasterne / og s åbner søgningen", "en": "The keys / and s open the search"}[language]
    page.get_by_role("checkbox", name=name).press("Space")
    page.keyboard.press("Escape")
    return page


@pytest.mark.parametrize("key", ["/", "s"])
def test_the_keys_can_be_turned_off(turned_off: Page, key: str) -> None:
    turned_off.keyboard.press(key)
    expect(turned_off.locator("dialog.tb-search")).to_be_hidden()


def test_they_stay_off_on_other_pages_until_they_are_turned_on(turned_off: Page) -> None:
    turned_off.goto("/ordliste/")
    turned_off.keyboard.press("s")
    expect(turned_off.locator("dialog.tb-search")).to_be_hidden()
    turned_off.locator("button[data-find]").press("Enter")
    turned_off.locator("[data-keys]").press("Space")
    turned_off.keyboard.press("Escape")
    turned_off.keyboard.press("s")
    expect(turned_off.locator("dialog.tb-search")).to_be_visible()


def test_the_keys_write_in_a_field(front: Page) -> None:
    front.locator("#q").press("s")
    expect(front.locator("#q")).to_have_value("s")


def test_escape_closes_it_and_gives_the_focus_back(theme: Page) -> None:
    theme.locator("button[data-find]").press("Enter")
    expect(theme.locator(".tb-search [type=search]")).to_be_focused()
    theme.keyboard.press("Escape")
    expect(theme.locator("button[data-find]")).to_be_focused()


def test_escape_gives_the_focus_to_the_button_where_nothing_had_it(new_page: NewPage) -> None:
    page = new_page("/?q=medlyt")
    expect(hits(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("button[data-find]")).to_be_focused()


def test_an_address_with_a_question_opens_it(new_page: NewPage) -> None:
    page = new_page("/?q=medlyt")
    expect(hits(page).first).to_be_visible()


def test_the_question_stands_in_the_address_until_it_is_closed(front: Page) -> None:
    ask(front, "medlyt")
    expect(front).to_have_url(re.compile(r"/\?q=medlyt$"))
    front.keyboard.press("Escape")
    expect(front).to_have_url(re.compile(r"/$"))


def test_the_box_on_the_front_page_searches(new_page: NewPage, sitemap: Sitemap, language: str) -> None:
    page = new_page(sitemap.address("/", language))
    page.locator("#q").fill(WORD[language])
    page.locator("#q").press("Enter")
    expect(hits(page).first).to_be_visible()


# -- Keyboard and voice


def test_the_number_of_results_is_told_aloud(theme: Page, language: str) -> None:
    ask(theme, WORD[language])
    expect(status(theme)).to_contain_text({"da": "resultat", "en": "result"}[language])


def test_the_arrows_move_through_the_results(theme: Page, language: str) -> None:
    ask(theme, WORD[language])
    expect(hits(theme).first).to_be_visible()
    theme.keyboard.press("ArrowDown")
    expect(hits(theme).first).to_be_focused()
    theme.keyboard.press("ArrowUp")
    expect(theme.locator(".tb-search [type=search]")).to_be_focused()


def test_a_letter_goes_back_to_the_field(front: Page) -> None:
    ask(front, "paus")
    front.keyboard.press("ArrowDown")
    front.keyboard.type("er")
    expect(front.locator(".tb-search [type=search]")).to_have_value("pauser")


def test_it_fits_a_phone_and_four_hundred_per_cent(new_page: NewPage) -> None:
    page = new_page("/", viewport={"width": 320, "height": 256})
    ask(page, "kundeservicemedarbejdere")
    expect(hits(page).first).to_be_visible()
    assert page.locator(".tb-search").evaluate("e => e.scrollWidth <= e.clientWidth")


# -- What it fetches, and from where


def test_nothing_is_fetched_before_it_is_used(new_page: NewPage) -> None:
    page = new_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(THEME, wait_until="networkidle")
    assert [url for url in asked if "/search/" in url] == []


def test_the_index_comes_with_the_focus(new_page: NewPage) -> None:
    page = new_page("/")
    with page.expect_request(re.compile(r"search/da\.\w+\.js")):
        page.locator("#q").focus()


def test_only_the_index_of_the_page_s_language_is_fetched(theme: Page, language: str) -> None:
    asked: list[str] = []
    theme.on("request", lambda request: asked.append(request.url))
    ask(theme, WORD[language])
    expect(hits(theme).first).to_be_visible()
    assert [found[1] for url in asked if (found := re.search(r"/search/(..)\.\w+\.js", url))] == [language]


def test_it_works_from_a_folder_without_a_server(new_page: NewPage, built_site: Path, language: str) -> None:
    path = {"da": "temaer/private/tidspres", "en": "en/themes/private/time-pressure"}[language]
    page = new_page((built_site / path / "index.html").as_uri())
    heard = listen(page)
    ask(page, WORD[language])
    expect(hits(page).first).to_be_visible()
    assert heard == []


def test_it_works_under_a_path_of_its_own(new_page: NewPage, under_a_path: str) -> None:
    page = new_page(f"{under_a_path}/en/themes/private/time-pressure/")
    ask(page, "breaks")
    hits(page).first.click()
    expect(page.locator("li:target")).to_be_visible()
    assert page.url.startswith(f"{under_a_path}/en/")


def test_a_result_from_a_folder_leads_to_its_file(new_page: NewPage, built_site: Path) -> None:
    page = new_page((built_site / "index.html").as_uri())
    ask(page, "falck")
    assert Path(hits(page).first.evaluate("e => new URL(e.href).pathname"), "index.html").is_file()


@pytest.mark.parametrize("words", HOSTILE)
def test_odd_questions_do_no_harm(front: Page, words: str) -> None:
    heard = listen(front)
    title = front.title()
    ask(front, WORD["da"])
    expect(hits(front).first).to_be_visible()
    before = status(front).inner_text()
    front.locator(".tb-search [type=search]").fill(words)
    expect(status(front)).not_to_have_text(before)
    assert (front.title(), heard) == (title, [])


def test_a_lost_index_is_told_and_can_be_fetched_again(new_page: NewPage) -> None:
    page = new_page("/")
    page.route("**/search/da.*.js", lambda route: route.abort())
    ask(page, "pauser")
    expect(status(page)).to_contain_text("kunne ikke hentes")
    page.unroute("**/search/da.*.js")
    page.keyboard.press("Escape")
    ask(page, "pauser")
    expect(hits(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(hits(page).first).to_be_focused()


def test_without_script_there_is_no_search_box(new_page: NewPage) -> None:
    page = new_page("/", java_script_enabled=False)
    expect(page.locator(".tb-ask-box")).to_be_hidden()
