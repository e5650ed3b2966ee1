// Searches the register as one types, and keeps the words and filters in the page's address. The
// index is made by hooks/releve/pages/search_index.py, and read by Pagefind, which is loaded with this page alone.
const form = document.querySelector(".search--page");
const results = document.querySelector(".results");
const more = document.querySelector(".more");
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
const load = async () => {
  const { createInstance } = await import("./search/pagefind.js");
  const engine = createInstance({ noWorker: true, ranking: RANKING });
  await Promise.all(sisters.map((sister) => join(engine, sister)));
  return engine;
};

// Registers on the same host are searched together. One that is not there is told, and left out.
const sisters = [...document.querySelectorAll(".sister")].map((place) => {
  const link = place.querySelector("a");
  return { name: link.textContent, root: link.pathname, missing: place.querySelector("strong") };
});

async function join(engine, { root, missing }) {
  const index = `${root}assets/search/`;
  missing.hidden = true;
  try {
    if (!(await fetch(`${index}pagefind-entry.json`)).ok) throw new Error(index);
    await engine.mergeIndex(index, { baseUrl: root, ranking: RANKING });
  } catch {
    missing.hidden = false;
  }
}

// A title counts more than a word in a text, but does not drown it.
const RANKING = { metaWeights: { title: 5, address: 1, date: 1, marks: 0 } };

async function search() {
  const mine = (newest += 1);
  keep();
  const words = prepared(form.elements.q.value);
  const marks = choices.map((choice) => choice.selectedOptions[0]).flatMap(marked);
  const idle = !words && !marks.length;
  let all = [];
  try {
    if (!idle) all = await matches(words, marks);
  } catch {
    engine = null;
    said.textContent = said.dataset.missing;
    return;
  }
  const shown = await Promise.all(all.slice(0, AT_ONCE).map((one) => entry(one, words)));
  if (mine !== newest) return; // something else has been typed meanwhile
  found = all;
  results.replaceChildren(...shown);
  more.hidden = found.length <= AT_ONCE;
  for (const one of elsewhere) one.hidden = idle || found.length > FEW;
  const count = found.length.toLocaleString(document.documentElement.lang);
  if (idle) said.textContent = "";
  else said.textContent = found.length ? said.dataset.found.replace("{n}", count) : said.dataset.none;
}

// What was asked stands in the address, and in that of the same search in other languages.
function keep() {
  const asked = fields.map((field) => [field.name, field.value.trim()]);
  const kept = new URLSearchParams(asked.filter(([, value]) => value));
  const query = kept.size ? `?${kept}` : "";
  history.replaceState(null, "", `${location.pathname}${query}`);
  for (const link of document.querySelectorAll(".results__elsewhere a, .languages a"))
    link.search = query;
  for (const choice of choices) choice.parentElement.classList.toggle("narrows", kept.has(choice.name));
}

// What bears the number that was asked for comes first, then what holds the words.
async function matches(words, marks) {
  const pagefind = await (engine ??= load());
  const ask = async (words, marks) => {
    // Without words, everything that the choices let through, the latest first.
    const how = words ? {} : { sort: { day: "desc" } };
    return (await pagefind.search([words, ...marks].join(" "), how)).results;
  };
  const { number, kind, rest } = numbered(words);
  const named = [number && mark("number", number), kind && mark("kind", kind)].filter(Boolean);
  const first = number ? await ask(rest, [...named, ...marks]) : [];
  const known = new Set(first.map((one) => one.id));
  return [...first, ...(await ask(words, marks)).filter((one) => !known.has(one.id))];
}

// What the index has for a choice, in place of a filter: see hooks/releve/pages/search_index.py.
function mark(name, value) {
  const letters = [...value].map((sign) => "абвгдежзиклм"["0123456789-_".indexOf(sign)] ?? sign);
  return `ƿ${name}ƿ${letters.join("")}ƿ`;
}

function marked({ value, dataset, parentElement }) {
  if (!value) return [];
  if (dataset.among) return [mark("among", dataset.among)];
  return [mark(parentElement.closest("select").name, value)];
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

// Words as the index has them: without signs, and without what is cut off before an apostrophe.
function prepared(query) {
  return query
    .normalize("NFC")
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}|qu)['\u2019](?=\p{L})/giu, " ")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

// --- one result

async function entry(result, words) {
  const { meta, content, locations, url } = await result.data();
  const sister = sisters.find(({ root }) => url.startsWith(root));
  const li = document.querySelector("template").content.cloneNode(true).querySelector("li");
  const link = li.querySelector("a");
  const [, facts, text] = li.children;
  const marks = meta.marks.split(" ");
  const asked = folded(words).split(" ");
  const isAsked = (piece) => folded(prepared(shown(piece))).split(" ").some((one) => asked.includes(one));
  link.href = (sister?.root ?? results.dataset.root) + meta.address;
  write(link, pieces(meta.title).map((piece) => [piece, words && isAsked(piece)]));
  const body = sister ? [sister.name] : labels("body", marks);
  const at = [...labels("kind", marks), ...body, shown(meta.date ?? "")];
  facts.append(at.filter(Boolean).map((option) => option.text ?? option).join(" · "));
  for (const { value, text } of labels("state", marks)) {
    const state = document.createElement("span");
    state.className = `state state--${value}`;
    state.textContent = text;
    facts.append(" ", state);
  }
  if (meta.tongue) text.lang = meta.tongue;
  write(text, excerpt(content, new Set(locations)));
  return li;
}

// The options of a choice that hold for a result.
function labels(name, marks) {
  const options = [...(form.elements[name]?.options ?? [])];
  return options.filter(({ value }) => marks.includes(mark(name, value)));
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

function write(element, words) {
  for (const [word, hit] of words) {
    const [, before, bare, after] = shown(word).match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
    const mark = document.createElement("mark");
    mark.textContent = bare;
    element.append(before, hit ? mark : bare, after);
  }
}

// The signs of the index as they are read: see hooks/releve/pages/search_index.py.
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

fill(form, fields); // in register.js, which every page has run before
search();
