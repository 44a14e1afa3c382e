/** The fields of ANAF's JSON answers that the backend reads. The entries of `messages` are not validated. */
export interface JsonAnswer {
  /** `eroare`: the text of a business error. Absent when it is missing, `null` or empty. */
  readonly error: string | undefined;
  /** `mesaje`: the listed messages. */
  readonly messages: readonly unknown[] | undefined;
}

/** Undefined when the body is not a JSON object, for example an HTML page of ANAF's gateway. */
export function readJsonAnswer(body: Uint8Array): JsonAnswer | undefined {
  const answer = parse(body);
  if (!isRecord(answer)) return undefined;
  const { eroare, mesaje } = answer;
  return {
    error: typeof eroare === 'string' && eroare !== '' ? eroare : undefined,
    messages: Array.isArray(mesaje) ? mesaje : undefined,
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
