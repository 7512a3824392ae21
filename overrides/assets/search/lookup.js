/* What the words of a question may mean among the words of the index. tbSearch.lookup(index) → the functions below.

   Where a function gives meanings, they are a Map: word of the index, by its number → how surely it is meant, 0 to 1. */
(function () {
  "use strict";
  var WEIGHT = { exact: 1, form: 0.85, loose: 0.8, compound: 0.55, prefix: 0.7 };
  var LINKS = ["", "s", "e"]; /* between the parts of a compound */
  var LEAST_PREFIX = 3; /* letters */
  var SLIP = 5; /* letters from which on one slip of the finger is forgiven, and two */
  var SLIPS = 8;
  var LEAST_STEM = 4;
  var CORRECTIONS = 3;

  function best(meanings, word, weight) {
    if (!(meanings.get(word) >= weight)) meanings.set(word, weight);
  }

  function listed(map, key, value) {
    var list = map.get(key);
    if (list) list.push(value); else map.set(key, [value]);
  }

  window.tbSearch.lookup = function (index) {
    var words = index.words.split(" ");
    var stems = index.stems.split(" ");
    var language = window.tbSearch.words(index.lexicon, index.language, stems);
    var wordAt = new Map();
    var stemAt = new Map();
    var members = stems.map(function () { return []; }); /* the words of a stem */
    var compounds = stems.map(function () { return []; }); /* the words that have it as a part */
    var looseWords = new Map();
    var looseStems = new Map();
    var parts = new Map();
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
      parts.set(some[0], some.slice(1));
      some.slice(1).forEach(function (part) { compounds[part].push(some[0]); });
    });

    function addFamily(meanings, stem, weight) {
      members[stem].forEach(function (word) { best(meanings, word, weight); });
    }

    function addCompounds(meanings, stem, weight) {
      compounds[stem].forEach(function (word) { best(meanings, word, weight); });
    }

    /* What a stem may mean by itself and as a part, nothing where the index does not have it. */
    function ofStem(stem, weight) {
      var meanings = new Map();
      if (stem === undefined) return meanings;
      addFamily(meanings, stem, weight);
      addCompounds(meanings, stem, weight * WEIGHT.compound);
      return meanings;
    }

    /* The numbers of the stems that a word may have if its rings and strokes were left out. */
    function looseStemsOf(token) {
      var found = new Set();
      [token.typed, token.word].forEach(function (typed) {
        (looseWords.get(language.loose(typed)) || []).forEach(function (word) { found.add(index.families[word]); });
        (looseStems.get(language.loose(language.stem(typed))) || []).forEach(function (stem) { found.add(stem); });
      });
      return Array.from(found);
    }

    function addPrefixed(meanings, prefix) {
      var low = 0;
      var high = words.length;
      while (low < high) {
        var middle = (low + high) >> 1;
        if (words[middle] < prefix) low = middle + 1; else high = middle;
      }
      for (; low < words.length && words[low].indexOf(prefix) === 0; low += 1) best(meanings, low, WEIGHT.prefix);
    }

    /* What one word may mean: itself, its other forms, compounds with it; else the words that it begins. */
    function meant(token) {
      var meanings = new Map();
      var own = stemAt.get(language.stem(token.word));
      if (wordAt.has(token.word)) meanings.set(wordAt.get(token.word), WEIGHT.exact);
      (own === undefined ? looseStemsOf(token) : [own]).forEach(function (stem) {
        addFamily(meanings, stem, own === undefined ? WEIGHT.loose : WEIGHT.form);
        addCompounds(meanings, stem, WEIGHT.compound);
      });
      if (!meanings.size && token.word.length >= LEAST_PREFIX && !language.isStop(token.word)) addPrefixed(meanings, token.word);
      return meanings;
    }

    /* What a word may mean if its rings and strokes were left out, though without them it is a word too: svar, svær. */
    function meantLoosely(token) {
      var meanings = new Map();
      looseStemsOf(token).forEach(function (stem) { addFamily(meanings, stem, WEIGHT.loose); });
      return meanings;
    }

    /* What two neighbouring words mean where the base writes them as one. */
    function joined(first, last) {
      var meanings = new Map();
      LINKS.forEach(function (link) {
        var word = first.word + link + last.word;
        if (wordAt.has(word)) best(meanings, wordAt.get(word), WEIGHT.exact);
        var stem = stemAt.get(language.stem(word));
        if (stem !== undefined) addFamily(meanings, stem, WEIGHT.form);
      });
      return meanings;
    }

    /* The ways to part a word into two that stand in texts, with what may be looked up of them: MitID, Mit ID. */
    function apart(token) {
      var found = [];
      for (var at = 2; at < token.word.length - 1; at += 1) {
        var both = [token.word.slice(0, at), token.word.slice(at)];
        var known = both.filter(function (word) { return wordAt.has(word); });
        if (!known.length || !both.every(function (word) { return wordAt.has(word) || language.isStop(word); })) continue;
        found.push({ phrase: both.join(" "), meanings: new Map([[wordAt.get(known[known.length - 1]), WEIGHT.exact]]) });
      }
      return found;
    }

    /* The numbers of the stems that a compound is made of, the last part's first, undefined for one that is not in the
       index: as the index has it, or as far as can be told here. */
    function partsOf(token) {
      var own = stemAt.get(language.stem(token.word));
      if (own !== undefined) {
        var known = members[own].find(function (word) { return parts.has(word); });
        return known === undefined ? [] : parts.get(known);
      }
      var typed = token.pieces.length > 1 ? token.pieces.map(language.stem).reverse() : language.parts(token.word);
      if (!typed.length) typed = language.base(token.word);
      return typed.map(function (stem) { return stemAt.get(stem); });
    }

    /* The words of the index that are written most like a word, with how many slips of the finger; at most `most`. Where
       the index may not have the form, stems are compared, and count for half a slip more: behndlingen, behandling. */
    function corrections(token, most) {
      var asTyped = token.typed.replace(/[-'’]/g, ""); /* in digitae for digital, ae is no æ */
      var spellings = Array.from(new Set([token.word, asTyped]));
      var ownStems = Array.from(new Set(spellings.map(language.stem)));
      var forgiven = Math.min(most, token.word.length >= SLIPS ? 2 : token.word.length >= SLIP ? 1 : 0);
      var farStems = forgiven ? stems.map(function (stem) {
        return stem.length < LEAST_STEM ? Infinity : nearest(ownStems, stem, Math.min(forgiven, stem.length < SLIPS ? 1 : 2)) + 0.5;
      }) : [];
      var found = [];
      if (!forgiven) return found;
      words.forEach(function (word, i) {
        var far = Math.min(nearest(spellings, word, forgiven), farStems[index.families[i]]);
        if (far < 1 || far === Infinity) return;
        found.push({ word: word, typed: word, pieces: [word], far: far, first: word[0] === token.word[0] ? 0 : 1, n: index.postings[i].length });
      });
      found.sort(function (a, b) { return a.far - b.far || a.first - b.first || b.n - a.n; });
      return found.filter(function (one) { return one.far === found[0].far; }).slice(0, CORRECTIONS);
    }

    /* The fewest slips between one of some spellings and a word, Infinity where it is more than are forgiven. */
    function nearest(spellings, word, forgiven) {
      var far = Math.min.apply(null, spellings.map(function (one) { return window.tbSearch.distance(one, word, forgiven); }));
      return far <= forgiven ? far : Infinity;
    }

    /* The words that carry the search; all of them where none does. */
    function content(tokens) {
      var found = tokens.filter(function (one) { return !language.isStop(one.word); });
      return found.length ? found : tokens;
    }

    return {
      language: language, content: content, meant: meant, meantLoosely: meantLoosely, joined: joined, apart: apart, partsOf: partsOf, corrections: corrections,
      ofWord: function (token, weight) { return ofStem(stemAt.get(language.stem(token.word)), weight); },
      ofStem: ofStem,
      has: function (token) { return wordAt.has(token.word); }
    };
  };
})();
