import type { Plugin } from 'vite';

/** The position of one piece of static text of a template literal in the source. */
interface Quasi {
  readonly start: number;
  readonly end: number;
  readonly tag: 'html' | 'css';
}

/** A Vite plugin that removes indentation from `html` and `css` templates. Minifiers do not change template literals. */
export function squeezeTemplates(): Plugin {
  return {
    name: 'squeeze-templates',
    enforce: 'post',
    transform(code, id) {
      if (!/\.ts(\?|$)/.test(id) || !/(html|css)`/.test(code)) return undefined;
      const quasis = quasisOf(this.parse(code)).sort((left, right) => right.start - left.start);
      let squeezed = code;
      for (const { start, end, tag } of quasis) {
        const text = code.slice(start, end);
        squeezed =
          squeezed.slice(0, start) + (tag === 'css' ? squeezeCss(text) : squeezeHtml(text)) + squeezed.slice(end);
      }
      return { code: squeezed, map: null };
    },
  };
}

function quasisOf(node: unknown): Quasi[] {
  if (Array.isArray(node)) return node.flatMap(quasisOf);
  if (typeof node !== 'object' || node === null) return [];
  const nested = Object.values(node).flatMap(quasisOf);
  // The parser returns plain objects in the ESTree format.
  const { type, tag, quasi } = node as Record<string, { name?: string; quasis?: Quasi[] } & string>;
  const name = tag?.name;
  if (type !== 'TaggedTemplateExpression' || (name !== 'html' && name !== 'css')) return nested;
  return [...nested, ...(quasi?.quasis ?? []).map(({ start, end }) => ({ start, end, tag: name }) as const)];
}

/** White space in HTML means one space. It stays, because it may separate two words. */
function squeezeHtml(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function squeezeCss(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/;}/g, '}');
}
