/* Search: a dialog over the page. Its index is a script, so that it also loads from file://, and is fetched
   when the reader first turns to search. */
(function () {
  "use strict";
  var dialog = document.querySelector("[data-search]");
  if (!dialog || !dialog.showModal) return;
  var input = dialog.querySelector("input");
  var status = dialog.querySelector("[role=status]");
  var hits = dialog.querySelector("[data-hits]");
  var index = null;
  var asked = false;
  var MOST = 6; /* results a kind */

  function fold(text) {
    return text.toLowerCase().replace(/æ/g, "ae").replace(/ø/g, "oe").replace(/å/g, "aa")
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  window.tbSearch = function (loaded) {
    index = loaded;
    index.documents.forEach(function (d) { d.folded = [fold(d[1]), fold(d[3]), fold(d[2]), fold(d[6])]; });
    search();
  };

  function load() {
    if (asked) return;
    asked = true;
    var script = document.createElement("script");
    script.src = dialog.getAttribute("data-search");
    script.onerror = function () { asked = false; status.textContent = dialog.getAttribute("data-failed"); };
    document.head.appendChild(script);
  }

  /* How well one word fits one field: at the start of a word, inside one (from four letters on), or not at all. */
  function fit(field, word) {
    var at = field.indexOf(word);
    if (at < 0) return 0;
    while (at >= 0) {
      if (at === 0 || !/[a-z0-9]/.test(field[at - 1])) return 2;
      at = field.indexOf(word, at + 1);
    }
    return word.length > 3 ? 1 : 0;
  }

  function score(document_, words) {
    var weights = [6, 4, 2, 1];
    var total = 0;
    for (var i = 0; i < words.length; i += 1) {
      var best = 0;
      for (var f = 0; f < weights.length; f += 1) best = Math.max(best, weights[f] * fit(document_.folded[f], words[i]));
      if (!best) return 0;
      total += best;
    }
    return total + (document_.folded[0] === words.join(" ") ? 20 : 0);
  }

  function marked(text, words) {
    var holder = document.createElement("span");
    var pattern = words.map(function (word) { return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); }).join("|");
    text.split(new RegExp("(" + pattern + ")", "i")).forEach(function (part, i) {
      holder.appendChild(i % 2 ? Object.assign(document.createElement("mark"), { textContent: part }) : document.createTextNode(part));
    });
    return holder;
  }

  function snippet(text, words) {
    var folded = text.toLowerCase();
    var at = words.reduce(function (found, word) { return found >= 0 ? found : folded.indexOf(word); }, -1);
    var from = Math.max(0, text.lastIndexOf(" ", Math.max(0, at - 50)));
    return (from ? "… " : "") + text.slice(from, from + 150).trim() + (text.length > from + 150 ? " …" : "");
  }

  function hit(document_, words) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    var title = document.createElement("strong");
    link.className = "tb-hit";
    link.href = dialog.getAttribute("data-root") + document_[4];
    if (document_[5]) link.setAttribute("data-tb-sector", document_[5]);
    title.appendChild(marked(document_[1], words));
    link.appendChild(title);
    if (document_[2]) {
      var text = document.createElement("span");
      text.appendChild(marked(snippet(document_[2], words), words));
      link.appendChild(text);
    }
    if (document_[6]) link.appendChild(Object.assign(document.createElement("small"), { textContent: document_[6] }));
    link.addEventListener("click", function () { dialog.close(); });
    item.appendChild(link);
    return item;
  }

  function search() {
    var raw = input.value.slice(0, 200).toLowerCase().split(/[\s,.;:!?"'()<>]+/).filter(Boolean);
    hits.textContent = "";
    status.textContent = "";
    if (!raw.length || !index) return;
    var words = raw.map(fold);
    var found = index.documents.map(function (d) { return { d: d, s: score(d, words) }; })
      .filter(function (one) { return one.s; })
      .sort(function (a, b) { return b.s - a.s; });
    var groups = new Map();
    found.forEach(function (one) {
      if (!groups.has(one.d[0])) groups.set(one.d[0], []);
      groups.get(one.d[0]).push(one.d);
    });
    groups.forEach(function (documents, kind) {
      var section = document.createElement("section");
      var heading = document.createElement("h2");
      var list = document.createElement("ul");
      section.className = "tb-hits";
      heading.appendChild(document.createTextNode(index.kinds[kind]));
      heading.appendChild(Object.assign(document.createElement("span"), { textContent: documents.length }));
      documents.slice(0, MOST).forEach(function (d) { list.appendChild(hit(d, raw)); });
      section.appendChild(heading);
      section.appendChild(list);
      hits.appendChild(section);
    });
    status.textContent = dialog.getAttribute(!found.length ? "data-none" : found.length === 1 ? "data-one" : "data-other")
      .replace("{n}", found.length);
  }

  function open(query) {
    load();
    if (!dialog.open) dialog.showModal();
    if (query !== undefined) input.value = query;
    input.focus();
    input.select();
    search();
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-find]"), function (button) {
    button.hidden = false;
    if (button.tagName === "FORM") {
      button.addEventListener("submit", function (event) { event.preventDefault(); open(button.elements.q.value); });
      button.addEventListener("focusin", load);
    } else button.addEventListener("click", function () { open(); });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    event.preventDefault();
    open();
  });
  dialog.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    var first = hits.querySelector("a");
    if (first) first.focus();
  });
  dialog.querySelector("[data-close]").addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("keydown", function (event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    var links = [input].concat(Array.prototype.slice.call(hits.querySelectorAll("a")));
    var next = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    if (next >= 0 && next < links.length) { event.preventDefault(); links[next].focus(); }
  });
  input.addEventListener("input", search);

  var query = new URLSearchParams(location.search).get("q");
  if (query) open(query);
})();
