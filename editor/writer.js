/* Files as the form reads and writes them. What is written has the form of `kb format` (hooks/kb/editing/canonical.py):
   a test compares the two. */
(() => {
  "use strict";

  /* -- Between file and form: sources are a mapping in the file and rows in the form ------------------------------ */

  const rows = (places) =>
    typeof places === "string"
      ? [{ id: places }]
      : Object.entries(places).map(([id, place]) => ({ id, place: [].concat(place).join(", ") }));

  const places = (rows) => {
    if (rows.length && rows.every((row) => !row.place)) return rows[0].id;
    const found = {};
    for (const { id, place } of rows) {
      const all = String(place || "").split(",").map((one) => one.trim()).filter(Boolean);
      found[id] = [].concat(found[id] || [], all);
    }
    for (const id of Object.keys(found)) if (found[id].length === 1) found[id] = found[id][0];
    return found;
  };

  const each = (value, shape, turn) => {
    if (!value || typeof value !== "object") return value;
    const found = { ...value };
    for (const field of shape) {
      const one = found[field.name];
      if (one === undefined || one === null) continue;
      if (field.places) found[field.name] = turn(one);
      else if (field.shape)
        found[field.name] = Array.isArray(one)
          ? one.map((item) => each(item, field.shape, turn))
          : each(one, field.shape, turn);
    }
    return found;
  };

  const whole = (content, format, turn) =>
    format.many ? content.map((item) => each(item, format.shape, turn)) : each(content, format.shape, turn);

  window.tbForm = {
    toForm: (value, format) => whole(value, format, rows),
    toFile: (value, format) => whole(value, format, (one) => (Array.isArray(one) ? places(one) : one)),
  };

  /* -- The one form of a file ------------------------------------------------------------------------------------ */

  window.tbWriter = (rules) => {
    const never = new RegExp(rules.never);
    const inFlow = new RegExp(rules.in_flow);
    const otherwise = new RegExp(rules.read_otherwise, "i");
    const isDate = /^\d{4}-\d\d-\d\d$/;

    const isPlain = (text) =>
      text !== "" && (/^[\p{L}\p{N}]/u.test(text) || rules.first.includes(text[0])) && !never.test(text) && !otherwise.test(text);

    const scalar = (value, flow) => {
      if (value === null || value === undefined) return "null";
      if (typeof value !== "string") return String(value);
      const text = value.trim().split(/\s+/).join(" ");
      if (isDate.test(text) || (isPlain(text) && !(flow && inFlow.test(text)))) return text;
      return "'" + text.replaceAll("'", "''") + "'";
    };

    const isGroup = (value) => value !== null && typeof value === "object";

    const onOneLine = (value) => {
      if (!isGroup(value)) return scalar(value, true);
      if (!Array.isArray(value) && "id" in value) return null;
      const parts = Object.entries(value).map(([key, one]) => [key, onOneLine(one)]);
      if (parts.some(([, text]) => text === null)) return null;
      if (Array.isArray(value)) return "[" + parts.map(([, text]) => text).join(", ") + "]";
      return "{" + parts.map(([key, text]) => `${scalar(key, true)}: ${text}`).join(", ") + "}";
    };

    const lines = (value, indent) =>
      Array.isArray(value)
        ? value.map((one) => item(one, indent)).join("")
        : Object.entries(value).map(([key, one]) => entry(key, one, indent)).join("");

    const entry = (key, value, indent) => {
      const head = " ".repeat(indent) + scalar(key) + ":";
      if (!isGroup(value)) return `${head} ${scalar(value)}\n`;
      const flow = onOneLine(value);
      if (flow !== null && [...head, ...flow].length + 1 <= rules.width) return `${head} ${flow}\n`;
      return head + "\n" + lines(value, indent + 2);
    };

    const item = (value, indent) => {
      const head = " ".repeat(indent) + "- ";
      if (!isGroup(value)) return `${head}${scalar(value)}\n`;
      const flow = onOneLine(value);
      if (flow !== null && [...head, ...flow].length <= rules.width) return `${head}${flow}\n`;
      return head + lines(value, indent + 2).slice(indent + 2);
    };

    const saysNothing = (value) =>
      value === null || value === undefined || value === false || value === "" || (isGroup(value) && !Object.keys(value).length);

    /* Keys in the order of the model, without what says nothing where it may be left out. */
    const ordered = (value, shape) => {
      if (!isGroup(value) || Array.isArray(value)) return value;
      const found = {};
      for (const field of shape) {
        if (!(field.name in value)) continue;
        let one = value[field.name];
        if (field.shape) one = Array.isArray(one) ? one.map((inner) => ordered(inner, field.shape)) : ordered(one, field.shape);
        if (field.required || !saysNothing(one)) found[field.name] = one;
      }
      return found;
    };

    const file = (content, { first_line: first, many, shape }) => {
      if (many) return `${first}\n` + content.map((one) => item(ordered(one, shape), 0)).join("\n");
      const value = ordered(content, shape);
      const apart = new Set(shape.filter((field) => field.parts).map((field) => field.name));
      const text = Object.entries(value).map(([key, one]) => (apart.has(key) ? "\n" : "") + entry(key, one, 0));
      return `${first}\n` + text.join("");
    };

    return { file };
  };
})();
