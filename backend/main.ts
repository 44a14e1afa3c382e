#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { help } from './help.ts';

const oldestNode = 24;

process.exitCode = await main(process.argv.slice(2));

/** Returns the exit code: 2 for a wrong command line, otherwise that of `run`. */
async function main(given: readonly string[]): Promise<number> {
  const [argument] = given;
  if (argument === '--help' || argument === '-h') return print(help);
  if (argument === '--version') return print(`${version()}\n`);
  if (argument !== undefined)
    return refuse(`"${argument}" is not an argument; the configuration is read from environment variables`);
  if (Number.parseInt(process.versions.node, 10) < oldestNode)
    return refuse(`Node ${oldestNode} or newer is needed; this is Node ${process.versions.node}`);
  // An older Node could not even load it.
  const { run } = await import('./run.ts');
  return run(process.env);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function refuse(problem: string): number {
  console.error(`spv-authorize-backend: ${problem}.\nSee spv-authorize-backend --help.`);
  return 2;
}

function version(): string {
  // This file is next to package.json in the sources, and one folder below it in a build.
  const folder = import.meta.url.endsWith('.ts') ? './' : '../';
  return JSON.parse(readFileSync(new URL(`${folder}package.json`, import.meta.url), 'utf8')).version;
}
