/* How alike two words are written. */
(function () {
  "use strict";

  /* How many letters must be changed, left out, put in or swapped with the next, or more than most: optimal string
     alignment (Damerau, A technique for computer detection and correction of spelling errors, 1964). */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var before = [];
    var last = [];
    var row = [];
    for (var j = 0; j <= b.length; j += 1) last[j] = j;
    for (var i = 1; i <= a.length; i += 1) {
      row = [i];
      var least = i;
      for (j = 1; j <= b.length; j += 1) {
        var cost = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  function pairs(text) {
    var found = new Set();
    for (var i = 0; i + 1 < text.length; i += 1) found.add(text.slice(i, i + 2));
    return found;
  }

  /* From 0, nothing in common, to 1: Dice's coefficient of the pairs of letters. */
  function alike(a, b) {
    var first = pairs(a);
    var last = pairs(b);
    var common = 0;
    first.forEach(function (pair) { if (last.has(pair)) common += 1; });
    return first.size + last.size ? (2 * common) / (first.size + last.size) : 0;
  }

  window.tbSearch.distance = distance;
  window.tbSearch.alike = alike;
})();
