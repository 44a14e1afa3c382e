import type { MockRequest } from '../http/mock-request.ts';
import { isScenarioName, type ScenarioName, scenarioCatalogue } from '../scenarios/catalogue.ts';
import type { ActiveScenario } from '../scenarios/scenarios.ts';
import { AdminError } from './admin-error.ts';

/** The JSON object in the body of a request. */
export function bodyOf({ body, isBodyTooLong }: MockRequest): Readonly<Record<string, unknown>> {
  if (isBodyTooLong) throw new AdminError(413, 'body-too-long', 'the body is longer than 64 KB');
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new AdminError(400, 'bad-body', 'the body must be JSON');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new AdminError(400, 'bad-body', 'the body must be a JSON object');
}

export function readScenario(body: Readonly<Record<string, unknown>>): ActiveScenario {
  const { name, times, clientId, cui, persona, ...others } = body;
  if (Object.keys(others).length > 0)
    throw new AdminError(400, 'bad-body', `unknown: ${Object.keys(others).join(', ')}`);
  if (times !== undefined && !(typeof times === 'number' && Number.isInteger(times) && times > 0)) {
    throw new AdminError(400, 'bad-body', '"times" must be a whole number above 0');
  }
  const texts = { clientId, cui, persona };
  for (const [key, value] of Object.entries(texts)) {
    if (value !== undefined && typeof value !== 'string')
      throw new AdminError(400, 'bad-body', `"${key}" must be text`);
  }
  return JSON.parse(JSON.stringify({ name: knownName(name), times, ...texts }));
}

/** `null`: all of them. */
export function readScenarioName(name: string | null): ScenarioName | undefined {
  return name === null ? undefined : knownName(name);
}

function knownName(name: unknown): ScenarioName {
  if (typeof name === 'string' && isScenarioName(name)) return name;
  const known = Object.keys(scenarioCatalogue).join(', ');
  throw new AdminError(400, 'unknown-scenario', `"name" must be one of: ${known}`);
}
