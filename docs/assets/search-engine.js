// Finds what was asked for, and says what comes first. Pagefind looks up one word at a time; what holds
// most of the words, and in which order, is worked out here. Begin at `find`. The index is made by
// hooks/releve/pages/search_index.py.
import { asked, folded, isSlip, nameKey, shown } from "./search-words.js";

const LANGUAGE = document.documentElement.lang;
const RANKING = { metaWeights: { title: 3, name: 9, names: 7, date: 2, address: 1, marks: 0 } };
const PAST = 0.3; // by which the score of what no longer stands is multiplied
const MOST = 0.75; // of the best share of the words: what has less is left out where nothing has them all
const BEGUN = 2; // letters of the shortest beginning of a word
const SLIP = 6; // letters of the shortest word in which a slip is forgiven
const SLIPS = 10; // and in which two are
const FIRST = 10; // results, among which an exact title is looked for

let loaded;

// `sisters` are registers on the same host that are searched too: each has its `root`, and is told
// whether it is `missing`.
export function load(sisters) {
  loaded ??= start(sisters).catch((error) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function start(sisters) {
  const { createInstance } = await import("./search/pagefind.js");
  // Searches in the page itself: it takes milliseconds, and a worker would double what is loaded.
  const engine = createInstance({ noWorker: true, ranking: RANKING });
  const lists = [await listOf(new URL("./search/", import.meta.url))];
  for (const sister of sisters) {
    const index = new URL(`${sister.root}assets/search/`, location.href);
    const list = await listOf(index).catch(() => null);
    sister.missing = !list;
    if (!list) continue;
    await engine.mergeIndex(index.pathname, { baseUrl: sister.root, ranking: RANKING });
    lists.push(list);
  }
  const { results } = await engine.search(null);
  const entries = new Map(results.map((entry, place) => [entry.id, { ...entry, place }]));
  return { engine, entries, answers: new Map(), ...joined(lists, [...entries.keys()]) };
}

// The list of words that lies beside an index, asked for anew: it keeps its name when it changes.
async function listOf(index) {
  const answer = await fetch(new URL(`words.${LANGUAGE}.txt`, index), { cache: "no-cache" });
  if (!answer.ok) throw new Error(answer.url);
  const [head, ...words] = (await answer.text()).trim().split("\n");
  return { ...JSON.parse(head), words };
}

// What the lists say of entries by their place, by the ids that Pagefind has given to these.
function joined(lists, ids) {
  const [past, names, words] = [new Set(), new Map(), new Map()];
  let first = 0;
  for (const list of lists) {
    for (const place of list.past) past.add(ids[first + place]);
    for (const word of list.words) words.set(folded(word), word);
    first += list.size;
    list.names.forEach((keys, place) => {
      const id = ids[first - list.names.length + place];
      for (const key of keys) names.set(key, [...(names.get(key) ?? []), id]);
    });
  }
  return { past, names, words };
}

// What was found, the best first: `all`; whether these are `whole`, with all of the words; and `read`, pairs
// of a word that the register does not have and of those that were taken for it.
export async function find(query, marks, speech, sisters = []) {
  const index = await load(sisters);
  const { number, kind, phrase, words, alone } = asked(query, speech);
  const among = await within(index, marks);
  const wanted = [number && mark("number", number), kind && mark("kind", kind)].filter(Boolean);
  const numbered = number ? latest(index, await within(index, wanted, among)) : [];
  if (number && !alone) {
    // Whoever asks for decision 99 wants no other, but may want a text that speaks of it.
    if (words.length) return ranked(index, words, new Set(numbered.map(({ id }) => id)));
    const spoken = phrase ? await within(index, [phrase], among) : new Set();
    return { all: unique([...numbered, ...latest(index, spoken)]), whole: true, read: [] };
  }
  if (!words.length) return { all: marks.length ? latest(index, among) : [], whole: true, read: [] };
  const found = await ranked(index, words, among);
  const keys = mended(query, found.read).map((one) => nameKey(one, speech.small));
  const named = latest(index, new Set(keys.flatMap((key) => index.names.get(key) ?? [])), among);
  const first = [...named, ...numbered];
  const titled = await titledFirst(found.all, keys, speech.small);
  return { ...found, whole: found.whole || first.length > 0, all: unique([...first, ...titled], found.all) };
}

// What a query may have been meant to be, without the slips in it.
function mended(query, read) {
  const put = (queries, [typed, meant]) => queries.flatMap((one) => meant.map((word) => one.replaceAll(typed, word)));
  return read.reduce(put, [folded(query)]);
}

// Each result once; as it is among `known` ones, which say at which places it has the words.
function unique(all, known = []) {
  const by = new Map(known.map((one) => [one.id, one]));
  return [...new Map(all.map((one) => [one.id, by.get(one.id) ?? one])).values()];
}

// Of the first results, which are shown anyway, those that are called as was asked come first.
async function titledFirst(all, keys, small) {
  const first = await Promise.all(all.slice(0, FIRST).map((one) => one.data()));
  const titled = ({ meta }) => {
    const title = shown(meta.title ?? meta.name).replace(/^[\p{L}\p{N}.]{1,6}\. /u, ""); // without a number
    return keys.includes(nameKey(title, small));
  };
  const exact = first.map(titled);
  const part = (wanted) => all.slice(0, FIRST).filter((_, place) => exact[place] === wanted);
  return [...part(true), ...part(false), ...all.slice(FIRST)];
}

// --- what bears marks

// What the index has for a choice, in place of a filter: see `_mark` in search_index.py.
export function mark(name, value) {
  const letters = [...value].map((sign) => "абвгдежзиклм"["0123456789-_".indexOf(sign)] ?? sign);
  return `ƿ${name}ƿ${letters.join("")}ƿ`;
}

// What Pagefind answers. It takes words in quotes as they are, one after the other; others it completes.
function ask(index, words) {
  if (!index.answers.has(words)) index.answers.set(words, index.engine.search(words));
  return index.answers.get(words).then(({ results }) => results);
}

// The ids of what has all of these marks or phrases, among others if any are given; null for all.
async function within(index, marks, among = null) {
  const answers = await Promise.all(marks.map((one) => ask(index, `"${one}"`)));
  const sets = answers.map((results) => new Set(results.map(({ id }) => id)));
  return [...sets, ...(among ? [among] : [])].reduce(meet, null);
}

const meet = (some, others) => (some ? new Set([...some].filter((id) => others.has(id))) : others);

// Of the entries with these ids, the latest first, and what stands before what does not.
function latest(index, ids, among = null) {
  const all = [...index.entries.values()].filter(({ id }) => (!ids || ids.has(id)) && (!among || among.has(id)));
  return [...all.filter(({ id }) => !index.past.has(id)), ...all.filter(({ id }) => index.past.has(id))];
}

// --- what holds words

async function ranked(index, words, among) {
  const looked = (await Promise.all(words.map((word) => lookUp(index, word)))).flat();
  const scored = new Map();
  for (const { answers } of looked) {
    const rare = Math.log(1 + index.entries.size / (1 + answers.size));
    for (const [id, { score, places }] of answers) {
      if (among && !among.has(id)) continue;
      const one = scored.get(id) ?? { ...index.entries.get(id), words: [], score: 0, share: 0, has: 0 };
      one.words.push(places);
      one.score += score;
      one.share += rare;
      one.has += 1;
      scored.set(id, one);
    }
  }
  const all = [...scored.values()];
  const whole = all.filter(({ has }) => has === looked.length);
  const best = Math.max(...all.map(({ share }) => share));
  const kept = whole.length ? whole : all.filter(({ share }) => share >= MOST * best);
  for (const one of kept) {
    const stands = index.past.has(one.id) ? PAST : 1;
    one.value = one.score * (one.share / best) ** 2 * stands * (1 + together(one.words) / looked.length);
  }
  kept.sort((one, other) => other.value - one.value || one.place - other.place);
  const read = looked.flatMap(({ read }) => read ?? []);
  return { all: kept, whole: whole.length > 0, read };
}

// How many words stand right after the one before them.
function together(words) {
  const after = (places, at) => at > 0 && places.some((place) => words[at - 1].includes(place - 1));
  return words.filter(after).length;
}

// What holds a word; or each of its parts, where nothing holds it whole.
async function lookUp(index, { text, parts, day, kind, state }) {
  const answers = new Map();
  const marks = [day && mark("day", day), kind && mark("kind", kind), state && mark("state", state)];
  for (const one of marks.filter(Boolean)) add(answers, await ask(index, `"${one}"`), 1);
  const exact = await ask(index, `"${text}"`);
  if (!exact.length && !answers.size && parts.length > 1) {
    const found = await Promise.all(parts.map((part) => lookUp(index, { text: part, parts: [part] })));
    return found.flat();
  }
  const has = new Set(exact.map(({ id }) => id));
  // Pagefind scores words, but completes them: "corne" would be found in "Cornebrume", and 2 in 23.
  if (has.size) add(answers, (await ask(index, text)).filter(({ id }) => has.has(id)));
  if (answers.size || /\p{N}/u.test(text)) return [{ answers }];
  // Only words that the register has are completed: of others, Pagefind would take the beginning.
  const begun = text.length >= BEGUN && [...index.words.keys()].find((word) => word.startsWith(text));
  if (begun) {
    if ((await ask(index, `"${begun}"`)).length) add(answers, await ask(index, text));
    return [{ answers }];
  }
  const near = nearest(index, text);
  for (const word of near) if ((await ask(index, `"${word}"`)).length) add(answers, await ask(index, word));
  return [{ answers, read: near.length ? [[text, near.map((word) => index.words.get(word))]] : [] }];
}

function add(answers, results, score = null) {
  for (const one of results) {
    const before = answers.get(one.id) ?? { score: 0, places: [] };
    answers.set(one.id, { score: Math.max(before.score, score ?? one.score), places: [...before.places, ...one.words] });
  }
}

// The words of the register that somebody may have meant.
function nearest(index, text) {
  if (text.length < SLIP) return [];
  const within = (most) => [...index.words.keys()].filter((word) => isSlip(text, word, most));
  const near = within(1);
  return near.length || text.length < SLIPS ? near : within(2);
}
