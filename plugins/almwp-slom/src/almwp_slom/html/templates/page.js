// Tables that sort and filter.  Without this script the page is whole, but still.
(() => {
  "use strict";
  const say = (name, facts = {}) => {
    const phrase = document.body.getAttribute(`data-say-${name}`) || "";
    return phrase.replace(/\{(\w+)\}/g, (all, fact) => facts[fact] ?? all);
  };
  const make = (tag, properties = {}, ...inside) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...inside);
    return made;
  };

  const collator = (() => {
    const options = { numeric: true };
    try {
      return new Intl.Collator(document.documentElement.lang || "en", options);
    } catch {
      return new Intl.Collator("en", options);
    }
  })();

  // The words of a cell without the marks of its evidence.
  const wordsOf = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".mark").forEach((mark) => mark.remove());
    copy.querySelectorAll("br").forEach((line) => line.replaceWith(" "));
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  // What somebody types without accents is found with them: "dao tao" finds "đào tạo".
  const plain = (words) =>
    words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");

  const keyOf = (cell) => {
    const words = wordsOf(cell);
    if (cell.dataset.number) {
      const [above, below] = cell.dataset.number.split("/").map(BigInt);
      return { group: 0, above, below, words };
    }
    if (cell.dataset.order) return { group: 1, words: `${cell.dataset.order} ${words}` };
    return { group: words ? 2 : 3, words };
  };

  // Numbers by their exact value, then times by their first day, then words, then what is empty, whatever the way.
  const compare = (a, b, way) => {
    if (a.group !== b.group) return a.group - b.group;
    if (a.group === 0) {
      const [left, right] = [a.above * b.below, b.above * a.below];
      return left === right ? 0 : left < right ? -way : way;
    }
    return way * collator.compare(a.words, b.words);
  };

  const makeSortable = (table, tell) => {
    const body = table.tBodies[0];
    const asPrinted = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, place) => {
      const name = wordsOf(head);
      const button = make("button", { type: "button", className: "sort" });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        const next = { ascending: "descending", descending: null }[now];
        const wanted = next === undefined ? "ascending" : next;
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        let rows = asPrinted;
        if (wanted) {
          const way = wanted === "ascending" ? 1 : -1;
          const keyed = asPrinted.map((row) => [keyOf(row.cells[place]), row]);
          rows = keyed.sort((a, b) => compare(a[0], b[0], way)).map((pair) => pair[1]);
          head.setAttribute("aria-sort", wanted);
        }
        body.append(...rows);
        tell(wanted ? say(wanted, { column: name }) : say("unsorted"));
      });
    });
  };

  const makeFilterable = (table, tools, tell) => {
    let read;
    const readRows = () =>
      [...table.tBodies[0].rows].map((row) => {
        const words = [...row.cells].map(wordsOf).join(" ");
        return { row, words: plain(words) };
      });
    const name = `${table.id}-filter`;
    const label = make("label", { id: `${name}-label`, htmlFor: name }, say("filter"));
    const input = make("input", { id: name, type: "search", autocomplete: "off" });
    input.spellcheck = false;
    input.setAttribute("aria-labelledby", `${label.id} ${table.caption.id}`);
    input.setAttribute("aria-controls", table.id);
    input.addEventListener("input", () => {
      read ??= readRows(); // only who filters pays for it
      const wanted = plain(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, words } of read) {
        row.hidden = !wanted.every((word) => words.includes(word));
        if (!row.hidden) shown += 1;
      }
      tools.classList.toggle("active", shown < read.length);
      tell(say("count", { shown, total: read.length }));
    });
    tools.append(label, input);
  };

  const reachable = (box, table) => {
    const isWide = box.scrollWidth > box.clientWidth + 1;
    for (const [name, value] of [["tabindex", "0"], ["role", "region"]]) {
      if (isWide) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
    if (isWide) box.setAttribute("aria-labelledby", table.caption.id);
    else box.removeAttribute("aria-labelledby");
  };

  const SOME = 2;
  const MANY = 5;
  for (const table of document.querySelectorAll(".table table")) {
    const box = table.parentElement;
    const count = table.tBodies[0].rows.length;
    if (count >= SOME && !table.classList.contains("facts")) {
      const tools = make("div", { className: "tools" });
      const status = make("p", { className: "status" });
      status.setAttribute("role", "status");
      status.setAttribute("aria-live", "polite");
      const tell = (words) => {
        status.textContent = words;
      };
      makeSortable(table, tell);
      if (count >= MANY) makeFilterable(table, tools, tell);
      else status.classList.add("unseen");
      tools.append(status);
      box.before(tools);
    }
    new ResizeObserver(() => reachable(box, table)).observe(box);
  }

  // A note inside something folded opens when a link leads to it.
  const open = () => {
    const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = wanted; at; at = at.parentElement) {
      if (at.tagName === "DETAILS" || at.querySelector?.(":scope > details")) {
        (at.tagName === "DETAILS" ? at : at.querySelector(":scope > details")).open = true;
      }
    }
  };
  addEventListener("hashchange", open);
  open();

  const contents = document.querySelector("nav details");
  if (contents && matchMedia("(max-width: 50rem)").matches) contents.open = false;

  // Paper cannot be unfolded; browsers that cannot print on margins get a strip.
  const folded = () => [...document.querySelectorAll("main details, footer details")];
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = folded().filter((part) => !part.open && !part.classList.contains("twin"));
    opened.forEach((part) => (part.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((part) => (part.open = false)));
  if (!("CSSMarginRule" in window)) document.body.classList.add("no-margins");
})();
