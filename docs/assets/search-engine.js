// Finds what was asked for, and says what comes first. Pagefind looks up one word at a time; what holds
// most of the words, and in which order, is worked out here. Begin at `find`. The index is made by
// hooks/releve/pages/search_index.py.
import { asked, folded, isSlip, nameKey, shown } from "./search-words.js";

const LANGUAGE = document.documentElement.lang;
const RANKING = { metaWeights: { title: 3, name: 6, names: 5, date: 2, address: 1, marks: 0 } };
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
  return { engine, answers: new Map(), ...joined(lists) };
}

// The list that lies beside an index, asked for anew: it keeps its name when it changes.
async function listOf(index) {
  const answer = await fetch(new URL(`words.${LANGUAGE}.txt`, index), { cache: "no-cache" });
  if (!answer.ok) throw new Error(answer.url);
  const [head, ...words] = (await answer.text()).trim().split("\n");
  return { ...JSON.parse(head), words };
}

// How many entries there are, which of them are past, which have a name, and all words of the index.
function joined(lists) {
  const [past, names, words] = [new Set(), new Map(), new Map()];
  for (const list of lists) {
    for (const id of list.past) past.add(id);
    for (const word of list.words) words.set(folded(word), word);
    for (const [key, ids] of Object.entries(list.names)) names.set(key, [...(names.get(key) ?? []), ...ids]);
  }
  return { size: lists.reduce((sum, { size }) => sum + size, 0), past, names, words };
}

// What was found, the best first: `all`; whether these are `whole`, with all of the words; and `read`, pairs
// of a word that the register does not have and of those that were taken for it.
export async function find(query, marks, speech, sisters = []) {
  if (!query && !marks.length) return { all: [], whole: true, read: [] }; // and nothing is loaded
  const index = await load(sisters);
  const { number, kind, phrase, words, alone } = asked(query, speech);
  const among = await within(index, marks);
  const wanted = [number && mark("number", number), kind && mark("kind", kind)].filter(Boolean);
  const numbered = number ? meet(await within(index, wanted), among) : new Map();
  if (number && !alone) {
    // Whoever asks for decision 99 wants no other, but may want a text that speaks of it.
    if (words.length) return ranked(index, words, numbered);
    const spoken = phrase ? meet(await within(index, [phrase]), among) : new Map();
    return { all: unique([...inOrder(index, numbered), ...inOrder(index, spoken)]), whole: true, read: [] };
  }
  if (!words.length) return { all: marks.length ? inOrder(index, among) : [], whole: true, read: [] };
  const found = await ranked(index, words, among);
  const keys = mended(query, found.read).map((one) => nameKey(one, speech.small));
  const ids = new Set(keys.flatMap((key) => index.names.get(key) ?? []));
  const named = found.all.filter(({ id }) => ids.has(id));
  const all = unique([...named, ...inOrder(index, numbered), ...(await titledFirst(found.all, keys, speech.small))]);
  return { ...found, whole: found.whole || named.length + numbered.size > 0, all };
}

const unique = (all) => [...new Map(all.map((one) => [one.id, one])).values()];

// What a query may have been meant to be, without the slips in it.
function mended(query, read) {
  const put = (queries, [typed, meant]) => queries.flatMap((one) => meant.map((word) => one.replaceAll(typed, word)));
  return read.reduce(put, [folded(query)]);
}

// Of the first results, which are shown anyway, those that are called as was asked come first.
async function titledFirst(all, keys, small) {
  const first = await Promise.all(all.slice(0, FIRST).map((one) => one.data()));
  const titled = ({ meta }) => {
    const title = shown(meta.title ?? meta.name).replace(/^[\p{L}\p{N}.]{1,6}\. /u, ""); // without a number
    return [title, shown(meta.subject ?? "")].some((one) => one && keys.includes(nameKey(one, small)));
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

// What Pagefind answers. It completes words, and says what comes first.
function ask(index, words) {
  if (!index.answers.has(words)) index.answers.set(words, index.engine.search(words));
  return index.answers.get(words).then(({ results }) => results);
}

// In quotes, it takes words as they are, one after the other, and gives entries in their order: the latest first.
const exactly = (index, words) => ask(index, `"${words}"`);

// What has all of these marks or phrases, by id; null, for everything, if there are none.
async function within(index, marks) {
  const answers = await Promise.all(marks.map((one) => exactly(index, one)));
  return answers.map((results) => new Map(results.map((one) => [one.id, one]))).reduce(meet, null);
}

const meet = (some, others) => (some && others ? new Map([...some].filter(([id]) => others.has(id))) : (some ?? others));

// The latest first, and what stands before what does not.
function inOrder(index, entries) {
  const all = [...entries.values()];
  return [...all.filter(({ id }) => !index.past.has(id)), ...all.filter(({ id }) => index.past.has(id))];
}

// --- what holds words

async function ranked(index, words, among) {
  const looked = (await Promise.all(words.map((word) => lookUp(index, word)))).flat();
  const scored = new Map();
  for (const { answers } of looked) {
    const rare = Math.log(1 + index.size / (1 + answers.size));
    let place = 0;
    for (const [id, { score, places, data }] of answers) {
      place += 1;
      if (among && !among.has(id)) continue;
      const one = scored.get(id) ?? { id, data, place, words: [], score: 0, share: 0 };
      one.words.push(places);
      one.score += score;
      one.share += rare;
      scored.set(id, one);
    }
  }
  const all = [...scored.values()];
  const whole = all.filter((one) => one.words.length === looked.length);
  const best = Math.max(...all.map(({ share }) => share));
  const kept = whole.length ? whole : all.filter(({ share }) => share >= MOST * best);
  for (const one of kept) {
    const stands = index.past.has(one.id) ? PAST : 1;
    one.value = one.score * (one.share / best) ** 2 * stands * (1 + together(one.words) / looked.length);
  }
  kept.sort((one, other) => other.value - one.value || one.place - other.place);
  return { all: kept, whole: whole.length > 0, read: looked.flatMap(({ read }) => read ?? []) };
}

// How many words stand right after the one before them.
function together(words) {
  const after = (places, at) => at > 0 && places.some((place) => words[at - 1].includes(place - 1));
  return words.filter(after).length;
}

// What holds a word; or each of its parts, where nothing holds it whole.
async function lookUp(index, { text, parts, day, kind, state }) {
  const answers = new Map();
  const exact = await exactly(index, text);
  // Pagefind completes words as it scores them: "corne" would be found in "Cornebrume", and 2 in 23.
  if (exact.length) add(answers, exact, await ask(index, text));
  const marks = [day && mark("day", day), kind && mark("kind", kind), state && mark("state", state)];
  for (const one of marks.filter(Boolean)) add(answers, await exactly(index, one), [], 1);
  if (!answers.size && parts.length > 1) {
    const found = await Promise.all(parts.map((part) => lookUp(index, { text: part, parts: [part] })));
    return found.flat();
  }
  if (answers.size || /\p{N}/u.test(text)) return [{ answers }];
  // Only words that the register has are completed: of others, Pagefind would take the beginning.
  const begun = text.length >= BEGUN && [...index.words.keys()].find((word) => word.startsWith(text));
  if (begun) {
    const results = (await exactly(index, begun)).length ? await ask(index, text) : [];
    return [{ answers: add(answers, results, results) }];
  }
  const near = nearest(index, text);
  for (const word of near) add(answers, await exactly(index, word), await ask(index, word));
  return [{ answers, read: near.length ? [[text, near.map((word) => index.words.get(word))]] : [] }];
}

// Adds results, in their order, with the scores and places that others of the same ids have.
function add(answers, results, scored, least = 0) {
  const by = new Map(scored.map((one) => [one.id, one]));
  for (const one of results) {
    const { score, words: places } = by.get(one.id) ?? { score: least, words: one.words };
    const before = answers.get(one.id) ?? { score: 0, places: [] };
    const more = { score: Math.max(before.score, score), places: [...before.places, ...places] };
    answers.set(one.id, { ...more, data: one.data });
  }
  return answers;
}

// The words of the register that somebody may have meant.
function nearest(index, text) {
  if (text.length < SLIP) return [];
  const within = (most) => [...index.words.keys()].filter((word) => isSlip(text, word, most));
  const near = within(1);
  return near.length || text.length < SLIPS ? near : within(2);
}
