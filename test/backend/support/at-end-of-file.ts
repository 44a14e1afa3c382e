import { after } from 'node:test';

const tasks: (() => Promise<void>)[] = [];
after(async () => {
  for (const task of tasks.reverse()) await task();
});

/**
 * Runs a task when all tests of the file have ended, the newest first. Unlike `after` in a suite this also happens when the
 * tests of the suite were filtered out by name.
 */
export function atEndOfFile(task: () => Promise<void>): void {
  tasks.push(task);
}
