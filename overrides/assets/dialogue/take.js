/* Step 5: the minutes and the plan on paper, as files, as a link. */
(function () {
  "use strict";
  var tb = window.tbDialogue;
  var el = tb.el;
  var t = tb.t;
  var EASY = 2000; /* letters of an address: Windows hands no longer ones from a mail to the browser (2,083) */
  var MOST = 8000; /* longer ones are cut by mail programs and servers here and there */
  var paper = "minutes";

  tb.download = function (name, text, type) {
    var address = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
    var link = el("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => { URL.revokeObjectURL(address); }, 1000);
  };

  tb.fileName = function (one, ending) {
    var name = tb.nameOf(one).toLowerCase().replace(/æ/g, "ae").replace(/ø/g, "oe").replace(/å/g, "aa");
    name = name.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    return (name.slice(0, 60) || "dialog") + "." + ending;
  };

  /* The file that can be read back. */
  tb.json = function (one) { return JSON.stringify(one, null, 2) + "\n"; };

  /* -- On paper */

  /* `names` are the columns: their words begin with `stem`, and the style sheet knows their widths. */
  function table(caption, stem, names, rows) {
    var heads = names.map((name) => t(stem + name));
    return el("div.tb-plan", {}, el("table.tb-table", {}, el("caption.tb-vh", {}, caption),
      el("thead", {}, el("tr", {}, heads.map((head, i) => el("th", { scope: "col", "data-column": names[i] }, head)))),
      el("tbody", {}, rows.map((cells) => {
        return el("tr", {}, cells.map((cell, i) => {
          return i ? el("td", { "data-l": heads[i] }, cell || "–") : el("th", { scope: "row" }, cell || "–");
        }));
      }))));
  }

  function lines(text) { return text.split(/\r?\n/).map((line) => el("span.tb-dlg__lined", {}, line)); }

  /* Reasons and signs have a column only where somebody has given one. */
  function planTable(one) {
    if (!one.plan.length) return el("p", {}, t("tool_plan_empty"));
    var names = ["what", "why", "who", "when", "status", "follow_up", "sign"].filter((name) => {
      return (name !== "why" && name !== "sign") || one.plan.some((item) => item[name]);
    });
    return table(t("tool_plan"), "tool_", names, one.plan.map((item) => {
      return names.map((name) => tb.planCell(item, name));
    }));
  }

  /* As a workplace assessment asks for it; where no problem is written, what the action came from stands for it. */
  function apvTable(one) {
    if (!one.plan.length) return el("p", {}, t("tool_plan_empty"));
    var names = ["problem", "cause", "what", "who", "when", "follow_up"];
    var some = one.plan.filter((item) => item.status !== "dropped");
    return table(t("tool_apv"), "tool_apv_", names, some.map((item) => {
      var problem = item.problem || (item.why ? item.why.text : "");
      return [problem, item.cause, item.what, item.who, tb.day(item.when), tb.day(item.follow_up)];
    }));
  }

  function balances(one) {
    var some = tb.withMarks(one);
    return some.length > 0 && el("section", {}, el("h3", {}, t("tool_balances")), el("div.tb-dlg__pics", {}, some.map((balance) => {
      var marks = tb.marksOn(one, balance.id);
      return el("figure", {}, el("figcaption", {}, balance.text), tb.picture(balance, marks),
        el("p.tb-small", {}, tb.sayings(balance, marks).join(" ")));
    })));
  }

  function questions(one, app) {
    return [["tool_talked", "talked"], ["tool_later", "later"], ["tool_open", "open"]].map((part) => {
      var some = one.questions.filter((question) => question.state === part[1]);
      return some.length > 0 && el("section", {}, el("h3", {}, t(part[0])), el("ul.tb-dlg__asked", {}, some.map((question) => {
        return el("li", {}, el("p", {}, tb.shown(app.content, question)),
          question.note && el("p.tb-dlg__noted", {}, lines(question.note)));
      })));
    });
  }

  function sheet(app) {
    var one = app.dialogue;
    var title = { minutes: tb.nameOf(one), plan: t("tool_plan"), apv: t("tool_apv") }[paper];
    var facts = tb.facts(one).map((fact) => el("div", {}, el("dt", {}, fact[0]), el("dd", {}, fact[1])));
    return [
      el("header", {}, el("h2", {}, title), paper !== "minutes" && el("p", {}, tb.nameOf(one)), el("dl", {}, facts)),
      paper === "minutes" && [
        balances(one), questions(one, app),
        el("section", {}, el("h3", {}, t("tool_plan")), planTable(one)),
        one.notes && el("section", {}, el("h3", {}, t("tool_notes")), el("p", {}, lines(one.notes)))
      ],
      paper === "plan" && planTable(one),
      paper === "apv" && apvTable(one),
      el("footer", {}, t("tool_made_with"))
    ];
  }

  /* -- As a link */

  function tooLong(app, length) {
    return el("p.tb-note.tb-note--warn", {}, tb.icon("warning"), el("span", {}, t("tool_link_long", { n: tb.number(length) }), " ",
      tb.button("download", t("tool_get_json"), () => { DO.json(app); })));
  }

  function about(address) {
    return [
      t("tool_link_length", { n: tb.number(address.length) }),
      address.length > EASY && t("tool_link_risky"), location.protocol === "file:" && t("tool_link_file")
    ].filter(Boolean).join(" ");
  }

  function mail(app, address) {
    var subject = encodeURIComponent(tb.nameOf(app.dialogue));
    var href = "mailto:?subject=" + subject + "&body=" + encodeURIComponent(address);
    return el("a.tb-btn", { href: href }, tb.icon("mail"), " ", t("tool_mail"));
  }

  function link(app, node) {
    tb.pack(app.dialogue).then((packed) => {
      var address = location.href.replace(/[?#].*$/, "") + "#share=" + packed;
      if (address.length > MOST) return tb.empty(node, tooLong(app, address.length));
      var field = el("input.tb-field", { readonly: true, "aria-label": t("tool_link"), "data-shared": true });
      field.value = address;
      function copy() { tb.copy(address, field, () => { app.tell(t("tool_copied")); }); }
      return tb.empty(node, field,
        el("div.tb-btns", {}, tb.button("copy", t("tool_copy_link"), copy), location.protocol !== "file:" && mail(app, address)),
        el("p.tb-small.tb-muted", {}, about(address)));
    });
  }

  tb.copy = function (text, field, done) {
    function old() {
      field.select();
      if (document.execCommand("copy")) done();
    }
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, old); else old();
  };

  var DO = {
    print: () => { window.print(); },
    json: (app) => {
      tb.download(tb.fileName(app.dialogue, "json"), tb.json(app.dialogue), "application/json");
      app.isSafe();
    },
    markdown: (app) => { tb.download(tb.fileName(app.dialogue, "md"), tb.markdown(app.dialogue), "text/markdown"); },
    csv: (app) => { tb.download(tb.fileName(app.dialogue, "csv"), tb.csv(app.dialogue), "text/csv"); },
    ics: (app) => { tb.download(tb.fileName(app.dialogue, "ics"), tb.ics(app.dialogue, new Date()), "text/calendar"); },
    copy: (app, section) => {
      var area = el("textarea.tb-vh", { readonly: true });
      area.value = tb.markdown(app.dialogue);
      section.append(area);
      tb.copy(area.value, area, () => { app.tell(t("tool_copied")); });
      area.remove();
    },
    link: (app, section) => { link(app, section.querySelector("[data-link]")); }
  };

  tb.saveFile = function (app) { DO.json(app); };

  tb.takeStep = {
    start: (section, app) => {
      section.addEventListener("click", (event) => {
        var button = event.target.closest("[data-do]");
        if (button) DO[button.getAttribute("data-do")](app, section);
      });
      section.addEventListener("change", (event) => {
        if (event.target.name === "paper") { paper = event.target.value; app.render(); }
      });
      section.querySelector("[name=notes]").addEventListener("input", (event) => {
        app.dialogue.notes = event.target.value;
        app.changed(true);
        tb.empty(section.querySelector("[data-paper]"), sheet(app));
      });
    },
    render: (section, app) => {
      var notes = section.querySelector("[name=notes]");
      if (notes !== document.activeElement) notes.value = app.dialogue.notes;
      var n = tb.followUps(app.dialogue).length;
      section.querySelector("#dlg-ics").textContent = n ? t("tool_n_follow_ups", { n: n }) : t("tool_no_follow_ups");
      section.querySelector("[data-do=ics]").disabled = !n;
      section.querySelector("[data-do=csv]").disabled = !app.dialogue.plan.length;
      tb.empty(section.querySelector("[data-link]"));
      tb.empty(section.querySelector("[data-paper]"), sheet(app));
      section.querySelector("[data-paper]").setAttribute("data-kind", paper);
    }
  };
})();
