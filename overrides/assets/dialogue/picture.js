/* The picture of a balance: a scale for today and one for what is wanted, a dot for each mark. */
(function () {
  "use strict";
  var tb = window.tbDialogue;
  var FROM = 24; /* where the scale begins and ends, in per cent of the width */
  var TO = 97;
  var DOT = 7;

  function at(place) { return (FROM + (TO - FROM) * (place - 1) / 6).toFixed(2) + "%"; }

  function highest(marks) {
    return Math.max.apply(null, [1, 2, 3, 4, 5, 6, 7].map((place) => {
      return marks.filter((one) => one === place).length;
    }));
  }

  function scale(name, marks, y, when) {
    var step = marks.length > 8 ? DOT * 1.25 : DOT * 1.8; /* many dots stand closer */
    var stacked = {};
    return [
      tb.svg("text", { x: 0, y: y + 5, "class": "tb-svg-t" }, name),
      tb.svg("line", { x1: at(1), x2: at(7), y1: y, y2: y, "class": "tb-dlg__line" }),
      [1, 2, 3, 4, 5, 6, 7].map((place) => {
        return tb.svg("line", { x1: at(place), x2: at(place), y1: y - 4, y2: y + 4, "class": "tb-dlg__line" });
      }),
      marks.map((place) => {
        stacked[place] = (stacked[place] || 0) + 1;
        var height = y - (stacked[place] - 1) * step;
        return tb.svg("circle", { cx: at(place), cy: height, r: DOT, "class": "tb-dlg__dot tb-dlg__dot--" + when });
      })
    ];
  }

  function list(marks) { return marks.length ? marks.join(", ") : tb.t("tool_no_marks"); }

  /* `balance` has its poles; `marks` are {today, wanted}, sorted. */
  tb.picture = function (balance, marks) {
    var left = balance.left.name || balance.left;
    var right = balance.right.name || balance.right;
    var step = function (some) { return Math.max(0, highest(some) - 1) * (some.length > 8 ? DOT * 1.25 : DOT * 1.8); };
    var first = 34 + step(marks.today);
    var second = first + 34 + step(marks.wanted);
    return tb.svg("svg", {
      height: second + 16, role: "img", "class": "tb-dlg__pic",
      "aria-label": tb.t("tool_picture", { left: left, right: right, today: list(marks.today), wanted: list(marks.wanted) })
    },
    tb.svg("text", { x: at(1), y: 12, "class": "tb-svg-s" }, left),
    tb.svg("text", { x: at(7), y: 12, "text-anchor": "end", "class": "tb-svg-s" }, right),
    scale(tb.t("tool_today"), marks.today, first, "today"),
    scale(tb.t("tool_wanted"), marks.wanted, second, "wanted"));
  };
})();
