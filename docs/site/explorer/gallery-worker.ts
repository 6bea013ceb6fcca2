import { gallery } from '../../../machines/litmus/gallery.ts';
import { Misuse, unknown } from '../../../src/system/misuse.ts';
import { litmusTold } from './litmus-told.ts';
import { work } from './worker.ts';

// The worker that knows the gallery too: its rows weigh as much as all else, so that a page loads it
// only for a test of the gallery.
work((question, budget) => {
  if (question.is !== 'litmus') return null;
  const litmus = gallery.find(({ name }) => name === question.name);
  if (litmus === undefined)
    throw new Misuse(
      unknown(
        'litmus test',
        question.name,
        gallery.map(({ name }) => name),
      ),
    );
  return { is: 'litmus', ...litmusTold(litmus, budget) };
});
