/* Reads a saved dialogue by the published schema (dialogue.schema.json): the keywords that it uses, and no more. */
(function () {
  "use strict";
  var tb = window.tbDialogue;

  function isA(type, value) {
    if (type === "array") return Array.isArray(value);
    if (type === "object") return value !== null && typeof value === "object" && !Array.isArray(value);
    if (type === "integer") return Number.isInteger(value);
    return typeof value === type;
  }

  /* A copy of a value with the properties that the schema knows. Throws {place} where the value does not fit. */
  tb.fit = function (schema, value) {
    function wrong(place) { return { place: place || "." }; }

    function fit(rule, found, place) {
      if (rule.$ref) rule = Object.assign({}, schema.$defs[rule.$ref.split("/").pop()], rule, { $ref: undefined });
      if ("const" in rule && found !== rule.const) throw wrong(place);
      if (rule.enum && rule.enum.indexOf(found) < 0) throw wrong(place);
      if (rule.type && !isA(rule.type, found)) throw wrong(place);
      if (rule.type === "integer" && (found < rule.minimum || found > rule.maximum)) throw wrong(place);
      if (rule.type === "string") {
        if (Array.from(found).length > rule.maxLength) throw wrong(place);
        if (rule.pattern && !new RegExp(rule.pattern).test(found)) throw wrong(place);
      }
      if (rule.type === "array") {
        if (found.length > rule.maxItems) throw wrong(place);
        return found.map((one, i) => fit(rule.items, one, place + "[" + i + "]"));
      }
      if (rule.type !== "object") return found;
      function has(name) { return Object.prototype.hasOwnProperty.call(found, name); }
      (rule.required || []).forEach((name) => {
        if (!has(name)) throw wrong(place + "." + name);
      });
      var copy = {};
      Object.keys(rule.properties).forEach((name) => {
        if (has(name)) copy[name] = fit(rule.properties[name], found[name], place + "." + name);
      });
      return copy;
    }

    return fit(schema, value, "");
  };
})();
