/* The minutes of a dialogue as Markdown. What people have written stands as text: its signs are escaped. */
(function () {
  "use strict";
  var tb = window.tbDialogue;

  function plain(text) { return text.replace(/([\\`*_{}[\]<>#|~])/g, "\\$1").replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, "$1\\$2"); }
  function lines(text) { return plain(text).split(/\r?\n/).join("  \n"); }
  function cell(text) { return plain(text).replace(/\s*\r?\n\s*/g, "<br>") || " "; }
  function row(cells) { return "| " + cells.join(" | ") + " |"; }

  tb.markdown = function (one) {
    var out = ["# " + plain(tb.nameOf(one)), ""];
    tb.facts(one).forEach((fact) => { out.push("- **" + plain(fact[0]) + ":** " + plain(fact[1])); });
    if (tb.withMarks(one).length) {
      out.push("", "## " + tb.t("tool_balances"), "");
      out.push(row([tb.t("tool_balance"), tb.t("tool_today"), tb.t("tool_wanted")]), row(["---", "---", "---"]));
      tb.withMarks(one).forEach((balance) => {
        var marks = tb.marksOn(one, balance.id);
        var name = balance.text + " (1: " + balance.left + ", 7: " + balance.right + ")";
        out.push(row([cell(name), tb.marksSaid(marks.today), tb.marksSaid(marks.wanted)]));
      });
    }
    [["tool_talked", "talked"], ["tool_later", "later"], ["tool_open", "open"]].forEach((part) => {
      var some = one.questions.filter((question) => question.state === part[1]);
      if (some.length) out.push("", "## " + tb.t(part[0]));
      some.forEach((question) => {
        out.push("", "### " + plain(question.text));
        if (question.note) out.push("", lines(question.note));
      });
    });
    if (one.plan.length) {
      out.push("", "## " + tb.t("tool_plan"), "");
      out.push(row(tb.planHeads()), row(tb.planHeads().map(() => "---")));
      one.plan.forEach((item) => { out.push(row(tb.planRow(item).map(cell))); });
    }
    if (one.notes) out.push("", "## " + tb.t("tool_notes"), "", lines(one.notes));
    return out.concat(["", tb.t("tool_made_with"), ""]).join("\n");
  };

  /* [[word, value]]: date, meeting, who was there. */
  tb.facts = function (one) {
    var meeting = tb.meetings.find((kind) => kind.id === one.meeting);
    return [
      [tb.t("tool_date"), tb.day(one.date)],
      [tb.t("tool_meeting"), meeting ? meeting.title : ""],
      [tb.t("tool_present"), one.present]
    ].filter((fact) => fact[1]);
  };

  /* 2, 3, 5 (median 3); one mark alone as it is. */
  tb.marksSaid = function (marks) {
    if (!marks.length) return tb.t("tool_no_marks");
    if (marks.length === 1) return String(marks[0]);
    var spread = tb.spread(marks);
    return tb.t("tool_marks", { all: marks.join(", "), low: spread.low, high: spread.high, median: tb.number(spread.median) });
  };

  var COLUMNS = ["what", "why", "problem", "cause", "who", "when", "status", "follow_up", "sign"];

  tb.planHeads = function () { return COLUMNS.map((name) => tb.t("tool_" + name)); };

  /* The cells of an action; `day` writes a day, as people do where it is left out. */
  tb.planRow = function (item, day) {
    return COLUMNS.map((name) => tb.planCell(item, name, day));
  };

  tb.planCell = function (item, name, day) {
    if (name === "why") return item.why ? item.why.text : "";
    if (name === "status") return tb.t("tool_status_" + item.status);
    return name === "when" || name === "follow_up" ? (day || tb.day)(item[name]) : item[name];
  };
})();
