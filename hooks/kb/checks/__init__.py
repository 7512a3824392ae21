"""The rules across entries: one small function a rule, each yielding problems. `check` runs them all.

They work on entries as written, not on models, so that a fault in one place hides none in another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kb.aside import aside
from kb.checks import advice, host, ids, own, texts
from kb.data import Data
from kb.problems import Problem

Rule = Callable[[Data], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    ids.files_have_a_kind,
    ids.ids_are_unique,
    ids.meetings_stand_once,
    ids.ids_fit_their_file,
    ids.nested_ids_run_on,
    ids.listed_ids_run_on,
    ids.numbers_fit,
    ids.theme_stands_in_its_series,
    ids.slugs_are_unique,
    ids.siblings_are_mutual,
    ids.nothing_refers_to_itself,
    own.own_ids_stand_in_the_own_folder,
    own.own_additions_say_whose_they_are,
    own.own_examples_and_notes_run_on,
    own.former_ids_are_free,
    own.present_ids_are_used,
    texts.figures_stand_in_the_text,
    texts.counts_are_not_drawn,
    texts.signs_can_be_printed,
    texts.names_stand_with_people_alone,
    texts.interface_has_every_word,
    advice.organisations_are_told_about,
    advice.references_are_used,
    advice.texts_are_translated,
    advice.titles_are_short,
    advice.descriptions_fit,
    advice.summaries_are_short,
    advice.nothing_refers_to_what_is_withdrawn,
    host.address_is_real,
    host.host_tells_of_itself,
)


def check(data: Data) -> list[Problem]:
    """All problems of the data in one run, sorted by file and line, each once."""
    others = aside(lambda: _broken(RULES[1::2], data))
    return sorted({*data.problems, *_broken(RULES[::2], data), *others()})


def _broken(rules: Sequence[Rule], data: Data) -> set[Problem]:
    return {problem for rule in rules for problem in rule(data)}
