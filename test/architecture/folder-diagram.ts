import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** The folders drawn in the Mermaid diagram of `docs/architecture.md`, each with the folders its arrows lead to. */
export type FolderDiagram = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the diagram that states which folder may import which. */
export function readFolderDiagram(file = 'docs/architecture.md'): FolderDiagram {
  const [, mermaid] = /```mermaid\n(flowchart [^`]*)```/.exec(readFileSync(file, 'utf8')) ?? [];
  assert.ok(mermaid, `${file} has no Mermaid flowchart`);
  return parseFolderDiagram(mermaid);
}

/**
 * Understands the part of Mermaid that the diagram uses: `id["path/of/folder"]`, `a --> b --> c` and `a & b --> c & d`; `%%` starts a
 * comment, `subgraph` and `end` only group.
 */
export function parseFolderDiagram(mermaid: string): FolderDiagram {
  const folders = new Map([...mermaid.matchAll(/(\w+)\["([^"]+)"\]/g)].map(([, id = '', folder = '']) => [id, folder]));
  const targets = new Map([...folders.values()].map((folder) => [folder, new Set<string>()]));
  for (const line of mermaid.split('\n').filter((text) => text.includes('-->') && !text.trim().startsWith('%%'))) {
    const steps = line.split('-->').map((step) => step.split('&').map((id) => folderOf(id, folders)));
    for (const [index, sources] of steps.slice(0, -1).entries()) {
      for (const source of sources) for (const target of steps[index + 1] ?? []) targets.get(source)?.add(target);
    }
  }
  return targets;
}

function folderOf(text: string, folders: ReadonlyMap<string, string>): string {
  const id = text.trim().replace(/\[".*/, '');
  const folder = folders.get(id);
  assert.ok(folder, `the diagram has an arrow to "${id}", which it does not declare`);
  return folder;
}

/** Everything that a folder's arrows lead to, directly or through other folders. */
export function reachableFrom(folder: string, diagram: FolderDiagram): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const target of diagram.get(next) ?? []) {
      if (found.has(target)) continue;
      found.add(target);
      open.push(target);
    }
  }
  return found;
}
