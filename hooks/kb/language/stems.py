"""Stems: what is left of a word when its inflection is taken off.

Snowball's stemmers (snowballstem.org), with rules before and after. The rules go to the browser with the search index,
so that words.js does the very same.
"""

from __future__ import annotations

import re
from functools import cache

import snowballstemmer  # type: ignore[import-untyped]  # it brings no types

from kb.problems import Locale

Rules = tuple[tuple[str, str], ...]  # pattern, replacement; both mean the same to Python and to JavaScript

_SNOWBALL = {"da": snowballstemmer.stemmer("danish"), "en": snowballstemmer.stemmer("english")}

BEFORE: dict[Locale, Rules] = {
    "da": (
        (r"^(.{3,}[^aeiouyæøå])edes?$", r"\1e"),  # arbejdede: a past tense that Snowball doesn't know
        (r"^([^aeiouyæøå]+[aeiouyæøå])(?:ens?|ers?|ernes?|ets?)$", r"\1"),  # køen, byer, knæet: too short for it
    ),
    # British to American, since that touches fewer other words. What comes out need not be a word: exercise, exercize.
    "en": (
        (r"^([a-z]{2,}[iy])s(e[drs]?|ers|ings?|ations?|ational)$", r"\1z\2"),  # organise, analyse
        (r"^([a-z]{2,})our(s|ed|ing|able|al|ful|ite|less|ers?|hood)?$", r"\1or\2"),  # behaviour
        (r"^([a-z]{2,}[bt])re(s|d)?$", r"\1er\2"),  # centre
        (r"^([a-z]+log)ue(s?)$", r"\1\2"),  # dialogue
        (r"^((?:def|off|lic)en)c(es?|ed|ing)$", r"\1s\2"),  # defence
        (r"^program(?:me)(s?)$", r"program\1"),
        (r"^(enro|fulfi|skilfu)l(s|ment)?$", r"\1ll\2"),
        (r"^grey", "gray"),
        (r"^(judg|acknowledg)ement", r"\1ment"),
        (r"^ageing", "aging"),
    ),
}
AFTER: dict[Locale, Rules] = {
    # regel and regler, middel and midler: an e that comes and goes.
    "da": ((r"^(.+[aeiouyæøå][^aeiouyæøå]*?)([^aeiouyæøå])\2?e([lnr])$", r"\1\2\3"),),
    "en": (),
}

# overvågning and overvåge: what a noun of action is made of, tried in this order on its stem.
BASES: dict[Locale, Rules] = {"da": ((r"^(.{3,})ning$", r"\1"), (r"^(.{3,})ing$", r"\1")), "en": ()}


@cache
def stem(word: str, locale: Locale) -> str:
    """The stem of a word in small letters."""
    word = _applied(_compiled(BEFORE[locale]), word)
    return _applied(_compiled(AFTER[locale]), str(_SNOWBALL[locale].stemWord(word)))


def bases(stem: str, locale: Locale) -> list[str]:
    """The stems that a noun of action may be made of; there need not be such words."""
    rules = _compiled(BASES[locale])
    return [pattern.sub(base, stem) for pattern, base in rules if pattern.search(stem)]


@cache
def _compiled(rules: Rules) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in rules)


def _applied(rules: tuple[tuple[re.Pattern[str], str], ...], word: str) -> str:
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word
