import { type GenericSchema, safeParse } from 'valibot';
import { withKnownValues } from '../contract/known-values.ts';
import { problemDetails, SpvProblem } from '../contract/problem.ts';

/** Returns the validated body of a response, or throws the `SpvProblem` that it describes. Ignores the body without a schema. */
export async function readResponse(response: Response, schema: GenericSchema | undefined): Promise<unknown> {
  const body = await jsonOf(response);
  if (!response.ok) throw problemOf(response, body);
  if (!schema) return undefined;
  const parsed = safeParse(schema, withKnownValues(body));
  if (parsed.success) return parsed.output;
  const where = parsed.issues[0].path?.map(({ key }) => String(key)).join('.') ?? 'the body';
  throw new SpvProblem('unreadable', `the answer does not match the contract at ${where}`, { status: response.status });
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    throw new SpvProblem('unreachable', 'the connection ended during the answer', { cause });
  });
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // For example an HTML page of a proxy. The caller turns an error status into a problem; a success fails validation.
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

/** `Retry-After` in seconds. The form with a date is ignored, because it would need a clock that both sides share. */
function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
