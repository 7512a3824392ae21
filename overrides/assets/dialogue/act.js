/* Step 4: what the group will do about it: actions of the base or their own, with who, when and follow-up. */
(function () {
  "use strict";
  var tb = window.tbDialogue;
  var el = tb.el;
  var t = tb.t;
  var STATES = ["planned", "started", "done", "dropped"];
  var LONG = { rows: 2, maxlength: 2000 };
  var view = { sort: "own", show: "all", from: "" };
  var opened = new Set(); /* the items whose further fields are open */

  /* -- What an item can be filled with */

  function input(item, name, app, options) {
    var own = Object.assign({ name: name, "data-key": item.id + "-" + name, on: { input: (event) => {
      item[name] = event.target.type === "date" ? tb.dayFrom(event.target.value) : event.target.value;
      app.changed(true);
    } } }, options);
    var isLong = own.rows;
    var field = el(isLong ? "textarea.tb-field" : "input.tb-field", own);
    field.value = item[name];
    return el("label.tb-dlg__field", {}, el("span", {}, t("tool_" + name)), field);
  }

  function day(item, name, app) {
    var field = input(item, name, app, { type: "date", max: "2999-12-31" });
    field.querySelector("input").addEventListener("change", () => { app.render(); });
    if (item[name] && isOpen(item)) {
      field.append(el("small", { "class": tb.daysTo(item[name]) < 0 ? "is-late" : "" }, due(item[name])));
    }
    return field;
  }

  function isOpen(item) { return item.status !== "done" && item.status !== "dropped"; }

  function due(iso) {
    var days = tb.daysTo(iso);
    if (!days) return t("tool_due_today");
    return days > 0 ? t("tool_due_in", { n: days }) : t("tool_late", { n: -days });
  }

  function select(item, name, options, value, act) {
    var own = { name: name, "data-key": item.id + "-" + name, on: { change: () => { act(field.value); } } };
    var field = el("select.tb-field", own, options);
    field.value = value;
    return el("label.tb-dlg__field", {}, el("span", {}, t("tool_" + name)), field);
  }

  function option(id, text) {
    return el("option", { value: id }, text.length > 90 ? text.slice(0, 88).replace(/\s+\S*$/, "") + " …" : text);
  }

  /* Questions of the dialogue, findings of the chosen topics, marked balances: what an action can come from. */
  function why(item, app) {
    var groups = [[t("tool_questions"), app.dialogue.questions], [t("tool_balances"), app.dialogue.balances]];
    app.dialogue.chosen.forEach((one) => {
      groups.push([t("tool_findings_in", { name: one.text }), tb.of(tb.topicOf(app.content, one.id), "finding")]);
    });
    var known = new Map();
    groups.forEach((group) => { group[1].forEach((one) => { known.set(one.id, one.text); }); });
    var options = [el("option", { value: "" }, t("tool_why_none"))];
    if (item.why && !known.has(item.why.id)) {
      known.set(item.why.id, item.why.text);
      options.push(option(item.why.id, item.why.text));
    }
    groups.forEach((group) => {
      if (group[1].length) options.push(el("optgroup", { label: group[0] }, group[1].map((one) => option(one.id, one.text))));
    });
    return select(item, "why", options, item.why ? item.why.id : "", (id) => {
      if (id) item.why = { id: id, text: known.get(id) }; else delete item.why;
      app.changed();
    });
  }

  function status(item, app) {
    var options = STATES.map((one) => el("option", { value: one }, t("tool_status_" + one)));
    return select(item, "status", options, item.status, (value) => {
      item.status = value;
      app.changed();
    });
  }

  function source(item, app) {
    var known = item.why && app.content.entries[item.why.id];
    var shown = known ? el("a", { href: known.url }, tb.shown(app.content, item.why)) : item.why && item.why.text;
    return item.why && el("p.tb-dlg__why", {}, el("strong", {}, t("tool_why") + ": "), shown);
  }

  /* -- The plan */

  function remember(item, isOpened) {
    if (isOpened) opened.add(item.id); else opened.delete(item.id);
  }

  function remove(item, app) {
    app.undoable(t("tool_item_gone"), () => {
      var i = app.dialogue.plan.indexOf(item);
      app.dialogue.plan.splice(i, 1);
      return function () { app.dialogue.plan.splice(i, 0, item); };
    });
  }

  function card(item, app) {
    var all = app.dialogue.plan;
    var i = all.indexOf(item);
    var name = item.what || t("tool_item", { n: i + 1 });
    function tool(icon, word, key, act, isOff) {
      var said = t(word, { name: name });
      return tb.button(icon, "", act, { title: said, "data-key": key + ":" + item.id, disabled: isOff });
    }
    function move(by) { if (tb.move(all, i, by)) app.changed(); }
    return el("li.tb-dlg__item", { "data-item": item.id },
      el("fieldset", {}, el("legend.tb-vh", {}, name),
        el("div.tb-dlg__head", {}, input(item, "what", app, LONG), el("div.tb-dlg__tools", {},
          view.sort === "own" && view.show === "all" && [
            tool("up", "tool_item_up", "up", () => { move(-1); }, i === 0),
            tool("down", "tool_item_down", "down", () => { move(1); }, i === all.length - 1)
          ],
          tool("bin", "tool_item_delete", "bin", () => { remove(item, app); }, false))),
        source(item, app),
        el("div.tb-dlg__grid", {}, input(item, "who", app, { maxlength: 200, autocomplete: "off" }), day(item, "when", app),
          status(item, app), day(item, "follow_up", app)),
        el("details", { open: opened.has(item.id), on: { toggle: (event) => { remember(item, event.target.open); } } },
          el("summary", { "data-key": item.id + "-more" }, t("tool_apv_more")), why(item, app),
          ["problem", "cause", "sign"].map((field) => input(item, field, app, LONG)))));
  }

  var SORTS = {
    own: null,
    when: (a, b) => (a.when || "9").localeCompare(b.when || "9"),
    follow_up: (a, b) => (a.follow_up || "9").localeCompare(b.follow_up || "9"),
    who: (a, b) => (a.who || "\uffff").localeCompare(b.who || "\uffff", tb.locale),
    status: (a, b) => STATES.indexOf(a.status) - STATES.indexOf(b.status)
  };

  function isShown(item) {
    if (view.show === "all") return true;
    if (view.show === "late") return Boolean(item.when) && tb.daysTo(item.when) < 0 && isOpen(item);
    if (view.show.indexOf("who:") === 0) return item.who === view.show.slice(4);
    return item.status === view.show;
  }

  function choice(word, name, options, app) {
    var field = el("select.tb-field", { "data-key": "view-" + name, on: { change: () => {
      view[name] = field.value;
      app.render();
    } } }, options);
    field.value = view[name];
    return el("label.tb-dlg__field", {}, el("span", {}, t(word)), field);
  }

  function controls(app) {
    var names = Array.from(new Set(app.dialogue.plan.map((item) => item.who).filter(Boolean))).sort();
    if (view.show.indexOf("who:") === 0 && names.indexOf(view.show.slice(4)) < 0) view.show = "all";
    var shows = ["all", "late"].map((one) => el("option", { value: one }, t("tool_show_" + one)))
      .concat(STATES.map((one) => el("option", { value: one }, t("tool_status_" + one))));
    var people = names.map((one) => el("option", { value: "who:" + one }, one));
    if (people.length) shows.push(el("optgroup", { label: t("tool_who") }, people));
    return el("div.tb-dlg__view", {},
      choice("tool_sort", "sort", Object.keys(SORTS).map((one) => el("option", { value: one }, t("tool_sort_" + one))), app),
      choice("tool_show", "show", shows, app));
  }

  function plan(node, app) {
    var all = app.dialogue.plan;
    if (!all.length) return tb.empty(node, el("p.tb-dlg__wait", {}, t("tool_plan_empty")));
    var control = controls(app);
    var shown = all.filter(isShown);
    if (SORTS[view.sort]) shown.sort(SORTS[view.sort]);
    var told = t("tool_n_items", { n: all.length });
    if (shown.length < all.length) told += " " + t("tool_n_shown", { n: shown.length });
    return tb.empty(node, all.length > 1 && control, el("p.tb-small.tb-muted", {}, told),
      el("ol.tb-dlg__items", {}, shown.map((item) => card(item, app))));
  }

  /* -- What to pick from */

  /* `word` tells of it. */
  tb.addToPlan = function (app, item, word) {
    if (app.dialogue.plan.length >= 200) { app.tell(t("tool_plan_full")); return; }
    view.show = "all";
    app.undoable(t(word), () => {
      app.dialogue.plan.push(item);
      return function () { app.dialogue.plan = app.dialogue.plan.filter((one) => one.id !== item.id); };
    });
  };

  function add(app, item) { tb.addToPlan(app, item, "tool_item_added"); }

  function pick(action, app) {
    var item = tb.newItem(action.text);
    item.action = { id: action.id, text: action.text };
    /* The base ties many actions to the finding or question that they answer. */
    var from = action.why.map((id) => app.content.entries[id])
      .find((one) => one && (one.kind === "finding" || one.kind === "question"));
    if (from) item.why = { id: from.id, text: from.text };
    add(app, item);
  }

  function actions(section, app) {
    var list = section.querySelector("[data-actions]");
    var from = section.querySelector("[data-from]");
    var withActions = app.content.topics.filter((topic) => tb.of(topic, "action").length);
    var chosen = withActions.filter((topic) => app.dialogue.chosen.some((one) => one.id === topic.id));
    var all = el("option", { value: "" }, t(chosen.length ? "tool_from_chosen" : "tool_from_all"));
    tb.empty(from, all, withActions.map((topic) => {
      return el("option", { value: topic.id }, topic.name + " (" + topic.group + ")");
    }));
    from.value = view.from;
    var shown = view.from ? withActions.filter((topic) => topic.id === view.from) : chosen.length ? chosen : withActions;
    tb.empty(list, shown.map((topic) => {
      return tb.of(topic, "action").map((action) => {
        var isIn = app.dialogue.plan.some((item) => item.action && item.action.id === action.id);
        var named = { "aria-label": t("tool_take_named", { name: action.text }), "data-key": "take:" + action.id };
        return el("li", { "data-tb-sector": topic.sector },
          el("span.tb-dlg__grow", {}, el("strong", {}, tb.shown(app.content, action)), " ",
            el("span.tb-small", {}, action.more), el("small.tb-sector", {}, topic.name)),
          isIn ? el("span.tb-tag", {}, tb.icon("check"), t("tool_in_plan"))
            : tb.button("plus", t("tool_take"), () => { pick(action, app); }, named));
      });
    }));
  }

  tb.actStep = {
    reset: () => { view = { sort: "own", show: "all", from: "" }; opened.clear(); },
    start: (section, app) => {
      section.querySelector("[data-own]").addEventListener("submit", (event) => {
        event.preventDefault();
        var field = event.target.elements.text;
        if (!field.value.trim()) return;
        add(app, tb.newItem(field.value.trim()));
        field.value = "";
      });
      section.querySelector("[data-from]").addEventListener("change", (event) => { view.from = event.target.value; app.render(); });
    },
    render: (section, app) => {
      plan(section.querySelector("[data-plan]"), app);
      actions(section, app);
    }
  };
})();
