"""Every word of the project that is in no dictionary and on no list, with file and line: python tests/spelling/spell.py

`--count` tells how many words there are instead.
"""

from __future__ import annotations

import sys
from pathlib import Path

from everything import everything, field_names
from speller import LISTS, count, project_languages, suggested, unknown

from kb.data import read

ROOT = Path(__file__).parents[2]


def main(counted: bool) -> int:
    """The exit status is 1 when a word is not known."""
    data = read(ROOT)
    said = list(everything(ROOT, data))
    languages = project_languages(ROOT, data)
    found = sorted(set(unknown(said, languages, field_names())))
    if counted:
        for locale, number in sorted(count(said).items()):
            print(f"{locale}: {number} ord / words, {len(languages[locale].own)} i listen / on the list")
    for one in found:
        print(suggested(one, languages).tell())
    lists = " · ".join(LISTS.values())
    if found:
        print(f"Ret ordet, eller skriv det i listen. Correct the word, or add it to the list: {lists}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main("--count" in sys.argv[1:]))
