"""How hard texts are to read: LIX, ARI, sentences, and what `kb status` tells of them."""

from __future__ import annotations

import pytest
from cases import LIGHT, SITE
from command import kb
from minibase import MiniBase

from kb.model import Theme
from kb.pages import site_map
from kb.standing.reading import LONGEST, Reading, ari, lix, median_of, readings, sentences

CLEAR = "Rene ruder giver mere lys."
LONG = " ".join(["Rene", *["ruder"] * (LONGEST - 2), "lys."])  # as long as may be


def told(mini: MiniBase, *arguments: str) -> list[str]:
    return kb(mini.root, "status", "--lang", "en", *arguments).stdout.partition("\nReading\n")[2].splitlines()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ét. To? Tre! Fire …", 4),
        ("Mødet varer fx 15 minutter, ca. en time.", 1),
        ("Det var den 3. maj kl. 9.", 1),
        ("De svarer fra 0 til 10. Mange gør det.", 2),
        ("Sagt kort: Spørg.", 1),
        ("(Det er sandt.) ”Det er det.” Slut.", 3),
        ("En titel uden punktum", 0),
    ],
)
def test_a_sentence_ends_with_its_mark(text: str, number: int) -> None:
    assert len(sentences(text)) == number


def test_lix_adds_the_words_of_a_sentence_and_the_share_of_long_words() -> None:
    # 8 words in 2 sentences; medarbejdere and mulighed have more than six letters.
    assert lix(["Vores medarbejdere har det.", "De får ny mulighed."]) == 8 / 2 + 100 * 2 / 8


def test_a_word_of_six_letters_is_not_long() -> None:
    assert lix(["Seksti."]) == 1


def test_ari_weighs_letters_a_word_and_words_a_sentence() -> None:
    # 5 words of 3, 3, 4, 2 and 5 signs in one sentence.
    assert ari(["The cat went in today."]) == pytest.approx(4.71 * 17 / 5 + 0.5 * 5 - 21.43)


def test_a_page_is_measured_with_the_entries_that_stand_on_it(mini: MiniBase) -> None:
    before = page(mini, "theme-private-02")
    mini.replace(LIGHT, CLEAR, f"{CLEAR} Ét to tre.")
    after = page(mini, "theme-private-02")
    assert (after.words, after.sentences) == (before.words + 3, before.sentences + 1)


def test_what_search_engines_show_is_no_part_of_a_page(mini: MiniBase) -> None:
    before = page(mini, "theme-private-02")
    described = mini.linked().get("private-02", Theme).description.da
    mini.replace(LIGHT, described, described.replace(" ", " og ", 1))
    assert page(mini, "theme-private-02") == before


def page(mini: MiniBase, key: str) -> Reading:
    base = mini.linked()
    return next(one for one in readings(base, site_map(base, []), mini.root) if (one.page, one.locale) == (key, "da"))


def test_the_median_is_that_of_the_language() -> None:
    some = [Reading("p", "p/", locale, measure, 10, 1) for locale, measure in (("da", 20), ("da", 40), ("en", 9))]
    assert (median_of(some, "da"), median_of(some, "en"), median_of([], "da")) == (30, 9, None)


def test_a_page_by_hand_is_measured_with_the_parts_it_shows(mini: MiniBase) -> None:
    head = "---\ntitle: Om\ndescription: Det.\naddress: om\n---\n"
    mini.write("BOG.md", "Udenfor.\n<!-- --8<-- [start:del] -->\nÉt to tre.\n<!-- --8<-- [end:del] -->\nUdenfor.\n")
    mini.write("docs/om.md", f'{head}\nFire fem.\n\n--8<-- "BOG.md:del"\n').write(
        "docs/om.en.md", f"{head}\nOne two.\n"
    )
    assert "    /om/ (6 words, 3 sentences)" in "\n".join(told(mini, "--all"))


def test_status_tells_the_median_and_the_hardest_pages_of_each_language(mini: MiniBase) -> None:
    lines = told(mini)
    heads = [line.split("  ")[-1] for line in lines if "the median of" in line]
    assert [head.partition(":")[0] for head in heads] == ["LIX, Danish", "ARI, English"]
    measures = [float(line.split()[0]) for line in lines[1:6]]
    assert measures == sorted(measures, reverse=True)


def test_status_tells_every_page_on_request(mini: MiniBase) -> None:
    assert len(told(mini, "--all")) > len(told(mini))


def test_a_sentence_that_is_too_long_is_told_with_its_place(mini: MiniBase) -> None:
    mini.replace(LIGHT, CLEAR, f"{LONG} {LONG.replace('lys', 'giver lys')}")
    number, place = told(mini)[-2:]
    assert number == f"     1  sentences of more than {LONGEST} words"
    assert place.startswith(f"{LIGHT}:{mini.line_of(LIGHT, LONG)}: {LONGEST + 1} words. Rene ruder ruder")


def test_a_long_english_sentence_is_told_where_the_english_stands(mini: MiniBase) -> None:
    mini.replace(LIGHT, "Clean panes let in more light.", f"Clean {'panes ' * LONGEST}let in more light.")
    assert told(mini)[-1].startswith(f"{LIGHT}:{mini.line_of(LIGHT, 'let in more light')}: {LONGEST + 5} words.")


def test_while_the_data_has_faults_long_sentences_are_told_alone(mini: MiniBase) -> None:
    mini.append(SITE, "unknown_key: 1\n")
    assert told(mini) == [
        "The pages are measured once the data is without faults.",
        f"     0  sentences of more than {LONGEST} words",
    ]


def test_for_a_pull_request_reading_is_told_as_a_table(mini: MiniBase) -> None:
    mini.replace(LIGHT, CLEAR, LONG.replace("lys", "giver lys"))
    shown = kb(mini.root, "status", "--format", "markdown").stdout
    assert "### Læsning / Reading" in shown and f"| {LONGEST + 1} | Rene ruder" in shown
