/** A word that a person searches for. */
interface Term {
  readonly word: string;
  /** The word without its last letters, which carry the ending in both languages: "certificatele" finds "certificatul". */
  readonly stem: string;
  /** Words of the same meaning. */
  readonly synonyms: readonly string[];
}

/** What a person searches for. */
export interface Query {
  /** The text without leading and trailing space, at most 100 characters. */
  readonly text: string;
  readonly terms: readonly Term[];
}

const maxLength = 100;
const maxTerms = 8;

/** Reads a query. Words that say nothing about a topic are left out, unless there are no others. */
export function parseQuery(given: string): Query {
  const text = [...given.trim()].slice(0, maxLength).join('');
  const words = [...new Set(wordsOf(text))];
  const telling = words.filter((word) => word.length > 1 && !emptyWords.has(word));
  return { text, terms: (telling.length > 0 ? telling : words).slice(0, maxTerms).map(termOf) };
}

/** How well a word of a text answers a term: 1 for the word itself, less for another ending or a synonym, 0 for no match. */
export function matchOf({ word: wanted, stem, synonyms }: Term, word: string): number {
  if (wanted.length <= 2 ? word === wanted : word.startsWith(wanted)) return 1;
  if (word.startsWith(stem)) return 0.4;
  return synonyms.some((synonym) => word.startsWith(synonym)) ? 0.35 : 0;
}

/** The words of a text, in lower case and without diacritics. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The text in lower case and without diacritics, so that "ștergeți" is found by "stergeti". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function termOf(word: string): Term {
  const synonyms = synonymGroups.filter((group) => group.some((member) => isFormOf(word, member))).flat();
  return { word, stem: stemOf(word), synonyms };
}

function stemOf(word: string): string {
  if (word.length < 6) return word;
  return word.slice(0, Math.max(5, word.length - Math.min(3, Math.floor(word.length / 3))));
}

/** Whether the word is the member with an ending of at most four letters, such as "tokenurile". */
function isFormOf(word: string, member: string): boolean {
  return word.startsWith(member) && word.length - member.length <= 4;
}

const synonymGroups: readonly (readonly string[])[] = [
  ['token', 'stick', 'stic', 'usb', 'dongle'],
  ['pin', 'parola', 'password', 'puk'],
  ['certificat', 'semnatura', 'signature'],
  ['firma', 'firme', 'companie', 'company', 'companies', 'societate', 'srl', 'pfa', 'cui', 'cif'],
  ['contabil', 'accountant', 'imputernicit', 'proxy'],
  ['browser', 'chrome', 'edge', 'firefox', 'safari', 'opera'],
  ['popup', 'fereastra', 'ferestre', 'window'],
  ['incognito', 'inprivate', 'privat', 'private'],
  ['blocat', 'locked', 'blocked'],
  ['mac', 'macos', 'macbook', 'apple'],
  ['telefon', 'mobil', 'tableta', 'phone', 'tablet', 'iphone', 'ipad', 'android'],
  ['expira', 'expire', 'vechi', 'reinnoi', 'renew'],
  ['gresit', 'gresita', 'wrong', 'alta', 'altei', 'altul', 'another'],
  ['inregistra', 'inrolare', 'inrolat', 'register', 'enrol'],
  ['deconecta', 'disconnect', 'retrag', 'revoc', 'withdraw', 'revoke'],
  ['nefunctional', 'picat', 'cazut', 'down', 'outage', 'mentenanta', 'maintenance'],
];

const emptyWords = new Set(
  (
    'a ai al ale am ar are as ca care ce cel cea cu cum de din dar da e este eu fi fost i ii il imi in isi iti la le mai ma mea meu mi ' +
    'ne nu o pe pentru prin sa sau se si spre sunt te tot tu un una unei unui ul uri va vad vreau ' +
    'about an and are be but by can could do does for from had has have how i if in is it me my no not of on or s t that the there this ' +
    'to was what when where which why with you your'
  ).split(' '),
);
