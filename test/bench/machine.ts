import { cpus, type as systemType, totalmem } from 'node:os';

/** Describes the machine in one line, for the head of every table of figures. */
export function machine(): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${processor?.model.trim() ?? 'unknown'}, ${memory} GiB, ${systemType()} ${process.arch}, Node ${process.versions.node}`;
}
