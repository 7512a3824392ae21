/* The dialogues that are kept in this browser: all under one key, written only when somebody asks for it. */
(function () {
  "use strict";
  var tb = window.tbDialogue;
  var KEY = "tb-dialogues";

  function storage() {
    try { return window.localStorage; } catch (e) { return null; }
  }

  /* {state: ok, forbidden, unreadable; kept: dialogues; odd: what could not be read, as it was stored} */
  function look(form) {
    var store = storage();
    var raw;
    try { raw = store ? store.getItem(KEY) : undefined; } catch (e) { raw = undefined; }
    if (!store || raw === undefined) return { state: "forbidden", kept: [], odd: [] };
    if (raw === null) return { state: "ok", kept: [], odd: [] };
    var whole;
    try { whole = JSON.parse(raw); } catch (e) { whole = null; }
    if (!whole || whole.version !== 1 || !Array.isArray(whole.dialogues)) {
      return { state: "unreadable", kept: [], odd: [], raw: raw };
    }
    var found = { state: "ok", kept: [], odd: [] };
    whole.dialogues.forEach((one) => {
      try { found.kept.push(Object.assign(tb.fresh(), tb.fit(form, one))); } catch (e) { found.odd.push(one); }
    });
    return found;
  }

  tb.shelf = function (form) {
    function write(found) {
      var store = storage();
      if (!found.kept.length && !found.odd.length) store.removeItem(KEY);
      else store.setItem(KEY, JSON.stringify({ version: 1, dialogues: found.kept.concat(found.odd) }));
    }

    /* Changes what is kept; what can't be read stays as it is. Answers what went wrong: "", forbidden, unreadable, full. */
    function change(act) {
      var found = look(form);
      if (found.state !== "ok") return found.state;
      found.kept = act(found.kept);
      try { write(found); } catch (e) {
        return e && (e.name === "QuotaExceededError" || e.name === "NS_ERROR_DOM_QUOTA_REACHED") ? "full" : "forbidden";
      }
      return "";
    }

    return {
      key: KEY,
      look: () => look(form),
      find: (id) => look(form).kept.find((one) => one.id === id),
      /* `seen` is the time of the change that was last read or written here. Another tab may have written since:
         then nothing is written, and the answer is "changed". */
      save: (dialogue, seen) => {
        var isChanged = false;
        var fault = change((kept) => {
          var i = kept.findIndex((one) => one.id === dialogue.id);
          isChanged = i >= 0 && kept[i].changed !== seen;
          if (isChanged) return kept;
          if (i < 0) return kept.concat([dialogue]);
          kept[i] = dialogue;
          return kept;
        });
        return fault || (isChanged ? "changed" : "");
      },
      remove: (id) => {
        return change((kept) => kept.filter((one) => one.id !== id));
      },
      /* Everything that the tool has kept, readable or not. */
      clear: () => {
        try { storage().removeItem(KEY); return ""; } catch (e) { return "forbidden"; }
      }
    };
  };
})();
