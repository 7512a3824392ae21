/* Filters of a list: what remains is counted and told, and the choice stands in the address.
   An entry matches a filter when its data-<name> holds one of the chosen values. */
(function () {
  "use strict";
  var list = document.querySelector("[data-filter]");
  if (!list) return;
  var form = list.querySelector("form");
  var items = Array.prototype.slice.call(list.querySelectorAll("li[data-sector]"));
  var output = list.querySelector("[data-count]");
  var chips = list.querySelector("[data-chips]");
  var nothing = list.querySelector("[data-nothing]");
  var names = [];
  Array.prototype.forEach.call(form.elements, function (field) {
    if (field.name && names.indexOf(field.name) < 0) names.push(field.name);
  });

  function fields(name) {
    return Array.prototype.filter.call(form.elements, function (field) { return field.name === name; });
  }

  function chosen(name) {
    return fields(name).filter(function (field) {
      return field.type === "checkbox" ? field.checked : field.value;
    }).map(function (field) { return field.value; });
  }

  function choose(name, values) {
    fields(name).forEach(function (field) {
      if (field.type === "checkbox") field.checked = values.indexOf(field.value) >= 0;
      else field.value = values.filter(function (v) {
        return Array.prototype.some.call(field.options, function (option) { return option.value === v; });
      })[0] || "";
    });
  }

  function matches(item, name, values) {
    var own = (item.getAttribute("data-" + name) || "").split(" ");
    return !values.length || values.some(function (value) { return own.indexOf(value) >= 0; });
  }

  function matchesAllBut(item, left, choices) {
    return names.every(function (name) { return name === left || matches(item, name, choices[name]); });
  }

  /* Beside each choice: how many it would leave, given the other filters. */
  function count(choices) {
    names.forEach(function (name) {
      fields(name).forEach(function (field) {
        var small = field.parentNode.querySelector("small");
        if (field.type !== "checkbox" || !small) return;
        small.textContent = items.filter(function (item) {
          return matchesAllBut(item, name, choices) && matches(item, name, [field.value]);
        }).length;
      });
    });
  }

  function label(field, value) {
    if (field.type === "checkbox") return field.parentNode.querySelector("span").textContent;
    return Array.prototype.filter.call(field.options, function (option) { return option.value === value; })[0].textContent;
  }

  function drawChips(choices) {
    var total = 0;
    chips.textContent = "";
    names.forEach(function (name) {
      choices[name].forEach(function (value) {
        var field = fields(name).filter(function (f) { return f.type !== "checkbox" || f.value === value; })[0];
        var chip = document.createElement("button");
        var cross = document.createElement("span");
        var hidden = document.createElement("span");
        total += 1;
        chip.type = "button";
        chip.className = "tb-chip";
        chip.textContent = label(field, value) + " ";
        cross.setAttribute("aria-hidden", "true");
        cross.textContent = "× ";
        hidden.className = "tb-vh";
        hidden.textContent = chips.getAttribute("data-remove");
        chip.append(cross, hidden);
        chip.addEventListener("click", function () {
          choose(name, choices[name].filter(function (other) { return other !== value; }));
          show(true);
          (chips.querySelector("button") || output).focus();
        });
        chips.appendChild(chip);
      });
    });
    form.querySelector("[data-chosen]").textContent = total || "";
  }

  function remember(choices) {
    var query = new URLSearchParams();
    names.forEach(function (name) { choices[name].forEach(function (value) { query.append(name, value); }); });
    var text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (e) { /* an address that can't be changed, as in some file:// views */ }
    window.dispatchEvent(new Event("tb-address"));
  }

  function show(write) {
    var choices = {};
    names.forEach(function (name) { choices[name] = chosen(name); });
    var left = 0;
    items.forEach(function (item) {
      var stays = matchesAllBut(item, "", choices);
      item.hidden = !stays;
      left += stays ? 1 : 0;
    });
    count(choices);
    drawChips(choices);
    nothing.hidden = left > 0;
    output.textContent = output.getAttribute(left === items.length ? "data-all" : "data-some")
      .replace("{n}", left).replace("{all}", items.length);
    if (write) remember(choices);
  }

  function read() {
    var query = new URLSearchParams(location.search);
    names.forEach(function (name) { choose(name, query.getAll(name)); });
    show(false);
  }

  form.hidden = false;
  if (window.matchMedia("(max-width: 59.99em)").matches) form.querySelector("details").open = false;
  form.addEventListener("change", function () { show(true); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  list.querySelector("[data-clear]").addEventListener("click", function () {
    names.forEach(function (name) { choose(name, []); });
    show(true);
    output.focus();
  });
  window.addEventListener("popstate", read);
  output.tabIndex = -1;
  read();
})();
