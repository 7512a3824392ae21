/* From a text to words that can be compared, however they are typed: the same as hooks/kb/language/ does, with the
   rules and lists that come with the index. tbSearch.words(lexicon, language, stems) → the functions below. */
(function () {
  "use strict";
  var WORD = /[0-9]+(?:[.,][0-9]+)+|[a-z0-9æøå]+(?:[-'’][a-z0-9æøå]+)*/g;
  var ENDING = /['’][a-zæøå]{1,4}$/;
  var OTHER = { "ä": "æ", "ö": "ø", "ü": "y", "ß": "s", "ð": "d", "þ": "t" };
  var WRITTEN_OUT = [["aa", "å"], ["ae", "æ"], ["oe", "ø"]]; /* aa first: anslaaet */
  var LEAST_OPENING = 2;
  var LEAST_CLOSING = 4;
  var MOST = 40;

  function letters(text) {
    return text.normalize("NFC").toLowerCase().replace(/[^\u0000-\u007fæøå]/g, function (c) {
      return OTHER[c] || c.normalize("NFD")[0];
    });
  }

  function setOf(list) { return new Set(list.split(" ")); }

  function compiled(rules) {
    return rules.map(function (rule) { return [new RegExp(rule[0]), rule[1]]; });
  }

  function applied(rules, word) {
    return rules.reduce(function (found, rule) { return found.replace(rule[0], rule[1]); }, word);
  }

  window.tbSearch.letters = letters;
  window.tbSearch.words = function (lexicon, language, stems) {
    var snowball = language === "da" ? new DanishStemmer() : new EnglishStemmer();
    var before = compiled(lexicon.before);
    var after = compiled(lexicon.after);
    var bases = compiled(lexicon.bases);
    var stop = setOf(lexicon.stop);
    var opening = setOf(lexicon.opening);
    var closing = setOf(lexicon.closing);
    var short_ = setOf(lexicon.short);
    var whole = setOf(lexicon.whole);
    var known = new Set(stems);
    var forms = new Map();
    lexicon.forms.forEach(function (line) {
      var some = line.split(" ");
      some.slice(1).forEach(function (form) { forms.set(form, some[0]); });
    });

    function canonical(word) {
      return WRITTEN_OUT.reduce(function (found, one) {
        return language === "da" ? found.split(one[0]).join(one[1]) : found.split(one[1]).join(one[0]);
      }, word);
    }

    /* A word as somebody writes it who leaves out the rings and strokes: maling for måling. */
    function loose(word) {
      return WRITTEN_OUT.reduce(function (found, one) {
        return found.split(language === "da" ? one[1] : one[0]).join(one[0][0]);
      }, word);
    }

    /* The words of a text: { pieces: between hyphens, typed: before ae became æ, at and end: where they stand }. */
    function tokens(text) {
      var found = [];
      var folded = letters(text);
      var match;
      WORD.lastIndex = 0;
      while ((match = WORD.exec(folded))) {
        var typed = match[0].replace(ENDING, "").replace(/[.,]/g, "");
        var pieces = typed.split(/[-'’]/).filter(Boolean).map(canonical);
        found.push({ pieces: pieces, word: pieces.join(""), typed: typed, at: match.index, end: match.index + match[0].length });
      }
      return found;
    }

    function stem(word) {
      var found = applied(after, snowball.stemWord(applied(before, word)));
      if (forms.has(found)) return forms.get(found);
      for (var at = LEAST_OPENING; at < found.length - 2; at += 1) {
        if (forms.has(found.slice(at)) && opening.has(found.slice(0, at))) return found.slice(0, at) + forms.get(found.slice(at));
      }
      return found;
    }

    function closes(found) {
      return closing.has(found) || (known.has(found) && found.length >= LEAST_CLOSING);
    }

    /* Where a language has no list of what may open a compound, a word of the site may: callcentre. */
    function opens(first) {
      if (!lexicon.opening) return first.length > LEAST_OPENING && closes(stem(first));
      return opening.has(first) || parts(first).length > 0 || (/s$/.test(first) && parts(first.slice(0, -1)).length > 0);
    }

    function parts(word) {
      if (word.length > MOST || whole.has(stem(word))) return [];
      for (var at = LEAST_OPENING; at < word.length; at += 1) {
        var first = word.slice(0, at);
        var last = word.slice(at);
        if ((last.length >= LEAST_CLOSING || short_.has(last)) && closes(stem(last)) && opens(first)) {
          return Array.from(new Set([stem(last), stem(first)].concat(parts(last), parts(first))));
        }
      }
      return [];
    }

    /* The stem that a noun of action is made of, where the site has it: overvåg for overvågning. */
    function base(word) {
      var own = stem(word);
      return bases.filter(function (rule) { return rule[0].test(own); })
        .map(function (rule) { return own.replace(rule[0], rule[1]); })
        .filter(function (found) { return known.has(found); }).slice(0, 1);
    }

    return { tokens: tokens, stem: stem, parts: parts, base: base, loose: loose, isStop: function (word) { return stop.has(word); } };
  };
})();
