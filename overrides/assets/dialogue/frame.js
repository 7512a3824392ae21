/* What holds the steps together: the dialogue that is open, its keeping, messages with a way back, and the focus. */
(function () {
  "use strict";
  var tb = window.tbDialogue;
  var STEPS = ["choose", "place", "talk", "act", "take"];
  var PAUSE = 300; /* ms after the last key before it is written down */

  tb.frame = function (root, content, form) {
    var shelf = tb.shelf(form);
    var parts = {}; /* what each step shows: {render(section, app)} */
    var app = { root: root, content: content, form: form, shelf: shelf, dialogue: tb.fresh(), step: "choose" };
    app.isKept = false;
    app.fault = ""; /* why it could not be kept */
    var seen = 0; /* the change that storage holds, as far as this tab knows */
    var isSafe = true; /* whether a file holds all that there is */
    var timer = 0;
    var title = document.title;

    function find(selector) { return root.querySelector(selector); }
    function section(step) { return find('[data-step="' + step + '"]'); }

    /* -- Messages. They stay until the next one: nobody has to be quick. */

    app.tell = function (text, way) {
      function close() {
        app.tell("");
        find("[data-heading]").focus({ preventScroll: true });
      }
      tb.empty(find("[data-message]"), text && tb.el("p.tb-note", {}, tb.el("span", {}, text),
        way && tb.button(way.icon || "undo", way.label, way.act),
        tb.button("close", "", close, { "aria-label": tb.t("tool_close") })));
    };

    /* `act` changes the dialogue and returns what takes just that back: what was written since stays. */
    app.undoable = function (text, act) {
      var back = act();
      app.changed();
      app.tell(text, { label: tb.t("tool_undo"), act: () => {
        back();
        app.changed();
        app.tell(tb.t("tool_undone"));
      } });
    };

    /* -- Keeping */

    /* The tab keeps the dialogue too, in its history: so reloading and going back lose nothing, kept or not. */
    function note() {
      var state = { step: app.step, open: app.isKept ? app.dialogue.id : "", work: app.isKept ? "" : JSON.stringify(app.dialogue) };
      try {
        history.replaceState(state, "", location.href.replace(/[?#].*$/, ""));
      } catch (e) { /* a browser that forbids it on file:// */ }
      window.dispatchEvent(new Event("tb-address"));
    }

    function flush() {
      if (!timer) return;
      clearTimeout(timer);
      timer = 0;
      write();
    }

    function write() {
      if (app.isKept) {
        app.fault = shelf.save(app.dialogue, seen);
        if (app.fault === "changed") {
          /* Another tab has written: both are kept, this one under a name of its own. */
          app.dialogue.id = tb.key();
          app.dialogue.name = tb.copyName(app.dialogue);
          seen = 0;
          app.fault = shelf.save(app.dialogue, seen);
          app.render();
          app.tell(tb.t("tool_two_tabs"));
        }
        if (app.fault) app.isKept = false;
        else seen = app.dialogue.changed;
        if (app.step === "choose") app.render(); /* the list of what is kept has names and days */
      }
      note();
      showKeeping();
    }

    /* After every change. Without `isTyping`, the step is shown anew. */
    app.changed = function (isTyping) {
      app.dialogue.changed = Math.max(Date.now(), app.dialogue.changed + 1);
      isSafe = false;
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE);
      if (!isTyping) app.render();
      showKeeping();
    };

    app.keep = function () {
      app.isKept = true;
      seen = 0;
      if (shelf.find(app.dialogue.id)) app.dialogue.id = tb.key();
      app.dialogue.changed = Math.max(Date.now(), app.dialogue.changed + 1);
      write();
      app.render();
      if (app.isKept) app.tell(tb.t("tool_kept_now"));
    };

    /* Something outside the browser holds it all. */
    app.isSafe = function () { isSafe = true; showKeeping(); };

    function showKeeping() {
      var state = app.isKept ? tb.t("tool_kept", { name: tb.nameOf(app.dialogue) }) : tb.t("tool_not_kept");
      var text = app.fault ? tb.t("tool_fault_" + app.fault) : state;
      find("[data-saved]").textContent = text;
      find("[data-saved]").classList.toggle("is-fault", Boolean(app.fault));
      find("[data-save]").hidden = app.isKept;
      find("[data-file]").hidden = !app.fault;
    }

    /* -- Opening */

    /* Another dialogue: `isKept` when it stands in the browser already. */
    app.open = function (dialogue, isKept) {
      flush();
      app.dialogue = tb.settle(dialogue, content);
      app.isKept = isKept;
      app.fault = "";
      seen = isKept ? dialogue.changed : 0;
      isSafe = !tb.hasWork(dialogue);
      Object.keys(parts).forEach((name) => { if (parts[name].reset) parts[name].reset(app); });
      note();
      app.render();
    };

    /* Before another one takes its place: a dialogue that stands nowhere else may be lost only on purpose. */
    app.mayLeave = function () {
      return app.isKept || isSafe || !tb.hasWork(app.dialogue) || window.confirm(tb.t("tool_leave"));
    };

    /* Whether closing the tab would lose something. */
    app.isAtRisk = function () { flush(); return !app.isKept && !isSafe && tb.hasWork(app.dialogue); };

    /* -- Steps */

    app.go = function (step) {
      flush();
      if (step !== app.step) {
        try { history.pushState(null, ""); } catch (e) { /* as above: the steps then have no place in the history */ }
      }
      show(step);
      find("[data-heading]").focus({ preventScroll: true });
      root.scrollIntoView({ block: "start" });
    };

    function show(step) {
      app.step = STEPS.indexOf(step) < 0 ? "choose" : step;
      app.tell("");
      note();
      app.render();
    }

    app.back = function (state) { flush(); show(state.step); };

    function showFrame() {
      var i = STEPS.indexOf(app.step);
      STEPS.forEach((step) => { section(step).hidden = step !== app.step; });
      Array.prototype.forEach.call(root.querySelectorAll("[data-go]"), (button, n) => {
        if (n === i) button.setAttribute("aria-current", "step"); else button.removeAttribute("aria-current");
        button.parentNode.classList.toggle("is-at", n === i);
        button.parentNode.classList.toggle("is-done", n < i);
      });
      find("[data-heading]").textContent = section(app.step).getAttribute("data-title");
      document.title = section(app.step).getAttribute("data-title") + " – " + title;
      find("[data-lead]").textContent = section(app.step).getAttribute("data-lead-text");
      find("[data-back]").hidden = i === 0;
      find("[data-next]").hidden = i === STEPS.length - 1;
      if (i < STEPS.length - 1) find("[data-next] span").textContent = app.stepName(STEPS[i + 1]);
    }

    /* The step that is open, made anew; the focus goes back to what has the same key, else to the heading. */
    app.render = function () {
      var at = document.activeElement;
      var key = at && at.getAttribute && at.getAttribute("data-key");
      var here = section(app.step);
      var caret = key && at.selectionStart !== undefined && at.type !== "date" ? at.selectionStart : null;
      showFrame();
      parts[app.step].render(here, app);
      showKeeping();
      if (!key) return;
      var again = here.querySelector('[data-key="' + key + '"]');
      if (again && again.disabled) again = again.parentNode.querySelector("button:not(:disabled)"); /* its neighbour */
      if (!again) again = find("[data-heading]");
      again.focus({ preventScroll: true });
      if (caret !== null && /^text/.test(again.type)) again.setSelectionRange(caret, caret);
    };

    app.add = function (name, part) { parts[name] = part; if (part.start) part.start(section(name), app); };

    /* Another tab has changed what is kept. */
    app.heard = function () {
      if (!app.isKept || timer) {
        if (app.step === "choose") app.render();
        return;
      }
      var other = shelf.find(app.dialogue.id);
      if (!other || other.changed === app.dialogue.changed) {
        app.render();
        return;
      }
      app.dialogue = tb.settle(other, content);
      seen = other.changed;
      app.render();
      app.tell(tb.t("tool_other_tab"));
    };

    app.stepName = function (step) { return find('[data-go="' + step + '"] b').textContent; };
    app.flush = flush;
    app.steps = STEPS;
    return app;
  };
})();
