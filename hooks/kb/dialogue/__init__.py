"""The dialogue tool: the form in which it keeps dialogues, and the words that its scripts say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FORM = "dialogue.schema.json"  # published at the site's root

# The words of the interface that begin with tool_: what the scripts in overrides/assets/dialogue/ say.
WORDS = (
    "today", "wanted", "unnamed", "close", "undo", "undone", "not_kept", "kept", "kept_now", "fault_forbidden",
    "fault_full", "fault_unreadable", "two_tabs", "other_tab", "copy_of", "leave", "is_open", "changed", "open_it",
    "open_named", "opened", "duplicate_named", "duplicated", "delete_named", "deleted",
    "clear", "clear_sure", "cleared", "odd", "odd_file", "shelf_one", "shelf_other", "new", "new_made", "load",
    "loaded", "shared", "file_large", "file_not_json", "file_other", "file_newer", "file_form", "link_broken",
    "using", "use_in", "used", "n_questions_one", "n_questions_other", "gone", "none_chosen", "n_chosen_one",
    "n_chosen_other", "you_manage_one", "you_manage_other", "agenda", "agenda_by", "no_agenda", "min", "place",
    "place_middle", "not_placed", "place_first", "between", "lean", "plus", "minus", "research", "no_research",
    "booklet_more", "person", "turn", "pass_on", "show_spread", "your_turn", "mark_first", "too_many", "spread_one",
    "spread_other", "spread_lead", "people", "edit", "edit_person", "delete_person", "person_gone", "one_more",
    "picture", "no_marks", "marks", "agree_today", "near_today", "differ_today", "agree_wanted", "near_wanted",
    "differ_wanted", "towards", "stay", "own", "from_before", "n_of", "no_questions", "previous", "next",
    "mark_talked", "mark_later", "make_action", "planned_from", "note", "timer", "timer_start", "timer_pause",
    "time_up", "full_screen", "full_screen_end", "move_up", "move_down", "delete_question", "question_gone",
    "question_added", "plan", "plan_empty", "plan_full", "what", "why", "problem", "cause", "who", "when", "status",
    "follow_up", "sign", "status_planned", "status_started", "status_done", "status_dropped", "due_today",
    "due_in_one", "due_in_other", "late_one", "late_other", "questions", "balances", "balance", "findings_in",
    "why_none", "item", "item_up", "item_down", "item_delete", "item_gone", "item_added", "apv_more", "sort",
    "sort_own", "sort_when", "sort_follow_up", "sort_who", "sort_status", "show", "show_all", "show_late",
    "n_items_one", "n_items_other", "n_shown_one", "n_shown_other", "from_chosen", "from_all", "in_plan", "take",
    "take_named", "talked", "later", "open", "notes", "date", "meeting", "present", "dialogue", "apv", "apv_problem",
    "apv_cause", "apv_what", "apv_who", "apv_when", "apv_follow_up", "made_with", "follow_up_on", "n_follow_ups_one",
    "n_follow_ups_other", "no_follow_ups", "get_json", "link", "copy_link", "copied", "mail", "link_length",
    "link_risky", "link_file", "link_long",
)  # fmt: skip


def saved_form() -> str:
    """The JSON Schema of a saved dialogue, as it is published."""
    return (Path(__file__).parent / "saved.schema.json").read_text(encoding="utf-8")


def saved_form_alone() -> Any:
    """The same without what a reader of the file needs: what the tool itself checks by."""
    form = json.loads(saved_form())
    return {key: _bare(value) for key, value in form.items() if key in {"type", "required", "properties", "$defs"}}


def _bare(value: Any) -> Any:
    if isinstance(value, list):
        return [_bare(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: _bare(one) for key, one in value.items() if key != "description" or not isinstance(one, str)}
