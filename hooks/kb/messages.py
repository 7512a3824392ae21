"""What is told of each fault, in Danish and English: what was found, what was expected, how to mend it.

`{names}` are filled with the facts of the fault. Where a near miss is known, "did you mean …?" takes the place
of the third text.
"""

from __future__ import annotations

Told = tuple[str, str, str]

LABELS: dict[str, dict[str, str]] = {
    "da": {
        "fault": "fejl",
        "warning": "advarsel",
        "expected": "Forventet",
        "hint": "Sådan",
        "meant": "Mente du",
        "word": "”{}”",
        "faults": "fejl",
        "warnings": "advarsler",
        "added": "Nyt",
        "changed": "Ændret",
        "removed": "Taget ud",
        "same": "Ingen poster er ændret.",
        "written": "{} er skrevet.",
        "differs": "{} står der allerede med andet indhold. Hæv versionen i pyproject.toml.",
        "refers": "Henviser til",
        "named-by": "Nævnes af",
        "withdrawn": "”{}” er trukket tilbage og vises ikke.",
        "unknown-id": "”{}” findes ikke.",
        "formatted": "{} filer er sat på form.",
        "in-form": "Alle filer er på form.",
        "not-in-form": "{} er ikke på form. Kør: kb format",
        "schemas": "{} filer er skrevet.",
        "sampled": "{} filer er skrevet i {}.",
        "not-empty": "Der er ikke skrevet noget: {} findes og er ikke en tom mappe.",
        "one-of": "én af",
        "must": "skal udfyldes",
        "lacking": "Der mangler: {}",
        "no-field": "Feltet ”{}” findes ikke. Felter: {}",
        "no-form": "Skriv felt=værdi, ikke ”{}”.",
        "made": "{}:{}: {} er skrevet.",
        "next": "Se det med: make serve. Ret teksten i filen, og prøv den med: kb check. "
        "Foreslå så ændringen (CONTRIBUTING.md).",
        "policy": "Det skal på plads først: {}",
        "confirm-what": "Skriv, hvad der skal bekræftes: et id, id.felt eller fil:linje – eller --all. Se: kb status",
        "confirmed": "{} oversættelser er bekræftet.",
        "exported": "{} er skrevet: {} filer.",
        "in-the-way": "Der er ikke skrevet noget: {} er ikke en uændret eksport. Vælg en anden mappe end {}.",
        "not-exported": "Der er ikke skrevet noget: {}",
        "is-renamed": "{} hedder nu {}. Ændrede filer: {}. Det gamle id virker stadig.",
    },
    "en": {
        "fault": "fault",
        "warning": "warning",
        "expected": "Expected",
        "hint": "Hint",
        "meant": "Did you mean",
        "word": "“{}”",
        "faults": "faults",
        "warnings": "warnings",
        "added": "Added",
        "changed": "Changed",
        "removed": "Removed",
        "same": "No entry has changed.",
        "written": "{} is written.",
        "differs": "{} is there already with other contents. Raise the version in pyproject.toml.",
        "refers": "Refers to",
        "named-by": "Named by",
        "withdrawn": "“{}” is withdrawn and not shown.",
        "unknown-id": "“{}” does not exist.",
        "formatted": "{} files were put in form.",
        "in-form": "Every file is in form.",
        "not-in-form": "{} is not in form. Run: kb format",
        "schemas": "{} files are written.",
        "sampled": "{} files are written in {}.",
        "not-empty": "Nothing was written: {} exists and is no empty folder.",
        "one-of": "one of",
        "must": "must be filled in",
        "lacking": "Missing: {}",
        "no-field": "There is no field “{}”. Fields: {}",
        "no-form": "Write field=value, not “{}”.",
        "made": "{}:{}: {} is written.",
        "next": "See it with: make serve. Mend the text in the file and try it with: kb check. "
        "Then suggest the change (CONTRIBUTING.md).",
        "policy": "To be put right first: {}",
        "confirm-what": "Say what to confirm: an id, id.field or file:line – or --all. See: kb status",
        "confirmed": "{} translations are confirmed.",
        "exported": "{} is written: {} files.",
        "in-the-way": "Nothing was written: {} is no unchanged export. Choose another folder than {}.",
        "not-exported": "Nothing was written: {}",
        "is-renamed": "{} is now called {}. Files changed: {}. The old id still works.",
    },
}

# Words that a fact may name as "@word": told in the reader's language.
WORDS: dict[str, dict[str, str]] = {
    "da": {
        "text": "en tekst", "number": "et tal", "whole-number": "et helt tal", "yes-no": "ja eller nej (true/false)",
        "list": "en liste", "mapping": "en gruppe af nøgler", "date": "en dato", "nothing": "tom",
        "series": "en serie", "theme": "et tema", "finding": "et fund", "question": "et spørgsmål",
        "action": "en handling", "example": "et eksempel", "organisation": "en organisation",
        "guide": "hæftet eller en del af det", "page": "en side i hæftet", "balance": "en balance",
        "voice": "en stemme", "case": "en case", "statistic": "et tal fra en undersøgelse",
        "reference": "en henvisning", "source": "en kilde", "term": "et ord i ordlisten", "note": "en note",
        "not-json": "den er ikke JSON", "not-readable": "den kan ikke åbnes", "no-version": "dens version mangler",
        "other-version": "den er af en anden version end dens navn siger", "no-entries": "dens indhold mangler",
        "odd-entry": "noget af indholdet har ikke den rette form",
        "any-entry": "noget indhold", "or": "eller", "to": "til", "exactly": "præcis", "at-least": "mindst",
        "at-most": "højst", "more-than": "mere end", "less-than": "mindre end", "characters": "tegn",
        "odd-colon": "et kolon, hvor der ikke kan stå et", "no-colon": "et kolon mangler",
        "odd-indent": "indrykningen passer ikke", "odd-sign": "et uventet tegn",
        "not-closed": "en klamme eller et anførselstegn er ikke lukket", "two-documents": "to dokumenter i én fil",
        "host-phone": "et telefonnummer i sidefoden", "host-mail": "en mailadresse i sidefoden",
        "host-logo": "et logo øverst og nederst på siderne",
        "host-statement": "adressen på jeres tilgængelighedserklæring, som en offentlig myndighed skal vise",
        "logo-missing": "filen findes ikke i projektet", "logo-kind": "filen er hverken .svg eller .png",
        "logo-large": "filen fylder mere end 200 kB", "logo-broken": "filen kan ikke læses som billede",
        "logo-active": "filen indeholder script, bevægelse, DOCTYPE eller henvisninger udad",
        "logo-size": "filen siger ikke, hvor stort billedet er (viewBox)",
    },
    "en": {
        "text": "a text", "number": "a number", "whole-number": "a whole number", "yes-no": "yes or no (true/false)",
        "list": "a list", "mapping": "a group of keys", "date": "a date", "nothing": "empty",
        "series": "a series", "theme": "a theme", "finding": "a finding", "question": "a question",
        "action": "an action", "example": "an example", "organisation": "an organisation",
        "guide": "the booklet or a part of it", "page": "a page of the booklet", "balance": "a balance",
        "voice": "a voice", "case": "a case", "statistic": "a statistic",
        "reference": "a reference", "source": "a source", "term": "a glossary term", "note": "a note",
        "not-json": "it is no JSON", "not-readable": "it can’t be opened", "no-version": "its version is missing",
        "other-version": "it is of another version than its name says", "no-entries": "its entries are missing",
        "odd-entry": "an entry has not the right form",
        "any-entry": "an entry", "or": "or", "to": "to", "exactly": "exactly", "at-least": "at least",
        "at-most": "at most", "more-than": "more than", "less-than": "less than", "characters": "characters",
        "odd-colon": "a colon where none can stand", "no-colon": "a colon is missing",
        "odd-indent": "the indentation does not fit", "odd-sign": "an unexpected sign",
        "not-closed": "a bracket or a quotation mark is not closed", "two-documents": "two documents in one file",
        "host-phone": "a phone number in the footer", "host-mail": "a mail address in the footer",
        "host-logo": "a logo at the top and the bottom of the pages",
        "host-statement": "the address of your accessibility statement, which a public body must show",
        "logo-missing": "there is no such file in the project", "logo-kind": "the file is neither .svg nor .png",
        "logo-large": "the file holds more than 200 kB", "logo-broken": "the file can't be read as a picture",
        "logo-active": "the file holds script, movement, a DOCTYPE or references to other places",
        "logo-size": "the file does not tell how large the picture is (viewBox)",
    },
}  # fmt: skip

MESSAGES: dict[str, dict[str, Told]] = {
    # The file itself
    "no-data": {
        "da": ("mappen {found} findes ikke", "en mappe med YAML-filer", "kør kommandoen i projektets mappe"),
        "en": ("there is no folder {found}", "a folder of YAML files", "run the command in the project's folder"),
    },
    "missing-file": {
        "da": ("filen mangler", "at {found} findes", "hent filen fra en tidligere udgave"),
        "en": ("the file is missing", "{found} to be there", "fetch the file from an earlier version"),
    },
    "unknown-file": {
        "da": (
            "filen hører ikke til nogen slags indhold",
            "en af {expected}",
            "omdøb filen, eller flyt den til den rigtige mappe",
        ),
        "en": (
            "the file belongs to no kind of content",
            "one of {expected}",
            "rename the file or move it to the right folder",
        ),
    },
    "encoding": {
        "da": ("filen er ikke gemt som UTF-8 (tegnet {found})", "UTF-8", "vælg ”Gem som” og kodningen UTF-8"),
        "en": ("the file is not saved as UTF-8 (byte {found})", "UTF-8", "choose “Save as” and the encoding UTF-8"),
    },
    "tab": {
        "da": ("linjen er rykket ind med tabulator", "mellemrum", "erstat hver tabulator med to mellemrum"),
        "en": ("the line is indented with a tab", "spaces", "replace each tab with two spaces"),
    },
    "yaml": {
        "da": (
            "linjen kan ikke læses som YAML ({reason})",
            "gyldig YAML",
            "se efter forkert indrykning, et manglende kolon eller en tekst med ”: ”, som skal i anførselstegn"
            " – i { } også en tekst med komma eller spørgsmålstegn",
        ),
        "en": (
            "the line can't be read as YAML ({reason})",
            "valid YAML",
            "look for wrong indentation, a missing colon, or a text with “: ” that needs quotation marks"
            " – in { } a text with a comma or a question mark needs them too",
        ),
    },
    "duplicate-key": {
        "da": ("nøglen ”{found}” står to gange", "hver nøgle én gang (første gang i linje {first})", "slet den ene"),
        "en": ("the key “{found}” stands twice", "each key once (first in line {first})", "delete one of them"),
    },
    "alias": {
        "da": ("”{found}” er et YAML-anker eller en henvisning til et", "teksten selv", "skriv teksten ud"),
        "en": ("“{found}” is a YAML anchor or alias", "the text itself", "write the text out"),
    },
    "tag": {
        "da": (
            "YAML-mærket {found}",
            "almindelig tekst, tal eller liste",
            "slet mærket, eller sæt teksten i anførselstegn",
        ),
        "en": (
            "the YAML tag {found}",
            "plain text, number or list",
            "delete the tag or put the text in quotation marks",
        ),
    },
    "too-deep": {
        "da": ("filen er indlejret i alt for mange lag", "højst {expected} lag", "se efter glemte klammer"),
        "en": ("the file is nested far too deep", "at most {expected} levels", "look for forgotten brackets"),
    },
    "too-large": {
        "da": ("filen fylder {found} byte", "højst {expected} byte", "del filen"),
        "en": ("the file holds {found} bytes", "at most {expected} bytes", "split the file"),
    },
    "empty-file": {
        "da": ("filen er tom", "indhold", "slet filen, eller skriv indholdet"),
        "en": ("the file is empty", "content", "delete the file or write its content"),
    },
    # The shape of an entry
    "unknown-key": {
        "da": (
            "ukendt nøgle ”{found}”",
            "en af {expected}",
            "ret eller slet nøglen; en tekst med komma skal i anførselstegn, når den står i { }",
        ),
        "en": (
            "unknown key “{found}”",
            "one of {expected}",
            "correct or delete the key; a text with a comma needs quotation marks where it stands in { }",
        ),
    },
    "missing-key": {
        "da": ("”{found}” mangler", "at ”{found}” er udfyldt", "tilføj linjen ”{found}: …”"),
        "en": ("“{found}” is missing", "“{found}” to be filled in", "add the line “{found}: …”"),
    },
    "missing-danish": {
        "da": ("den danske tekst mangler i ”{key}”", "”da: tekst”", "skriv teksten på dansk"),
        "en": ("the Danish text is missing in “{key}”", "“da: tekst”", "write the text in Danish"),
    },
    "missing-english": {
        "da": ("den engelske tekst mangler i ”{key}”", "”en: text”", "skriv teksten på engelsk"),
        "en": ("the English text is missing in “{key}”", "“en: text”", "write the text in English"),
    },
    "empty-text": {
        "da": ("”{key}” er tom", "en tekst", "skriv teksten"),
        "en": ("“{key}” is empty", "a text", "write the text"),
    },
    "wrong-type": {
        "da": (
            "”{key}” er {type}",
            "{expected}",
            "ret værdien; en tekst som No, 10 eller 2026-01-31 skal i anførselstegn",
        ),
        "en": (
            "“{key}” is {type}",
            "{expected}",
            "correct the value; a text like No, 10 or 2026-01-31 needs quotation marks",
        ),
    },
    "not-allowed": {
        "da": ("”{key}” er ”{found}”", "en af {expected}", "vælg en af dem"),
        "en": ("“{key}” is “{found}”", "one of {expected}", "choose one of them"),
    },
    "how-many": {
        "da": ("”{key}” har {found} dele", "{expected}", "tilføj eller slet"),
        "en": ("“{key}” has {found} parts", "{expected}", "add or delete"),
    },
    "out-of-range": {
        "da": ("”{key}” er {found}", "{expected}", "ret tallet"),
        "en": ("“{key}” is {found}", "{expected}", "correct the number"),
    },
    "value-shape": {
        "da": (
            "værdien har ikke netop én form",
            "percent, eller low og high, eller share, eller count",
            "behold én af dem",
        ),
        "en": (
            "the value has not exactly one form",
            "percent, or low and high, or share, or count",
            "keep one of them",
        ),
    },
    "chart": {
        "da": ("et antal kan ikke tegnes som søjle", "”chart: none”, eller tal i procent", "ret chart eller tallet"),
        "en": (
            "a count can't be drawn as a bar",
            "“chart: none” or figures in per cent",
            "correct chart or the figure",
        ),
    },
    "before-after": {
        "da": ("”before” og ”after” hører sammen", "begge, med ”unit” og ”before_text”", "tilføj det, der mangler"),
        "en": ("“before” and “after” belong together", "both, with “unit” and “before_text”", "add what is missing"),
    },
    "agenda-minutes": {
        "da": (
            "punkterne varer {found} minutter i alt",
            "{expected} minutter, som ”minutes” siger",
            "ret punkternes minutter eller mødets",
        ),
        "en": (
            "the points take {found} minutes together",
            "{expected} minutes, as “minutes” says",
            "correct the minutes of the points or of the meeting",
        ),
    },
    "agenda-twice": {
        "da": (
            "to dagsordener varer {found} minutter",
            "én dagsorden for hver længde",
            "ret minutterne i den ene, eller slet den",
        ),
        "en": (
            "two agendas take {found} minutes",
            "one agenda for each length",
            "correct the minutes of one of them or delete it",
        ),
    },
    "meeting-twice": {
        "da": ("mødet {found} står også i linje {first}", "hvert møde én gang", "giv det ene et andet id"),
        "en": ("the meeting {found} also stands in line {first}", "each meeting once", "give one of them another id"),
    },
    # Texts
    "html": {
        "da": ("HTML i teksten: {found}", "ren tekst", "skriv tegnene < og > ud i ord, eller slet koden"),
        "en": ("HTML in the text: {found}", "plain text", "write the signs < and > out in words, or delete the code"),
    },
    "template": {
        "da": ("skabelonkode i teksten: {found}", "ren tekst", "slet krøllede parenteser med % eller to i træk"),
        "en": (
            "template code in the text: {found}",
            "plain text",
            "delete curly brackets that are doubled or have a %",
        ),
    },
    "markdown": {
        "da": (
            "Markdown, som ikke kan bruges her: {found}",
            "kun **fed**, *kursiv* og [tekst](id eller https-adresse)",
            "del teksten op i flere punkter, eller slet tegnene",
        ),
        "en": (
            "Markdown that can't be used here: {found}",
            "only **bold**, *italics* and [text](id or https address)",
            "split the text into several items or delete the signs",
        ),
    },
    "control-character": {
        "da": (
            "usynligt styretegn i teksten ({found})",
            "synlige tegn",
            "skriv teksten igen i stedet for at indsætte den",
        ),
        "en": (
            "an invisible control character ({found})",
            "visible characters",
            "type the text again instead of pasting it",
        ),
    },
    "address": {
        "da": ("adressen ”{found}”", "en adresse, der begynder med https:// eller http://", "ret adressen"),
        "en": ("the address “{found}”", "an address that begins with https:// or http://", "correct the address"),
    },
    "mail": {
        "da": ("mailadressen ”{found}”", "navn@domæne.dk", "ret adressen"),
        "en": ("the mail address “{found}”", "name@domain.dk", "correct the address"),
    },
    "phone": {
        "da": ("telefonnummeret ”{found}”", "et nummer som +45 12 34 56 78", "brug kun tal, mellemrum og + forrest"),
        "en": (
            "the phone number “{found}”",
            "a number like +45 12 34 56 78",
            "use only figures, spaces and a leading +",
        ),
    },
    "colour": {
        "da": ("farven ”{found}”", 'en farve som "#12494e"', "skriv # og seks tegn 0–9, a–f i anførselstegn"),
        "en": ("the colour “{found}”", 'a colour like "#12494e"', "write # and six of 0–9, a–f in quotation marks"),
    },
    "contrast": {
        "da": (
            "farven {found} kan ikke læses: kontrasten til {ground} er {ratio}",
            "mindst 4.5:1",
            "vælg en mørkere udgave af farven",
        ),
        "en": (
            "the colour {found} can't be read: its contrast to {ground} is {ratio}",
            "at least 4.5:1",
            "choose a darker shade of the colour",
        ),
    },
    "logo": {
        "da": (
            "logoet ”{found}” kan ikke bruges: {reason}",
            "en .svg- eller .png-fil i projektet på højst 200 kB, som kun er et billede",
            "ret stien, eller gem logoet igen som ren SVG eller PNG",
        ),
        "en": (
            "the logo “{found}” can't be used: {reason}",
            "an .svg or .png file in the project of at most 200 kB that is only a picture",
            "correct the path or save the logo again as plain SVG or PNG",
        ),
    },
    "languages": {
        "da": ("sprogene er ”{found}”", "[da, en] eller [da]", "skriv hvert sprog én gang; dansk skal være med"),
        "en": ("the languages are “{found}”", "[da, en] or [da]", "write each language once; Danish must be there"),
    },
    "editor-repository": {
        "da": (
            "formularen er slået til, men det står ikke, hvor ændringerne skal foreslås",
            "editor_repository: ejer/navn",
            "skriv kodelageret på GitHub, eller sæt editor til false",
        ),
        "en": (
            "the form is on, but it is not said where changes are to be suggested",
            "editor_repository: owner/name",
            "name the repository on GitHub, or set editor to false",
        ),
    },
    "editor-missing": {
        "da": (
            "formularen er slået til, men {found} er ikke installeret",
            "pakkerne i editor/package-lock.json",
            "kør npm ci i mappen editor, eller byg med make site, som gør det",
        ),
        "en": (
            "the form is on, but {found} is not installed",
            "the packages in editor/package-lock.json",
            "run npm ci in the folder editor, or build with make site, which does so",
        ),
    },
    "numbered-id": {
        "da": (
            "”{found}” har sit nummer efter sin plads i filen",
            "id’et på noget, der ikke er nummereret sådan",
            "flyt det, så følger nummeret med",
        ),
        "en": (
            "“{found}” is numbered by its place in the file",
            "the id of something that is not numbered so",
            "move it, and its number follows",
        ),
    },
    "ledger-line": {
        "da": (
            "linjen ”{found}” er ikke en registreret oversættelse",
            "to gange tolv tegn",
            "slet linjen, og kør kb format, som registrerer det, der mangler",
        ),
        "en": (
            "the line “{found}” is no record of a translation",
            "twice twelve signs",
            "delete the line and run kb format, which records what is missing",
        ),
    },
    "reviewed-by": {
        "da": (
            "der står, hvem der har gennemgået, men ikke hvornår",
            "reviewed: åååå-mm-dd",
            "skriv datoen, eller slet reviewed_by",
        ),
        "en": (
            "it says who has reviewed, but not when",
            "reviewed: yyyy-mm-dd",
            "write the date or delete reviewed_by",
        ),
    },
    "comment": {
        "da": (
            "filen har en kommentar, som ville gå tabt, så den er ikke sat på form",
            "ingen kommentarer under filens første linje",
            "flyt kommentaren til feltet note, og kør kb format igen",
        ),
        "en": (
            "the file has a comment that would be lost, so it was not put in form",
            "no comments below the file’s first line",
            "move the comment to the field note and run kb format again",
        ),
    },
    "help-contact": {
        "da": (
            "den, man kan få hjælp hos, kan ikke nås",
            "mindst én af phone, mail, address og note",
            "tilføj et telefonnummer, eller skriv i note, hvor man henvender sig",
        ),
        "en": (
            "whoever gives help can't be reached",
            "at least one of phone, mail, address and note",
            "add a phone number or tell in note where to go",
        ),
    },
    "date": {
        "da": ("”{key}” er ”{found}”", "en dato som 2026-01-31", "ret datoen"),
        "en": ("“{key}” is “{found}”", "a date like 2026-01-31", "correct the date"),
    },
    "future-date": {
        "da": (
            "”{key}” er {found}, som ligger i fremtiden",
            "en dato til og med i dag",
            "skriv den dag, gennemgangen fandt sted",
        ),
        "en": (
            "“{key}” is {found}, which is in the future",
            "a date up to today",
            "write the day the review took place",
        ),
    },
    "figure-not-in-text": {
        "da": ("tallet ”{found}” står ikke i teksten", "at det står ordret i teksten", "ret tallet, så de to er ens"),
        "en": (
            "the figure “{found}” does not stand in the text",
            "it to stand there word for word",
            "make the two agree",
        ),
    },
    "name-in-text": {
        "da": (
            "navnet ”{found}” står i teksten",
            "kun rollen",
            "lad navnet stå under people alene, så én rettelse kan fjerne det",
        ),
        "en": (
            "the name “{found}” stands in the text",
            "only the role",
            "keep the name in people alone, so that one edit removes it",
        ),
    },
    # Ids, numbers and references
    "id-form": {
        "da": ("id’et ”{found}”", "et id som ”{expected}”", "brug kun små bogstaver a–z, tal og bindestreger"),
        "en": ("the id “{found}”", "an id like “{expected}”", "use only small letters a–z, figures and hyphens"),
    },
    "duplicate-id": {
        "da": ("id’et ”{found}” findes allerede", "hvert id én gang (først i {first})", "giv den ene et nyt id"),
        "en": ("the id “{found}” is already there", "each id once (first in {first})", "give one of them a new id"),
    },
    "id-file": {
        "da": ("id’et ”{found}” passer ikke til filen", "”{expected}”", "ret id’et, eller omdøb filen"),
        "en": ("the id “{found}” does not fit its file", "“{expected}”", "correct the id or rename the file"),
    },
    "number-file": {
        "da": ("nummeret {found} passer ikke til filen", "{expected}", "ret nummeret, eller omdøb filen"),
        "en": ("the number {found} does not fit its file", "{expected}", "correct the number or rename the file"),
    },
    "series-order": {
        "da": ("nummerrækken er brudt ved ”{found}”", "”{next}”", "nummerér fortløbende fra 1 uden huller"),
        "en": ("the run of numbers breaks at “{found}”", "“{next}”", "number from 1 without gaps"),
    },
    "number-in-series": {
        "da": ("temaet har nummer {found}", "et nummer fra 1 til {expected}", "ret nummeret"),
        "en": ("the theme has number {found}", "a number from 1 to {expected}", "correct the number"),
    },
    "unknown-reference": {
        "da": (
            "”{key}” henviser til ”{found}”, som ikke findes",
            "id’et på {expected}",
            "ret id’et, eller opret indholdet",
        ),
        "en": (
            "“{key}” refers to “{found}”, which does not exist",
            "the id of {expected}",
            "correct the id or add the entry",
        ),
    },
    "wrong-kind": {
        "da": ("”{key}” henviser til ”{found}”, som er {kind}", "id’et på {expected}", "vælg et andet id"),
        "en": ("“{key}” refers to “{found}”, which is {kind}", "the id of {expected}", "choose another id"),
    },
    "self-reference": {
        "da": ("”{key}” henviser til indholdet selv", "et andet id", "slet henvisningen"),
        "en": ("“{key}” refers to the entry itself", "another id", "delete the reference"),
    },
    "duplicate-slug": {
        "da": ("adressen ”{found}” bruges allerede", "hver adresse én gang (først i {first})", "vælg en anden slug"),
        "en": (
            "the address “{found}” is already in use",
            "each address once (first in {first})",
            "choose another slug",
        ),
    },
    "slug-form": {
        "da": ("”{key}” er ”{found}”", "små bogstaver a–z, tal og bindestreger", "skriv æ, ø, å som ae, oe, aa"),
        "en": ("“{key}” is “{found}”", "small letters a–z, figures and hyphens", "write æ, ø, å as ae, oe, aa"),
    },
    "sibling": {
        "da": (
            "”{found}” er ikke et tema i den anden sektor, som peger tilbage",
            "et gensidigt par",
            "skriv sibling i begge filer",
        ),
        "en": (
            "“{found}” is no theme in the other sector that points back",
            "a mutual pair",
            "write sibling in both files",
        ),
    },
    "sign": {
        "da": (
            "tegnet {found} findes ikke i skriften",
            "latinske bogstaver, tal og almindelige tegn, som PDF-arkene kan vise",
            "skriv det på en anden måde",
        ),
        "en": (
            "the sign {found} is not in the font",
            "Latin letters, figures and common signs, which the PDF sheets can show",
            "write it in another way",
        ),
    },
    "missing-word": {
        "da": ("ordet ”{found}” mangler", "hvert ord, siderne bruger", "tilføj ”{found}: {da: …, en: …}”"),
        "en": ("the word “{found}” is missing", "every word that the pages use", "add “{found}: {da: …, en: …}”"),
    },
    "written-page": {
        "da": ("siden mangler {found} øverst i filen", "en blok mellem to linjer med ---", "se de andre sider i docs/"),
        "en": (
            "the page lacks {found} at its top",
            "a block between two lines of ---",
            "look at the other pages in docs/",
        ),
    },
    # Warnings
    "example-address": {
        "da": (
            "base_address er stadig eksemplet {found}",
            "den adresse, sitet ligger på",
            "skriv den rigtige adresse; uden den er der ingen QR-koder og ingen kort adresse på print",
        ),
        "en": (
            "base_address is still the example {found}",
            "the address where the site stands",
            "write the real address; without it there are no QR codes and no short address on prints",
        ),
    },
    "host-lacks": {
        "da": ("værten mangler ”{found}”", "{purpose}", "tilføj linjen ”{found}: …” under host"),
        "en": ("the host lacks “{found}”", "{purpose}", "add the line “{found}: …” under host"),
    },
    "no-help": {
        "da": (
            "ingen at henvende sig til under ”help”",
            "mindst én, som medarbejderne kan få hjælp hos",
            "tilføj fx arbejdsmiljørepræsentanten med telefon eller mail",
        ),
        "en": (
            "nobody to turn to under “help”",
            "at least one whom employees can turn to for help",
            "add, say, the health and safety representative with phone or mail",
        ),
    },
    "lonely-organisation": {
        "da": (
            "organisationen har hverken eksempel eller case",
            "mindst ét af dem",
            "tilføj et eksempel, eller slet den",
        ),
        "en": ("the organisation has neither example nor case", "at least one of them", "add an example or delete it"),
    },
    "unused-reference": {
        "da": (
            "ingen bruger henvisningen",
            "at mindst ét tema nævner den under references",
            "nævn den, eller slet den",
        ),
        "en": ("nobody uses the reference", "at least one theme to name it under references", "name it or delete it"),
    },
    "untranslated": {
        "da": ("dansk og engelsk er ens i ”{key}”: ”{found}”", "en oversættelse", "oversæt teksten"),
        "en": ("Danish and English are the same in “{key}”: “{found}”", "a translation", "translate the text"),
    },
    "long-title": {
        "da": ("titlen er på {found} tegn", "højst {expected}", "gør den kortere"),
        "en": ("the title has {found} characters", "at most {expected}", "make it shorter"),
    },
    "description-length": {
        "da": ("beskrivelsen er på {found} tegn ({key})", "{expected}", "gør den kortere eller længere"),
        "en": ("the description has {found} characters ({key})", "{expected}", "make it shorter or longer"),
    },
    "no-local": {
        "da": (
            "mappen ”{found}” med egne tilføjelser findes ikke",
            "en mappe, set fra projektets mappe",
            "ret stien under local, eller slet linjen",
        ),
        "en": (
            "the folder “{found}” with own additions is not there",
            "a folder, as seen from the project’s",
            "mend the path under local, or delete the line",
        ),
    },
    "own-id": {
        "da": (
            "id’et ”{found}” begynder med local",
            "et andet id: local er forbeholdt værternes egne tilføjelser",
            "giv det et andet id",
        ),
        "en": (
            "the id “{found}” begins with local",
            "another id: local is kept for the hosts’ own additions",
            "give it another id",
        ),
    },
    "renamed-id": {
        "da": ("”{found}” hedder nu ”{expected}”", "det nye id", "skriv det nye id; det gamle virker stadig"),
        "en": ("“{found}” is now called “{expected}”", "the new id", "write the new id; the old one still works"),
    },
    "no-release": {
        "da": ("der er ingen udgave ”{found}”", "en version i releases/ eller en fil", "se mappen releases/"),
        "en": ("there is no edition “{found}”", "a version in releases/ or a file", "look in the folder releases/"),
    },
    "release-file": {
        "da": (
            "filen kan ikke læses som en udgave af basen: {reason}",
            "en kb.json, kaldt op efter sin version",
            "hent filen igen, eller skriv den med: python tasks.py release",
        ),
        "en": (
            "the file can’t be read as an edition of the base: {reason}",
            "a kb.json, named for its version",
            "fetch the file again or write it with: python tasks.py release",
        ),
    },
    "sheet-too-long": {
        "da": ("arket {path} fylder {found} sider", "højst {expected}", "kort teksterne"),
        "en": ("the sheet {path} takes {found} pages", "at most {expected}", "cut the texts"),
    },
    "long-summary": {
        "da": ("kort fortalt fylder {found} ord ({key})", "højst {expected} ord i alt", "skær ned"),
        "en": ("the summary has {found} words ({key})", "at most {expected} words in all", "cut it"),
    },
    "withdrawn-reference": {
        "da": ("”{key}” henviser til ”{found}”, som er trukket tilbage", "indhold, der vises", "slet henvisningen"),
        "en": ("“{key}” refers to “{found}”, which is withdrawn", "an entry that is shown", "delete the reference"),
    },
}
