import { MeasuredProcess } from '../measured-process.ts';

/** Addresses of a measured server. Each server is a process of its own that prints them as one line of JSON. */
export interface Addresses {
  /** Accepts `grant_type=refresh_token`. */
  readonly tokenUrl: string;
  /** Answers a GET with JSON. */
  readonly listUrl?: string;
  /** A POST returns a token pair. */
  readonly newTokensUrl?: string;
  /** Collects garbage and returns `process.memoryUsage()`. */
  readonly memoryUrl?: string;
}

/** The part of a token answer that the generator needs (RFC 6749 §5.1). */
export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** A running server that is measured. */
export class Subject implements AsyncDisposable {
  readonly name: string;
  readonly addresses: Addresses;
  readonly #process: MeasuredProcess;

  private constructor(name: string, addresses: Addresses, process: MeasuredProcess) {
    this.name = name;
    this.addresses = addresses;
    this.#process = process;
  }

  /** @param file of this folder, e.g. `bare-process.ts` */
  static async start(name: string, file: string, ...args: readonly string[]): Promise<Subject> {
    const command = ['--conditions=spv-source', '--expose-gc', `test/bench/mock/${file}`, ...args];
    const process = await MeasuredProcess.start('node', command, /\n/);
    // The line that the processes of this folder print.
    return new Subject(name, JSON.parse(process.firstLines) as Addresses, process);
  }

  /** Only mock-anaf issues tokens here. The other servers accept any token and are called with these. */
  async newTokens(): Promise<Tokens> {
    const { newTokensUrl = '' } = this.addresses;
    const response = await fetch(newTokensUrl, { method: 'POST', body: '{"persona":"administrator"}' });
    if (!response.ok) throw new Error(`${this.name} did not issue tokens: ${response.status} ${await response.text()}`);
    // `POST /tokens` of the admin port.
    return (await response.json()) as Tokens;
  }

  /** Memory in use after garbage collection, in MB (10⁶ bytes): objects and buffers, and the whole process. */
  async memory(): Promise<{ readonly usedMegabytes: number; readonly residentMegabytes: number }> {
    const response = await fetch(this.addresses.memoryUrl ?? '');
    // In `process.memoryUsage()`, `external` includes the buffers.
    const { heapUsed, external, rss } = (await response.json()) as NodeJS.MemoryUsage;
    return { usedMegabytes: (heapUsed + external) / 1e6, residentMegabytes: rss / 1e6 };
  }

  processorSeconds(): number {
    return this.#process.processorSeconds();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process[Symbol.asyncDispose]();
  }
}
