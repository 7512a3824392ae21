/* Step 3: the questions, one at a time in large type; notes under each. */
(function () {
  "use strict";
  var tb = window.tbDialogue;
  var el = tb.el;
  var t = tb.t;
  var at = 0; /* the question that is shown */
  var clock = { left: 0, timer: 0, minutes: 5, isUp: false }; /* seconds left; the timer runs while it is not 0 */

  function topicName(app, question) {
    var known = app.content.entries[question.id];
    return known ? app.content.entries[known.topic].text : t(question.id.indexOf("own-") === 0 ? "tool_own" : "tool_from_before");
  }

  function turn(app, by) {
    var n = app.dialogue.questions.length;
    if (at + by < 0 || at + by >= n) return;
    at += by;
    app.render();
  }

  /* -- The timer: optional, and never in the way. */

  function clockText() { return Math.floor(clock.left / 60) + ":" + String(clock.left % 60).padStart(2, "0"); }

  function tick(app) {
    clock.left -= 1;
    var shown = app.root.querySelector("[data-clock]");
    if (clock.left <= 0) {
      clearInterval(clock.timer);
      clock.timer = 0;
      clock.isUp = true;
      app.tell(t("tool_time_up"));
      if (app.step === "talk") app.render();
    } else if (shown) shown.textContent = clockText();
  }

  function startOrStop(app) {
    if (clock.timer) { clearInterval(clock.timer); clock.timer = 0; } else {
      if (clock.left <= 0) clock.left = clock.minutes * 60;
      clock.isUp = false;
      clock.timer = setInterval(() => { tick(app); }, 1000);
    }
    app.render();
  }

  function timer(app) {
    var isOn = Boolean(clock.timer);
    function set() {
      Object.assign(clock, { minutes: Number(choice.value), left: 0, isUp: false });
      app.render();
    }
    var choice = el("select.tb-field", { "aria-label": t("tool_timer"), "data-key": "clock-minutes", on: { change: set } },
      [2, 3, 5, 8, 10, 15].map((n) => el("option", { value: n, selected: n === clock.minutes }, t("tool_min", { n: n }))));
    var shown = isOn || clock.left > 0 ? clockText() : clock.isUp ? t("tool_time_up") : "";
    var word = t(isOn ? "tool_timer_pause" : "tool_timer_start");
    return el("div.tb-dlg__clock", {}, !isOn && choice,
      el("span", { "data-clock": true, role: "timer", "aria-live": "off" }, shown),
      tb.button(isOn ? "pause" : "play", word, () => { startOrStop(app); }, { "data-key": "clock" }));
  }

  /* -- The stage */

  function state(question, name, icon, app) {
    return tb.button(icon, t("tool_mark_" + name), () => {
      question.state = question.state === name ? "open" : name;
      app.changed();
    }, { "aria-pressed": String(question.state === name), "data-key": "state-" + name });
  }

  function plan(question, app) {
    var item = tb.newItem("");
    item.why = { id: question.id, text: question.text };
    tb.addToPlan(app, item, "tool_planned_from");
  }

  function fullScreen(stage) {
    if (!stage.requestFullscreen) return null;
    return tb.button("screen", t(document.fullscreenElement ? "tool_full_screen_end" : "tool_full_screen"), () => {
      if (document.fullscreenElement) document.exitFullscreen(); else stage.requestFullscreen();
    }, { "data-key": "screen" });
  }

  /* The question stays the same element, and is only set when it is another: so it is read out once. */
  function ask(node, label, question, app) {
    var shown = question ? el("span", {}, tb.shown(app.content, question)) : null;
    var said = question ? label + ": " + shown.textContent : "";
    if (node.getAttribute("data-said") === said) return;
    node.setAttribute("data-said", said);
    tb.empty(node, question && el("span.tb-vh", {}, label + ": "), shown);
  }

  function stage(node, app) {
    var all = app.dialogue.questions;
    var question = all[at];
    var label = t("tool_n_of", { n: at + 1, of: all.length });
    var top = node.querySelector("[data-top]");
    var under = node.querySelector("[data-under]");
    ask(node.querySelector("[data-ask]"), label, question, app);
    if (!question) {
      tb.empty(top, el("p.tb-dlg__wait", {}, t("tool_no_questions")));
      tb.empty(under, el("div.tb-btns", {}, tb.button("", app.stepName("choose"), () => { app.go("choose"); })));
      return;
    }
    function write() {
      question.note = note.value;
      app.changed(true);
    }
    var note = el("textarea.tb-field", { id: "dlg-note", rows: 4, maxlength: 10000, "data-key": "note", on: { input: write } });
    note.value = question.note;
    tb.empty(top, el("p.tb-label", {}, label + " · " + topicName(app, question)), timer(app), fullScreen(node));
    tb.empty(under,
      el("div.tb-btns.tb-dlg__turn", {},
        tb.button("left", t("tool_previous"), () => { turn(app, -1); }, { disabled: at === 0, "data-key": "turn:back" }),
        tb.button("right", t("tool_next"), () => { turn(app, 1); }, { disabled: at === all.length - 1, "data-key": "turn:on" }),
        state(question, "talked", "check", app), state(question, "later", "later", app),
        tb.button("action", t("tool_make_action"), () => { plan(question, app); }, { "data-key": "plan" })),
      el("label.tb-dlg__field", { "for": "dlg-note" }, el("span", {}, t("tool_note"))), note);
  }

  /* -- The list */

  function tag(question) {
    return el("span.tb-tag", {}, tb.icon(question.state === "talked" ? "check" : "later"), t("tool_mark_" + question.state));
  }

  function row(question, i, app) {
    var all = app.dialogue.questions;
    function move(by) { if (tb.move(all, i, by)) { if (at === i) at = i + by; app.changed(); } }
    function named(word, key, isOff) {
      var said = t(word, { n: i + 1 });
      return { title: said, "data-key": key, disabled: isOff };
    }
    function show() {
      at = i;
      app.render();
      app.root.querySelector("[data-stage]").scrollIntoView({ block: "start" });
    }
    return el("li", { "aria-current": i === at ? "true" : null },
      el("button.tb-dlg__grow.tb-dlg__link", { type: "button", "data-key": "show:" + question.id, on: { click: show } },
        tb.shown(app.content, question), question.state !== "open" && tag(question)),
      tb.button("up", "", () => { move(-1); }, named("tool_move_up", "up:" + question.id, i === 0)),
      tb.button("down", "", () => { move(1); }, named("tool_move_down", "down:" + question.id, i === all.length - 1)),
      tb.button("bin", "", () => {
        app.undoable(t("tool_question_gone"), () => {
          all.splice(i, 1);
          return function () { app.dialogue.questions.splice(i, 0, question); };
        });
      }, named("tool_delete_question", "bin:" + question.id, false)));
  }

  tb.talkStep = {
    reset: () => { at = 0; },
    start: (section, app) => {
      section.querySelector("[data-own]").addEventListener("submit", (event) => {
        event.preventDefault();
        var input = event.target.elements.text;
        if (!input.value.trim()) return;
        tb.ask(app.dialogue, "own-" + tb.key(), input.value.trim());
        input.value = "";
        app.changed();
        app.tell(t("tool_question_added"));
      });
      /* Only what is inside the stage is seen on the full screen: the messages come along. */
      var message = app.root.querySelector("[data-message]");
      var home = message.parentNode;
      var next = message.nextSibling;
      document.addEventListener("fullscreenchange", () => {
        if (document.fullscreenElement) document.fullscreenElement.append(message); else home.insertBefore(message, next);
        app.render();
      });
      /* The keys of a presenter's remote are PageUp and PageDown. */
      document.addEventListener("keydown", (event) => {
        var by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
        if (!by || section.hidden || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        if (event.target.closest("input, textarea, select, dialog, summary")) return;
        if (event.key.indexOf("Page") === 0 && !document.fullscreenElement) return;
        event.preventDefault();
        turn(app, by);
      });
    },
    render: (section, app) => {
      at = Math.min(at, Math.max(0, app.dialogue.questions.length - 1));
      stage(section.querySelector("[data-stage]"), app);
      tb.empty(section.querySelector("[data-rows]"), app.dialogue.questions.map((question, i) => row(question, i, app)));
      tb.agenda(section.querySelector("[data-agenda-shown]"), app);
    }
  };
})();
