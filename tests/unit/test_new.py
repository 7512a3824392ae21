"""`kb new`: asks for what it needs, or takes it, and writes a whole entry that the check accepts."""

from __future__ import annotations

from command import kb
from minibase import MiniBase

FINDING = (
    "text.da=Planter trives i lys.",
    "text.en=Plants thrive in light.",
    "evidence=practice",
    "source=sheet-lys F2",
)
TERM = ("title.da=Øjenhøjde", "title.en=Eye level", "text.da=Der, hvor I ser den.", "text.en=Where you see it.")
THEME = """public
Fugle
Birds
Til jer, der vil have fugle.
For you who want birds.
Fugle er gode.
Birds are good.
Fugle på kontoret – hvad en opdigtet undersøgelse viser, et spørgsmål til jeres møde og en ting at gøre i dag.
Birds in the office – what one invented study shows, a question for your meeting and one thing to do today.
sheet-lys head
Fugle synger.
Birds sing.
practice
Hvor sidder fuglene?
Where do the birds sit?
Luk op
Open up
Luk vinduet op.
Open the window.
"""
# The same, told at once.
THEME_PATHS = """series title.da title.en purpose.da purpose.en summary.1.da summary.1.en description.da description.en
source findings.1.text.da findings.1.text.en findings.1.evidence questions.1.text.da questions.1.text.en
actions.1.title.da actions.1.title.en actions.1.text.da actions.1.text.en"""
THEME_VALUES = [f"{path}={told}" for path, told in zip(THEME_PATHS.split(), THEME.splitlines(), strict=True)]


def ids(mini: MiniBase, kind: str) -> list[str]:
    return [item.id for item in mini.data().of(kind)]


def test_a_finding_comes_last_in_its_theme_with_the_next_number(mini: MiniBase) -> None:
    assert kb(mini.root, "new", "finding", "theme=private-02", *FINDING).returncode == 0
    assert [one for one in ids(mini, "finding") if one.startswith("private-02")] == ["private-02-f1", "private-02-f2"]
    assert mini.rules() == []


def test_it_says_where_the_entry_stands_and_what_to_do_next(mini: MiniBase) -> None:
    ran = kb(mini.root, "new", "finding", "theme=private-02", *FINDING, "--lang", "en")
    line = mini.line_of("data/themes/private/02-lys.yml", "- id: private-02-f2")
    assert ran.stdout.startswith(f"data/themes/private/02-lys.yml:{line}: private-02-f2 is written.\nSee it with:")


def test_an_example_of_an_organisation(mini: MiniBase) -> None:
    told = ("kind=rule", "organisation=gartneri-nord", "title.da=Mandag", "title.en=Monday", "source=sheet-lys E1")
    texts = ("text.da=De vander om mandagen.", "text.en=They water on Mondays.")
    assert kb(mini.root, "new", "example", "theme=private-02", *told, *texts).returncode == 0
    assert "private-02-e1" in ids(mini, "example") and mini.rules() == []


def test_a_term_gets_an_id_of_its_title_and_comes_last(mini: MiniBase) -> None:
    assert kb(mini.root, "new", "term", *TERM, "source=general").returncode == 0
    assert ids(mini, "term")[-1] == "term-oejenhoejde"


def test_where_ids_stand_in_order_the_new_one_keeps_it(mini: MiniBase) -> None:
    path = "data/terms.yml"
    first, second = mini.text(path).split("- id: term-drivhus")
    mini.write(path, f"- id: term-drivhus{second}\n{first}")
    assert kb(mini.root, "new", "term", *TERM, "source=general").returncode == 0
    assert "term-oejenhoejde" in ids(mini, "term")
    assert ids(mini, "term") == sorted(ids(mini, "term"))


def test_the_same_title_again_gets_an_id_of_its_own(mini: MiniBase) -> None:
    for _ in range(2):
        assert kb(mini.root, "new", "term", *TERM, "source=general").returncode == 0
    assert {"term-oejenhoejde", "term-oejenhoejde-2"} <= set(ids(mini, "term"))


def test_an_organisation(mini: MiniBase) -> None:
    description = (
        "Et planteskoleeksempel, der er opdigtet, og som siger alt det, en beskrivelse skal sige for at være lang nok."
    )
    texts = (
        "text.da=En planteskole.",
        "text.en=A nursery.",
        f"description.da={description}",
        f"description.en={description} x",
    )
    assert (
        kb(
            mini.root, "new", "organisation", "name=Ås Planter", "sector=private", *texts, "source=sheet-lys E1"
        ).returncode
        == 0
    )
    assert "aas-planter" in ids(mini, "organisation")
    assert {p.rule for p in mini.problems() if p.level == "fault"} == set()


def test_a_reference(mini: MiniBase) -> None:
    told = ("title=Lys og liv", "kind=guidance", "address=https://lys.example/", "source=sheet-lys head")
    assert kb(mini.root, "new", "reference", *told).returncode == 0
    assert "ref-lys-og-liv" in ids(mini, "reference") and {p.rule for p in mini.problems()} == {"unused-reference"}


def test_a_theme_is_asked_for_line_by_line(mini: MiniBase) -> None:
    ran = kb(mini.root, "new", "theme", answers=THEME)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "public-02" in ids(mini, "theme") and {p.rule for p in mini.problems() if p.level == "fault"} == set()
    assert "data/themes/public/02-fugle.yml" in mini.files


def test_a_slug_can_not_lead_out_of_the_folder(mini: MiniBase) -> None:
    before = set(mini.root.parent.rglob("*.yml"))
    ran = kb(mini.root, "new", "theme", "slug.da=../../../../ude", "slug.en=birds", *THEME_VALUES)
    assert ran.returncode == 1 and "slug" in ran.stderr
    assert set(mini.root.parent.rglob("*.yml")) == before


def test_a_question_shows_what_may_be_answered(mini: MiniBase) -> None:
    ran = kb(mini.root, "new", "finding", "--fields", "--lang", "en")
    assert "evidence: " in ran.stdout and "one of: research, survey, practice, unspecified" in ran.stdout
    assert "theme: " in ran.stdout and "one of: private-01, private-02, public-01" in ran.stdout


def test_what_is_lacking_is_told_and_nothing_written(mini: MiniBase) -> None:
    before = {path: mini.text(path) for path in mini.files}
    ran = kb(mini.root, "new", "finding", "theme=private-02", *FINDING[:2], "--lang", "en")
    assert ran.returncode == 1 and "Missing: evidence, source" in ran.stderr
    assert before == {path: mini.text(path) for path in mini.files}


def test_what_is_wrong_is_told_with_its_place_and_nothing_written(mini: MiniBase) -> None:
    before = {path: mini.text(path) for path in mini.files}
    ran = kb(mini.root, "new", "finding", "theme=private-02", *FINDING[:3], "source=sheet-lyst F2", "--lang", "en")
    assert ran.returncode == 1 and "Did you mean “sheet-lys”" in ran.stderr and "02-lys.yml:" in ran.stderr
    assert before == {path: mini.text(path) for path in mini.files}


def test_a_field_that_does_not_exist_is_told(mini: MiniBase) -> None:
    ran = kb(mini.root, "new", "term", "titel.da=x", "--lang", "en")
    assert ran.returncode == 1 and "There is no field “titel.da”." in ran.stderr


def test_a_theme_that_does_not_exist_is_told(mini: MiniBase) -> None:
    ran = kb(mini.root, "new", "finding", "theme=private-99", *FINDING, "--lang", "en")
    assert ran.returncode == 1 and "“private-99” does not exist." in ran.stderr
