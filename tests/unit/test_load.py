"""Reading YAML: what can't be read is told with its line, and every value knows where it stands."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from kb import load
from kb.load import DEEPEST, LARGEST_FILE, Document, Path_, read_file, read_folder, read_text


def document(text: str) -> Document:
    """A text that must be readable."""
    found, problems = read_text(text, "x.yml")
    assert problems == []
    assert found is not None
    return found


def told(text: str) -> list[tuple[str, int]]:
    """Rule and line of each problem."""
    return [(problem.rule, problem.where.line) for problem in read_text(text, "x.yml")[1]]


def read_bytes(folder: Path, raw: bytes) -> tuple[Document | None, list[tuple[str, int]]]:
    file = folder / "x.yml"
    file.write_bytes(raw)
    found, problems = read_file(file, "x.yml")
    return found, [(problem.rule, problem.where.line) for problem in problems]


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        pytest.param("a:\n\tb: 1\n", "tab", 2, id="indented with a tab"),
        pytest.param("a:\n  \tb: 1\n", "tab", 2, id="indented with spaces and a tab"),
        pytest.param("a:\n  b: 1\n c: 2\n", "yaml", 3, id="indentation that fits nothing"),
        pytest.param("a: 1\n  b: 2\n", "yaml", 2, id="indented below a value"),
        pytest.param("a: b: c\n", "yaml", 1, id="a colon inside a text"),
        pytest.param("a: 1\nb\nc: 2\n", "yaml", 3, id="a colon forgotten"),
        pytest.param("a: 1\nb: 'c\nd: 2\n", "yaml", 2, id="a quotation mark left open"),
        pytest.param("a: 1\nb: {c: 2\nd: 3\n", "yaml", 3, id="a bracket left open"),
        pytest.param("a: 1\nb: ]\n", "yaml", 2, id="a bracket too many"),
        pytest.param("a: @b\n", "yaml", 1, id="a sign that begins nothing"),
        pytest.param("a: 1\n---\nb: 2\n", "yaml", 2, id="two documents"),
        pytest.param('a: 1\nb: "\\q"\n', "yaml", 2, id="an unknown escape"),
        pytest.param('a: 1\nb: "\\UFFFFFFFF"\n', "yaml", 2, id="an escape beyond Unicode"),
        pytest.param("%YAML " + "9" * 5000 + ".1\n---\na: 1\n", "yaml", 1, id="an endless version"),
        pytest.param("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, id="a key twice"),
        pytest.param("a:\n  b: {c: 1, c: 2}\n", "duplicate-key", 2, id="a key twice in brackets"),
        pytest.param("a: &x 1\nb: *x\n", "alias", 1, id="an anchor"),
        pytest.param("a: 1\nb: *x\n", "alias", 2, id="an alias"),
        pytest.param("a: &x {b: 1}\nc:\n  <<: *x\n", "alias", 1, id="a merge key"),
        pytest.param("a: 1\nb: !!python/object/apply:os.system [ls]\n", "tag", 2, id="a Python object"),
        pytest.param("a: !!python/name:os.system ''\n", "tag", 1, id="a Python name"),
        pytest.param("a: !!set {b, c}\n", "tag", 1, id="a set"),
        pytest.param("a: !mine b\n", "tag", 1, id="a tag of one's own"),
        pytest.param("!mine\na: b\n", "tag", 1, id="a tag on the whole file"),
        pytest.param("a: !!binary aGVq\n", "tag", 1, id="binary data"),
        pytest.param("a: 1\nb: \x07\n", "control-character", 2, id="a control character"),
        pytest.param('a: 1\nb: "\\ud800"\n', "control-character", 2, id="half a character"),
        pytest.param('a: 1\n"\\ud800": 2\n', "control-character", 2, id="half a character in a key"),
        pytest.param("a: 1\nb: x\u2028y\n", "control-character", 2, id="a line separator"),
        pytest.param("a: 1\nb: x\u0085y\n", "control-character", 2, id="a next-line character"),
        pytest.param("", "empty-file", 1, id="nothing"),
        pytest.param("# only a remark\n\n", "empty-file", 1, id="a remark only"),
        pytest.param("---\n", "empty-file", 1, id="a start without content"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, rule: str, line: int) -> None:
    assert told(text) == [(rule, line)]


def test_a_billion_laughs_are_refused_at_the_first_one() -> None:
    laughs = "".join(f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n" for before, name in ("ab", "bc", "cd"))
    assert told("a: &a ha\n" + laughs) == [("alias", 1)]


@pytest.mark.parametrize("text", ["a: " + "[" * 5000, "- " * 5000 + "x", "{a: " * 5000, "? " * 5000])
def test_deep_nesting_is_refused(text: str) -> None:
    assert told(text) == [("too-deep", 1)]


def test_nesting_within_bounds_is_read() -> None:
    assert told("[" * DEEPEST + "]" * DEEPEST) == []


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, b"a: " + b"x" * LARGEST_FILE) == (None, [("too-large", 1)])


def test_latin_1_is_told_at_its_first_odd_byte(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a: ja\nb: nå\n".encode("latin-1")) == (None, [("encoding", 2)])


def test_utf_16_is_refused(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a: å\n".encode("utf-16")) == (None, [("encoding", 1)])


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    found, problems = read_bytes(tmp_path, "a: nå\n".encode("utf-8-sig"))
    assert (found and found.value, problems) == ({"a": "nå"}, [])


def test_windows_line_ends_are_accepted(tmp_path: Path) -> None:
    found, problems = read_bytes(tmp_path, b"a: 1\r\nb:\r\n  - c\r\n")
    assert found is not None
    assert (found.value, found.where("b", 0).line, problems) == ({"a": 1, "b": ["c"]}, 3, [])


def test_a_tab_is_told_in_a_file_with_windows_line_ends() -> None:
    assert told("a:\r\n\tb: 1\r\n") == [("tab", 2)]


def test_several_slips_that_leave_the_file_readable_are_all_told() -> None:
    assert told("a: 1\na: 2\nb: !x 3\nc: {d: 1, d: 2}\n") == [
        ("duplicate-key", 2),
        ("tag", 3),
        ("duplicate-key", 4),
    ]


def test_the_first_of_two_equal_keys_counts() -> None:
    found, _ = read_text("a: 1\na: 2\n", "x.yml")
    assert found is not None
    assert found.value == {"a": 1}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("10", 10),
        ("38.5", 38.5),
        ("true", True),
        ("Nej", "Nej"),
        ("null", None),
        ("", None),
        ("2026-01-31", datetime.date(2026, 1, 31)),
        ("2026-02-30", "2026-02-30"),
        ("2026-01-31 10:00:00", "2026-01-31 10:00:00"),
        ("1:30", "1:30"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        ("9" * 5000, "9" * 5000),
        ('"10"', "10"),
        ("=", "="),
        ("<<", "<<"),
    ],
)
def test_a_plain_value_is_read_as_what_it_looks_like(written: str, value: object) -> None:
    assert document(f"a: {written}\n").value == {"a": value}


LINES = """\
# a remark
a: one
b:
  c: two

  d: >-
    three
    four
e:
  - five
  - f: six
    g: seven
h: {i: eight, j: [nine,
  ten]}
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("a",), 2),
        (("b",), 3),
        (("b", "c"), 4),
        (("b", "d"), 6),
        (("e", 0), 10),
        (("e", 1), 11),
        (("e", 1, "f"), 11),
        (("e", 1, "g"), 12),
        (("h", "i"), 13),
        (("h", "j", 0), 13),
        (("h", "j", 1), 14),
    ],
)
def test_every_value_knows_its_line(place: Path_, line: int) -> None:
    assert document(LINES).where(*place).line == line


def test_a_value_that_is_missing_is_told_where_it_should_stand() -> None:
    assert document(LINES).where("e", 1, "missing", "da").line == 11


def test_files_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.yml", "a/z.yaml", "a/c.yml", "a/remarks.txt"):
        file = tmp_path / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("a: 1\n")
    assert [d.path for d in read_folder(tmp_path)[0]] == ["data/a/c.yml", "data/a/z.yaml", "data/b.yml"]


def test_a_large_folder_is_read_as_a_small_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    for name, text in {"a": "b: 1\n", "c": "d: [\n", "e": "f: 1\n", "g": "h: &i 1\n", "j": "k: 1\nk: 2\n"}.items():
        (tmp_path / f"data/{name}.yml").write_text(text)
    small = read_folder(tmp_path)
    monkeypatch.setattr(load, "LARGE", 0)
    assert read_folder(tmp_path) == small
    assert [p.where.path for p in small[1]] == ["data/c.yml", "data/g.yml", "data/j.yml"]


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    _, problems = read_folder(tmp_path)
    assert [(p.rule, p.where.path) for p in problems] == [("no-data", "data")]
