/* What a group's marks on a scale from 1 to 7 say: their middle, their ends, and how far they agree. */
(function () {
  "use strict";
  var tb = window.tbDialogue;

  /* {n, low, high, median} of some marks; null of none. */
  tb.spread = function (marks) {
    if (!marks.length) return null;
    var sorted = marks.slice().sort((a, b) => a - b);
    var middle = (sorted.length - 1) / 2;
    return {
      n: sorted.length,
      low: sorted[0],
      high: sorted[sorted.length - 1],
      median: (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2
    };
  };

  /* The pole that a place on the scale is closer to; "" in the middle. */
  tb.leaning = function (place) { return place < 4 ? "left" : place > 4 ? "right" : ""; };

  /* The place in words: 3 of 7, closer to Activity. */
  tb.place = function (balance, place) {
    var side = tb.leaning(place);
    var facts = { n: tb.number(place), left: balance.left.name || balance.left, right: balance.right.name || balance.right };
    facts.pole = facts[side];
    return tb.t(side ? "tool_place" : "tool_place_middle", facts);
  };

  /* How far apart the marks lie, in one of three words. Our own rule, told on the page about the tool: up to one step
     apart is agreement, four steps or more (over half the scale) is not. */
  tb.agreement = function (spread) {
    var apart = spread.high - spread.low;
    return apart <= 1 ? "agree" : apart < 4 ? "near" : "differ";
  };

  /* Sentences about the marks of a group: how far they agree today, and where they want to go. */
  tb.sayings = function (balance, marks) {
    var today = tb.spread(marks.today);
    var wanted = tb.spread(marks.wanted);
    var said = [];
    [["today", today], ["wanted", wanted]].forEach((one) => {
      if (!one[1] || one[1].n < 2) return;
      said.push(tb.t("tool_" + tb.agreement(one[1]) + "_" + one[0], { low: one[1].low, high: one[1].high }));
    });
    if (today && wanted) {
      var way = wanted.median - today.median;
      var pole = way < 0 ? balance.left : balance.right;
      said.push(tb.t(way ? "tool_towards" : "tool_stay", { pole: pole.name || pole }));
    }
    return said;
  };
})();
