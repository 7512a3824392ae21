/* A dialogue as the fragment of an address: JSON, deflated where the browser can, in base64url. */
(function () {
  "use strict";
  var tb = window.tbDialogue;
  var MOST = 1000000; /* bytes of an unpacked dialogue: a small link must not fill the memory */

  function base64(bytes) {
    var text = "";
    bytes.forEach((byte) => { text += String.fromCharCode(byte); });
    return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function bytesOf(text) {
    return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  }

  function through(bytes, stream, most) {
    var reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    var parts = [];
    var length = 0;
    function more() {
      return reader.read().then((got) => {
        if (got.done) return new Blob(parts).arrayBuffer().then((whole) => new Uint8Array(whole));
        length += got.value.length;
        if (length > most) { reader.cancel(); throw { word: "tool_file_large" }; }
        parts.push(got.value);
        return more();
      });
    }
    return more();
  }

  /* A promise of "z…" (deflated) or "j…" (plain). */
  tb.pack = function (dialogue) {
    var bytes = new TextEncoder().encode(JSON.stringify(dialogue));
    if (!window.CompressionStream) return Promise.resolve("j" + base64(bytes));
    return through(bytes, new CompressionStream("deflate-raw"), Infinity).then((packed) => "z" + base64(packed));
  };

  /* A promise of the text that was packed; refused with {word} where it can't be read. */
  tb.unpack = function (packed) {
    var bad = { word: "tool_link_broken" };
    var bytes;
    try { bytes = bytesOf(packed.slice(1)); } catch (e) { return Promise.reject(bad); }
    var plain = packed[0] === "j" ? Promise.resolve(bytes)
      : packed[0] === "z" && window.DecompressionStream ? through(bytes, new DecompressionStream("deflate-raw"), MOST)
        : Promise.reject(bad);
    return plain.then((found) => new TextDecoder("utf-8", { fatal: true }).decode(found))
      .catch((e) => { throw e && e.word ? e : bad; });
  };

  /* What an address brings: {name, value} of ?use= or ?step=, which pages link to, or of #open=, #bring= or #share=,
     which no server is sent. */
  tb.brought = function (place) {
    var found = /^#(open|bring|share)=(.*)$/.exec(place.hash) || /^\?(use|step)=([a-z0-9-]+)$/.exec(place.search);
    return found ? { name: found[1], value: found[2] } : null;
  };
})();
