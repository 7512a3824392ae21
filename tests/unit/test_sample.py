"""`kb sample`: a base many times as large is as sound as the real one, and no text or id in it stands for two."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import kb

from kb.checks import check
from kb.data import Data, read
from kb.links import KnowledgeBase, link
from kb.model import Example, Term, Theme
from kb.problems import faults
from kb.sampling.words import Vocabulary

ROOT = Path(__file__).resolve().parents[2]
TIMES = 4


@pytest.fixture(scope="module")
def larger(tmp_path_factory: pytest.TempPathFactory) -> Data:
    out = tmp_path_factory.mktemp("sample") / "base"
    assert kb(ROOT, "sample", "--times", str(TIMES), str(out)).returncode == 0
    return read(out)


@pytest.fixture(scope="module")
def bases(larger: Data) -> tuple[KnowledgeBase, KnowledgeBase]:
    return link(read(ROOT, own=False)), link(larger)


def test_a_sample_has_no_faults(larger: Data) -> None:
    assert [one.tell("en") for one in faults(check(larger))] == []


@pytest.mark.parametrize("kind", [Theme, Example, Term])
def test_it_has_as_many_entries_times_n(bases: tuple[KnowledgeBase, KnowledgeBase], kind: type) -> None:
    real, larger = bases
    assert len(larger.all(kind)) == TIMES * len(real.all(kind))


def test_the_real_entries_are_among_them(bases: tuple[KnowledgeBase, KnowledgeBase]) -> None:
    real, larger = bases
    assert larger.entries["private-04"] == real.entries["private-04"]


def test_ties_are_as_dense(bases: tuple[KnowledgeBase, KnowledgeBase]) -> None:
    real, larger = ([len(base.ties.get(one.id, ())) for one in base.all(Theme)] for base in bases)
    assert sum(larger) / len(larger) == pytest.approx(sum(real) / len(real), rel=0.1)


def test_copies_say_other_words_of_the_same_length(bases: tuple[KnowledgeBase, KnowledgeBase]) -> None:
    real, larger = (
        base.get(one, Theme).purpose for base, one in zip(bases, ("private-04", "privatea-04"), strict=True)
    )
    assert real.da != larger.da and len(real.da.split()) == len(larger.da.split())


def test_the_same_sample_comes_twice(tmp_path: Path) -> None:
    for name in ("a", "b"):
        kb(ROOT, "sample", "--times", "2", str(tmp_path / name))
    a, b = ({one.name: one.read_bytes() for one in (tmp_path / name).rglob("*.yml")} for name in ("a", "b"))
    assert a == b


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    told = kb(ROOT, "sample", "--times", "2", str(tmp_path))
    assert told.returncode == 1 and "tom mappe" in told.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["mine"]


def test_links_figures_and_names_stay_in_shuffled_texts() -> None:
    words = Vocabulary.of(["vi taler om tidspres i centret", "andre ord er lige så lange her"], [])
    shuffled = words.shuffled("a").text("Vi har 80 % hos Falck: [se centret](private-04)")
    assert "80 %" in shuffled and "Falck" in shuffled and "](private-04)" in shuffled
