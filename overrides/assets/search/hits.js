/* Hits: a Map of entry, by its number → { score, words }, the words of the index that it was found by.
   tbSearch.hits(index) → the functions below. */
(function () {
  "use strict";
  window.tbSearch.hits = function (index) {
    /* For some meanings: the best one that an entry has counts. */
    function looked(meanings) {
      var hits = new Map();
      meanings.forEach(function (weight, word) {
        var steps = index.postings[word];
        for (var i = 0, entry = 0; i < steps.length; i += 2) {
          entry += steps[i];
          var score = weight * steps[i + 1];
          var hit = hits.get(entry);
          if (!hit) hits.set(entry, { score: score, words: [word] });
          else {
            hit.words.push(word);
            hit.score = Math.max(hit.score, score);
          }
        }
      });
      return hits;
    }

    /* For entries that have each of some words; the score is the mean. */
    function together(some, weight) {
      var each = some.map(looked);
      var found = new Map();
      if (!each.length) return found;
      each[0].forEach(function (_, entry) {
        var own = each.map(function (hits) { return hits.get(entry); });
        if (!own.every(Boolean)) return;
        found.set(entry, {
          score: weight * own.reduce(function (sum, one) { return sum + one.score; }, 0) / own.length,
          words: [].concat.apply([], own.map(function (one) { return one.words; }))
        });
      });
      return found;
    }

    /* The same hits, each worth more the fewer there are: BM25's inverse document frequency (Robertson and Zaragoza,
       The Probabilistic Relevance Framework, 2009). */
    function rarely(hits) {
      var rarity = Math.log(1 + (index.entries.length - hits.size + 0.5) / (hits.size + 0.5));
      hits.forEach(function (hit) { hit.score *= rarity; });
      return hits;
    }

    function merge(into, hits) {
      hits.forEach(function (hit, entry) {
        var own = into.get(entry);
        var better = !own || hit.score > own.score ? hit : own;
        into.set(entry, Object.assign({}, better, { words: (own ? own.words : []).concat(hit.words) }));
      });
    }

    return { looked: looked, together: together, rarely: rarely, merge: merge };
  };
})();
