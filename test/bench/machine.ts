import { cpus, type as systemType, totalmem } from 'node:os';

/** The machine in one line; figures mean nothing without it. */
export function machine(): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${processor?.model.trim() ?? 'unknown'}, ${memory} GiB, ${systemType()} ${process.arch}, Node ${process.versions.node}`;
}
