import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

// The lock file is ours and was written by npm.
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
};
const sources = globSync('mock-anaf/**/*.ts', { exclude: (path) => /node_modules|dist/.test(path) }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(path, 'utf8'),
}));

describe('mock-anaf on other operating systems', () => {
  it('no dependency of mock-anaf is compiled or made for one operating system', () => {
    const names = treeOf('mock-anaf');

    assert.ok(names.size > 6, [...names].join());
    const bound = [...names].filter((name) => {
      const { hasInstallScript, os, cpu } = packages[`node_modules/${name}`] ?? {};
      const binaries = globSync(`node_modules/${name}/**/*.{node,wasm,dll,so,dylib}`);
      return hasInstallScript || os || cpu || binaries.length > 0;
    });
    assert.deepEqual(bound, []);
  });

  it('mock-anaf asks for the operating system in one place: replacing a file that Windows keeps open', () => {
    assert.deepEqual(pathsOf(/\bprocess\.platform\b|\bos\.(platform|type)\b|\bplatform\(\)/), [
      'mock-anaf/engine/state/replace-file.ts',
    ]);
  });

  it('mock-anaf contains no path that only some operating systems have', () => {
    assert.deepEqual(pathsOf(/['"`](\/(proc|dev|etc|tmp|usr|var|run)\b|[A-Z]:\\)/), []);
  });

  it('mock-anaf listens on no loopback address that some operating systems lack', () => {
    // macOS has no 127.0.0.2 unless it is added by hand.
    assert.deepEqual(pathsOf(/\b127\.\d+\.\d+\.(?!1\b)\d+/), []);
  });

  it('mock-anaf calls no function of Node that Windows does not have', () => {
    assert.deepEqual(pathsOf(/process\.(getuid|geteuid|getgid|setuid|setgid|umask)\b|\b(mkfifo|chown|lchown)\b/), []);
  });
});

/** The dependencies of one of our packages, direct and indirect. */
function treeOf(ours: string): Set<string> {
  const found = new Set<string>();
  const waiting = [packages[ours]];
  for (const one of waiting) {
    for (const name of Object.keys({ ...one?.dependencies, ...one?.optionalDependencies })) {
      if (found.has(name)) continue;
      found.add(name);
      waiting.push(packages[`node_modules/${name}`]);
    }
  }
  return found;
}

function pathsOf(pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}
