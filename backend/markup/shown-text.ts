/** Characters that reorder or hide text: a name with them could look like another one. The joiner of emoji is kept. */
const invisible = /[\u061C\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;
const controls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** Text from people as one line, for a subject, a heading or a sentence. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(invisible, '').replace(controls, ' ').replace(/ {2,}/g, ' ').trim();
}

/** Text from people as paragraphs of one line each, without empty ones. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(oneLine)
    .filter((line) => line !== '');
}

const address = /\S*(?:[\p{L}\p{N}]\.\p{L}{2}|:\/\/|@)\S*/gu;

/**
 * The same text with addresses in it broken, so that a mail program does not make links of them: a stranger's link must
 * not borrow the trust of the sender. People see no difference.
 */
export function withoutLinks(text: string): string {
  return text.replace(address, (found) => found.replace(/[.:@/]/g, '$&\u200B'));
}
