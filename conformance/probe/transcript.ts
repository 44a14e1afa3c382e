import type { Answer } from './answer.ts';

/** Everything that the backend answered during a run, to be searched for secrets at its end. */
export class Transcript {
  readonly #answers: Answer[] = [];

  add(answer: Answer): Answer {
    this.#answers.push(answer);
    return answer;
  }

  /** The requests whose answer contains a text, in its body or in a header. */
  requestsAnsweredWith(secret: string): readonly string[] {
    const found = this.#answers.filter(
      ({ body, headers }) => body.includes(secret) || [...headers.values()].some((value) => value.includes(secret)),
    );
    return [...new Set(found.map(({ request }) => request))];
  }
}
