/* The search dialog: asks the engine while the reader types, and shows the answers. Loaded with the index. */
(function () {
  "use strict";
  var tb = window.tbSearch;
  var dialog = tb.dialog;
  var input = tb.input;
  var list = dialog.querySelector("[data-hits]");
  var kinds = dialog.querySelector("[data-kinds]");
  var more = dialog.querySelector("[data-more]");
  var none = dialog.querySelector("[data-none-found]");
  var REMARKED = ["reference", "source"]; /* what is said of them is shown only where it was found */
  var AT_ONCE = 20; /* results */
  var SNIPPET = 160; /* letters */
  var BEFORE = 50; /* letters before the first hit */
  var SHAPES = {
    "private": ["circle", { cx: 6, cy: 6, r: 5.2 }],
    "public": ["rect", { x: 1, y: 1, width: 10, height: 10, rx: 2 }],
    "guide": ["path", { d: "M6 .4 11.6 6 6 11.6.4 6z" }]
  };
  var index = null;
  var engine = null;
  var found = { hits: [], corrections: [] };
  var kind = null; /* the only kind shown, or all */
  var shown = AT_ONCE;
  var address = 0; /* timer */

  function text(name, facts) {
    return Object.keys(facts || {}).reduce(function (said, key) {
      return said.split("{" + key + "}").join(facts[key]);
    }, dialog.getAttribute("data-" + name));
  }

  function element(name, content, attributes) {
    var made = document.createElement(name);
    [].concat(content === undefined ? [] : content).forEach(function (one) { made.append(one); });
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    return made;
  }

  tb.load = function (packed) {
    var lookup;
    inSteps([
      function () { index = tb.index = JSON.parse(packed); },
      function () { index.wordList = index.words.split(" "); lookup = tb.lookup(index); },
      function () { engine = tb.engine(index, lookup); tb.language = engine.language; tb.find = engine.find; },
      ask
    ]);
  };

  /* One after the other, so that a key which is pressed meanwhile waits for one of them at most. */
  function inSteps(steps) {
    steps[0]();
    if (steps.length > 1) setTimeout(function () { inSteps(steps.slice(1)); });
  }

  /* A text as pieces, the words that were found marked. */
  function marked(said, words) {
    var pieces = [];
    var at = 0;
    engine.language.tokens(said).forEach(function (token) {
      if (!words.has(token.word)) return;
      pieces.push(said.slice(at, token.at), element("mark", said.slice(token.at, token.end)));
      at = token.end;
    });
    pieces.push(said.slice(at));
    return pieces;
  }

  /* The part of a text with the most different words found, from a little before them. */
  function snippet(said, words) {
    var hits = engine.language.tokens(said).filter(function (token) { return words.has(token.word); });
    var most = 0;
    var from = 0;
    hits.forEach(function (first) {
      var near = hits.filter(function (one) { return one.at >= first.at && one.end <= first.at + SNIPPET - BEFORE; });
      var n = new Set(near.map(function (one) { return one.word; })).size;
      if (n > most) { most = n; from = first.at; }
    });
    var start = from > BEFORE ? said.lastIndexOf(" ", from - BEFORE) + 1 : 0;
    var end = start + SNIPPET;
    end = end < said.length ? said.lastIndexOf(" ", end) : said.length;
    return {
      text: (start ? "… " : "") + said.slice(start, end > start ? end : start + SNIPPET) + (end < said.length ? " …" : ""),
      isHit: most > 0
    };
  }

  function sector(name) {
    var shape = SHAPES[name];
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    var drawn = document.createElementNS("http://www.w3.org/2000/svg", shape[0]);
    Object.keys(shape[1]).forEach(function (key) { drawn.setAttribute(key, shape[1][key]); });
    svg.setAttribute("viewBox", "0 0 12 12");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("class", "tb-shape");
    svg.append(drawn);
    return element("span", [svg, index.sectors[name]], { "class": "tb-sector", "data-tb-sector": name });
  }

  function kindOf(entry) { return index.order[entry[0]]; }

  function row(hit) {
    var entry = index.entries[hit.entry]; /* kind, title or "", text, address, sector, where, Danish */
    var words = new Set();
    hit.words.forEach(function (word) { words.add(index.wordList[word]); });
    var link = element("a", undefined, { "class": "tb-hit", href: dialog.getAttribute("data-root") + entry[3] });
    if (entry[4]) link.setAttribute("data-tb-sector", entry[4]);
    function language(name) { return entry[6].indexOf(name) < 0 ? {} : { lang: "da" }; }
    link.append(element("strong", marked(entry[1] || entry[2], words), language(entry[1])));
    if (entry[1] && entry[2]) {
      var around = snippet(entry[2], words);
      if (around.isHit || REMARKED.indexOf(kindOf(entry)) < 0) link.append(element("span", marked(around.text, words)));
    }
    var facts = [element("b", index.kinds[0][entry[0]])];
    if (entry[4]) facts.push(sector(entry[4]));
    entry[5].forEach(function (where) { facts.push(element("span", where, language(where))); });
    if (hit.via) facts.push(element("span", text("via", { name: hit.via })));
    link.append(element("small", facts));
    return element("li", link);
  }

  function ofKind(hits) {
    return kind === null ? hits : hits.filter(function (hit) { return index.entries[hit.entry][0] === kind; });
  }

  function choice(name, value, n) {
    var button = element("button", [name + " ", element("span", String(n), { "class": "tb-nums" })], {
      type: "button", "class": "tb-kind", "aria-pressed": String(kind === value)
    });
    button.addEventListener("click", function () {
      kind = value;
      shown = AT_ONCE;
      show();
      kinds.querySelector("[aria-pressed=true]").focus();
    });
    return button;
  }

  function showKinds(hits) {
    var counts = index.kinds[1].map(function () { return 0; });
    hits.forEach(function (hit) { counts[index.entries[hit.entry][0]] += 1; });
    if (kind !== null && !counts[kind]) kind = null;
    kinds.replaceChildren.apply(kinds, [choice(text("all"), null, hits.length)].concat(
      index.kinds[1].map(function (name, i) { return counts[i] ? choice(name, i, counts[i]) : null; }).filter(Boolean)
    ));
    kinds.hidden = !hits.length;
  }

  function told(n) {
    var said = [];
    if (found.corrections.length) {
      said.push(found.corrections.map(function (one) { return text("corrected", one); }).join(" "));
    }
    said.push(n ? text(n === 1 ? "one" : "other", { n: n }) : text("none"));
    return said.join(" ");
  }

  function show() {
    var asked = Boolean(input.value.trim());
    showKinds(found.hits);
    var hits = ofKind(found.hits);
    list.replaceChildren.apply(list, hits.slice(0, shown).map(row));
    more.hidden = hits.length <= shown;
    tb.status.textContent = asked ? told(hits.length) : "";
    none.hidden = !asked || hits.length > 0;
    if (!none.hidden) showNear();
  }

  function showNear() {
    var near = engine.near(input.value).map(function (name) {
      var button = element("button", name, { type: "button", "class": "tb-kind" });
      button.addEventListener("click", function () { input.value = name; input.focus(); ask(); });
      return element("li", button);
    });
    var ways = none.querySelector("[data-near]");
    ways.replaceChildren.apply(ways, near);
    ways.parentNode.hidden = !near.length;
    var themes = index.entries.filter(function (entry) { return kindOf(entry) === "theme"; }).map(function (entry) {
      var link = element("a", entry[1], { href: dialog.getAttribute("data-root") + entry[3] });
      return element("li", [link, " ", sector(entry[4])]);
    });
    none.querySelector("[data-themes]").replaceChildren.apply(none.querySelector("[data-themes]"), themes);
  }

  function ask() {
    if (!engine) return;
    found = engine.find(input.value);
    shown = AT_ONCE;
    show();
    clearTimeout(address);
    address = setTimeout(remember, 300);
  }

  /* The question stands in the address, so that it can be passed on. */
  function remember() {
    var url = new URL(location.href);
    var question = dialog.open ? input.value.trim().slice(0, 200) : "";
    if (question) url.searchParams.set("q", question); else url.searchParams.delete("q");
    if (url.href === location.href) return;
    try { history.replaceState(history.state, "", url.href); } catch (e) { /* not every browser lets a file do so */ }
    window.dispatchEvent(new Event("tb-address"));
  }

  /* Arrows move between the field and the results; a letter goes back to the field. */
  dialog.addEventListener("keydown", function (event) {
    var links = [input].concat(Array.prototype.slice.call(list.querySelectorAll("a")));
    var at = links.indexOf(document.activeElement);
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && at >= 0) {
      event.preventDefault();
      (links[at + step] || links[at]).focus();
    } else if (at > 0 && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
      input.focus();
    }
  });
  dialog.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    var first = list.querySelector("a");
    if (first) first.focus();
  });
  list.addEventListener("click", function (event) { if (event.target.closest("a")) dialog.close(); });
  none.addEventListener("click", function (event) { if (event.target.closest("a")) dialog.close(); });
  more.addEventListener("click", function () {
    var next = shown;
    shown += AT_ONCE;
    show();
    list.children[next].firstChild.focus();
  });
  dialog.addEventListener("close", remember);
  input.addEventListener("input", ask);
})();
