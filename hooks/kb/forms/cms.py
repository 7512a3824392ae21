"""The settings of the site's own editor (Sveltia CMS), from the fields of the model and what is in the base.

Every kind of file is a collection or a file of one; every field of the model has its widget, with label, help and
limits. What refers to another entry is picked from a list of those that exist. A file is read and written by a format
of its own (editor/writer.js), told here under `formats`, so that what the editor saves has the form of `kb format`.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kb import prose
from kb.checks.advice import DESCRIPTION, LONGEST_TITLE
from kb.editing.canonical import first_line, is_parts, rules, schema_name
from kb.forms.fields import Field, Value, fields_of
from kb.forms.words import help_text, label, said, singular
from kb.layout import FILES, FileKind, is_own
from kb.links import KnowledgeBase
from kb.model import Series
from kb.values import GENERAL, Part

Widget = dict[str, Any]
Picks = Mapping[str, list[dict[str, str]]]

LONG = {"text", "purpose", "description", "reason", "caveat", "publisher_note", "drawbacks_note", "summary"}
_PATTERNS = {
    "address": (r"^https?://\S+$", "Begynder med https://"),
    "mail": (f"^{prose.MAIL.pattern}$", "En e-mailadresse"),
    "phone": (rf"^{prose.PHONE.pattern}$", "Tal og mellemrum"),
    "colour": (f"^{prose.COLOUR.pattern}$", "#rrggbb"),
    "slug": (f"^{prose.SLUG.pattern}$", "Små bogstaver a–z, tal og bindestreg"),
    "checked": (r"^(never|\d{4}-\d{2}-\d{2})$", "never eller åååå-mm-dd"),
}
_ID = (f"^{prose.ID.pattern}$", "Små bogstaver a–z, tal og bindestreg")
# The groups of the editor's menu: name, label, the files in it. Folders with many files are groups of their own.
_GROUPS = (
    (
        "opslag",
        "Opslag: organisationer, henvisninger, ord, kilder",
        ("organisations", "references", "terms", "sources"),
    ),
    ("haefte", "Hæftet Mål med mening", ("guide", "pages", "parts", "statistics", "voices")),
    ("moeder", "Møder og udgivelser", ("dialogue", "releases")),
    ("opsaetning", "Sitets opsætning", ("site",)),
)
_FILES = {
    "organisations": "Organisationer",
    "references": "Henvisninger",
    "terms": "Ordliste",
    "sources": "Kilder",
    "guide": "Hæftet",
    "pages": "Hæftets sider",
    "parts": "Hæftets dele",
    "statistics": "Tal",
    "voices": "Stemmer",
    "dialogue": "Møder",
    "releases": "Udgivelser",
    "site": "Sitet",
}


@dataclass(frozen=True)
class Forms:
    """What the form needs of the base.

    The entries to pick from, the folders of themes, whether English is a must, and the words of the interface.
    """

    picks: Picks
    series: tuple[str, ...]
    require_english: bool
    words: Mapping[str, str]


def settings(kb: KnowledgeBase) -> str:
    """As JSON: `cms` for Sveltia, `picks` to put into it, `formats` and `rules` for our writer of files."""
    series = tuple(one.id for one in kb.all(Series) if not is_own(one.id))
    words = {word: text.da for word, text in kb.interface.items()}
    forms = Forms(_picks(kb), series, kb.site.require_english, words)
    site = kb.site
    cms = {
        "backend": {"name": "github", "repo": site.editor_repository, "branch": site.editor_branch}
        | ({"base_url": site.editor_sign_in} if site.editor_sign_in else {}),
        "publish_mode": "editorial_workflow",
        "site_url": site.base_address,
        "display_url": site.base_address,
        "logo": {"src": "icon.svg", "show_in_header": False},
        "media_folder": "data",
        "app_title": site.name.da,
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": collections(forms),
    }
    formats = {schema_name(file): _format(file) for file in edited()}
    return (
        json.dumps({"cms": cms, "picks": forms.picks, "formats": formats, "rules": rules()}, ensure_ascii=False) + "\n"
    )


def edited() -> list[FileKind]:
    """The kinds of file that the form edits: all of data/ but the words of the interface, which hang on code."""
    return [file for file in FILES if file.shown.startswith("data/") and file.model is not None]


def collections(forms: Forms) -> list[Widget]:
    """The collections of the form."""
    by_name = {schema_name(file): file for file in edited()}
    found = [_folder(by_name["theme"], f"data/themes/{one}", f"temaer-{one}", forms) for one in forms.series]
    found += [
        _folder(by_name["balance"], "data/guide/balances", "balancer", forms),
        _folder(by_name["case"], "data/guide/cases", "cases", forms),
    ]
    for name, title, names in _GROUPS:
        files = [_file(by_name[one], by_name[one].shown, one, forms) for one in names]
        found.append({"name": name, "label": title, "files": files})
    series = [_file(by_name["series"], f"data/themes/{one}/series.yml", f"series-{one}", forms) for one in forms.series]
    found.append({"name": "serier", "label": "Serier", "files": series})
    return found


_FOLDERS = {
    "theme": ("Temaer", "tema", "{{number}} {{title.da}}", "{{number}}-{{slug.da}}"),
    "balance": ("Balancer", "balance", "{{number}} {{title.da}}", "{{number}}-{{slug.da}}"),
    "case": ("Cases", "case", "{{title.da}}", "{{organisation}}"),
}


def _folder(file: FileKind, folder: str, name: str, forms: Forms) -> Widget:
    title, singular, summary, slug = _FOLDERS[file.kind]
    sector = {"private": ", private", "public": ", offentlige"}.get(posixpath.basename(folder), "")
    found = {
        "name": name,
        "label": title + sector,
        "label_singular": singular,
        "folder": folder,
        "create": True,
        "identifier_field": "id",
        "extension": "yml",
        "format": schema_name(file),
        "slug": slug,
        "summary": summary,
        "sortable_fields": {"fields": ["id"], "default": {"field": "id"}},
        "fields": _fields(file, forms),
    }
    # series.yml lies in the same folder and names no series that it belongs to.
    return found | (
        {"filter": {"field": "series", "value": posixpath.basename(folder)}} if file.kind == "theme" else {}
    )


def _file(file: FileKind, path: str, name: str, forms: Forms) -> Widget:
    fields = _fields(file, forms)
    if file.many:
        summary = _summary(file)
        one = {"name": "items", "label": "Indhold", "label_singular": "en mere", "widget": "list", "root": True}
        fields = [one | {"collapsed": True, "summary": summary, "fields": fields, "required": False}]
    return {"name": name, "label": _FILES.get(name, path), "file": path, "format": schema_name(file), "fields": fields}


def _summary(file: FileKind) -> str:
    assert file.model is not None
    return _summary_of(file.model)


def _summary_of(model: type[Part]) -> str:
    """What a closed item of a list shows: its id, and the text that tells most."""
    fields = {field.name: field for field in fields_of(model)}
    parts = ["{{fields.id}}"] if "id" in fields else []
    if told := next(
        (name for name in ("title", "name", "text", "to", "label", "role", "version") if name in fields), ""
    ):
        parts.append(f"{{{{fields.{told}{'.da' if fields[told].value.form == 'text' else ''}}}}}")
    return " – ".join(parts)


def _fields(file: FileKind, forms: Forms) -> list[Widget]:
    assert file.model is not None
    return [_widget(field, forms) for field in fields_of(file.model)]


def _widget(field: Field, forms: Forms) -> Widget:
    """The widget of a field. Its default is to be required, so that is only said where it is not."""
    found: Widget = {"name": field.name, "label": label(field), "hint": help_text(field)}
    found |= _of(field.value, field, forms)
    if field.name == "id":
        found |= {"pattern": list(_ID)}
    if not field.required or (field.value.form == "list" and not field.value.least):
        found["required"] = False
    return found


def _of(value: Value, field: Field, forms: Forms) -> Widget:
    if value.form == "list" and value.item is not None:
        return _list(value, value.item, field, forms)
    if value.form == "text":
        return {"widget": "object", "fields": _in_both(field, forms)}
    if value.form == "slugs":
        one = {"widget": "string", "pattern": list(_PATTERNS["slug"])}
        return {"widget": "object", "fields": _languages(one, forms)}
    if value.form == "words":
        words = {"widget": "list", "required": False, "field": {"name": "word", "label": "Ord", "widget": "string"}}
        return {"widget": "object", "fields": [{"name": n, "label": t, **words} for n, t in _LANGUAGES]}
    if value.part is not None:
        fields = [_widget(one, forms) for one in fields_of(value.part)]
        return {"widget": "object", "collapsed": "auto", "fields": fields}
    if value.form == "places":
        return _places(forms)
    if value.form == "choice":
        return {"widget": "select", "options": _choices(value, field, forms)}
    if value.form == "ref":
        return {"widget": "select", "options": _options(value.kinds, forms)}
    return _plain(value, field)


def _plain(value: Value, field: Field) -> Widget:
    if value.form == "yes-no":
        return {"widget": "boolean"}
    if value.form == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if value.form in {"integer", "number"}:
        bounds = {"min": value.least if value.least is not None else value.above, "max": value.most}
        kind = "int" if value.form == "integer" else "float"
        return {"widget": "number", "value_type": kind} | {k: v for k, v in bounds.items() if v is not None}
    pattern = (value.pattern, "Ikke den rette form") if value.pattern else _PATTERNS.get(value.form)
    found: Widget = {"widget": "text" if field.name in {"note"} else "string"}
    return found | ({"pattern": list(pattern)} if pattern else {})


def _list(value: Value, item: Value, field: Field, forms: Forms) -> Widget:
    bounds = {"min": value.least, "max": value.most}
    found: Widget = {k: int(v) for k, v in bounds.items() if v is not None}
    if item.form in {"ref", "choice"}:
        options = _options(item.kinds, forms) if item.form == "ref" else _choices(item, field, forms)
        return found | {"widget": "select", "multiple": True, "options": options}
    found |= {"widget": "list", "label_singular": singular(field)}
    if item.form == "text":
        return found | {"collapsed": False, "fields": _in_both(field, forms)}
    if item.form == "part" and item.part is not None:
        fields = [_widget(one, forms) for one in fields_of(item.part)]
        return found | {"collapsed": True, "summary": _summary_of(item.part), "fields": fields}
    return found | {"field": {"name": "value", "label": label(field)} | _plain(item, field)}


# The words of the interface for what may be chosen, by field.
_FAMILIES = {
    "Finding.evidence": "evidence_",
    "Example.kind": "example_",
    "Reference.kind": "reference_",
    "Series.sector": "sector_",
    "Organisation.sector": "sector_",
    "Source.kind": "source_",
    "CaseSection.step": "step_",
}
_LANGUAGES = (("da", "Dansk"), ("en", "Engelsk"))


def _in_both(field: Field, forms: Forms) -> list[Widget]:
    one: Widget = {"widget": "text" if field.name in LONG else "string"}
    if field.name == "description":
        one |= {"minlength": DESCRIPTION.start, "maxlength": DESCRIPTION.stop - 1}
    if field.name == "title" and field.owner != "Source":
        one |= {"maxlength": LONGEST_TITLE}
    return _languages(one, forms)


def _languages(one: Widget, forms: Forms) -> list[Widget]:
    danish, english = ({"name": name, "label": title, **one} for name, title in _LANGUAGES)
    return [danish, english if forms.require_english else english | {"required": False}]


def _places(forms: Forms) -> Widget:
    """A document and the places in it, in rows; the file holds them as a mapping (writer.js)."""
    fields = [
        {"name": "id", "label": "Dokument", "widget": "select", "options": "source," + GENERAL},
        {"name": "place", "label": "Sted", "widget": "string", "required": False, "hint": "Fx F2, eller F2, E1"},
    ]
    return {
        "widget": "list",
        "label_singular": "kilde",
        "min": 1,
        "fields": fields,
        "summary": "{{fields.id}} {{fields.place}}",
    }


def _choices(value: Value, field: Field, forms: Forms) -> list[dict[str, str]]:
    """The words of a choice, each under what the pages call it."""
    family = _FAMILIES.get(f"{field.owner}.{field.name}", "")
    return [{"label": forms.words.get(f"{family}{word}") or said(word), "value": word} for word in value.choices]


def _options(kinds: tuple[str, ...], forms: Forms) -> str:
    """The name of a list of picks: each stands once in the settings, and start.js puts it in its places."""
    return ",".join(kinds or (kind for kind in forms.picks if kind != GENERAL))


def _picks(kb: KnowledgeBase) -> Picks:
    """What may be picked, by kind: each entry under its title and id."""
    found: dict[str, list[dict[str, str]]] = {}
    for one in (entry for entry in kb.entries.values() if not is_own(entry.id)):
        told = _title(one)
        short = told if len(told) <= 70 else told[:69] + "…"
        found.setdefault(kb.kind(one.id), []).append({"label": f"{short} ({one.id})", "value": one.id})
    return found | {GENERAL: [{"label": f"Almindelig viden ({GENERAL})", "value": GENERAL}]}


def _title(entry: Any) -> str:
    for name in ("title", "name", "text"):
        found = getattr(entry, name, None)
        if found is not None:
            return found if isinstance(found, str) else str(found.da)
    return str(entry.id)


def _format(file: FileKind) -> Widget:
    """What the reader and writer of a kind of file must know: its first line, and the shape of what is in it."""
    example = file.shown.replace("<series>", "x").replace("NN-<slug>", "x").replace("N-<slug>", "x")
    assert file.model is not None
    return {"first_line": first_line(file, example), "many": file.many, "shape": _shape(file.model)}


def _shape(model: type[Part]) -> list[Widget]:
    return [
        {"name": field.name, "required": field.required, "parts": is_parts(field)} | _inside(field.value)
        for field in fields_of(model)
    ]


def _inside(value: Value) -> Widget:
    inner = value.item or value
    found: Widget = {"places": True} if inner.form == "places" else {}
    return found | ({"shape": _shape(inner.part)} if inner.part is not None else {})
