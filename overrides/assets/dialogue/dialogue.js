/* A dialogue: what a group has chosen, marked, said and agreed. Its form is dialogue.schema.json. */
(function () {
  "use strict";
  var tb = window.tbDialogue;
  var MOST = 1000000; /* letters in a file; the fullest dialogue that people make has a hundredth */

  tb.fresh = function () {
    return {
      format: "trivselsbasen-dialogue", version: 1, id: tb.key(), name: "", base: tb.version, language: tb.locale,
      changed: 0, meeting: "team", minutes: 30, date: "", present: "", notes: "", chosen: [], group: false, people: [],
      balances: [], questions: [], plan: []
    };
  };

  tb.newItem = function (what) {
    return { id: tb.key(), what: what, problem: "", cause: "", who: "", when: "", status: "planned", follow_up: "", sign: "" };
  };

  /* Whether there is anything in it that could be lost. */
  tb.hasWork = function (one) {
    return Boolean(one.name || one.notes || one.present || one.chosen.length || one.plan.length || one.questions.length ||
      one.people.some((marks) => marks.length));
  };

  /* The name that it goes by. */
  tb.nameOf = function (one) {
    var changed = one.changed ? new Date(one.changed).toISOString().slice(0, 10) : tb.today();
    return one.name || tb.t("tool_unnamed", { date: tb.day(one.date || changed) });
  };

  /* The name of a copy; names have at most 200 letters. */
  tb.copyName = function (one) { return tb.t("tool_copy_of", { name: tb.nameOf(one).slice(0, 180) }); };

  /* A day as a field for days gives it; "" for one that no dialogue holds, such as the year 20261. */
  tb.dayFrom = function (value) { return /^[12]\d{3}-\d\d-\d\d$/.test(value) ? value : ""; };

  /* A dialogue from a file or a link. Throws {word, facts}: what to say of one that can't be used. */
  tb.parse = function (text, form) {
    var found;
    if (text.length > MOST) throw { word: "tool_file_large" };
    try { found = JSON.parse(text); } catch (e) { throw { word: "tool_file_not_json" }; }
    if (!found || found.format !== "trivselsbasen-dialogue") throw { word: "tool_file_other" };
    if (Number.isInteger(found.version) && found.version > 1) throw { word: "tool_file_newer" };
    try { return Object.assign(tb.fresh(), tb.fit(form, found)); } catch (e) {
      throw { word: "tool_file_form", facts: { place: e.place ? e.place.replace(/^\./, "") || "JSON" : String(e) } };
    }
  };

  /* Ids in their present form and texts in the page's language; of an id that has gone, the text that was kept stays. */
  tb.settle = function (one, content) {
    function settled(entry) {
      if (!entry) return;
      entry.id = content.former[entry.id] || entry.id;
      if (content.entries[entry.id]) entry.text = content.entries[entry.id].text;
    }
    one.chosen.forEach(settled);
    one.questions.forEach(settled);
    one.plan.forEach((item) => {
      settled(item.why);
      if (!item.action) return;
      /* Words that somebody has changed are their own; those of the base follow the language. */
      var isOfBase = item.what === item.action.text;
      settled(item.action);
      if (isOfBase) item.what = item.action.text;
    });
    one.people.forEach((marks) => {
      marks.forEach((mark) => { mark.balance = content.former[mark.balance] || mark.balance; });
    });
    one.balances = tb.marked(one).map((id) => {
      var known = content.balances.find((balance) => balance.id === id);
      if (known) return { id: id, text: known.name, left: known.left.name, right: known.right.name };
      return one.balances.find((kept) => kept.id === id) || { id: id, text: id, left: "1", right: "7" };
    });
    one.language = tb.locale;
    one.base = tb.version;
    return one;
  };

  /* The ids of the balances that somebody has marked. */
  tb.marked = function (one) {
    var ids = new Set();
    one.people.forEach((marks) => { marks.forEach((mark) => { ids.add(mark.balance); }); });
    return Array.from(ids).sort();
  };

  /* The marks on a balance, of all who placed one, in order: {today: [2, 3], wanted: [5]}. Alone, those of the first. */
  tb.marksOn = function (one, balance) {
    var found = { today: [], wanted: [] };
    one.people.slice(0, one.group ? undefined : 1).forEach((marks) => {
      marks.forEach((mark) => {
        if (mark.balance !== balance) return;
        if (mark.today) found.today.push(mark.today);
        if (mark.wanted) found.wanted.push(mark.wanted);
      });
    });
    found.today.sort(); found.wanted.sort();
    return found;
  };

  /* The balances that those who count have marked. */
  tb.withMarks = function (one) {
    return one.balances.filter((balance) => {
      var marks = tb.marksOn(one, balance.id);
      return marks.today.length || marks.wanted.length;
    });
  };

  /* Puts a topic in or takes it out, with its questions; those that somebody has worked with stay. */
  tb.choose = function (one, topic, wanted) {
    var questions = tb.of(topic, "question");
    var ids = questions.map((question) => question.id);
    one.chosen = one.chosen.filter((kept) => kept.id !== topic.id);
    if (wanted) {
      one.chosen.push({ id: topic.id, text: topic.name });
      questions.forEach((question) => { tb.ask(one, question.id, question.text); });
    } else one.questions = one.questions.filter((kept) => ids.indexOf(kept.id) < 0 || kept.note || kept.state !== "open");
  };

  tb.ask = function (one, id, text) {
    if (one.questions.length >= 300 || one.questions.some((kept) => kept.id === id)) return;
    one.questions.push({ id: id, text: text, state: "open", note: "" });
  };

  /* Moves an item of a list by one place; tells whether it could. */
  tb.move = function (list, from, by) {
    if (from + by < 0 || from + by >= list.length) return false;
    list.splice(from + by, 0, list.splice(from, 1)[0]);
    return true;
  };
})();
