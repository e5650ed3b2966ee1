// Copies a permanent link, a citation or an example, and says so for a while, to those who hear as well.
// Everything else on a page works without scripts.
const COPIES = {
  citation: (button) =>
    button.closest(".citation").querySelector(".citation__words").textContent.replace(/[ \n]+/g, " ").trim(),
  address: (button) =>
    button.closest(".citation")?.dataset.address ??
    document.querySelector("link[rel=canonical]")?.href ??
    location.href,
  code: (button) => button.parentElement.nextElementSibling.textContent,
};
const WHILE = 4000; // milliseconds
const told = document.createElement("p");
told.className = "told";
told.role = "status";
document.querySelector("article")?.append(told);
const headings = [...document.querySelectorAll("article :is(h1, h2, h3, h4)")].reverse();
const examples = new Map();
// Which example a button copies, for those who hear: many stand on a page, and all show the same words.
const example = (button) => {
  const heading = headings.find((one) => one.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING);
  const name = heading ? (heading.firstChild?.textContent ?? "").trim() : "";
  const number = (examples.get(name) ?? 0) + 1;
  examples.set(name, number);
  return number > 1 ? `${name}, ${number}` : name;
};
for (const button of document.querySelectorAll(".copy")) {
  const said = button.textContent;
  if (button.dataset.copies === "code") button.ariaLabel = `${said}, ${example(button)}`;
  let timer = 0;
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(COPIES[button.dataset.copies](button));
    if (button.lang) told.lang = button.lang;
    told.textContent = button.textContent = button.dataset.copied;
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.textContent = said;
      told.textContent = "";
    }, WHILE);
  });
}

// What is unfolded beside a heading folds again as a menu does.
addEventListener("keydown", ({ key }) => {
  const open = key === "Escape" && document.activeElement.closest(".cite[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

// A record by its outcomes alone: the choice stands in the address, and in that of the page's translations.
const choice = document.querySelector(".only-outcomes input");
if (choice) {
  const root = document.documentElement;
  const keep = () => {
    const query = choice.checked ? "?only=outcomes" : "";
    root.classList.toggle("outcomes-alone", choice.checked);
    for (const link of document.querySelectorAll(".languages a")) link.search = query;
    history.replaceState(null, "", `${location.pathname}${query}${location.hash}`);
  };
  choice.checked = root.classList.contains("outcomes-alone");
  if (choice.checked) keep();
  choice.addEventListener("change", keep);
}

// The outcomes of an item follow the reader where the window holds all of them.
const columns = document.querySelectorAll(".columns:not(.columns--one) > .outcomes");
const follow = () => {
  const room = innerHeight - 80; // beside the header, and some air
  for (const column of columns) column.classList.toggle("outcomes--follow", column.offsetHeight <= room);
};
addEventListener("resize", follow);
const measured = new ResizeObserver(follow);
for (const column of columns) measured.observe(column);

// What to print stands in the address too.
for (const link of document.querySelectorAll(".prints")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.hash = link.hash;
    print();
  });
}

// Narrows the list of a page as its form says, and keeps what it says in the page's address, so that a
// list can be sent to somebody as it is seen. The other pages of a long list are read once they are needed.
const form = document.querySelector("form.filters");
const shown = () => document.documentElement.classList.remove("asked"); // see frame.js
if (form) narrow(form);

function narrow(form) {
  const AT_ONCE = 10; // rows that a browser lays out within a frame or two
  const MOST = 200; // and when nobody types
  const fields = [...form.elements].filter((field) => field.name);
  const [count, missing] = [form.querySelector("output"), form.querySelector(".filters__missing")];
  const [none, more] = [".no-match", ".more"].map((one) => document.querySelector(one));
  const owners = [...form.querySelectorAll("#owners option")].map(({ value, dataset }) => ({
    name: folded(value),
    key: dataset.key,
    keys: dataset.keys.split(" "),
  }));
  const pages = [...document.querySelectorAll(".parts a:not([href^='#'])")];
  const here = Math.max(pages.findIndex((link) => link.hasAttribute("aria-current")), 0);
  const table = document.querySelector(".filters ~ .rows > table");
  const groups = new Map();
  take(table, here);
  let whole = pages.length < 2; // whether the other pages have been read, or are being read
  let narrowed = "";

  // The rows of a table, from this page or another of the list, under the groups that they are in.
  function take(table, page, base) {
    for (const link of base ? table.querySelectorAll("a") : [])
      link.setAttribute("href", new URL(link.getAttribute("href"), base));
    [...table.tBodies].forEach((body, place) => {
      const { part } = body.dataset;
      if (!groups.has(part)) groups.set(part, { body, head: body.querySelector(".rows__group"), rows: [], rank: [page, place] });
      const group = groups.get(part);
      const rows = [...body.rows].filter((row) => !row.matches(".rows__group"));
      group.rows.push(...rows.map((row, place) => ({ row, rank: [page, place], ...words(row), ...row.dataset })));
      if (page < group.rank[0]) group.rank = [page, place];
    });
  }

  function words(row) {
    return { words: folded(row.textContent), owed: folded(row.querySelector(".rows__owner")?.textContent ?? "") };
  }

  async function read() {
    whole = true;
    try {
      const others = pages.map(async (link, page) => {
        const answer = page === here ? null : await fetch(link.href);
        if (answer && !answer.ok) throw new Error(link.href);
        return answer?.text();
      });
      (await Promise.all(others)).forEach((text, page) => {
        if (text === undefined) return;
        const other = new DOMParser().parseFromString(text, "text/html");
        take(other.querySelector(".filters ~ .rows > table"), page, pages[page].href);
      });
    } catch {
      missing.hidden = false;
    }
    show();
    shown();
  }

  function show(most = MOST) {
    const asked = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
    const owner = owed(asked.owner);
    const kept = new URLSearchParams(Object.entries({ ...asked, owner: owner?.key ?? asked.owner ?? "" }).filter(([, value]) => value));
    const query = kept.size ? `?${kept}` : "";
    const typed = folded(asked.q ?? "").split(" ").filter(Boolean);
    const before = (one, other) => one.rank[0] - other.rank[0] || one.rank[1] - other.rank[1];
    const later = (one, other) => one.day.localeCompare(other.day);
    const first = { newest: (one, other) => later(other, one), oldest: later }[asked.order] ?? (() => 0);
    let [found, seen] = [0, 0];
    for (const { body, head, rows } of [...groups.values()].sort(before)) {
      const fit = rows.filter((entry) => (query ? matches(entry, typed, asked, owner) : entry.rank[0] === here));
      fit.sort((one, other) => first(one, other) || before(one, other));
      const shows = fit.slice(0, Math.max(most - seen, 0)).map((entry) => entry.row);
      found += fit.length;
      seen += shows.length;
      if (head) head.querySelector(".rows__count").textContent = fit.length;
      const now = [...(head ? [head] : []), ...shows];
      if (query || narrowed || now.length !== body.rows.length) body.replaceChildren(...now);
      body.hidden = !shows.length;
      if (query || narrowed) table.append(document.adoptNode(body));
    }
    narrowed = query;
    none.hidden = found > 0;
    more.hidden = found <= Math.max(most, MOST);
    table.parentElement.classList.toggle("rows--none", !found);
    const all = count.dataset.all;
    count.textContent = count.dataset.words.replace("{shown}", query ? found : all).replace("{all}", all);
    for (const field of fields) field.parentElement.classList.toggle("narrows", kept.has(field.name));
    history.replaceState(null, "", `${location.pathname}${query}${location.hash}`);
    if (query && !whole) read();
  }

  // Whose debts are asked for: all of whom the name is, or else of all in whose name the words are.
  function owed(typed) {
    const name = folded(typed ?? "");
    if (!name) return null;
    const same = owners.filter((owner) => owner.name === name);
    const found = same.length ? same : owners.filter((owner) => owner.name.includes(name));
    return { name, key: same[0]?.key, keys: new Set(found.flatMap((owner) => owner.keys)) };
  }

  function matches(entry, words, asked, owner) {
    return (
      words.every((word) => entry.words.includes(word)) &&
      (!asked.state || entry.state.split(" ").includes(asked.state)) &&
      (!owner || entry.owner.split(" ").some((key) => owner.keys.has(key)) || entry.owed.includes(owner.name)) &&
      (!asked.body || entry.body.split(" ").includes(asked.body)) &&
      (!asked.closed || entry.closed === asked.closed) &&
      (!asked.year || entry.day.startsWith(asked.year)) &&
      (!asked.due || (entry.due ?? "9999") <= asked.due)
    );
  }

  more.querySelector("button").addEventListener("click", () => show(Infinity));
  none.querySelector("button").addEventListener("click", () => form.reset());
  addEventListener("beforeprint", () => show(Infinity)); // paper takes them all
  addEventListener("afterprint", () => show());
  fill(form, fields);
  const folds = form.querySelector("details");
  if (folds) folds.open = fields.some((field) => folds.contains(field) && field.value);
  let waiting;
  form.addEventListener("input", () => {
    show(AT_ONCE);
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  });
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
  if (whole) shown();
}

// Fills in a form, here or in search.js, as the page's address says. What the form does not offer is left out,
// and the page says so until something else is asked for.
function fill(form, fields) {
  const unknown = form.querySelector(".filters__unknown");
  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    let value = (asked.get(field.name) ?? "").trim();
    if (!value) continue;
    // An address names an owner by a key, since names change; the reader, by the name.
    value = [...(field.list?.options ?? [])].find((option) => option.dataset.key === value)?.value ?? value;
    // A browser takes no other value for a date, but complains of it.
    if (field.type !== "date" || /^\d{4}-\d\d-\d\d$/.test(value)) field.value = value;
    if (field.value || field.type === "search") continue;
    if (field.options) field.selectedIndex = 0;
    unknown.hidden = false;
  }
  for (const event of ["input", "reset"]) form.addEventListener(event, () => (unknown.hidden = true));
}

// Words without case, accents and kinds of apostrophe and space, as people type them to search.
function folded(words) {
  const bare = words.normalize("NFD").replace(/\p{M}/gu, "").replace(/\u2019/g, "'");
  return bare.toLowerCase().replace(/\s+/g, " ").trim();
}
