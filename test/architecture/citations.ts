import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** A reference in code or documentation to something that does not exist. */
export interface BrokenCitation {
  readonly file: string;
  readonly line: number;
  readonly citation: string;
}

const exclude = (path: string): boolean =>
  /(^|[\\/])(node_modules|dist|\.cache|\.data|test-results)([\\/]|$)/.test(path);

/** The documents of this repository. */
export function markdownFiles(): string[] {
  return globSync('**/*.md', { exclude }).map((file) => file.replaceAll('\\', '/'));
}

/** The sources and tests of this repository. */
export function codeFiles(): string[] {
  return globSync('{*.ts,{widget,backend,mock-anaf,conformance,demo,test}/**/*.ts}', { exclude }).map((file) =>
    file.replaceAll('\\', '/'),
  );
}

/** Links of Markdown to files and headings of this repository that do not exist. */
export function brokenLinks(file: string, text = readFileSync(file, 'utf8')): BrokenCitation[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .filter(([, target = '']) => !/^[a-z]+:/.test(target) && !isLinkTargetThere(file, target))
    .map((match) => found(file, text, match));
}

function isLinkTargetThere(file: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const linked = path === '' ? file : join(dirname(file), decodeURIComponent(path));
  if (!existsSync(linked)) return false;
  return anchor === undefined || headingsOf(readFileSync(linked, 'utf8')).map(anchorOf).includes(anchor);
}

/** Paths in backticks of Markdown, relative to the root or to the document, that do not exist. */
export function brokenPaths(file: string, text = readFileSync(file, 'utf8')): BrokenCitation[] {
  const withoutCode = text.replaceAll(/^```.*?^```/gms, (block) => block.replaceAll(/[^\n]/g, ' '));
  return [...withoutCode.matchAll(/`([\w@./-]+)`/g)]
    .filter(([, path = '']) => isRepositoryPath(path) && !isThere(path, file))
    .map((match) => found(file, text, match));
}

/** Whether a text looks like the path of a file or folder of this repository. */
function isRepositoryPath(path: string): boolean {
  if (path.startsWith('/') || path.startsWith('@')) return false;
  return (
    /^[\w.-]+(\/[\w.-]+)*\/[\w.-]+\.(ts|js|md|json|css|html|yml|php|py|cs|sh)$/.test(path) ||
    /^(\w[\w-]*\/)+$/.test(path)
  );
}

function isThere(path: string, file: string): boolean {
  const roots = ['.', dirname(file), partOf(file)];
  return (
    path.includes('node_modules') ||
    path.startsWith('dist/') ||
    roots.some((root) => existsSync(normalize(join(root, path))))
  );
}

function partOf(file: string): string {
  return file.split('/')[0] ?? '.';
}

/** Documents and sections that code comments name, such as `docs/facts-anaf.md §1.5`, and that do not exist. */
export function brokenReferences(file: string, text = readFileSync(file, 'utf8')): BrokenCitation[] {
  const documents = [...text.matchAll(/\b([\w/-]+\.md)(?: (§\d+(?:\.\d+)?(?:, §\d+(?:\.\d+)?)*))?/g)].filter(
    ([, document = '', sections]) => isDocument(document) && !isSectionThere(document, file, sections),
  );
  const loose = [...text.matchAll(/\b(?:facts|design|style|ux|widgets) §[\d.]+/g)];
  return [...documents, ...loose].map((match) => found(file, text, match));
}

/** A document of this repository is in `docs/` or has a name in capitals. Test fixtures contain other, invented names. */
function isDocument(path: string): boolean {
  return /^docs\//.test(path) || /^([\w-]+\/)*[A-Z]+(\.ro)?\.md$/.test(path);
}

function isSectionThere(document: string, file: string, sections: string | undefined): boolean {
  const folder = dirname(file);
  // A test cites documents of the folder that it tests.
  const folders = ['.', folder, folder.replace(/^test\//, ''), partOf(file)];
  const path = folders.map((one) => join(one, document)).find((one) => existsSync(one));
  if (!path) return false;
  const headings = headingsOf(readFileSync(path, 'utf8'));
  const numbers = sections?.match(/[\d.]+/g) ?? [];
  return numbers.every((number) => headings.some((heading) => heading.split(/[. ]+(?!\d)/)[0] === number));
}

function headingsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) => heading);
}

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number} _-]/gu, '')
    .replaceAll(' ', '-');
}

function found(file: string, text: string, match: RegExpMatchArray): BrokenCitation {
  return { file, line: text.slice(0, match.index).split('\n').length, citation: match[0] };
}
