"""Templates as plain Python show what Jinja's own code shows, and what is no HTML is escaped."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, UndefinedError
from markupsafe import Markup

from kb import templating

PARTS = """{% macro row(text, more="", last="") %}<li>{{ text }} {{ more }}{{ last }}</li>{% endmacro %}
{% macro box(title) %}<div>{{ title }}{{ caller() }}</div>{% endmacro %}"""
PAGE = """{% import "parts.html" as parts with context %}
{{ one.name }} {{ one.html }} {{ one.number }} {{ none }} {{ one.shout("a <b>", times=2) }} {{ table["a.b"] }}
{% for some in one.list %}{{ loop.index }}{{ parts.row(some, *one.list[1:], last="!") }}{% endfor %}
{% call parts.box(one.name | upper) %}<p>{{ one.name ~ "&" }}</p>{% endcall %}
{% set kept %}<i>{{ one.name }}</i>{% endset %}{{ kept }}{{ kept | length }}"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "parts.html").write_text(PARTS)
    (tmp_path / "page.html").write_text(PAGE)
    return tmp_path


def context() -> dict[str, object]:
    def shout(text: str, times: int = 1) -> str:
        return text.upper() * times

    one = SimpleNamespace(
        name="<a> & 'b'", html=Markup("<b>x</b>"), number=4.5, list=["<", Markup("&lt;")], shout=shout
    )
    return {"one": one, "table": {"a.b": "<td>"}, "none": None}


def test_a_page_is_the_same_as_with_jinjas_own_code(folder: Path) -> None:
    plain = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    shown = templating.environment(folder).get_template("page.html").render(context())
    assert shown == plain.get_template("page.html").render(context())
    assert "<a>" not in shown


def test_a_name_that_nobody_gave_is_an_error(folder: Path) -> None:
    (folder / "page.html").write_text("{{ nobody }}")
    with pytest.raises(UndefinedError):
        templating.environment(folder).get_template("page.html").render()


def test_an_attribute_that_is_not_there_is_an_error(folder: Path) -> None:
    (folder / "page.html").write_text("{{ one.nothing }}")
    with pytest.raises(AttributeError):
        templating.environment(folder).get_template("page.html").render(context())
