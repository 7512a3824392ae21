/* Elements and words: what all parts of the tool build the page with. Text is only ever set as text. */
(function () {
  "use strict";
  var tb = window.tbDialogue = {};
  var SVG = "http://www.w3.org/2000/svg";
  var words = {};

  function set(node, options) {
    Object.keys(options || {}).forEach((key) => {
      var value = options[key];
      if (key === "on") Object.keys(value).forEach((name) => { node.addEventListener(name, value[name]); });
      else if (value === true) node.setAttribute(key, "");
      else if (value !== false && value !== undefined && value !== null) node.setAttribute(key, value);
    });
    return node;
  }

  function fill(node, children) {
    children.forEach((one) => {
      if (Array.isArray(one)) fill(node, one);
      else if (one !== null && one !== undefined && one !== false) node.append(one);
    });
    return node;
  }

  /* el("button.tb-btn", { type: "button", on: { click: act } }, "text", node, [more]) */
  tb.el = function (name, options) {
    var parts = name.split(".");
    var node = document.createElement(parts[0]);
    if (parts.length > 1) node.className = parts.slice(1).join(" ");
    return fill(set(node, options), Array.prototype.slice.call(arguments, 2));
  };

  tb.svg = function (name, options) {
    return fill(set(document.createElementNS(SVG, name), options), Array.prototype.slice.call(arguments, 2));
  };

  tb.icon = function (name) {
    return tb.svg("svg", { "class": "tb-i", viewBox: "0 0 24 24", "aria-hidden": "true" }, tb.svg("use", { href: "#i-" + name }));
  };

  /* A button with an icon and words; without words, `label` names it. `key` keeps the focus when the step is made anew. */
  tb.button = function (icon, text, act, options) {
    var own = Object.assign({ type: "button", on: { click: act } }, options);
    return tb.el(text ? "button.tb-btn" : "button.tb-copy", own, icon && tb.icon(icon), text ? " " + text : null);
  };

  tb.empty = function (node) {
    return fill(node, (node.replaceChildren(), Array.prototype.slice.call(arguments, 1)));
  };

  tb.say = function (given) { words = given; };

  /* A word of the interface with its gaps filled; with `n`, the form for one or for more. */
  tb.t = function (word, facts) {
    var key = word in words || !facts ? word : word + (facts.n === 1 ? "_one" : "_other");
    return Object.keys(facts || {}).reduce((said, name) => {
      return said.split("{" + name + "}").join(facts[name]);
    }, words[key]);
  };

  /* A key that nobody else has: letters and digits. */
  tb.key = function () {
    return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => {
      return (byte % 36).toString(36);
    }).join("");
  };

  tb.today = function () {
    var now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  };

  /* 1. december 2026, 1 December 2026; a day that is none comes back as it is. */
  tb.day = function (iso) {
    var day = new Date(iso + "T12:00:00");
    if (!iso || isNaN(day)) return iso;
    return day.toLocaleDateString(tb.locale === "da" ? "da-DK" : "en-GB", { day: "numeric", month: "long", year: "numeric" });
  };

  /* Days from today; less than zero for the past. */
  tb.daysTo = function (iso) {
    return Math.round((Date.parse(iso + "T12:00:00Z") - Date.parse(tb.today() + "T12:00:00Z")) / 86400000);
  };

  tb.number = function (value) { return value.toLocaleString(tb.locale === "da" ? "da-DK" : "en-GB"); };
})();
