/* Starts the tool: reads the page, opens what the address, the tab or the browser holds, and listens. */
(function () {
  "use strict";
  var tb = window.tbDialogue;
  var root = document.querySelector("[data-dialogue]");
  var plain = root.querySelector("[data-plain]");

  function island(name) { return JSON.parse(document.querySelector("script[data-" + name + "]").textContent); }

  tb.locale = document.documentElement.lang;
  tb.version = root.getAttribute("data-version");
  tb.say(island("words"));
  var content = tb.readContent(plain, island("former"));
  tb.meetings = content.meetings;
  var app = tb.app = tb.frame(root, content, island("form"));

  app.add("choose", tb.chooseStep);
  app.add("place", tb.placeStep);
  app.add("talk", tb.talkStep);
  app.add("act", tb.actStep);
  app.add("take", tb.takeStep);

  /* -- What comes from outside: it never takes the place of what is here, and a fault in it changes nothing. */

  /* A dialogue that came as text. Its id stays when nothing here has it. */
  function receive(text, word) {
    var found;
    try { found = tb.parse(text, app.form); } catch (e) { return app.tell(tb.t(e.word, e.facts)); }
    var kept = app.shelf.find(found.id);
    if (kept && kept.changed === found.changed) {
      app.open(kept, true);
      return app.tell(tb.t("tool_opened", { name: tb.nameOf(kept) }));
    }
    if (kept) {
      found.id = tb.key();
      found.name = tb.copyName(found);
    }
    app.open(found, false);
    return app.tell(word ? tb.t(word, { name: tb.nameOf(found) }) : "");
  }

  app.load = function (file) {
    if (!app.mayLeave()) return;
    if (file.size > 4000000) { app.tell(tb.t("tool_file_large")); return; }
    file.text().then(
      (text) => { receive(text.replace(/^\ufeff/, ""), "tool_loaded"); },
      () => { app.tell(tb.t("tool_file_not_json")); }
    );
  };

  function use(id) {
    var topic = tb.topicOf(content, content.former[id] || id);
    if (!topic) return;
    tb.choose(app.dialogue, topic, true);
    app.changed();
    var others = app.shelf.look().kept.sort((a, b) => b.changed - a.changed);
    var latest = others[0];
    function useInLatest() {
      app.open(latest, true);
      tb.choose(app.dialogue, topic, true);
      app.changed();
      app.tell(tb.t("tool_used", { name: topic.name }));
    }
    var way = latest && { icon: "plus", label: tb.t("tool_use_in", { name: tb.nameOf(latest) }), act: useInLatest };
    app.tell(tb.t("tool_using", { name: topic.name }), way);
  }

  /* What the tab had before it was reloaded or left. */
  function again(state) {
    if (!state) return false;
    var kept = state.open && app.shelf.find(state.open);
    if (kept) app.open(kept, true);
    else if (state.work) receive(state.work);
    else return false;
    app.back(state);
    return true;
  }

  function arrive() {
    var given = tb.brought(location);
    var state = history.state;
    if (again(state)) return;
    app.open(tb.fresh(), false);
    if (!given) return;
    if (given.name === "use") use(given.value);
    else if (given.name === "step") app.back({ step: given.value });
    else if (given.name === "open") {
      var kept = app.shelf.find(given.value);
      if (kept) app.open(kept, true);
    } else {
      tb.unpack(given.value).then(
        (text) => { receive(text, given.name === "share" ? "tool_shared" : ""); },
        (e) => { app.tell(tb.t(e.word)); }
      );
    }
  }

  /* -- Listening */

  root.addEventListener("click", (event) => {
    var button = event.target.closest("[data-go], [data-back], [data-next], [data-save], [data-file]");
    if (!button) return;
    var i = app.steps.indexOf(app.step);
    if (button.hasAttribute("data-go")) app.go(button.getAttribute("data-go"));
    else if (button.hasAttribute("data-back")) app.go(app.steps[i - 1]);
    else if (button.hasAttribute("data-next")) app.go(app.steps[i + 1]);
    else if (button.hasAttribute("data-save")) app.keep();
    else tb.saveFile(app);
  });

  /* The language switch takes the work along: a kept dialogue by its id, another one packed. */
  var isSwitching = false;
  document.addEventListener("click", (event) => {
    var link = event.target.closest && event.target.closest("a[data-language]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !tb.hasWork(app.dialogue)) return;
    event.preventDefault();
    app.flush();
    var there = link.href.replace(/[?#].*$/, "");
    var carried = app.isKept
      ? Promise.resolve("open=" + app.dialogue.id)
      : tb.pack(app.dialogue).then((packed) => "bring=" + packed);
    carried.then((fragment) => { isSwitching = true; location.href = there + "#" + fragment; });
  });

  /* Without a state it is an anchor in the page, or a link that hashchange opens. */
  window.addEventListener("popstate", (event) => { if (event.state) app.back(event.state); });
  window.addEventListener("hashchange", () => {
    var given = tb.brought(location);
    if (given && app.mayLeave()) arrive();
  });
  window.addEventListener("storage", (event) => { if (event.key === null || event.key === app.shelf.key) app.heard(); });
  /* Whatever step is open, paper gets the minutes or the plan. */
  window.addEventListener("beforeprint", () => { tb.takeStep.render(root.querySelector("[data-step=take]"), app); });
  window.addEventListener("pagehide", app.flush);
  document.addEventListener("visibilitychange", app.flush);
  window.addEventListener("beforeunload", (event) => {
    if (!app.isAtRisk() || isSwitching) return;
    event.preventDefault();
    event.returnValue = ""; /* for browsers of before 2023 */
  });

  /* A task of its own: what is touched meanwhile need not wait for all of it. */
  setTimeout(() => {
    plain.remove();
    root.querySelector("[data-tool]").hidden = false;
    arrive();
  });
})();
