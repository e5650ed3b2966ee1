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
const form = document.querySelector(".filters");
if (form) narrow(form);

function narrow(form) {
  const fields = [...form.elements].filter((field) => field.name);
  const count = form.querySelector("output");
  const rows = [...document.querySelectorAll(".rows tbody tr")].map((row, place) => ({
    row,
    place,
    body: row.parentElement,
    words: folded(row.textContent),
    data: row.dataset,
  }));
  let order = "";

  function show() {
    const asked = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
    const words = folded(asked.q ?? "").split(" ").filter(Boolean);
    let shown = 0;
    for (const { row, words: said, data } of rows) {
      const hidden = !(
        words.every((word) => said.includes(word)) &&
        (!asked.state || data.state.split(" ").includes(asked.state)) &&
        (!asked.owner || data.owner.split(" ").includes(asked.owner)) &&
        (!asked.body || data.body === asked.body) &&
        (!asked.closed || data.closed === asked.closed) &&
        (!asked.year || data.day.startsWith(asked.year)) &&
        (!asked.due || (data.due ?? "9999") <= asked.due)
      );
      if (row.hidden !== hidden) row.hidden = hidden;
      shown += hidden ? 0 : 1;
    }
    for (const section of document.querySelectorAll("section:has(> .rows)")) {
      section.hidden = !section.querySelector("tbody tr:not([hidden])");
    }
    if (asked.order !== order) arrange((order = asked.order));
    count.textContent = count.dataset.words.replace("{shown}", shown).replace("{all}", rows.length);
    const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
    for (const field of fields) field.parentElement.classList.toggle("narrows", kept.has(field.name));
    history.replaceState(null, "", `${location.pathname}${kept.size ? `?${kept}` : ""}${location.hash}`);
  }

  function arrange(order) {
    const later = (one, other) => one.data.day.localeCompare(other.data.day);
    const turned = { newest: (one, other) => later(other, one), oldest: later };
    const first = turned[order] ?? (() => 0);
    const sorted = [...rows].sort((one, other) => first(one, other) || one.place - other.place);
    for (const { row, body } of sorted) body.append(row);
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
