import assert from 'node:assert/strict';
import { parseSync } from 'oxc-parser';

interface FetchedModule {
  readonly address: string;
  readonly status: number;
  readonly type: string;
}

/** Loads `/console` and every module that it imports, as a browser would. Throws if a name cannot be resolved. */
export async function fetchConsole(adminUrl: string): Promise<readonly FetchedModule[]> {
  const page = await (await fetch(`${adminUrl}/console`)).text();
  const [, map] = /<script type="importmap">(.*?)<\/script>/.exec(page) ?? [];
  const [, entry] = /<script type="module" src="(.*?)">/.exec(page) ?? [];
  assert.ok(map && entry, 'the page has an import map and an entry');
  const { imports } = JSON.parse(map);
  const fetched = new Map<string, FetchedModule>();
  const load = async (address: string): Promise<void> => {
    if (fetched.has(address)) return;
    fetched.set(address, { address, status: 0, type: '' });
    const response = await fetch(address);
    const source = await response.text();
    fetched.set(address, { address, status: response.status, type: response.headers.get('content-type') ?? '' });
    for (const name of importsOf(source)) await load(resolve(name, address, imports));
  };
  await load(adminUrl + entry);
  return [...fetched.values()];
}

function importsOf(source: string): string[] {
  const { module, errors } = parseSync('module.js', source);
  assert.deepEqual(errors, [], 'it is JavaScript');
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((one) => one.moduleRequest?.value ?? [])),
  ];
}

function resolve(name: string, from: string, imports: Readonly<Record<string, string>>): string {
  if (name.startsWith('.')) return new URL(name, from).href;
  const key = Object.keys(imports)
    .filter((one) => one === name || (one.endsWith('/') && name.startsWith(one)))
    .sort((left, right) => right.length - left.length)[0];
  assert.ok(key !== undefined, `"${name}" in ${from} is in no import map`);
  return new URL(imports[key] + name.slice(key.length), from).href;
}
