// Reads the tally file to which every test run appended its results. Prints seconds and counts per suite, then the totals.
import { readFileSync } from 'node:fs';

const results = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const sum = (key) => results.reduce((total, result) => total + result[key], 0);

console.log('\n  seconds   passed   failed  suite');
for (const { name, seconds, passed, failed } of results) {
  console.log(`${seconds.toFixed(1).padStart(9)}${String(passed).padStart(9)}${String(failed).padStart(9)}  ${name}`);
}
console.log(`${sum('seconds').toFixed(1).padStart(9)}  all`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = results.length > 0 && sum('failed') === 0 ? 0 : 1;
