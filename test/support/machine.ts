import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { type FinishedProcess, runToEnd } from './process.ts';

/** The computer that the tests run on: what finding and installing programs depends on. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isDebian: boolean;
  readonly isRoot: boolean;
  /** Where Playwright keeps the Chromium that it downloads, whether it is there or not. */
  readonly playwrightChromium: string;
  /** Runs a command with its output passed through. */
  run(command: string, args: readonly string[]): Promise<FinishedProcess>;
  /** Runs a command and returns what it printed, whatever its exit code. */
  read(command: string, args: readonly string[]): Promise<string>;
  print(text: string): void;
}

/** The computer that this process runs on. */
export const thisMachine: Machine = {
  env: process.env,
  isDebian: existsSync('/etc/debian_version'),
  isRoot: process.getuid?.() === 0,
  playwrightChromium: chromium.executablePath(),
  run: (command, args) => runToEnd(command, args, { env: { DEBIAN_FRONTEND: 'noninteractive' } }),
  read: (command, args) =>
    new Promise((resolve) => {
      execFile(command, args, { env: { ...process.env, LC_ALL: 'C' } }, (_error, output) => resolve(output));
    }),
  print: (text) => console.log(text),
};

/** The first of these names that is an executable file on PATH. */
export function onPath({ env }: Pick<Machine, 'env'>, names: readonly string[]): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

export function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // This user may not execute the file.
    return false;
  }
}
