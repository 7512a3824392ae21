/* Which entries answer a question, best first. tbSearch.engine(index) → { find, near, language }.

   Each word of the question is looked up in the index with everything that could be meant by it, each at its weight.
   An entry's score for the word is that of its best match, times how rare the word is among the entries. */
(function () {
  "use strict";
  var WEIGHT = {
    exact: 1, form: 0.9, loose: 0.85, compound: 0.55, prefix: 0.7,
    join: 1, parts: 0.6, lastPart: 0.45, firstPart: 0.2, synonym: 0.6, slip: 0.75, slips: 0.55
  };
  var LINKS = ["", "s", "e"]; /* between the parts of a compound */
  var LEAST_PREFIX = 3; /* letters */
  var SLIP = 5; /* letters from which on one wrong letter is forgiven, and two */
  var SLIPS = 8;
  var CORRECTIONS = 3;
  var LONGEST_NAME = 5; /* words of a synonym */
  var MOST_WORDS = 24;
  var MOST_LETTERS = 400;
  var NEAR = 5; /* terms told where nothing is found */
  var LEAST_ALIKE = 0.2;
  var LOOKED_AT = 60; /* of the best results, whose titles are compared with the question */

  /* Dice's coefficient of two sets of pairs of letters. */
  function alike(a, b) {
    var common = 0;
    a.forEach(function (one) { if (b.has(one)) common += 1; });
    return a.size + b.size ? (2 * common) / (a.size + b.size) : 0;
  }

  function best(map, key, weight) {
    if (!(map.get(key) >= weight)) map.set(key, weight);
  }

  function listed(map, key, value) {
    var list = map.get(key);
    if (list) list.push(value); else map.set(key, [value]);
  }

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

  window.tbSearch.engine = function (index) {
    var entries = index.entries;
    var words = index.words.split(" ");
    var stems = index.stems.split(" ");
    var language = window.tbSearch.words(index.lexicon, index.language, stems);
    var wordAt = new Map();
    var stemAt = new Map();
    var members = stems.map(function () { return []; }); /* the words of a stem */
    var compounds = stems.map(function () { return []; }); /* the words that have it as a part */
    var looseWords = new Map();
    var looseStems = new Map();
    var partsOf = new Map();
    words.forEach(function (word, i) {
      wordAt.set(word, i);
      members[index.families[i]].push(i);
      if (language.loose(word) !== word) listed(looseWords, language.loose(word), i);
    });
    stems.forEach(function (stem, i) {
      stemAt.set(stem, i);
      if (language.loose(stem) !== stem) listed(looseStems, language.loose(stem), i);
    });
    index.parts.forEach(function (some) {
      partsOf.set(some[0], some.slice(1));
      some.slice(1).forEach(function (part) { compounds[part].push(some[0]); });
    });
    var names = new Map(); /* a name of a term, as stems → the terms */
    var terms = index.synonyms.map(function (some, at) {
      return some.map(function (name) {
        var own = content(language.tokens(name));
        var key = own.map(function (one) { return language.stem(one.word); }).join(" ");
        if (key) listed(names, key, at);
        return { name: name, key: key, tokens: own };
      }).filter(function (name) { return name.key; });
    });

    /* The words that carry the search; all of them where none does. */
    function content(tokens) {
      var found = tokens.filter(function (one) { return !language.isStop(one.word); });
      return found.length ? found : tokens;
    }

    function addFamily(found, stem, weight) {
      members[stem].forEach(function (word) { best(found, word, weight); });
    }

    /* Word → weight, for everything that a part of a compound or a word of a name may stand in. */
    function ofStem(stem, weight) {
      var found = new Map();
      if (stem === undefined) return found;
      addFamily(found, stem, weight);
      compounds[stem].forEach(function (word) { best(found, word, weight * WEIGHT.compound); });
      return found;
    }

    function startingWith(prefix) {
      var low = 0;
      var high = words.length;
      while (low < high) {
        var middle = (low + high) >> 1;
        if (words[middle] < prefix) low = middle + 1; else high = middle;
      }
      while (high < words.length && words[high].indexOf(prefix) === 0) high += 1;
      var found = [];
      for (; low < high; low += 1) found.push(low);
      return found;
    }

    /* The stems that a word as it was typed may have. */
    function stemsOf(token) {
      var own = stemAt.get(language.stem(token.word));
      if (own !== undefined) return { stems: [own], weight: WEIGHT.form };
      var found = new Set();
      [token.typed, token.word].forEach(function (typed) {
        (looseWords.get(language.loose(typed)) || []).forEach(function (word) { found.add(index.families[word]); });
        (looseStems.get(language.loose(language.stem(typed))) || []).forEach(function (stem) { found.add(stem); });
      });
      return { stems: Array.from(found), weight: WEIGHT.loose };
    }

    /* Word of the index → weight, for everything that one word of a question may mean, apart from synonyms. */
    function meant(token) {
      var found = new Map();
      var own = stemsOf(token);
      if (wordAt.has(token.word)) found.set(wordAt.get(token.word), WEIGHT.exact);
      own.stems.forEach(function (stem) {
        addFamily(found, stem, own.weight);
        compounds[stem].forEach(function (word) { best(found, word, WEIGHT.compound); });
      });
      if (!found.size && token.word.length >= LEAST_PREFIX && !language.isStop(token.word)) {
        startingWith(token.word).forEach(function (word) { best(found, word, WEIGHT.prefix); });
      }
      return found;
    }

    /* The stems that a compound is made of: as the index has it, or as far as can be told here. */
    function partsOfToken(token) {
      var id = wordAt.get(token.word);
      if (id !== undefined && partsOf.has(id)) return partsOf.get(id);
      var own = stemAt.get(language.stem(token.word));
      if (own !== undefined) {
        var sibling = members[own].find(function (word) { return partsOf.has(word); });
        return sibling === undefined ? [] : partsOf.get(sibling);
      }
      var typed = token.pieces.length > 1 ? token.pieces.map(language.stem).reverse() : language.parts(token.word);
      return typed.map(function (stem) { return stemAt.get(stem); });
    }

    function corrections(word) {
      var most = word.length >= SLIPS ? 2 : word.length >= SLIP ? 1 : 0;
      var found = [];
      if (!most) return found;
      words.forEach(function (other, i) {
        var far = distance(word, other, most);
        if (far <= most) found.push({ word: other, far: far, first: other[0] === word[0] ? 0 : 1, n: index.postings[i].length });
      });
      found.sort(function (a, b) { return a.far - b.far || a.first - b.first || b.n - a.n; });
      return found.filter(function (one) { return one.far === found[0].far; }).slice(0, CORRECTIONS);
    }

    /* Entry → { score, words } for a set of weighted words: the best match counts. */
    function looked(found) {
      var hits = new Map();
      found.forEach(function (weight, word) {
        var steps = index.postings[word];
        for (var i = 0, entry = 0; i < steps.length; i += 2) {
          entry += steps[i];
          var score = weight * steps[i + 1];
          var hit = hits.get(entry);
          if (!hit) hits.set(entry, { score: score, words: [word] });
          else {
            hit.words.push(word);
            if (score > hit.score) hit.score = score;
          }
        }
      });
      return hits;
    }

    /* Entries that have all of some sets of words; the score is the mean. */
    function all(sets, weight) {
      var each = sets.map(looked);
      var found = new Map();
      (each[0] || new Map()).forEach(function (hit, entry) {
        var some = each.map(function (hits) { return hits.get(entry); });
        if (!some.every(Boolean)) return;
        found.set(entry, {
          score: weight * some.reduce(function (sum, one) { return sum + one.score; }, 0) / some.length,
          words: [].concat.apply([], some.map(function (one) { return one.words; }))
        });
      });
      return found;
    }

    function merge(into, hits) {
      hits.forEach(function (hit, entry) {
        var own = into.get(entry);
        if (!own) into.set(entry, hit);
        else if (hit.score > own.score) into.set(entry, Object.assign({}, hit, { words: own.words.concat(hit.words) }));
        else own.words = own.words.concat(hit.words);
      });
    }

    /* Entry → hit for one word of the question: each way to find it counts by how rare it is. */
    function slot(token) {
      var hits = rarely(looked(meant(token)));
      var parts = partsOfToken(token); /* an undefined one does not stand in the base */
      if (parts.length > 1) merge(hits, rarely(all(parts.slice(0, 2).map(function (stem) { return ofStem(stem, 1); }), WEIGHT.parts)));
      if (parts.length) merge(hits, rarely(looked(ofStem(parts[0], WEIGHT.lastPart))));
      if (parts.length > 1 && !hits.size) hits = rarely(looked(ofStem(parts[1], WEIGHT.firstPart)));
      return hits;
    }

    /* Hits with their scores multiplied by the rarity of what was found: BM25's inverse document frequency. */
    function rarely(hits) {
      var rarity = Math.log(1 + (entries.length - hits.size + 0.5) / (hits.size + 0.5));
      hits.forEach(function (hit) { hit.score *= rarity; });
      return hits;
    }

    function corrected(token) {
      var some = corrections(token.word);
      return some.map(function (one) {
        return { word: one.word, typed: one.word, pieces: [one.word], weight: one.far === 1 ? WEIGHT.slip : WEIGHT.slips, from: token.word };
      });
    }
    /* Other ways to say some neighbouring words: written as one, or by another name of a glossary term. */
    function spans(tokens, all) {
      var found = joins(tokens, all);
      for (var from = 0; from < tokens.length; from += 1) {
        for (var to = from + 1; to <= Math.min(tokens.length, from + LONGEST_NAME); to += 1) {
          var key = tokens.slice(from, to).map(function (one) { return language.stem(one.word); }).join(" ");
          (names.get(key) || []).forEach(function (term) { found = found.concat(otherNames(term, key, from, to)); });
        }
      }
      return found;
    }

    /* Two neighbours that the base writes as one word, one of which may be a word that carries no search: well being. */
    function joins(tokens, all) {
      var found = [];
      for (var i = 0; i + 1 < all.length; i += 1) {
        var own = [tokens.indexOf(all[i]), tokens.indexOf(all[i + 1])].filter(function (at) { return at >= 0; });
        var hits = own.length ? joined(all[i].word, all[i + 1].word) : new Map();
        if (hits.size) found.push({ from: own[0], to: own[0] + own.length, hits: rarely(hits) });
      }
      return found;
    }

    function joined(first, last) {
      var found = new Map();
      LINKS.forEach(function (link) {
        var word = first + link + last;
        if (wordAt.has(word)) best(found, wordAt.get(word), WEIGHT.join);
        var stem = stemAt.get(language.stem(word));
        if (stem !== undefined) addFamily(found, stem, WEIGHT.join * WEIGHT.form);
      });
      return looked(found);
    }

    function otherNames(term, key, from, to) {
      var seen = {};
      seen[key] = true;
      return terms[term].filter(function (name) {
        if (seen[name.key]) return false;
        seen[name.key] = true;
        return true;
      }).map(function (name) {
        var sets = name.tokens.map(function (one) {
          return ofStem(stemAt.get(language.stem(one.word)), 1);
        });
        return { from: from, to: to, hits: rarely(all(sets, WEIGHT.synonym)), via: name.name };
      });
    }

    function titleStems(entry) {
      var own = entries[entry];
      if (!own.stems) own.stems = content(language.tokens(own[1])).map(function (one) { return language.stem(one.word); });
      return own.stems;
    }

    /* How much of an entry's title the question names, and how much of the question the title. */
    function titleFit(entry, asked) {
      var own = titleStems(entry);
      if (!own.length || !asked.size || !entries[entry][2]) return 0;
      var common = own.filter(function (stem) { return asked.has(stem); }).length;
      return (common / own.length) * (Math.min(1, common / asked.size));
    }

    /* { hits: [{ entry, score, words: Set, via, corrected }], corrections: [{ from, to }] }, the best first. */
    function find(question) {
      var all = language.tokens(question.slice(0, MOST_LETTERS)).slice(0, MOST_WORDS);
      var tokens = content(all).slice();
      var fixes = [];
      var slots = tokens.map(function (token, i) {
        var hits = slot(token);
        if (!meant(token).size) {
          var others = corrected(token);
          others.forEach(function (other) {
            var more = slot(other);
            more.forEach(function (hit) { hit.score *= other.weight; hit.corrected = true; });
            merge(hits, more);
          });
          if (others.length) {
            fixes.push({ from: token.word, to: others[0].word });
            all[all.indexOf(token)] = others[0];
            tokens[i] = others[0];
          }
        }
        return hits;
      });
      return { hits: ranked(tokens, all, slots), corrections: fixes };
    }

    function ranked(tokens, all, slots) {
      var found = new Map(); /* entry → per word of the question its weighted score */
      var asked = slots.filter(function (hits) { return hits.size; }).length;
      slots.forEach(function (hits, i) {
        hits.forEach(function (hit, entry) { of(found, entry, slots.length).take(i, hit.score, hit); });
      });
      spans(tokens, all).forEach(function (span) {
        span.hits.forEach(function (hit, entry) {
          of(found, entry, slots.length).takeSpan(span, hit.score * (span.to - span.from), hit);
        });
        if (span.hits.size && slots.slice(span.from, span.to).every(function (hits) { return !hits.size; })) asked += span.to - span.from;
      });
      var stemsAsked = new Set(tokens.map(function (one) { return language.stem(one.word); }));
      var results = Array.from(found.values());
      results.forEach(function (one) { one.score = one.sum() * coverage(one.matched(), asked); });
      results.sort(byScore);
      results.slice(0, LOOKED_AT).forEach(function (one) { one.score *= 1 + 0.6 * titleFit(one.entry, stemsAsked); });
      return results.sort(byScore);
    }

    function coverage(matched, asked) {
      return asked ? 0.2 + 0.8 * Math.min(1, matched / asked) : 1;
    }

    function byScore(a, b) { return b.score - a.score || a.entry - b.entry; }

    function of(found, entry, n) {
      if (!found.has(entry)) found.set(entry, new Result(entry, n));
      return found.get(entry);
    }

    /* Names of glossary terms that are written much like the question, the nearest first. */
    function near(question) {
      var asked = pairs(question);
      return terms.map(function (some) {
        var name = some[0].name;
        return { name: name, alike: Math.max.apply(null, some.map(function (one) { return alike(asked, pairs(one.name)); })) };
      }).filter(function (one) { return one.alike > LEAST_ALIKE; })
        .sort(function (a, b) { return b.alike - a.alike; }).slice(0, NEAR).map(function (one) { return one.name; });
    }

    function pairs(text) {
      var folded = window.tbSearch.letters(text.slice(0, MOST_LETTERS));
      var found = new Set();
      for (var i = 0; i + 1 < folded.length; i += 1) found.add(folded.slice(i, i + 2));
      return found;
    }

    return { find: find, near: near, language: language };
  };

  /* One entry on its way to being a result: what each word of the question has brought it. */
  function Result(entry, n) {
    this.entry = entry;
    this.scores = new Array(n).fill(0);
    this.words = new Set();
    this.via = "";
    this.corrected = false;
  }

  Result.prototype.take = function (i, score, hit) {
    this.scores[i] = score;
    this.noted(hit);
  };

  Result.prototype.takeSpan = function (span, score, hit) {
    var own = 0;
    for (var i = span.from; i < span.to; i += 1) own += this.scores[i];
    this.noted(hit);
    if (score <= own) return;
    if (!own && span.via) this.via = span.via;
    for (i = span.from; i < span.to; i += 1) this.scores[i] = score / (span.to - span.from);
  };

  Result.prototype.noted = function (hit) {
    hit.words.forEach(this.words.add, this.words);
    if (hit.corrected) this.corrected = true;
  };

  Result.prototype.sum = function () { return this.scores.reduce(function (a, b) { return a + b; }, 0); };
  Result.prototype.matched = function () { return this.scores.filter(Boolean).length; };
})();
