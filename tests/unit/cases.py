"""One slip or more for each rule: how it comes into the miniature base, and where and how it is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass

from minibase import MiniBase

from kb.load import LARGEST_FILE

SITE = "data/site.yml"
WORDS = "data/interface.yml"
ORGANISATIONS = "data/organisations.yml"
REFERENCES = "data/references.yml"
TERMS = "data/terms.yml"
SERIES = "data/themes/private/series.yml"
PLANTS = "data/themes/private/01-planter.yml"
LIGHT = "data/themes/private/02-lys.yml"
LIBRARY = "data/themes/public/01-planter.yml"
NEW = "data/themes/public/02-fugle.yml"
GUIDE = "data/guide/guide.yml"
MEETINGS = "data/dialogue.yml"
PAGES = "data/guide/pages.yml"
STATISTICS = "data/guide/statistics.yml"
VOICES = "data/guide/voices.yml"
BALANCE_1 = "data/guide/balances/1-store-eller-smaa.yml"
BALANCE_2 = "data/guide/balances/2-faa-eller-mange.yml"
CASE = "data/guide/cases/gartneri-nord.yml"

CLEAN = "{da: Puds vinduerne, en: Clean the windows}"
PANES = "{da: Rene ruder giver mere lys., en: Clean panes let in more light.}"
LINKED = '{da: "Rene [ruder](public-01-f1) giver lys.", en: Clean panes let in more light.}'
SELDOM = "En plante bliver **sjældent** glemt"
OFF = "withdrawn: {date: 2026-01-01, reason: {da: Forkert., en: Wrong.}}"

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><circle cx="20" cy="20" r="18"/></svg>'
HOST = """host:
  name: Gartneri Nord
  logo: data/logo.svg
  phone: "12 34 56 78"
  mail: nord@plantebasen.example
  accessibility_statement: https://was.example/nord
help:
  - role: {da: Formand, en: Foreman}
    phone: "87 65 43 21"
    themes: [private-01]
colours: {brand: "#12494e"}
"""


def hosted(mini: MiniBase, old: str = "", new: str = "") -> MiniBase:
    """The base of a host who has told all, but for one slip."""
    mini.write("data/logo.svg", LOGO).append(SITE, HOST)
    return mini.replace(SITE, old, new) if old else mini


def slip(old: str, new: str) -> Callable[[MiniBase], object]:
    return lambda mini: hosted(mini, old, new)


@dataclass(frozen=True)
class Case:
    """`old` becomes `new` in the file at `path`, unless `do` says what is done instead.

    The one problem of the rule is told at `path`, in the line where `at` stands (else where `new` stands).
    `also` are the rules that the same slip breaks; `da` and `en` are what is told after the place.
    """

    rule: str
    path: str
    old: str = ""
    new: str = ""
    at: str | int = ""
    entry: str = ""
    da: str = ""
    en: str = ""
    also: tuple[str, ...] = ()
    do: Callable[[MiniBase], object] | None = None

    def spoil(self, mini: MiniBase) -> None:
        if self.do:
            self.do(mini)
        else:
            mini.replace(self.path, self.old, self.new)

    def line(self, mini: MiniBase) -> int:
        return self.at if isinstance(self.at, int) else mini.line_of(self.path, self.at or self.new)


class Warn(Case):
    """A slip that does not stop the build."""


CASES = (
    # The file itself
    Case("no-data", "data", at=1, do=lambda m: shutil.rmtree(m.root / "data"),
         da="fejl: mappen data findes ikke. Forventet: en mappe med YAML-filer. "
            "Sådan: kør kommandoen i projektets mappe.",
         en="fault: there is no folder data. Expected: a folder of YAML files. "
            "Hint: run the command in the project's folder."),
    Case("missing-file", WORDS, at=1, do=lambda m: m.remove(WORDS)),
    Case("unknown-file", "data/themes/lys.yml", at=1, do=lambda m: m.write("data/themes/lys.yml", "id: x")),
    Case("unknown-file", "data/terms.yaml", at=1, do=lambda m: m.write("data/terms.yaml", "[]")),
    Case("encoding", LIGHT, at=4,
         do=lambda m: m.write(LIGHT, m.text(LIGHT).encode().replace(b"{da: planter", b"{da: \xe5")),
         da="fejl: filen er ikke gemt som UTF-8 (tegnet 0xE5). Forventet: UTF-8. "
            "Sådan: vælg ”Gem som” og kodningen UTF-8.",
         en="fault: the file is not saved as UTF-8 (byte 0xE5). Expected: UTF-8. "
            "Hint: choose “Save as” and the encoding UTF-8."),
    Case("tab", PLANTS, "  en: For you who want plants", "\ten: For you who want plants"),
    Case("yaml", LIGHT, "da: Til jer, der vil give", "da: Til jer: vil I give",
         da="fejl: linjen kan ikke læses som YAML (et kolon, hvor der ikke kan stå et). Forventet: gyldig YAML. "
            "Sådan: se efter forkert indrykning, et manglende kolon eller en tekst med ”: ”, som skal i "
            "anførselstegn – i { } også en tekst med komma eller spørgsmålstegn.",
         en="fault: the line can't be read as YAML (a colon where none can stand). Expected: valid YAML. "
            "Hint: look for wrong indentation, a missing colon, or a text with “: ” that needs quotation marks "
            "– in { } a text with a comma or a question mark needs them too."),
    Case("duplicate-key", LIGHT, "number: 2", "number: 2\nnumber: 3", "number: 3",
         en="fault: the key “number” stands twice. Expected: each key once (first in line 3). "
            "Hint: delete one of them."),
    Case("alias", LIGHT, "number: 2", "number: &two 2"),
    Case("tag", LIGHT, "evidence: practice", "evidence: !!python/name:os.system practice"),
    Case("too-deep", LIGHT, "number: 2", "number: " + "[" * 30 + "]" * 30),
    Case("too-large", LIGHT, at=1, do=lambda m: m.append(LIGHT, "# " + "x" * LARGEST_FILE)),
    Case("empty-file", NEW, at=1, do=lambda m: m.write(NEW, "# later\n")),
    # The shape of an entry
    Case("unknown-key", LIGHT, "purpose:", "purpos:", entry="private-02", also=("missing-key",),
         en="fault: private-02: unknown key “purpos”. Expected: one of id, source, note, withdrawn, formerly, "
            "reviewed, reviewed_by, review_due, series, number, slug, title, purpose, summary, description, sibling, "
            "findings, questions, actions, examples, references, related. Did you mean “purpose”?"),
    Case("unknown-key", LIGHT, CLEAN, "{da: Puds ruder, også de små, en: Clean the windows}", entry="private-02-a1",
         da="fejl: private-02-a1: ukendt nøgle ”også de små”. Forventet: en af da, en. "
            "Sådan: ret eller slet nøglen; en tekst med komma skal i anførselstegn, når den står i { }."),
    Case("unknown-key", WORDS, "actions_title:", "actions_title:\n  no: Handlinger", at="no: Handlinger",
         en="fault: unknown key “no”. Expected: one of da, en. Hint: correct or delete the key; "
            "a text with a comma needs quotation marks where it stands in { }."),
    Case("missing-key", LIGHT, "    evidence: practice\n", at="- id: private-02-f1", entry="private-02-f1",
         da="fejl: private-02-f1: ”evidence” mangler. Forventet: at ”evidence” er udfyldt. "
            "Sådan: tilføj linjen ”evidence: …”.",
         en="fault: private-02-f1: “evidence” is missing. Expected: “evidence” to be filled in. "
            "Hint: add the line “evidence: …”."),
    Case("missing-danish", LIGHT, CLEAN, "{en: Clean the windows}", entry="private-02-a1",
         en="fault: private-02-a1: the Danish text is missing in “actions.title”. Expected: “da: tekst”. "
            "Hint: write the text in Danish."),
    Case("missing-english", LIGHT, CLEAN, "{da: Puds vinduerne}", entry="private-02-a1",
         da="fejl: private-02-a1: den engelske tekst mangler i ”actions.title”. Forventet: ”en: text”. "
            "Sådan: skriv teksten på engelsk."),
    Case("empty-text", LIGHT, CLEAN, "{da: '  ', en: Clean the windows}", entry="private-02-a1"),
    Case("wrong-type", LIGHT, "number: 2", "number: to", entry="private-02",
         da="fejl: private-02: ”number” er en tekst. Forventet: et helt tal. "
            "Sådan: ret værdien; en tekst som No, 10 eller 2026-01-31 skal i anførselstegn.",
         en="fault: private-02: “number” is a text. Expected: a whole number. "
            "Hint: correct the value; a text like No, 10 or 2026-01-31 needs quotation marks."),
    Case("wrong-type", LIGHT, CLEAN, "Puds vinduerne", at="title: Puds", entry="private-02-a1",
         en="fault: private-02-a1: “actions.title” is a text. Expected: a group of keys. "
            "Hint: correct the value; a text like No, 10 or 2026-01-31 needs quotation marks."),
    Case("wrong-type", LIBRARY, "kind: dialogue", "kind: no", entry="public-01-e1"),
    Case("wrong-type", VOICES, at=1, do=lambda m: m.write(VOICES, "voice-1: {}\n"), also=("unknown-reference",)),
    Case("not-allowed", LIGHT, "evidence: practice", "evidence: hearsay", entry="private-02-f1",
         da="fejl: private-02-f1: ”findings.evidence” er ”hearsay”. "
            "Forventet: en af research, survey, practice eller unspecified. Sådan: vælg en af dem.",
         en="fault: private-02-f1: “findings.evidence” is “hearsay”. "
            "Expected: one of research, survey, practice or unspecified. Hint: choose one of them."),
    Case("how-many", BALANCE_2, "advantages: [{da: De tager kort tid., en: They take little time.}]", "advantages: []",
         entry="balance-2",
         en="fault: balance-2: “left.advantages” has 0 parts. Expected: at least 1. Hint: add or delete."),
    Case("out-of-range", STATISTICS, "percent: 38.5", "percent: 138.5", entry="stat-vinduer",
         da="fejl: stat-vinduer: ”values.percent” er 138.5. Forventet: højst 100. Sådan: ret tallet."),
    Case("out-of-range", CASE, "before: 6", "before: 0", at="before: 0", entry="case-gartneri-nord",
         en="fault: case-gartneri-nord: “key_figures.before” is 0. Expected: more than 0. Hint: correct the number."),
    Case("value-shape", STATISTICS, "      high: 20\n", at="label: {da: Nordsiden", entry="stat-vinduer"),
    Case("chart", STATISTICS, "chart: none", "chart: bars", at="count: 1201", entry="stat-talt"),
    Case("before-after", CASE, "    before: 6\n", at="- value:", entry="case-gartneri-nord"),
    Case("agenda-minutes", MEETINGS, "minutes: 10, step: talk", "minutes: 12, step: talk", at=5, entry="team",
         da="fejl: team: punkterne varer 17 minutter i alt. Forventet: 15 minutter, som ”minutes” siger. "
            "Sådan: ret punkternes minutter eller mødets.",
         en="fault: team: the points take 17 minutes together. Expected: 15 minutes, as “minutes” says. "
            "Hint: correct the minutes of the points or of the meeting."),
    Case("agenda-twice", MEETINGS, at=1, entry="team",
         do=lambda m: m.replace(MEETINGS, "- minutes: 30", "- minutes: 15")
                       .replace(MEETINGS, "{minutes: 30", "{minutes: 15")),
    Case("meeting-twice", MEETINGS, "- id: amo", "- id: team", at=14,
         en="fault: the meeting team also stands in line 1. Expected: each meeting once. "
            "Hint: give one of them another id."),
    # Texts
    Case("html", LIGHT, "{da: Rene ruder", "{da: Rene <b>ruder</b>", entry="private-02-a1",
         en="fault: private-02-a1: HTML in the text: <b>. Expected: plain text. "
            "Hint: write the signs < and > out in words, or delete the code."),
    Case("template", PLANTS, SELDOM, "En plante bliver {{ 7 * 7 }} glemt", entry="private-01-f2",
         da="fejl: private-01-f2: skabelonkode i teksten: {{. Forventet: ren tekst. "
            "Sådan: slet krøllede parenteser med % eller to i træk."),
    Case("markdown", PLANTS, SELDOM, "En plante bliver ~~sjældent~~ glemt", entry="private-01-f2"),
    Case("control-character", PLANTS, SELDOM, "En plante bliver sjæl\u200bdent glemt", entry="private-01-f2"),
    Case("address", REFERENCES, "https://planter.example/vanding/", "javascript:alert(1)", entry="ref-vanding",
         en="fault: ref-vanding: the address “javascript:alert(1)”. "
            "Expected: an address that begins with https:// or http://. Hint: correct the address."),
    Case("address", PLANTS, "[rådene om vanding](ref-vanding)", "[rådene](ftp://x.example)", entry="private-01-e2"),
    Case("mail", SITE, "mail: planter@plantebasen.example", "mail: planter"),
    Case("editor-repository", SITE, at="editor: true", do=lambda m: m.append(SITE, "editor: true\n"),
         da="fejl: formularen er slået til, men det står ikke, hvor ændringerne skal foreslås. "
            "Forventet: editor_repository: ejer/navn. Sådan: skriv kodelageret på GitHub, eller sæt editor til false."),
    Case("date", LIBRARY, "reviewed: 2025-05-01", "reviewed: 2025-02-30", entry="public-01",
         en="fault: public-01: “reviewed” is “2025-02-30”. Expected: a date like 2026-01-31. Hint: correct the date."),
    Case("reviewed-by", LIGHT, at="reviewed_by:", entry="private-02",
         do=lambda m: m.append(LIGHT, "reviewed_by: {da: Gartner, en: Gardener}\n")),
    Case("future-date", LIBRARY, "reviewed: 2025-05-01", "reviewed: 2026-02-01", entry="public-01"),
    Case("sign", LIGHT, "Rene ruder giver mere lys.", "Rene ruder giver mere lys 😀.",
         at="Rene ruder giver mere lys 😀.",
         en="fault: the sign 😀 (U+1F600) is not in the font. Expected: Latin letters, figures and common signs, "
            "which the PDF sheets can show. Hint: write it in another way."),
    Case("figure-not-in-text", PLANTS, "figures: [{da: 81 %,", 'figures: [{da: "81,5 %",', entry="private-01-f1"),
    Case("name-in-text", CASE, "De ansatte valgte selv", "Birkelunds folk valgte selv", entry="case-gartneri-nord"),
    # Ids, numbers and references
    Case("id-form", TERMS, "- id: term-drivhus", "- id: drivhus", entry="drivhus"),
    Case("duplicate-id", TERMS, "- id: term-drivhus", "- id: term-potte", at=8, entry="term-potte",
         en="fault: term-potte: the id “term-potte” is already there. Expected: each id once "
            "(first in data/terms.yml:1). Hint: give one of them a new id."),
    Case("id-file", CASE, "id: case-gartneri-nord", "id: case-nord", entry="case-nord"),
    Case("id-file", LIGHT, "series: private", "series: public", entry="private-02"),
    Case("number-file", LIGHT, "number: 2", "number: 1", entry="private-02"),
    Case("series-order", PLANTS, "- id: private-01-q2", "- id: private-01-q3", entry="private-01-q3",
         en="fault: private-01-q3: the run of numbers breaks at “private-01-q3”. Expected: “private-01-q2”. "
            "Hint: number from 1 without gaps."),
    Case("series-order", VOICES, "- id: voice-2", "- id: voice-3", entry="voice-3", also=("unknown-reference",)),
    Case("number-in-series", LIGHT, at="number: 2", entry="private-02",
         do=lambda m: m.replace(SERIES, "  - {da: Planter og lys, en: Plants and light}\n", "")),
    Case("unknown-reference", LIGHT, "see: [private-02-f1]", "see: [private-02-f7]", entry="private-02-q1",
         da="fejl: private-02-q1: ”questions.see” henviser til ”private-02-f7”, som ikke findes. "
            "Forventet: id’et på noget indhold. Mente du ”private-02-f1”, ”private-02”?"),
    Case("unknown-reference", PLANTS, "[rådene om vanding](ref-vanding)", "[rådene](ref-vandning)",
         entry="private-01-e2"),
    Case("wrong-kind", PLANTS, "also_in: [private-02]", "also_in: [balance-2]", entry="private-01-e1",
         da="fejl: private-01-e1: ”examples.also_in” henviser til ”balance-2”, som er en balance. "
            "Forventet: id’et på et tema. Sådan: vælg et andet id.",
         en="fault: private-01-e1: “examples.also_in” refers to “balance-2”, which is a balance. "
            "Expected: the id of a theme. Hint: choose another id."),
    Case("self-reference", LIGHT, "see: [private-02-f1]", "see: [private-02-q1]", entry="private-02-q1"),
    Case("duplicate-slug", BALANCE_2, "da: faa-eller-mange-planter", "da: store-eller-smaa-planter", entry="balance-2"),
    Case("slug-form", LIGHT, "da: planter-og-lys", "da: Planter-på-lys", entry="private-02"),
    Case("sibling", PLANTS, at="sibling: public-01", entry="private-01",
         do=lambda m: m.replace(LIBRARY, "sibling: private-01\n", "")),
    Case("missing-word", WORDS, "actions_title:", "action_title:", at=1),
    # What a host tells
    Case("phone", SITE, at="ring 12 34", do=slip('"12 34 56 78"', "ring 12 34 56 78"),
         da="fejl: telefonnummeret ”ring 12 34 56 78”. Forventet: et nummer som +45 12 34 56 78. "
            "Sådan: brug kun tal, mellemrum og + forrest."),
    Case("phone", SITE, at="12-34-56-78-90-12-34-56-78", do=slip("12 34 56 78", "12-34-56-78-90-12-34-56-78")),
    Case("wrong-type", SITE, at="phone: 12345678", do=slip('"12 34 56 78"', "12345678")),
    Case("mail", SITE, at="mail: nord", do=slip("mail: nord@plantebasen.example", "mail: nord")),
    Case("address", SITE, at="accessibility_statement: was", do=slip("https://was.example/nord", "was.example/nord")),
    Case("logo", SITE, at="logo: data/nord.svg", do=slip("data/logo.svg", "data/nord.svg"),
         da="fejl: logoet ”data/nord.svg” kan ikke bruges: filen findes ikke i projektet. "
            "Forventet: en .svg- eller .png-fil i projektet på højst 200 kB, som kun er et billede. "
            "Sådan: ret stien, eller gem logoet igen som ren SVG eller PNG.",
         en="fault: the logo “data/nord.svg” can't be used: there is no such file in the project. "
            "Expected: an .svg or .png file in the project of at most 200 kB that is only a picture. "
            "Hint: correct the path or save the logo again as plain SVG or PNG."),
    Case("colour", SITE, at="colours:", do=slip('"#12494e"', "petroleum"),
         en="fault: the colour “petroleum”. Expected: a colour like \"#12494e\". "
            "Hint: write # and six of 0–9, a–f in quotation marks."),
    Case("colour", SITE, at="brand:", do=slip('colours: {brand: "#12494e"}', "colours:\n  brand: #12494e")),
    Case("contrast", SITE, at="colours:", do=slip("#12494e", "#f2b84b"),
         da="fejl: farven #f2b84b kan ikke læses: kontrasten til #fbf8f2 er 1.68:1. Forventet: mindst 4.5:1. "
            "Sådan: vælg en mørkere udgave af farven."),
    Case("languages", SITE, at="languages:", do=slip("host:", "languages: [en]\nhost:"),
         en="fault: the languages are “en”. Expected: [da, en] or [da]. "
            "Hint: write each language once; Danish must be there."),
    Case("languages", SITE, at="languages:", do=slip("host:", "languages: [da, en, da]\nhost:")),
    Case("languages", SITE, at="languages:", do=slip("host:", "languages: []\nhost:")),
    Case("not-allowed", SITE, at="languages:", do=slip("host:", "languages: [da, de]\nhost:")),
    Case("help-contact", SITE, at="- role:", do=slip('    phone: "87 65 43 21"\n', "")),
    Case("unknown-reference", SITE, at="themes: [private-09]", do=slip("[private-01]", "[private-09]"),
         en="fault: “help.themes” refers to “private-09”, which does not exist. "
            "Expected: the id of a theme, a balance, a case. Did you mean “private-02”, “private-01”?"),
    Case("wrong-kind", SITE, at="themes: [term-potte]", do=slip("[private-01]", "[term-potte]")),
    Case("how-many", SITE, at="themes: []", do=slip("[private-01]", "[]")),
    # Warnings
    Warn("example-address", SITE, "base_address: https://plantebasen.example",
         "base_address: https://Trivselsbasen.example",
         da="advarsel: base_address er stadig eksemplet https://Trivselsbasen.example. "
            "Forventet: den adresse, sitet ligger på. "
            "Sådan: skriv den rigtige adresse; uden den er der ingen QR-koder og ingen kort adresse på print."),
    Warn("host-lacks", SITE, at="host:", do=slip('  phone: "12 34 56 78"\n', "")),
    Warn("host-lacks", SITE, at="host:", do=slip("  mail: nord@plantebasen.example\n", "")),
    Warn("host-lacks", SITE, at="host:", do=slip("  logo: data/logo.svg\n", "")),
    Warn("host-lacks", SITE, at="host:", do=slip("  accessibility_statement: https://was.example/nord\n", ""),
         da="advarsel: værten mangler ”accessibility_statement”. "
            "Forventet: adressen på jeres tilgængelighedserklæring, som en offentlig myndighed skal vise. "
            "Sådan: tilføj linjen ”accessibility_statement: …” under host."),
    Warn("no-help", SITE, at="host:",
         do=slip(HOST[HOST.index("help:") : HOST.index("colours:")], ""),
         en="warning: nobody to turn to under “help”. Expected: at least one whom employees can turn to for help. "
            "Hint: add, say, the health and safety representative with phone or mail."),
    Warn("withdrawn-reference", SITE, at="themes: [private-02]",
         do=lambda m: hosted(m, "[private-01]", "[private-02]").append(LIGHT, OFF + "\n"),
         also=("withdrawn-reference",)),
    Warn("lonely-organisation", ORGANISATIONS, at="- id: byens-bibliotek", entry="byens-bibliotek",
         do=lambda m: m.replace(LIBRARY, "organisation: byens-bibliotek", "organisation: gartneri-nord")),
    Warn("unused-reference", REFERENCES, at="- id: ref-lysmaaler", entry="ref-lysmaaler",
         do=lambda m: m.replace(GUIDE, "references: [ref-lysmaaler]\n", ""),
         da="advarsel: ref-lysmaaler: ingen bruger henvisningen. "
            "Forventet: at mindst ét tema nævner den under references. Sådan: nævn den, eller slet den.",
         en="warning: ref-lysmaaler: nobody uses the reference. "
            "Expected: at least one theme to name it under references. Hint: name it or delete it."),
    Warn("untranslated", LIGHT, "en: Clean panes let in more light.", "en: Rene ruder giver mere lys.",
         entry="private-02-a1"),
    Warn("long-title", LIGHT, "{da: Puds", "{da: Puds " + "mange " * 9, entry="private-02-a1"),
    Warn("description-length", SERIES, "– with findings, questions and examples", "and more", entry="private"),
    Warn("long-summary", LIGHT, "Lys er vigtigere end vand.", "Lys er " + "meget " * 44 + "vigtigt.",
         at="summary:", entry="private-02"),
    Warn("withdrawn-reference", LIGHT, "evidence: practice", f"evidence: practice\n    {OFF}",
         at="see: [private-02-f1]", entry="private-02-q1"),
    Case("withdrawn-reference", LIGHT, at="(public-01-f1)", entry="private-02-a1",
         do=lambda m: m.replace(LIGHT, PANES, LINKED).replace(
             LIBRARY, "evidence: unspecified", f"evidence: unspecified\n    {OFF}")),
    Case("withdrawn-reference", SITE, at="front_case:", do=lambda m: m.append(CASE, OFF + "\n")),
    Case("withdrawn-reference", GUIDE, at="withdrawn:", entry="maal-med-mening",
         do=lambda m: m.append(GUIDE, OFF + "\n"), also=("withdrawn-reference",)),
    Case("out-of-range", STATISTICS, "share: [2, 3]", "share: [2, 0]", at="label: {da: Sydsiden", entry="stat-vinduer"),
    Case("out-of-range", STATISTICS, "low: 10", "low: 30", at="label: {da: Nordsiden", entry="stat-vinduer"),
    Case("empty-text", STATISTICS, "source: {booklet-planter: N2}", "source: {booklet-planter: []}", entry="stat-talt"),
    Case("duplicate-slug", PAGES, "da: hvorfor-planter", "da: balancer", entry="guide-page-hvorfor"),
)  # fmt: skip
