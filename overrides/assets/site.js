/* What every page can do beyond reading: scheme, copying links, printing, glossary, menu, place in the contents.
   Everything reads and links without it. */
(function () {
  "use strict";
  var body = document.body;
  var live = document.querySelector("[data-live]");

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function store(key, value) {
    try { localStorage.setItem(key, value); } catch (e) { /* forbidden storage: the choice lasts for this page */ }
  }

  function tell(text) {
    live.textContent = "";
    setTimeout(function () { live.textContent = text; }, 50);
  }

  /* Buttons that need script are hidden until here. */
  each("[data-scheme], [data-print], button[data-copy]", function (button) { button.hidden = false; });

  function copy(text, done) {
    function old() {
      var area = document.createElement("textarea");
      area.value = text;
      body.appendChild(area);
      area.select();
      try { if (document.execCommand("copy")) done(); } finally { area.remove(); }
    }
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, old); else old();
  }

  document.addEventListener("click", function (event) {
    var target = event.target.closest("[data-scheme], [data-print], [data-copy], .tb-term");
    if (!target) return;
    if (target.hasAttribute("data-scheme")) {
      var scheme = body.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate";
      body.setAttribute("data-md-color-scheme", scheme);
      store("tb-scheme", scheme);
    } else if (target.hasAttribute("data-print")) {
      window.print();
    } else if (target.hasAttribute("data-copy")) {
      event.preventDefault();
      copy(target.href || location.href.replace(/#.*$/, ""), function () {
        var word = live.getAttribute("data-copied");
        tell(word);
        target.setAttribute("data-done", word);
        setTimeout(function () { target.removeAttribute("data-done"); }, 1600);
      });
    } else if (window.matchMedia("(hover: none)").matches && !target.hasAttribute("data-open")) {
      /* On a touch screen the first tap shows the meaning; the second follows the link. */
      event.preventDefault();
      target.setAttribute("data-open", "");
      target.focus();
      target.addEventListener("blur", function () { target.removeAttribute("data-open"); }, { once: true });
    }
  });

  /* Escape closes a term's meaning until the reader comes back to it, and the menu. */
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    each(".tb-term-w:hover > .tb-term, .tb-term:focus", function (term) {
      function back() { term.removeAttribute("data-off"); }
      term.setAttribute("data-off", "");
      term.addEventListener("blur", back, { once: true });
      term.parentNode.addEventListener("mouseleave", back, { once: true });
    });
    each(".tb-drawer[open]", function (drawer) {
      drawer.open = false;
      drawer.querySelector("summary").focus();
    });
  });
  document.addEventListener("click", function (event) {
    each(".tb-drawer[open]", function (drawer) { if (!drawer.contains(event.target)) drawer.open = false; });
  });

  /* A meaning that would leave the screen opens to the left. */
  ["mouseover", "focusin"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var term = event.target.closest && event.target.closest(".tb-term");
      if (!term) return;
      term.toggleAttribute("data-flip", term.getBoundingClientRect().left + 360 > window.innerWidth);
      /* At the foot of a phone's screen the meaning would lie over its term. */
      var it = term.getBoundingClientRect();
      var meaning = term.nextElementSibling.getBoundingClientRect();
      if (name === "focusin" && it.bottom > meaning.top && it.top < meaning.bottom) window.scrollBy(0, it.bottom - meaning.top + 8);
    });
  });

  /* The language switch keeps the place on the page and the filters. */
  function carry() {
    each("[data-language]", function (link) {
      link.href = link.href.replace(/[?#].*$/, "") + location.search + location.hash;
    });
  }
  window.addEventListener("hashchange", carry);
  window.addEventListener("tb-address", carry);
  carry();

  /* Where in the contents the reader is. */
  var links = document.querySelectorAll(".tb-toc a");
  if (links.length && "IntersectionObserver" in window) {
    var seen = new Map();
    var observer = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) { seen.set(entry.target.id, entry.isIntersecting); });
      var first = Array.prototype.find.call(links, function (link) { return seen.get(link.hash.slice(1)); });
      if (!first) return;
      Array.prototype.forEach.call(links, function (link) { link.removeAttribute("aria-current"); });
      first.setAttribute("aria-current", "true");
    }, { rootMargin: "-15% 0px -60% 0px" });
    Array.prototype.forEach.call(links, function (link) {
      var section = document.getElementById(link.hash.slice(1));
      if (section) observer.observe(section);
    });
  }
})();
