// Searches the register as one types, and keeps the words and filters in the page's address. The
// index is made by hooks/releve/search.py, and read by Pagefind, which is loaded with this page alone.
const form = document.querySelector(".search--page");
const results = document.querySelector(".results");
const more = document.querySelector(".results__more");
const said = form.querySelector("output");
const elsewhere = [...document.querySelectorAll(".results__elsewhere")];
const fields = [...form.elements].filter((field) => field.name);
const choices = fields.filter((field) => field.name !== "q");

const AT_ONCE = 10; // results
const FEW = 3; // of which so many or less may be too little
const WINDOW = 32; // words of a result
let newest = 0;
let found = [];
let engine;

// Searches in the page itself: it takes milliseconds, and a worker would double what is loaded.
const load = async () =>
  (await import("./search/pagefind.js")).createInstance({ noWorker: true, ranking: RANKING });

// A title counts more than a word in a text, but does not drown it.
const RANKING = { metaWeights: { title: 3, address: 1, date: 1 } };

async function search() {
  const mine = (newest += 1);
  const asked = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
  keep(asked);
  const filters = Object.fromEntries(
    choices
      .filter((choice) => choice.value)
      .map((choice) => [choice.name, { any: meant(choice.selectedOptions[0]) }]),
  );
  const words = prepared(asked.q);
  const idle = !words && !Object.keys(filters).length;
  let all = [];
  try {
    if (!idle) all = await matches(words, filters);
  } catch {
    engine = null;
    said.textContent = said.dataset.missing;
    return;
  }
  if (mine !== newest) return; // something else has been typed meanwhile
  found = all;
  const shown = await Promise.all(found.slice(0, AT_ONCE).map((one) => entry(one, words)));
  if (mine !== newest) return;
  results.replaceChildren(...shown);
  more.hidden = found.length <= AT_ONCE;
  for (const one of elsewhere) one.hidden = idle || found.length > FEW;
  if (idle) said.textContent = "";
  else if (found.length) said.textContent = said.dataset.found.replace("{n}", found.length.toLocaleString(language));
  else said.textContent = said.dataset.none;
}

// What bears the number that was asked for comes first, then what holds the words.
async function matches(words, filters) {
  const pagefind = await (engine ??= load());
  const ask = async (words, filters) => {
    // Without words, everything that the filters let through, the latest first.
    const how = words ? { filters } : { filters, sort: { day: "desc" } };
    return (await pagefind.search(words || null, how)).results;
  };
  const { number, kind, rest } = numbered(words);
  const first = number ? await ask(rest, { ...filters, number, ...(kind && { kind }) }) : [];
  const known = new Set(first.map((one) => one.id));
  return [...first, ...(await ask(words, filters)).filter((one) => !known.has(one.id))];
}

// The number in « décision 3 du 25 septembre 2019 », « 5C » or "2019-09-25/5C", and the other words.
function numbered(words) {
  const kinds = [...form.elements.kind.options].filter((option) => option.dataset.word);
  for (const { value, dataset } of kinds) {
    const named = new RegExp(`^(.* )?${folded(prepared(dataset.word))} (\\d+\\p{L}?)( .*)?$`, "u");
    const [whole, before = "", number, after = ""] = folded(words).match(named) ?? [];
    if (whole) return { number, kind: value, rest: `${before}${after}`.trim() };
  }
  const [, rest = "", number] = folded(words).match(/^(.* )?(\d{1,3}\p{L}?)$/u) ?? [];
  return { number, rest: rest.trim() };
}

const language = document.documentElement.lang;

const meant = (option) => (option.dataset.any ?? option.value).split(" ");

// What was asked stands in the address, and in that of the same search in other languages.
function keep(asked) {
  const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  const query = kept.size ? `?${kept}` : "";
  history.replaceState(null, "", `${location.pathname}${query}`);
  for (const link of document.querySelectorAll(".results__elsewhere a, .languages a"))
    link.search = query;
  for (const choice of choices) choice.parentElement.classList.toggle("narrows", kept.has(choice.name));
}

// Words as the index has them: without signs, and without what is cut off before an apostrophe.
function prepared(query) {
  const words = query
    .normalize("NFC")
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}|qu)['\u2019](?=\p{L})/giu, " ")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
  return /^["\u201c«].+["\u201d»]$/u.test(query.trim()) ? `"${words}"` : words;
}

// --- one result

async function entry(result, words) {
  const { meta, filters, content, locations, url } = await result.data();
  const li = document.querySelector("template").content.cloneNode(true).querySelector("li");
  const link = li.querySelector("a");
  const [, facts, text] = li.children;
  const asked = folded(words).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const isAsked = (word) =>
    folded(word).split(/[^\p{L}\p{N}]+/u).some((part) => part && asked.includes(part));
  link.href = results.dataset.root + meta.address;
  mark(link, pieces(meta.title).map((piece) => [piece, isAsked(piece)]));
  const kind = label("kind", filters.kind[0]);
  const at = [kind, label("body", filters.body?.[0]), shown(meta.date ?? "")];
  facts.append(at.filter(Boolean).join(" · "));
  for (const state of filters.state ?? []) {
    const box = document.createElement("span");
    box.className = `state state--${state}`;
    box.textContent = label("state", state);
    facts.append(" ", box);
  }
  if (meta.tongue) text.lang = meta.tongue;
  mark(text, excerpt(content, new Set(locations)));
  return li;
}

// What a filter calls a value.
function label(name, value) {
  const options = [...(form.elements[name]?.options ?? [])];
  return options.find((option) => option.value === value)?.text;
}

// The words of a text, each with the space after it.
const pieces = (text) => text.match(/\S+\s*/g) ?? [];

// The part of a text that holds most of what was found, in pieces that say whether they were found.
function excerpt(text, places) {
  const words = pieces(text).map((piece, place) => [piece, places.has(place)]);
  const hits = (start) => words.slice(start, start + WINDOW).filter(([, hit]) => hit).length;
  const starts = [0, ...[...places].map((place) => Math.max(place - 6, 0))];
  const start = starts.reduce((best, one) => (hits(one) > hits(best) ? one : best));
  const part = words.slice(start, start + WINDOW);
  if (start) part.unshift(["… ", false]);
  if (start + WINDOW < words.length) part.push(["…", false]);
  return part;
}

function mark(element, words) {
  for (const [word, hit] of words) {
    const [, before, bare, after] = shown(word).match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
    const marked = document.createElement("mark");
    marked.textContent = bare;
    element.append(before, hit ? marked : bare, after);
  }
}

// The signs of the index as they are read: see hooks/releve/search.py.
function shown(words) {
  return words.replace(/'\x1e ?/g, "\u2019").replace(/\x1f ?/g, "\u00a0");
}

function folded(words) {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

// --- what the reader does

more.querySelector("button").addEventListener("click", async () => {
  const here = results.children.length;
  const mine = newest;
  const words = prepared(form.elements.q.value);
  const next = await Promise.all(found.slice(here, here + AT_ONCE).map((one) => entry(one, words)));
  if (mine !== newest) return;
  results.append(...next);
  more.hidden = results.children.length >= found.length;
  next[0].querySelector("a").focus(); // where the reader was is gone, or further down
});

let waiting;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 120);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
form.addEventListener("reset", () => setTimeout(search));

const asked = new URLSearchParams(location.search);
for (const field of fields) field.value = asked.get(field.name) ?? "";
if (!asked.size) form.elements.q.focus();
search();
