/* The plan as a table for a Danish Excel: semicolons, CRLF, UTF-8 with a byte order mark (RFC 4180 but for the sign). */
(function () {
  "use strict";
  var tb = window.tbDialogue;

  /* A cell that a spreadsheet would take for a formula gets an apostrophe in front: nothing in a file may run. */
  function cell(text) {
    var safe = /^\s*[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return /[";\r\n]/.test(safe) || safe !== safe.trim() ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }

  /* Days as 2026-12-01, which every Excel knows. */
  tb.csv = function (one) {
    var rows = one.plan.map((item) => tb.planRow(item, (day) => day));
    return "\ufeff" + [tb.planHeads()].concat(rows).map((row) => { return row.map(cell).join(";") + "\r\n"; }).join("");
  };
})();
