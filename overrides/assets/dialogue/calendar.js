/* The follow-ups as a calendar file (iCalendar, RFC 5545): one whole day each. */
(function () {
  "use strict";
  var tb = window.tbDialogue;

  function escaped(text) {
    return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  }

  /* At most 75 bytes a line, never within a letter. */
  function folded(line) {
    var out = "";
    var length = 0;
    Array.from(line).forEach((letter) => {
      var bytes = new TextEncoder().encode(letter).length;
      if (length + bytes > 75) { out += "\r\n "; length = 1; }
      out += letter;
      length += bytes;
    });
    return out + "\r\n";
  }

  function next(day) {
    return new Date(Date.parse(day + "T00:00:00Z") + 86400000).toISOString().slice(0, 10).replace(/-/g, "");
  }

  tb.followUps = function (one) {
    return one.plan.filter((item) => item.follow_up && item.status !== "dropped" && !isNaN(Date.parse(item.follow_up)));
  };

  /* `now` is when the file is made. */
  tb.ics = function (one, now) {
    var stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
    var maker = "PRODID:-//Trivselsbasen//Dialogue//" + tb.locale.toUpperCase();
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", maker, "CALSCALE:GREGORIAN"];
    tb.followUps(one).forEach((item) => {
      var about = [
        [tb.t("tool_who"), item.who], [tb.t("tool_when"), tb.day(item.when)], [tb.t("tool_why"), item.why ? item.why.text : ""],
        [tb.t("tool_sign"), item.sign], [tb.t("tool_dialogue"), tb.nameOf(one)]
      ].filter((fact) => fact[1]).map((fact) => fact[0] + ": " + fact[1]);
      lines.push(
        "BEGIN:VEVENT", "UID:" + one.id + "-" + item.id + "@trivselsbasen", "DTSTAMP:" + stamp,
        "DTSTART;VALUE=DATE:" + item.follow_up.replace(/-/g, ""), "DTEND;VALUE=DATE:" + next(item.follow_up),
        "SUMMARY:" + escaped(tb.t("tool_follow_up_on", { what: item.what })), "DESCRIPTION:" + escaped(about.join("\n")),
        "TRANSP:TRANSPARENT", "END:VEVENT"
      );
    });
    return lines.concat(["END:VCALENDAR"]).map(folded).join("");
  };
})();
