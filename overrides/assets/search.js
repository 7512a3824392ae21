/* Opens the search. What it needs is fetched when the reader first turns to it: by focus, a click, / or s. */
(function () {
  "use strict";
  var dialog = document.querySelector("[data-search]");
  if (!dialog || !dialog.showModal) return;
  var input = dialog.querySelector("input");
  var status = dialog.querySelector("[role=status]");
  var asked = false;
  var here = new Set(); /* the scripts that have come */

  window.tbSearch = { dialog: dialog, input: input, status: status };

  /* Scripts, not requests: they also load from file://. They run in this order. After a failure those that are missing
     are fetched again, and the last one, the index, which may have come before what reads it. */
  function load() {
    if (asked) return;
    asked = true;
    dialog.getAttribute("data-search").split(" ").forEach(function (address, i, all) {
      if (here.has(address) && i < all.length - 1) return;
      var script = document.createElement("script");
      script.async = false;
      script.src = address;
      script.onload = function () { here.add(address); };
      script.onerror = function () { asked = false; status.textContent = dialog.getAttribute("data-failed"); };
      document.head.appendChild(script);
    });
  }

  function open(question) {
    load();
    if (!dialog.open) dialog.showModal();
    if (question !== undefined) input.value = question;
    input.focus();
    input.select();
    input.dispatchEvent(new Event("input"));
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-find]"), function (button) {
    button.hidden = false;
    button.addEventListener("focusin", load);
    if (button.tagName === "FORM") {
      button.addEventListener("submit", function (event) {
        event.preventDefault();
        open(button.elements.q.value);
      });
    } else button.addEventListener("click", function () { open(); });
  });
  /* Keys without Ctrl or the like can be turned off: they get in the way of those who steer by voice. */
  var keys = dialog.querySelector("[data-keys]");
  keys.checked = stored() !== "off";
  keys.addEventListener("change", function () {
    try { localStorage.setItem("tb-keys", keys.checked ? "on" : "off"); } catch (e) { /* lasts for this page */ }
  });
  function stored() {
    try { return localStorage.getItem("tb-keys"); } catch (e) { return null; }
  }
  document.addEventListener("keydown", function (event) {
    if (!keys.checked) return;
    if ((event.key !== "/" && event.key !== "s") || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    event.preventDefault();
    open();
  });
  dialog.querySelector("[data-close]").addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
  /* A search field would first empty itself. */
  input.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("close", function () {
    /* Browsers give the focus back, if anything had it. */
    var focused = document.activeElement;
    if (focused === document.body || dialog.contains(focused)) document.querySelector("button[data-find]").focus({ preventScroll: true });
  });

  var question = new URLSearchParams(location.search).get("q");
  if (question) open(question);
})();
