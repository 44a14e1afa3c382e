import { type GenericSchema, safeParse } from 'valibot';
import { problemDetails, SpvProblem } from '../contract/problem.ts';

/** Judges an answer: the value that the schema promises, or the `SpvProblem` that the backend or its proxy meant. */
export async function readResponse(response: Response, schema: GenericSchema | undefined): Promise<unknown> {
  const body = await jsonOf(response);
  if (!response.ok) throw problemOf(response, body);
  if (!schema) return undefined;
  const parsed = safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const where = parsed.issues[0].path?.map(({ key }) => String(key)).join('.') ?? 'the body';
  throw new SpvProblem('unreadable', `the answer is not of the contract at ${where}`, { status: response.status });
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    throw new SpvProblem('unreachable', 'the answer broke off', { cause });
  });
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // A proxy's HTML page, for example: judged by its status below, or refused by the schema.
    return undefined;
  }
}

function problemOf(response: Response, body: unknown): SpvProblem {
  const { status } = response;
  const parsed = safeParse(problemDetails, body);
  const retryAfterSeconds = retryAfter(response);
  const seen = { status, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  if (!parsed.success) return new SpvProblem(codeOfStatus(status), `HTTP ${status} without problem details`, seen);
  const { code, title, reference } = parsed.output;
  return new SpvProblem(code, title, { ...seen, ...(reference !== undefined && { reference }) });
}

function codeOfStatus(status: number): SpvProblem['code'] {
  if (status === 429) return 'rate-limited';
  if (status === 401) return 'session-expired';
  return status >= 500 ? 'unreachable' : 'unreadable';
}

/** Only the form in seconds: the one with a date would need a clock that both sides share. */
function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
