/* Step 1: what is kept here, what the meeting is about, which questions it takes up. */
(function () {
  "use strict";
  var tb = window.tbDialogue;
  var el = tb.el;
  var t = tb.t;

  function download(name, text) { tb.download(name, text, "application/json"); }

  function kept(one, app) {
    var isOpen = app.isKept && one.id === app.dialogue.id;
    function named(word, key) {
      return { title: t(word, { name: tb.nameOf(one) }), "data-key": key + ":" + one.id };
    }
    return el("li", {},
      el("span.tb-dlg__grow", {}, el("strong", {}, tb.nameOf(one)), isOpen && el("span.tb-tag", {}, t("tool_is_open")),
        el("small", {}, t("tool_changed", { date: tb.day(new Date(one.changed).toISOString().slice(0, 10)) }))),
      !isOpen && tb.button("", t("tool_open_it"), () => {
        if (app.mayLeave()) { app.open(one, true); app.tell(t("tool_opened", { name: tb.nameOf(one) })); }
      }, { "aria-label": t("tool_open_named", { name: tb.nameOf(one) }), "data-key": "open:" + one.id }),
      tb.button("copy", "", () => {
        app.flush();
        var twin = JSON.parse(JSON.stringify(isOpen ? app.dialogue : one));
        Object.assign(twin, { id: tb.key(), name: tb.copyName(one), changed: Date.now() });
        var fault = app.shelf.save(twin, 0);
        app.render();
        app.tell(fault ? t("tool_fault_" + fault) : t("tool_duplicated", { name: twin.name }));
      }, named("tool_duplicate_named", "copy")),
      tb.button("bin", "", () => { remove(one, isOpen, app); }, named("tool_delete_named", "bin")));
  }

  function remove(one, isOpen, app) {
    app.flush();
    var latest = app.shelf.find(one.id) || one;
    app.shelf.remove(one.id);
    if (isOpen) app.open(tb.fresh(), false); else app.render();
    app.tell(t("tool_deleted", { name: tb.nameOf(one) }), { label: t("tool_undo"), act: () => {
      var fault = app.shelf.save(latest, 0);
      if (isOpen && !fault && !tb.hasWork(app.dialogue)) app.open(latest, true); else app.render();
      app.tell(fault ? t("tool_fault_" + fault) : t("tool_undone"));
    } });
  }

  function clear(app) {
    if (!window.confirm(t("tool_clear_sure"))) return;
    app.flush();
    var fault = app.shelf.clear();
    if (app.isKept) app.open(tb.fresh(), false); else app.render(); /* what is open and kept nowhere stays */
    app.tell(fault ? t("tool_fault_" + fault) : t("tool_cleared"));
  }

  function startAnew(app) {
    if (!app.mayLeave()) return;
    app.open(tb.fresh(), false);
    app.tell(t("tool_new_made"));
  }

  function shelf(node, app) {
    var found = app.shelf.look();
    var dialogues = found.kept.sort((a, b) => b.changed - a.changed);
    var odd = found.state === "unreadable" ? found.raw : found.odd.length ? JSON.stringify(found.odd) : "";
    var file = el("input.tb-vh", { type: "file", accept: ".json,application/json", "data-key": "file", on: { change: () => {
      if (file.files[0]) app.load(file.files[0]);
      file.value = "";
    } } });
    tb.empty(node,
      odd && el("p.tb-note.tb-note--warn", {}, tb.icon("warning"), el("span", {}, t("tool_odd"), " ",
        tb.button("download", t("tool_odd_file"), () => { download("trivselsbasen-ulaeselig.json", odd); }))),
      dialogues.length > 0 && el("details.tb-dlg__shelf", { open: !tb.hasWork(app.dialogue) || node.querySelector("[open]") },
        el("summary", { "data-key": "shelf" }, t("tool_shelf", { n: dialogues.length })),
        el("ul.tb-dlg__rows", {}, dialogues.map((one) => kept(one, app)))),
      el("div.tb-btns", {},
        tb.hasWork(app.dialogue) && tb.button("plus", t("tool_new"), () => { startAnew(app); }, { "data-key": "new" }),
        el("label.tb-btn.tb-dlg__load", {}, file, tb.icon("upload"), " ", t("tool_load")),
        (dialogues.length > 0 || odd) && tb.button("bin", t("tool_clear"), () => { clear(app); }, { "data-key": "clear" })));
  }

  /* A box to tick, with what it is for. */
  function tick(key, isTicked, about, act, shown, beside) {
    return el("label.tb-dlg__opt", { "data-tb-sector": about.sector },
      el("input", { type: "checkbox", value: about.value, "data-key": key, checked: isTicked, on: {
        change: (event) => { act(event.target.checked); }
      } }),
      el("span", {}, shown), beside);
  }

  function topics(node, app) {
    var groups = [];
    app.content.topics.forEach((topic) => { if (groups.indexOf(topic.group) < 0) groups.push(topic.group); });
    var gone = app.dialogue.chosen.filter((one) => !tb.topicOf(app.content, one.id));
    tb.empty(node, groups.map((group) => {
      var some = app.content.topics.filter((one) => one.group === group);
      return el("fieldset.tb-dlg__topics", {}, el("legend", {}, group), some.map((topic) => {
        var n = tb.of(topic, "question").length;
        var isChosen = app.dialogue.chosen.some((one) => one.id === topic.id);
        return tick("topic-" + topic.id, isChosen, { value: topic.id, sector: topic.sector }, (wanted) => {
          tb.choose(app.dialogue, topic, wanted);
          app.changed();
        }, tb.shown(app.content, topic), el("small", {}, String(n), el("span.tb-vh", {}, " " + t("tool_n_questions", { n: n }))));
      }));
    }), gone.length > 0 && el("p.tb-note", {}, t("tool_gone", { names: gone.map((one) => one.text).join("; ") })));
  }

  function agendaOf(app) {
    var meeting = app.content.meetings.find((one) => one.id === app.dialogue.meeting);
    return meeting && meeting.agendas.find((one) => one.minutes === app.dialogue.minutes);
  }

  /* The questions of what is chosen; those that are ticked come along. */
  function picked(node, app) {
    var agenda = agendaOf(app);
    var taken = app.dialogue.questions;
    tb.empty(node, app.dialogue.chosen.map((one) => {
      var topic = tb.topicOf(app.content, one.id);
      var boxes = tb.of(topic, "question").map((question) => {
        var isTaken = taken.some((kept) => kept.id === question.id);
        return tick("pick-" + question.id, isTaken, { value: question.id }, (wanted) => {
          if (wanted) tb.ask(app.dialogue, question.id, question.text);
          else app.dialogue.questions = app.dialogue.questions.filter((kept) => kept.id !== question.id);
          app.changed();
        }, tb.shown(app.content, question));
      });
      return topic && el("fieldset.tb-dlg__topics.tb-dlg__topics--wide", {}, el("legend", {}, topic.name), boxes);
    }));
    var said = app.dialogue.chosen.length ? t("tool_n_chosen", { n: taken.length }) : t("tool_none_chosen");
    if (agenda && app.dialogue.chosen.length) said += " " + t("tool_you_manage", { n: agenda.questions, minutes: agenda.minutes });
    node.parentNode.querySelector("[data-count]").textContent = said;
  }

  function go(step, app) {
    return el("button.tb-dlg__go", { type: "button", on: { click: () => { app.go(step); } } }, app.stepName(step));
  }

  /* The agenda with the step of each point to go to; shown beside the questions too. */
  tb.agenda = function (node, app) {
    var agenda = agendaOf(app);
    tb.empty(node, agenda && el("div.tb-dlg__agenda", {}, el("h3", {}, t("tool_agenda", { minutes: agenda.minutes })),
      el("ol", {}, agenda.points.map((point) => {
        return el("li", {}, el("b", {}, t("tool_min", { n: point.minutes })), el("span", {}, point.text, " ",
          point.step !== app.step && go(point.step, app)));
      })), el("p.tb-small.tb-muted", {}, t("tool_agenda_by"))));
  };

  function meeting(section, app) {
    var kinds = section.querySelector("[name=meeting]");
    var current = app.content.meetings.find((one) => one.id === app.dialogue.meeting);
    tb.empty(kinds, el("option", { value: "" }, t("tool_no_agenda")), app.content.meetings.map((one) => {
      return el("option", { value: one.id }, one.title);
    }));
    kinds.value = current ? current.id : "";
    var lengths = section.querySelector("[data-lengths]");
    lengths.parentNode.hidden = !current;
    tb.empty(lengths, current && current.agendas.map((one) => {
      var isChosen = one.minutes === app.dialogue.minutes;
      var own = { type: "radio", name: "minutes", value: one.minutes, "data-key": "length-" + one.minutes, checked: isChosen };
      return el("label", {}, el("input", Object.assign(own, { on: { change: () => {
        app.dialogue.minutes = one.minutes;
        app.changed();
      } } })), " ", el("span", {}, t("tool_min", { n: one.minutes })));
    }));
    ["name", "date", "present"].forEach((name) => {
      var input = section.querySelector("[name=" + name + "]");
      var value = app.dialogue[name];
      /* A date takes the browser long to show, even one that is there already. */
      if (input !== document.activeElement && input.value !== value) input.value = value;
    });
    tb.agenda(section.querySelector("[data-agenda-shown]"), app);
  }

  tb.chooseStep = {
    start: (section, app) => {
      ["name", "date", "present"].forEach((name) => {
        section.querySelector("[name=" + name + "]").addEventListener("input", (event) => {
          app.dialogue[name] = name === "date" ? tb.dayFrom(event.target.value) : event.target.value;
          app.changed(true);
        });
      });
      section.querySelector("[name=meeting]").addEventListener("change", (event) => {
        var kind = app.content.meetings.find((one) => one.id === event.target.value);
        app.dialogue.meeting = event.target.value;
        if (kind && !agendaOf(app)) app.dialogue.minutes = kind.agendas[0].minutes;
        app.changed();
      });
    },
    render: (section, app) => {
      shelf(section.querySelector("[data-shelf]"), app);
      topics(section.querySelector("[data-topics]"), app);
      picked(section.querySelector("[data-picked]"), app);
      meeting(section, app);
    }
  };
})();
