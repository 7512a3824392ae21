/* What the base says, read from the plain page: topics with their questions, actions and findings; balances; agendas. */
(function () {
  "use strict";
  var tb = window.tbDialogue;

  function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }
  function said(node) { return node.textContent.replace(/\s+/g, " ").trim(); }
  function lines(root, selector) { return all(root, selector).map((one) => Array.from(one.childNodes)); }

  function pole(node) {
    return {
      name: said(node.querySelector("[data-name]")),
      plus: said(node.querySelector("[data-plus]")),
      minus: said(node.querySelector("[data-minus]")),
      advantages: lines(node, "[data-advantages] > li"),
      drawbacks: lines(node, "[data-drawbacks] > li"),
      research: lines(node, "[data-research] > li")
    };
  }

  function entry(node, topic) {
    var text = node.querySelector("[data-text]");
    var title = node.querySelector("[data-title]");
    var id = node.getAttribute("data-entry");
    return {
      id: id,
      kind: node.getAttribute("data-kind"),
      topic: topic.id,
      text: title ? said(title) : said(node),
      more: text ? said(text) : "",
      why: (node.getAttribute("data-why") || "").split(" ").filter(Boolean),
      node: title || node,
      url: topic.url + "#" + id
    };
  }

  /* {topics, balances, meetings, entries: by id, former: present ids by former ones} */
  tb.readContent = function (plain, former) {
    var content = { topics: [], balances: [], meetings: [], entries: Object.create(null), former: Object.create(null) };
    Object.assign(content.former, former);
    all(plain, "[data-topic]").forEach((node) => {
      var topic = {
        id: node.getAttribute("data-topic"),
        name: said(node.querySelector("[data-title]")),
        node: node.querySelector("[data-title]"),
        sector: node.getAttribute("data-sector"),
        group: node.getAttribute("data-group"),
        url: node.querySelector("[data-home]").href
      };
      topic.entries = all(node, "[data-entry]").map((one) => entry(one, topic));
      topic.entries.forEach((one) => { content.entries[one.id] = one; });
      content.topics.push(topic);
      content.entries[topic.id] = Object.assign({}, topic, { kind: "topic", topic: topic.id, text: topic.name });
      if (node.hasAttribute("data-balance")) {
        topic.number = Number(node.getAttribute("data-number"));
        topic.left = pole(node.querySelector("[data-pole=left]"));
        topic.right = pole(node.querySelector("[data-pole=right]"));
        content.balances.push(topic);
      }
    });
    content.meetings = all(plain, "[data-meeting]").map((node) => {
      return {
        id: node.getAttribute("data-meeting"),
        title: said(node.querySelector("[data-title]")),
        purpose: said(node.querySelector("[data-purpose]")),
        agendas: all(node, "[data-agenda]").map((agenda) => {
          return {
            minutes: Number(agenda.getAttribute("data-agenda")),
            questions: Number(agenda.getAttribute("data-questions")),
            points: all(agenda, "li").map((point) => {
              return {
                minutes: Number(point.getAttribute("data-minutes")),
                step: point.getAttribute("data-step-of"),
                text: said(point.querySelector("[data-text]"))
              };
            })
          };
        })
      };
    });
    return content;
  };

  tb.topicOf = function (content, id) {
    return content.topics.find((one) => one.id === id);
  };

  tb.of = function (topic, kind) {
    return topic ? topic.entries.filter((one) => one.kind === kind) : [];
  };

  /* An entry's text as on its page, with the names that are marked as Danish; the text that was kept when it has gone. */
  tb.shown = function (content, one) {
    var known = content.entries[one.id];
    return known ? Array.from(known.node.cloneNode(true).childNodes) : [one.text];
  };
})();
