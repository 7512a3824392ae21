/* Which entries answer a question, best first. tbSearch.engine(index, lookup) → { find, near, language }.

   Each word of the question is looked up with everything that it may mean. An entry's score for the word is that of its
   best match, times how rare such matches are among the entries; its whole score is the sum for all words. */
(function () {
  "use strict";
  var tb = window.tbSearch;
  var WEIGHT = { parts: 0.6, lastPart: 0.45, firstPart: 0.2, synonym: 0.6, slip: 0.75, slips: 0.55, doubt: 0.2 };
  var DANISH = /[æøå]/i; /* letters that a reader's keyboard may lack */
  var LEAST_COVERED = 0.2; /* of its score is left to an entry with none of the words of a long question */
  var TITLE = 0.6; /* what a title is worth that the question names in full, and no more than it */
  var PHRASE = 0.1; /* what it is worth that an entry has the words just as they were typed */
  var LOOKED_AT = 60; /* of the best results, whose titles and texts are compared with the question */
  var LONGEST_NAME = 5; /* words of a synonym */
  var MOST_WORDS = 24;
  var MOST_LETTERS = 400;
  var NEAR = 5; /* terms told where nothing is found */
  var LEAST_ALIKE = 0.2;

  tb.engine = function (index, lookup) {
    var entries = index.entries;
    var language = lookup.language;
    var hitting = tb.hits(index);
    var looked = hitting.looked;
    var together = hitting.together;
    var rarely = hitting.rarely;
    var merge = hitting.merge;
    var names = new Map(); /* a name of a term, as stems → the terms */
    var terms = index.synonyms.map(function (some, at) {
      return some.map(function (name) {
        var own = lookup.content(language.tokens(name));
        var key = keyOf(own);
        if (key) names.set(key, (names.get(key) || []).concat(at));
        return { name: name, key: key, tokens: own };
      }).filter(function (name) { return name.key; });
    });

    function keyOf(tokens) {
      return tokens.map(function (one) { return language.stem(one.word); }).join(" ");
    }

    /* -- One word */

    function hitsOf(token) {
      var hits = rarely(looked(lookup.meant(token)));
      if (!lookup.has(token)) merge(hits, rarely(writtenApart(token)));
      var parts = lookup.partsOf(token);
      var each = parts.slice(0, 2).map(function (stem) { return lookup.ofStem(stem, 1); });
      if (parts.length > 1) merge(hits, rarely(together(each, WEIGHT.parts)));
      if (parts.length) merge(hits, rarely(looked(lookup.ofStem(parts[0], WEIGHT.lastPart))));
      if (parts.length > 1 && !hits.size) hits = rarely(looked(lookup.ofStem(parts[1], WEIGHT.firstPart)));
      return hits;
    }

    /* Where the base has a word as two. */
    function writtenApart(token) {
      var found = new Map();
      lookup.apart(token).forEach(function (way) {
        looked(way.meanings).forEach(function (hit, entry) { if (says(entry, way.phrase)) found.set(entry, hit); });
      });
      return found;
    }

    function says(entry, phrase) {
      return (" " + tb.letters(entries[entry][1] + " " + entries[entry][2])).indexOf(" " + phrase) >= 0;
    }

    /* A word that the base does not have is corrected. One that it has in another form may be a slip of the finger all
       the same: what is found for that is doubtful, and stands after everything else. */
    function forgive(token, hits, isSure) {
      var others = lookup.corrections(token, isSure ? 1 : 2);
      others.forEach(function (other) {
        var more = hitsOf(other);
        if (isSure) return addDoubtful(hits, more);
        more.forEach(function (hit) { hit.score *= other.far < 2 ? WEIGHT.slip : WEIGHT.slips; });
        merge(hits, more);
      });
      return others[0];
    }

    function addDoubtful(hits, more) {
      more.forEach(function (hit, entry) {
        if (!hits.has(entry)) hits.set(entry, { score: hit.score * WEIGHT.doubt, words: hit.words, isDoubtful: true });
      });
    }

    /* Whether a word makes one with a neighbour: tids pres. */
    function isJoined(token, all) {
      var at = all.indexOf(token);
      return [at - 1, at].some(function (i) { return all[i] && all[i + 1] && lookup.joined(all[i], all[i + 1]).size; });
    }

    /* Whether a word is made of words that the base has; with a hyphen, one of them will do. */
    function isCompound(token) {
      var known = lookup.partsOf(token).map(function (stem) { return stem !== undefined; });
      return known.length > 0 && (token.pieces.length > 1 ? known.some(Boolean) : known.every(Boolean));
    }

    /* -- Some neighbouring words said otherwise: { from, to, hits, via } */

    function spans(tokens, all) {
      var found = joins(tokens, all);
      for (var from = 0; from < tokens.length; from += 1) {
        for (var to = from + 1; to <= Math.min(tokens.length, from + LONGEST_NAME); to += 1) {
          var key = keyOf(tokens.slice(from, to));
          (names.get(key) || []).forEach(function (term) {
            otherNames(term, key).forEach(function (name) {
              var some = name.tokens.map(function (one) { return lookup.ofWord(one, 1); });
              found.push({ from: from, to: to, hits: rarely(together(some, WEIGHT.synonym)), via: name.name });
            });
          });
        }
      }
      return found;
    }

    function otherNames(term, key) {
      return terms[term].filter(function (name, i, some) {
        return name.key !== key && some.findIndex(function (one) { return one.key === name.key; }) === i;
      });
    }

    /* Two that the base writes as one word; one of them may be a word that carries no search: well being. */
    function joins(tokens, all) {
      var found = [];
      for (var i = 0; i + 1 < all.length; i += 1) {
        var own = [tokens.indexOf(all[i]), tokens.indexOf(all[i + 1])].filter(function (at) { return at >= 0; });
        var hits = own.length ? looked(lookup.joined(all[i], all[i + 1])) : new Map();
        if (hits.size) found.push({ from: own[0], to: own[0] + own.length, hits: rarely(hits), via: "" });
      }
      return found;
    }

    /* -- The whole question */

    /* { hits: [{ entry, score, words: Set, via }], corrections: [{ from, to }] }, the best first. */
    function find(question) {
      var all = language.tokens(question.slice(0, MOST_LETTERS)).slice(0, MOST_WORDS);
      var tokens = lookup.content(all).slice();
      var corrections = [];
      var slots = tokens.map(function (token, i) {
        var hits = hitsOf(token);
        if (!DANISH.test(question)) addDoubtful(hits, rarely(looked(lookup.meantLoosely(token))));
        if (lookup.has(token)) return hits;
        var isSure = lookup.meant(token).size > 0 || isJoined(token, all) || isCompound(token) || writtenApart(token).size > 0;
        var other = forgive(token, hits, isSure);
        if (other && !isSure) {
          corrections.push({ from: token.word, to: other.word });
          all[all.indexOf(token)] = other;
          tokens[i] = other;
        }
        return hits;
      });
      return { hits: ranked(tokens, slots, spans(tokens, all), question), corrections: corrections };
    }

    function ranked(tokens, slots, others, question) {
      var found = new Map();
      function result(entry) {
        if (!found.has(entry)) found.set(entry, new Result(entry, slots.length));
        return found.get(entry);
      }
      slots.forEach(function (hits, i) {
        hits.forEach(function (hit, entry) { result(entry).take(i, hit); });
      });
      others.forEach(function (span) {
        span.hits.forEach(function (hit, entry) { result(entry).takeSpan(span, hit); });
      });
      var results = Array.from(found.values());
      var best = slots.map(function (_, i) { return Math.max.apply(null, results.map(function (one) { return one.scores[i]; })); });
      results.forEach(function (one) { one.weigh(best); });
      results.sort(byScore);
      closer(results.slice(0, LOOKED_AT), tokens, question);
      return results.sort(byScore);
    }

    /* What an entry gains by a title that is the question, and by having the question word for word. */
    function closer(results, tokens, question) {
      var asked = new Set(tokens.map(function (one) { return language.stem(one.word); }));
      var phrase = tokens.length > 1 ? tb.letters(question.trim()) : "";
      results.forEach(function (one) {
        var entry = entries[one.entry];
        var said = phrase && says(one.entry, phrase);
        one.score *= 1 + TITLE * titleFit(entry, asked) + (said ? PHRASE : 0);
      });
    }

    /* How much of a title the question names, times how much of the question the title names. */
    function titleFit(entry, asked) {
      if (!entry[1]) return 0;
      var own = new Set(lookup.content(language.tokens(entry[1])).map(function (one) { return language.stem(one.word); }));
      var common = Array.from(own).filter(function (stem) { return asked.has(stem); }).length;
      return common ? (common / own.size) * (common / asked.size) : 0;
    }

    /* Names of glossary terms that are written much like the question, the nearest first. */
    function near(question) {
      var asked = tb.letters(question.slice(0, MOST_LETTERS));
      return terms.map(function (some) {
        return { name: some[0].name, alike: Math.max.apply(null, some.map(function (one) { return tb.alike(asked, tb.letters(one.name)); })) };
      }).filter(function (one) { return one.alike > LEAST_ALIKE; })
        .sort(function (a, b) { return b.alike - a.alike; }).slice(0, NEAR).map(function (one) { return one.name; });
    }

    return { find: find, near: near, language: language };
  };

  function byScore(a, b) { return a.isDoubtful - b.isDoubtful || b.score - a.score || a.entry - b.entry; }

  /* One entry on its way to being a result: what each word of the question has brought it. */
  function Result(entry, n) {
    this.entry = entry;
    this.scores = new Array(n).fill(0);
    this.score = 0;
    this.words = new Set();
    this.via = ""; /* the synonym that it was found by */
    this.isDoubtful = true; /* until something sure is found */
  }

  Result.prototype.take = function (i, hit) {
    this.scores[i] = hit.score;
    this.note(hit);
  };

  /* Words said otherwise count for all of them, where that is better. */
  Result.prototype.takeSpan = function (span, hit) {
    var own = 0;
    for (var i = span.from; i < span.to; i += 1) own += this.scores[i];
    this.note(hit);
    if (hit.score * (span.to - span.from) <= own) return;
    if (!own) this.via = span.via;
    for (i = span.from; i < span.to; i += 1) this.scores[i] = hit.score;
  };

  Result.prototype.note = function (hit) {
    hit.words.forEach(this.words.add, this.words);
    if (!hit.isDoubtful) this.isDoubtful = false;
  };

  /* The sum, less where words that could be found were not: by what each would be worth at its best. */
  Result.prototype.weigh = function (best) {
    var covered = sum(best.filter(function (_, i) { return this.scores[i]; }, this)) / sum(best);
    this.score = sum(this.scores) * (LEAST_COVERED + (1 - LEAST_COVERED) * covered);
  };

  function sum(numbers) { return numbers.reduce(function (a, b) { return a + b; }, 0); }
})();
