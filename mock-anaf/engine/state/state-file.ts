import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type MockState, stateVersion } from './mock-state.ts';
import { replaceFile } from './replace-file.ts';

/** The data file cannot be used. The message names the file and says what to do. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
  readonly code = 'data-file';
}

/** Reads the state from a data file; `undefined` if the file does not exist. @throws StateFileError if it cannot be used */
export async function loadState(file: string): Promise<MockState | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StateFileError(`the data file "${file}" cannot be read: ${(error as Error).message}`, { cause: error });
  }
  return parseState(file, text);
}

/** Writes the state to a data file, one write at a time. Saves requested during a write are combined into one further write. */
export class StateFile {
  readonly #file: string;
  readonly #snapshot: () => MockState;
  #written = '';
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(file: string, snapshot: () => MockState) {
    this.#file = file;
    this.#snapshot = snapshot;
  }

  /** Resolves when the current state, or a later one, has been written. An unchanged state is not written again. */
  save(): Promise<void> {
    if (!this.#running) {
      this.#running = this.#write().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.save();
      });
    return this.#next;
  }

  /** Writes a temporary file and renames it, so that the old state stays intact if the process is killed. */
  async #write(): Promise<void> {
    const content = JSON.stringify(this.#snapshot());
    if (content === this.#written) return;
    const temporary = `${this.#file}.${randomBytes(4).toString('hex')}.tmp`;
    try {
      await mkdir(dirname(this.#file), { recursive: true });
      await writeFile(temporary, content, { mode: 0o600 });
      await replaceFile(temporary, this.#file);
      this.#written = content;
    } catch (error) {
      // The temporary file may not exist. Report the error of the write, not of the cleanup.
      await rm(temporary, { force: true }).catch(() => undefined);
      throw new StateFileError(`the data file "${this.#file}" cannot be written: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
}

function parseState(file: string, text: string): MockState {
  let state: unknown;
  try {
    state = JSON.parse(text);
  } catch (error) {
    throw new StateFileError(`the data file "${file}" is not valid JSON: move it away to start with a new one`, {
      cause: error,
    });
  }
  const version = typeof state === 'object' && state !== null && 'version' in state ? state.version : undefined;
  if (version !== stateVersion) {
    throw new StateFileError(
      `the data file "${file}" is of version ${String(version)}, this program reads ${stateVersion}: move it away`,
    );
  }
  const wrong = Object.entries(shapeOfState).filter(
    ([name, isRight]) => !isRight((state as Record<string, unknown>)[name]),
  );
  if (wrong.length > 0) {
    const names = wrong.map(([name]) => `"${name}"`).join(', ');
    throw new StateFileError(`the data file "${file}" is incomplete (${names}): move it away to start with a new one`);
  }
  // The cast is safe: the file was written by `StateFile` in this version.
  return state as MockState;
}

const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks of the fields that a mock needs to start. Nested mistakes in a file that was edited by hand are not detected here. */
const shapeOfState: Readonly<Record<string, (value: unknown) => boolean>> = {
  ...{ companies: Array.isArray, people: Array.isArray, clients: Array.isArray },
  ...{ grants: isRecord, codes: isRecord, uploads: isRecord, messages: isRecord, counters: isRecord, keys: isRecord },
  ...{ nextUploadId: isNumber, nextMessageId: isNumber, clockAheadSeconds: isNumber },
  clockFrozenAt: (value) => value === null || isNumber(value),
};
