/* Step 2: where on the balances a group stands today and wants to be. Alone on one screen, or one after the other. */
(function () {
  "use strict";
  var tb = window.tbDialogue;
  var el = tb.el;
  var t = tb.t;
  var SIDES = ["left", "right"];
  var at = 0; /* who places marks now, counted from 0; -1 while the spread is shown */

  function people(app) {
    if (!app.dialogue.people.length) app.dialogue.people.push([]);
    return app.dialogue.people;
  }

  function markOf(app, balance) {
    return people(app)[at].find((one) => one.balance === balance.id);
  }

  function set(app, balance, when, place) {
    var mark = markOf(app, balance);
    if (!mark) people(app)[at].push(mark = { balance: balance.id });
    mark[when] = place;
    tb.settle(app.dialogue, app.content);
    app.changed(true);
  }

  function slider(app, balance, when, show) {
    var id = "dlg-" + balance.id + "-" + when;
    var input = el("input", { id: id, type: "range", min: 1, max: 7, step: 1, "data-key": id });
    var shown = el("output", { "for": id });
    var kind = "div.tb-slide" + (when === "wanted" ? ".tb-slide--want" : "");
    var row = el(kind, {}, el("label", { "for": id }, t("tool_" + when)), input, shown);

    function tell() {
      var mark = markOf(app, balance);
      var place = mark && mark[when];
      row.classList.toggle("is-unset", !place);
      if (place) input.value = place;
      input.setAttribute("aria-valuetext", place ? tb.place(balance, place) : t("tool_not_placed"));
      shown.textContent = place || "–";
    }
    function placed() {
      set(app, balance, when, Number(input.value));
      tell();
      show();
    }
    input.value = 4;
    input.addEventListener("input", placed);
    /* The middle, where an untouched slider already stands, is a place too: a click or Enter sets it there. */
    input.addEventListener("click", placed);
    input.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") placed(); });
    tell();
    return row;
  }

  function bullets(icon, title, lines) {
    return lines.length > 0 && [el("h4", {}, tb.icon(icon), " ", title), el("ul", {}, lines.map((line) => {
      return el("li", {}, line.map((node) => node.cloneNode(true)));
    }))];
  }

  function pole(one) {
    return el("section.tb-dlg__pole", {}, el("h3", {}, t("tool_lean", { pole: one.name })),
      el("p", {}, tb.icon("plus"), el("span.tb-vh", {}, t("tool_plus") + ": "), " ", one.plus),
      el("p", {}, tb.icon("minus"), el("span.tb-vh", {}, t("tool_minus") + ": "), " ", one.minus),
      bullets("info", t("tool_research"), one.research) || el("p.tb-small.tb-muted", {}, t("tool_no_research")),
      el("details", {}, el("summary", {}, t("tool_booklet_more")),
        bullets("plus", t("tool_plus"), one.advantages), bullets("minus", t("tool_minus"), one.drawbacks)));
  }

  /* What is known about the poles that some places lean to. */
  function hints(balance, places) {
    var given = places.filter(Boolean);
    var sides = SIDES.filter((side) => given.some((place) => tb.leaning(place) === side));
    if (!given.length) return el("p.tb-dlg__wait", {}, t("tool_place_first"));
    var between = { left: balance.left.name, right: balance.right.name };
    return [
      !sides.length && el("p.tb-small", {}, t("tool_between", between)),
      (sides.length ? sides : SIDES).map((side) => pole(balance[side]))
    ];
  }

  function card(balance, left, right) {
    return el("section.tb-bal", { "aria-labelledby": "dlg-h-" + balance.id, "data-tb-sector": "guide" },
      el("div", {}, el("div.tb-bal__h", { "data-tb-sector": "guide" },
        el("span.tb-num", { "data-tb-sector": "guide", "aria-hidden": "true" }, String(balance.number)),
        el("h2", { id: "dlg-h-" + balance.id }, balance.name)), left),
      el("div.tb-spread", { "data-hints": balance.id }, right));
  }

  function placing(balance, app) {
    var hint = el("div", {});
    function show() {
      var mark = markOf(app, balance) || {};
      tb.empty(hint, hints(balance, [mark.today, mark.wanted]));
    }
    show();
    var ends = ["left", "right"].map((side) => el("span", {}, balance[side].name));
    return card(balance, [
      el("div.tb-ends", { "aria-hidden": "true" }, ends),
      slider(app, balance, "today", show), slider(app, balance, "wanted", show)
    ], hint);
  }

  function facts(balance, marks) {
    return ["today", "wanted"].map((when) => {
      var spread = tb.spread(marks[when]);
      return spread && el("p.tb-small", {}, el("strong", {}, t("tool_" + when) + ": "), tb.marksSaid(marks[when]));
    });
  }

  function spread(balance, app) {
    var marks = tb.marksOn(app.dialogue, balance.id);
    var middles = ["today", "wanted"].map((when) => marks[when].length ? tb.spread(marks[when]).median : 0);
    var said = el("p.tb-dlg__said", {}, tb.sayings(balance, marks).join(" "));
    return card(balance, [tb.picture(balance, marks), facts(balance, marks), said], hints(balance, middles));
  }

  function turn(node, app) {
    var some = people(app);
    if (!app.dialogue.group) return tb.empty(node);
    if (at < 0) return tb.empty(node, el("h2", {}, t("tool_spread", { n: placedBy(app) })), el("p", {}, t("tool_spread_lead")));
    var main = { "data-key": "pass", "class": "tb-btn tb-btn--main" };
    return tb.empty(node, el("h2", {}, t("tool_person", { n: at + 1 })), el("p", {}, t("tool_turn")), el("div.tb-btns", {},
      at === some.length - 1 && tb.button("people", t("tool_pass_on"), () => { pass(app, some.length); }, main),
      tb.button("check", t("tool_show_spread"), () => { reveal(app); }, { "data-key": "reveal" })));
  }

  function placedBy(app) { return people(app).filter((marks) => marks.length).length; }

  function pass(app, next) {
    if (!people(app)[at].length) return app.tell(t("tool_mark_first"));
    at = next;
    if (at >= 60) { at = 59; return app.tell(t("tool_too_many")); }
    people(app)[at] = people(app)[at] || [];
    app.changed();
    app.tell(t("tool_your_turn", { n: at + 1 }));
    app.root.querySelector("[data-turn]").scrollIntoView({ block: "start" });
  }

  function reveal(app) {
    app.dialogue.people = people(app).filter((marks) => marks.length);
    if (!app.dialogue.people.length) { at = 0; app.changed(); return app.tell(t("tool_mark_first")); }
    at = -1;
    app.changed();
    app.tell("");
    app.root.querySelector("[data-turn]").scrollIntoView({ block: "start" });
  }

  function turnTo(app, i) {
    at = i;
    app.changed();
    app.root.querySelector("[data-turn]").scrollIntoView({ block: "start" });
  }

  /* Each person's marks can be set right or taken out, by number: nobody is named. */
  function everyone(node, app) {
    if (!app.dialogue.group || at >= 0) return tb.empty(node);
    return tb.empty(node, el("h2", {}, t("tool_people")), el("ul.tb-dlg__rows", {}, people(app).map((marks, i) => {
      return el("li", {}, el("span.tb-dlg__grow", {}, t("tool_person", { n: i + 1 })),
        tb.button("", t("tool_edit"), () => { turnTo(app, i); },
          { "aria-label": t("tool_edit_person", { n: i + 1 }), "data-key": "person:" + i }),
        tb.button("bin", "", () => {
          app.undoable(t("tool_person_gone", { n: i + 1 }), () => {
            people(app).splice(i, 1);
            at = app.dialogue.people.length ? -1 : 0;
            return function () {
              app.dialogue.people = app.dialogue.people.filter((some) => some.length);
              app.dialogue.people.splice(i, 0, marks);
              at = -1;
            };
          });
        }, { title: t("tool_delete_person", { n: i + 1 }), "data-key": "person-bin:" + i }));
    })), el("div.tb-btns", {}, tb.button("plus", t("tool_one_more"), () => {
      people(app).push([]);
      turnTo(app, people(app).length - 1);
    }, { "data-key": "more" })));
  }

  tb.placeStep = {
    reset: (app) => { at = app.dialogue.group && placedBy(app) > 1 ? -1 : 0; },
    start: (section, app) => {
      Array.prototype.forEach.call(section.querySelectorAll("[name=group]"), (radio) => {
        radio.addEventListener("change", () => {
          app.dialogue.group = Boolean(radio.value);
          at = app.dialogue.group && placedBy(app) > 1 ? -1 : 0;
          app.changed();
        });
      });
    },
    render: (section, app) => {
      if (!app.dialogue.group) at = 0;
      else if (at >= people(app).length) at = people(app).length - 1;
      Array.prototype.forEach.call(section.querySelectorAll("[name=group]"), (radio) => {
        radio.checked = Boolean(radio.value) === app.dialogue.group;
      });
      turn(section.querySelector("[data-turn]"), app);
      var marked = tb.marked(app.dialogue);
      tb.empty(section.querySelector("[data-balances]"), app.content.balances.map((balance) => {
        if (at >= 0) return placing(balance, app);
        return marked.indexOf(balance.id) >= 0 && spread(balance, app);
      }));
      everyone(section.querySelector("[data-people]"), app);
    }
  };
})();
