// Copies a permanent link, or a citation. Everything else on a page works without scripts.
for (const button of document.querySelectorAll(".copy")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const citation = button.closest(".citation");
    await navigator.clipboard.writeText(
      button.dataset.copies === "citation" ? words(citation) : address(citation),
    );
    button.textContent = button.dataset.copied;
  });
}

function words(citation) {
  return citation.querySelector(".citation__words").textContent.replace(/[ \n]+/g, " ").trim();
}

function address(citation) {
  const canonical = document.querySelector("link[rel=canonical]");
  return citation?.dataset.address ?? canonical?.href ?? location.href;
}

// Narrows the lists of a page as its form says, and keeps what it says in the page's address, so
// that a list can be sent to somebody as it is seen.
const form = document.querySelector("form.filters");
if (form) narrow(form);

function narrow(form) {
  const AT_ONCE = 10; // rows that a browser lays out within a frame or two
  const MOST = 200; // and when nobody types
  const fields = [...form.elements].filter((field) => field.name);
  const count = form.querySelector("output");
  const more = document.querySelector(".more");
  const tables = [...document.querySelectorAll(".filters ~ .rows, .filters ~ section > .rows")].map((table) => ({
    section: table.closest("section"),
    body: table.querySelector("tbody"),
    rows: [...table.querySelectorAll("tbody tr")].map((row, place) => ({
      row,
      place,
      words: folded(row.textContent),
      ...row.dataset,
    })),
  }));
  let order = "";

  function show(most = MOST) {
    const asked = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
    const words = folded(asked.q ?? "").split(" ").filter(Boolean);
    if (asked.order !== order) tables.forEach((table) => arrange(table, asked.order));
    order = asked.order;
    let all = 0;
    let found = 0;
    for (const { section, rows } of tables) {
      const before = found;
      for (const entry of rows) {
        const fits = matches(entry, words, asked);
        const hidden = !fits || found >= most;
        if (entry.row.hidden !== hidden) entry.row.hidden = hidden;
        if (fits) found += 1;
      }
      all += rows.length;
      if (section) section.hidden = found === before || before >= most;
    }
    more.hidden = found <= Math.max(most, MOST);
    count.textContent = count.dataset.words.replace("{shown}", found).replace("{all}", all);
    const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
    for (const field of fields) field.parentElement.classList.toggle("narrows", kept.has(field.name));
    history.replaceState(null, "", `${location.pathname}${kept.size ? `?${kept}` : ""}${location.hash}`);
  }

  function matches(entry, words, asked) {
    return (
      words.every((word) => entry.words.includes(word)) &&
      (!asked.state || entry.state.split(" ").includes(asked.state)) &&
      (!asked.owner || entry.owner.split(" ").includes(asked.owner)) &&
      (!asked.body || entry.body.split(" ").includes(asked.body)) &&
      (!asked.closed || entry.closed === asked.closed) &&
      (!asked.year || entry.day.startsWith(asked.year)) &&
      (!asked.due || (entry.due ?? "9999") <= asked.due)
    );
  }

  function arrange({ body, rows }, order) {
    const later = (one, other) => one.day.localeCompare(other.day);
    const turned = { newest: (one, other) => later(other, one), oldest: later };
    const first = turned[order] ?? (() => 0);
    rows.sort((one, other) => first(one, other) || one.place - other.place);
    body.replaceChildren(...rows.map((entry) => entry.row));
  }

  more.querySelector("button").addEventListener("click", () => show(Infinity));
  addEventListener("beforeprint", () => show(Infinity)); // paper takes them all
  addEventListener("afterprint", () => show());
  fill(form, fields);
  let waiting;
  form.addEventListener("input", () => {
    show(AT_ONCE);
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  });
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}

// Fills in a form, here or in search.js, as the page's address says. What the form does not offer is left out,
// and the page says so until something else is asked for.
function fill(form, fields) {
  const unknown = form.querySelector(".filters__unknown");
  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = (asked.get(field.name) ?? "").trim();
    if (!value) continue;
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
