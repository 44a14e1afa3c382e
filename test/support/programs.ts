import { aptInstall, isExecutableOnPath, type Machine, thisMachine } from './browsers.ts';

/** Programs that tests run, each with the packages of Debian that bring it. */
export type Programs = Readonly<Record<string, readonly string[]>>;

/**
 * Sees to it that programs are on PATH: as root on Debian it installs those that are missing.
 * @throws Error that names what is missing and the command that installs it
 */
export async function ensurePrograms(programs: Programs, machine: Machine = thisMachine): Promise<void> {
  const missing = () => Object.keys(programs).filter((program) => !isExecutableOnPath(machine, program));
  if (missing().length === 0) return;
  const packages = [...new Set(missing().flatMap((program) => programs[program] ?? []))];
  if (machine.isRootOnDebian) await aptInstall(packages, machine);
  if (missing().length === 0) return;
  throw new Error(
    `These tests run ${missing().join(', ')}, which ${missing().length === 1 ? 'is' : 'are'} not on PATH. ` +
      `Install ${missing().length === 1 ? 'it' : 'them'} and run the tests again; on Debian, as root:\n` +
      `  apt-get install ${packages.join(' ')}`,
  );
}
