/* Starts the form: settings.json tells the collections, and a reader and a writer for each kind of file. */
(async () => {
  "use strict";
  const { cms, picks, formats, rules } = await (await fetch("settings.json")).json();
  /* A list of picks is named where it is used: options "finding,statistic". */
  const filled = (value) => {
    if (Array.isArray(value)) return value.map(filled);
    if (value === null || typeof value !== "object") return value;
    const found = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one)]));
    if (typeof found.options === "string") found.options = found.options.split(",").flatMap((kind) => picks[kind] || []);
    return found;
  };
  const write = window.tbWriter(rules);
  const core = { schema: window.jsyaml.CORE_SCHEMA };
  for (const [name, format] of Object.entries(formats)) {
    window.CMS.registerCustomFormat(name, "yml", {
      fromFile: (text) => window.tbForm.toForm(window.jsyaml.load(text, core), format),
      toFile: (content) => write.file(window.tbForm.toFile(content, format), format),
    });
  }
  /* For trying it without an account: ?test keeps everything in the browser. */
  const trying = new URLSearchParams(location.search).has("test");
  const trial = { backend: { name: "test-repo" }, publish_mode: "simple" };
  await window.CMS.init({ config: { ...filled(cms), ...(trying ? trial : {}), load_config_file: false } });
})();
