// The page that searches: shows what is found as one types, and keeps the words and filters in the page's
// address. search-engine.js finds it; search-words.js reads what was typed. All three are loaded with this
// page alone.
import { find, mark } from "./search-engine.js";
import { folded, rootsOf, shown, tellingRoots } from "./search-words.js";

const form = document.querySelector(".search--page");
const results = document.querySelector(".results");
const more = document.querySelector(".more");
const said = form.querySelector("output");
const elsewhere = [...document.querySelectorAll(".results__elsewhere")];
const fields = [...form.elements].filter((field) => field.name);
const choices = fields.filter((field) => field.name !== "q");
const language = document.documentElement.lang;
const title = document.title;

const AT_ONCE = 10; // results
const FEW = 3; // of which so many or less may be too little
const WINDOW = 32; // words of a result
const NO_WORDS = "ƿ"; // see hooks/releve/pages/search_index.py
let newest = 0;
let found = [];
let asked = new Set(); // words, by their roots

// Registers on the same host are searched together. One that is not there is told, and left out.
const sisters = [...document.querySelectorAll(".sister")].map((place) => {
  const [link, missing] = [place.querySelector("a"), place.querySelector("strong")];
  return { name: link.textContent, root: link.pathname, set missing(is) { missing.hidden = !is; } };
});

// What the engine has to know of the language: see `asked` in search-words.js.
const month = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
const speech = {
  small: new Set(said.dataset.small.split(" ")),
  months: new Set([...Array(12).keys()].map((at) => folded(month.format(Date.UTC(2000, at))))),
  kinds: new Map(
    [...form.elements.kind.options].flatMap(({ value, text, dataset }) =>
      [text, ...(dataset.words ?? "").split("|")].filter(() => value).map((name) => [rootsOf(name).join(" "), value]),
    ),
  ),
  states: [...form.elements.state.options]
    .filter(({ value, dataset }) => value && !dataset.among)
    .map(({ value, text }) => ({ value, roots: rootsOf(text) })),
};

// What is found for a query as the page finds it, and how it is told.
export const search = (query, marks = []) => find(query, marks, speech, sisters);

async function show() {
  const mine = (newest += 1);
  const query = keep();
  const marks = choices.map((choice) => choice.selectedOptions[0]).flatMap(marked);
  let answer;
  let first;
  try {
    answer = await search(query, marks);
    const meant = answer.read.flatMap(([, words]) => words);
    asked = new Set([query, ...meant].flatMap((text) => tellingRoots(text, speech.small)));
    first = await Promise.all(answer.all.slice(0, AT_ONCE).map(entry));
  } catch {
    if (mine === newest) said.textContent = said.dataset.missing;
    return;
  }
  if (mine !== newest) return; // something else has been typed meanwhile
  found = answer.all;
  results.replaceChildren(...first);
  more.hidden = found.length <= AT_ONCE;
  const idle = !query && !marks.length;
  for (const one of elsewhere) one.hidden = idle || found.length > FEW;
  said.textContent = idle ? "" : told(answer);
}

// How many were found, and what they are where it is not what was asked.
function told({ all, whole, read }) {
  const { found, none, most, instead } = said.dataset;
  if (!all.length) return none;
  const meant = read.map(([typed, words]) => filled(instead, { typed: quoted(typed), meant: words.map(quoted).join(", ") }));
  const count = filled(found, { n: all.length.toLocaleString(language) });
  const besides = [...(whole ? [] : [most]), ...meant];
  return besides.length ? `${count}. ${besides.join(" ")}` : count;
}

const filled = (words, values) => words.replace(/{(\w+)}/g, (_, name) => values[name]);
const quoted = (word) => filled(said.dataset.quoted, { word });

// What was asked stands in the address, in that of the same search in other languages, and in the title.
function keep() {
  const asked = fields.map((field) => [field.name, field.value.trim()]);
  const kept = new URLSearchParams(asked.filter(([, value]) => value));
  const address = kept.size ? `?${kept}` : "";
  history.replaceState(null, "", `${location.pathname}${address}`);
  for (const link of document.querySelectorAll(".results__elsewhere a, .languages a")) link.search = address;
  for (const choice of choices) choice.parentElement.classList.toggle("narrows", kept.has(choice.name));
  const query = kept.get("q") ?? "";
  document.title = query ? `${quoted(query)} – ${title}` : title;
  return query;
}

function marked({ value, dataset, parentElement }) {
  if (!value) return [];
  if (dataset.among) return [mark("among", dataset.among)];
  return [mark(parentElement.closest("select").name, value)];
}

// --- one result

async function entry(result) {
  const { meta, content, url } = await result.data();
  const sister = sisters.find(({ root }) => url.startsWith(root));
  const li = document.querySelector("template").content.cloneNode(true).querySelector("li");
  const link = li.querySelector("a");
  const [, facts, text] = li.children;
  const marks = meta.marks.split(" ");
  const heading = meta.subject ?? meta.title ?? meta.name;
  link.href = (sister?.root ?? results.dataset.root) + meta.address;
  write(link, pieces(heading).map((piece) => [piece, isAsked(piece)]));
  // A decision or a follow-up is called by its subject; its number, date and body stand under it.
  const own = meta.subject ? [] : labels("body", marks);
  const at = meta.subject ? [shown(meta.title)] : labels("kind", marks);
  at.push(...(sister ? [sister.name] : own), meta.subject ? "" : shown(meta.date ?? ""));
  facts.append(at.filter(Boolean).map((option) => option.text ?? option).join(" · "));
  for (const { value, text } of labels("state", marks)) {
    const state = document.createElement("span");
    state.className = `state state--${value}`;
    state.textContent = text;
    facts.append(" ", state);
  }
  if (meta.tongue) text.lang = meta.tongue;
  if (meta.tongue && meta.subject) link.lang = meta.tongue;
  const isSaid = bare(content) === bare(heading); // by the heading, all of it
  if (content !== NO_WORDS && !isSaid) write(text, excerpt(content, new Set(result.words.flat())));
  return li;
}

const bare = (words) => shown(words).toLowerCase().replace(/[.\s]+$/, "");

// The options of a choice that hold for a result.
function labels(name, marks) {
  const options = [...(form.elements[name]?.options ?? [])];
  return options.filter(({ value }) => marks.includes(mark(name, value)));
}

// The words of a text, each with the space after it.
const pieces = (text) => text.match(/\S+\s*/g) ?? [];

const isAsked = (piece) => tellingRoots(shown(piece), speech.small).some((one) => asked.has(one));

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

// --- what the reader does

more.querySelector("button").addEventListener("click", async () => {
  const here = results.children.length;
  const mine = newest;
  const next = await Promise.all(found.slice(here, here + AT_ONCE).map(entry));
  if (mine !== newest) return;
  results.append(...next);
  more.hidden = results.children.length >= found.length;
  next[0].querySelector("a").focus(); // where the reader was is gone, or further down
});

let waiting;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, 120);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
form.addEventListener("reset", () => setTimeout(show));

fill(form, fields); // in register.js, which every page has run before
show();
