/** One thing that is wrong with the configuration. */
export interface ConfigurationProblem {
  /** The option, or the environment variable it came from. */
  readonly name: string;
  /** As it was given; secrets as `[secret]`, absent ones as `(not set)`. */
  readonly given: string;
  readonly problem: string;
  readonly example: string;
}

/** Everything that is wrong, at once. */
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
