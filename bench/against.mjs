/**
 * `npm run bench -- paths`: suites of this package beside those of others, on three drivers by other hands: steps, processor seconds, and
 * how many seeded faults each shows. Run by tsx, as the drivers are tests.
 */
import { against } from '../test/example-driver/strangers/against.ts';
import { subjects } from '../test/example-driver/strangers/subjects.ts';

const cells = (...row) =>
  console.log(
    row
      .map((cell, at) => (at === 0 ? String(cell).padEnd(32) : String(cell).padStart(9)))
      .join(' '),
  );

for (const subject of subjects()) {
  console.log(`${subject.name}: ${subject.faults.length} seeded faults\n`);
  cells('tool', 'paths', 'steps', 'seconds', 'found');
  for (const { tool, paths, steps, seconds, found } of await against(subject))
    cells(tool, paths, steps, seconds.toFixed(3), found);
  console.log('');
  subject.close?.();
}
console.log(
  'Others try nothing that must be refused. GraphWalker: its generators as its documents',
);
console.log('describe them, written anew; a postman sets up anew only where no way leads back.');
