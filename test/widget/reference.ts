import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const readmePath = fileURLToPath(new URL('../../widget/README.md', import.meta.url));
const elementPath = fileURLToPath(new URL('../../widget/spv-authorize.ts', import.meta.url));
const marks = ['<!-- reference: made from the element’s doc block -->', '<!-- /reference -->'] as const;

/** Returns the README with its tables generated from the element's source. `node test/widget/reference.ts` writes it. */
export function withReference(readme: string): string {
  const [start, end] = marks.map((mark) => readme.indexOf(mark));
  if (start === undefined || end === undefined || start < 0 || end < start) throw new Error('README has no reference');
  return `${readme.slice(0, start)}${marks[0]}\n${referenceTables()}${readme.slice(end)}`;
}

function referenceTables(): string {
  const source = readFileSync(elementPath, 'utf8');
  const block = /\/\*\*((?:(?!\*\/)[\s\S])*@summary[\s\S]*?)\*\//.exec(source)?.[1] ?? '';
  const tagged = (tag: string) =>
    [...block.matchAll(new RegExp(`@${tag} (\\S+) - (.+)`, 'g'))].map(
      ([, name = '', text = '']) => [name, text] as const,
    );
  return [
    table('Attribute · property', properties(source)),
    table('Event', tagged('fires')),
    table('Method', methods(source)),
    table('Slot', tagged('slot')),
    table('Part', tagged('csspart')),
    table(
      'Custom property',
      tagged('cssprop').map(([name, text]) => [name.replace(/[[\]]/g, ''), text] as const),
    ),
  ].join('');
}

/** The public fields: the attribute, if the list of properties names one, and the text of the comment above the field. */
function properties(source: string): (readonly [string, string])[] {
  const pattern = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n\s+declare (\w+)/g;
  return [...source.matchAll(pattern)].map(([, text = '', name = '']) => {
    const attribute = new RegExp(`${name}: \\{ attribute: '([^']+)'`).exec(source)?.[1];
    return [attribute ? `${attribute}\` · \`${name}` : name, onOneLine(text)] as const;
  });
}

function methods(source: string): (readonly [string, string])[] {
  const pattern = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n {2}(?:async )?(refresh|open|ensureAuthorized)\(\)/g;
  return [...source.matchAll(pattern)].map(([, text = '', name = '']) => [`${name}()`, onOneLine(text)] as const);
}

/** The text of a comment without the line breaks and asterisks in its margin. */
function onOneLine(comment: string): string {
  return comment.replace(/\s*\n\s*\*?\s*/g, ' ').trim();
}

function table(title: string, rows: readonly (readonly [string, string])[]): string {
  if (rows.length === 0) throw new Error(`the source names nothing for the table "${title}"`);
  const lines = rows.map(([name, text]) => `| \`${name}\` | ${text} |`);
  return `\n| ${title} | |\n|---|---|\n${lines.join('\n')}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(readmePath, withReference(readFileSync(readmePath, 'utf8')));
}
