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
  const fields = [...form.elements].filter((field) => field.name);
  const count = form.querySelector("output");
  // Of each table its rows, and the groups that they fill. What is not in view costs the browser
  // nothing as long as only attributes change.
  const tables = [...document.querySelectorAll(".rows")].map((table) => ({
    section: table.closest("section"),
    groups: [...table.querySelectorAll("tbody")].map((body) => ({ body, size: body.rows.length })),
    rows: [...table.querySelectorAll("tbody tr")].map((row, place) => ({
      row,
      place,
      hidden: false,
      words: folded(row.textContent),
      ...row.dataset,
    })),
  }));
  let order = "";

  function show() {
    const asked = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
    const words = folded(asked.q ?? "").split(" ").filter(Boolean);
    if (asked.order !== order) tables.forEach((table) => arrange(table, asked.order));
    order = asked.order;
    let all = 0;
    let shown = 0;
    for (const { section, groups, rows } of tables) {
      const before = shown;
      for (const entry of rows) {
        const hidden = !matches(entry, words, asked);
        if (entry.hidden !== hidden) entry.row.hidden = entry.hidden = hidden;
        shown += hidden ? 0 : 1;
      }
      all += rows.length;
      if (section) section.hidden = shown === before;
      let next = 0;
      for (const { body, size } of groups) {
        const here = rows.slice(next, (next += size)).filter((entry) => !entry.hidden).length;
        body.hidden = !here;
        body.style.setProperty("--shown", here);
      }
    }
    count.textContent = count.dataset.words.replace("{shown}", shown).replace("{all}", all);
    const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
    for (const field of fields) field.parentElement.classList.toggle("narrows", kept.has(field.name));
    history.replaceState(null, "", `${location.pathname}${kept.size ? `?${kept}` : ""}${location.hash}`);
  }

  function matches(entry, words, asked) {
    return (
      words.every((word) => entry.words.includes(word)) &&
      (!asked.state || entry.state.split(" ").includes(asked.state)) &&
      (!asked.owner || entry.owner.split(" ").includes(asked.owner)) &&
      (!asked.body || entry.body === asked.body) &&
      (!asked.closed || entry.closed === asked.closed) &&
      (!asked.year || entry.day.startsWith(asked.year)) &&
      (!asked.due || (entry.due ?? "9999") <= asked.due)
    );
  }

  function arrange({ groups, rows }, order) {
    const later = (one, other) => one.day.localeCompare(other.day);
    const turned = { newest: (one, other) => later(other, one), oldest: later };
    const first = turned[order] ?? (() => 0);
    rows.sort((one, other) => first(one, other) || one.place - other.place);
    let next = 0;
    for (const { body, size } of groups) {
      body.replaceChildren(...rows.slice(next, (next += size)).map((entry) => entry.row));
    }
  }

  const asked = new URLSearchParams(location.search);
  for (const field of fields) field.value = asked.get(field.name) ?? field.value;
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}

// Words without case, accents and kinds of apostrophe and space, as people type them to search.
function folded(words) {
  const bare = words.normalize("NFD").replace(/\p{M}/gu, "").replace(/\u2019/g, "'");
  return bare.toLowerCase().replace(/\s+/g, " ").trim();
}
