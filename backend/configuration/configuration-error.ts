/** One problem of the configuration. */
export interface ConfigurationProblem {
  /** Name of the option, or of the environment variable that it came from. */
  readonly name: string;
  /** The given value; `[secret]` for secrets, `(not set)` when there is none. */
  readonly given: string;
  readonly problem: string;
  readonly example: string;
}

/** All problems of the configuration at once. A `TypeError`, because the caller has to correct its options. */
export class ConfigurationError extends TypeError {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly ConfigurationProblem[];

  constructor(problems: readonly ConfigurationProblem[]) {
    const lines = problems.map(
      ({ name, given, problem, example }) => `  ${name} = ${given}\n    ${problem}. Example: ${example}`,
    );
    super(`The configuration has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${lines.join('\n')}`);
    this.problems = problems;
  }
}
