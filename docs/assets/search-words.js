// Words as people type them: what they ask for, and how two words are compared. Knows no page and no
// index. hooks/releve/pages/search_words.py and _prepared in search_index.py do the same for the index.

// Without case, accents, ligatures and kinds of hyphen.
export function folded(words) {
  const apart = words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return apart.replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss").replace(/[\u2010\u2011]/g, "-");
}

// A text of the index as it is read, without the signs that were added to it.
const LIGATURES = { oe: "œ", ae: "æ", ss: "ß", OE: "Œ", AE: "Æ" };
export function shown(words) {
  const whole = words.replace(/(oe|ae|ss)\u0364/gi, (_, letters) => LIGATURES[letters] ?? letters);
  return whole.replace(/'\x1e ?/g, "\u2019").replace(/\x1e ?/g, "").replace(/\x1f ?/g, "\u00a0");
}

const bare = (token) => token.replace(/[^\p{L}\p{N}]+/gu, "");
const parts = (token) => token.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

// A whole name as one word: see `name_key`.
export function nameKey(name, small) {
  const words = parts(folded(name));
  const telling = words.filter((word) => !small.has(word));
  return (telling.length ? telling : words).join("");
}

const NUMBER = /^\d{1,3}\p{L}?$/u;
const DAY = /^\d{4}-\d\d-\d\d$/;
const NUMBER_SIGN = /(?<![\p{L}\p{N}])(?:n(?:os?|°)\.?|#|numero|number)\s*(?=\d)/gu;
const ELISION = /(?<![\p{L}\p{N}])(?:\p{L}|qu)['\u2019](?=\p{L})/gu;

// A word without the ending of a plural or a feminine.
const root = (word) => word.replace(/(?:es|e|s)$/, "");
const rootOf = (token) => root(bare(token));
export const rootsOf = (name) => folded(name).split(/\s+/).map(rootOf);
// The roots of all words of a text but small ones.
export const tellingRoots = (text, small) => parts(folded(text)).filter((one) => !small.has(one)).map(root);

// What a query asks for: words, and the number of a thing and its kind if it names one, as in
// « décision no 3 du 25 septembre 2019 », « 5C » or "2019-09-25/5C". `speech` is what is known of a language:
// its `small` words and its `months`, and by root what the register calls its `kinds` and `states`.
export function asked(query, speech) {
  const typed = folded(query).replace(NUMBER_SIGN, "").replace(ELISION, "").replace(/['\u2019]/g, " ");
  const tokens = typed.split(/\s+/).flatMap(ofReference).map(trimmed).filter(Boolean);
  const found = { number: "", kind: "", phrase: "", words: [], alone: false };
  const states = tokens.some((token) => speech.kinds.has(rootOf(token))) ? speech.states : [];
  while (tokens.length) takeNext(tokens, found, { ...speech, states });
  found.alone = found.words.length === 1 && !found.number && NUMBER.test(found.words[0].text);
  if (found.alone) found.number = found.words[0].text;
  const telling = found.words.filter(({ text }) => !speech.small.has(text));
  return { ...found, words: telling.length ? telling : found.words };
}

function takeNext(tokens, found, speech) {
  // A state that is named beside a kind, as in « suivis en retard », or else a word.
  const state = speech.states.find(({ roots }) => roots.every((one, at) => one === rootOf(tokens[at] ?? "")));
  if (state) {
    const text = tokens.splice(0, state.roots.length).map(bare).join(" ");
    found.words.push({ text, parts: text.split(" "), state: state.value });
    return;
  }
  const token = tokens.shift();
  const kind = speech.kinds.get(rootOf(token));
  const [next, after] = tokens;
  if (!found.number && kind && NUMBER.test(next ?? "") && !speech.months.has(after)) {
    Object.assign(found, { number: tokens.shift(), kind, phrase: `${bare(token)} ${next}` });
  } else if (!found.number && token.startsWith("=")) found.number = token.slice(1);
  else found.words.push({ text: bare(token), parts: parts(token), day: DAY.test(token) ? token : "", kind });
}

// "cm-jc/2019-09-25#decision-3" in its parts; a number without a kind is marked by a sign.
function ofReference(token) {
  const reference = /^(?:.*\/)?(\d{4}-\d\d-\d\d)[/#](?:(.+)-)?(\d{1,3}\p{L}?)\/?$/u;
  const [, day, kind, number] = token.match(reference) ?? [];
  if (!day) return [token];
  const body = token.slice(0, token.indexOf(day)).split("/").filter((part) => part.length > 2);
  return [...body, day, ...(kind ? [kind, number] : [`=${number}`])];
}

const trimmed = (token) => token.replace(/^[^\p{L}\p{N}=]+|[^\p{L}\p{N}]+$/gu, "");

// Whether two words differ by one slip of the keyboard: a letter too many, too few, wrong, or two that
// changed places; or by as many as `most`.
export function isSlip(one, other, most = 1) {
  if (Math.abs(one.length - other.length) > most) return false;
  let [older, row] = [[], [...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (one[i - 1] !== other[j - 1]));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j], older[j - 2] + 1);
    }
    if (Math.min(...next) > most) return false;
    [older, row] = [row, next];
  }
  return row.at(-1) <= most;
}
