"""Charts and pictures: whoever can't see them gets the same facts."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect
from surfing import NewPage, Sitemap

BALANCES = Path(__file__).resolve().parents[2] / "data/guide/balances"


@pytest.fixture
def figures(new_page: NewPage, sitemap: Sitemap, language: str) -> Page:
    return new_page(sitemap.address("/forskning/tal/", language))


def test_every_bar_has_its_figure_as_text(figures: Page) -> None:
    texts = figures.locator(".tb-bar b").all_inner_texts()
    assert len(texts) == figures.locator(".tb-bar__t").count() > 0
    assert all(any(sign.isdigit() for sign in text) or " " in text for text in texts)


def test_the_bars_themselves_are_not_announced(figures: Page) -> None:
    for bar in figures.locator(".tb-bar__t").all():
        expect(bar).to_have_attribute("aria-hidden", "true")


def test_every_chart_has_a_name(figures: Page) -> None:
    for chart in figures.locator(".tb-chart").all():
        expect(chart).to_have_accessible_name(chart.locator("h3").inner_text())


def test_the_table_has_the_same_figures_as_the_charts(figures: Page) -> None:
    bars = figures.locator(".tb-bar__l").evaluate_all("all => all.map(e => [...e.children].map(c => c.textContent))")
    rows = figures.locator("#table tbody tr:has(td)").evaluate_all(
        "all => all.map(e => [...e.children].map(c => c.textContent))"
    )
    assert [[part.strip() for part in bar] for bar in bars] == [[part.strip() for part in row] for row in rows] != []


def test_the_length_of_a_bar_is_its_figure(figures: Page) -> None:
    """81 % is drawn 81 hundredths long."""
    wrong = figures.locator(".tb-bar").evaluate_all(
        """bars => bars.map(bar => {
             const told = bar.querySelector("b").textContent.replace(",", ".").match(/^([0-9.]+)\\s*%$/);
             const track = bar.querySelector(".tb-bar__t"), drawn = track.firstElementChild;
             const edges = track.offsetWidth - track.clientWidth;
             const share = 100 * drawn.getBoundingClientRect().width / (track.getBoundingClientRect().width - edges);
             return told && Math.abs(share - Number(told[1])) > 0.6 ? [told[0], share] : null;
           }).filter(Boolean)"""
    )
    assert not wrong


@pytest.mark.parametrize("address", ["/", "/maal-med-mening/balancer/"])
def test_the_picture_of_the_balances_tells_their_poles(
    new_page: NewPage, sitemap: Sitemap, language: str, address: str
) -> None:
    name = new_page(sitemap.address(address, language)).locator("svg[role=img] > title").text_content() or ""
    for file in sorted(BALANCES.glob("*.yml")):
        balance = yaml.safe_load(file.read_text(encoding="utf-8"))
        left, right = balance["left"]["name"][language], balance["right"]["name"][language]
        assert f"{balance['dimension'][language]}: {left} – {right}" in name


def test_the_title_of_the_picture_is_its_name(new_page: NewPage) -> None:
    picture = new_page("/maal-med-mening/balancer/").locator("svg[role=img]")
    expect(picture).to_have_accessible_name((picture.locator("title").text_content() or "").strip())
