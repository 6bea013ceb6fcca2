import { inWritten, type Complaint } from '../../../machines/description/complaints.ts';
import type { Described } from '../../../machines/description/description.ts';
import { complaintsOf, withoutWrong } from './complaints.ts';
import { el } from './dom.ts';
import { form } from './form.ts';
import { button, type Page } from './page.ts';
import { toTheEnd } from './situation.ts';
import { verdictView } from './verdict.ts';

/** One driver: the state of its search, its verdict, and its description to edit. */
export function panel(page: Page, described: Described, index: number): HTMLElement {
  const { situation } = page;
  const edit = (next: Described): void => {
    const drivers = situation.drivers.map((driver, at) => (at === index ? next : driver));
    page.change({
      ...situation,
      drivers,
      of: index,
      promise: null,
      position: toTheEnd,
      hand: null,
    });
  };
  const complaints = complaintsOf(described);
  const title = String(described.driver ?? 'a driver without a name');
  const written = el('pre', { tabindex: '0' }, JSON.stringify(described, null, 2));
  return el(
    'section',
    { class: 'driver', 'aria-label': title },
    el('h2', {}, title),
    status(page, described, index, complaints, edit),
    verdictView(page, index),
    page.unfolding(
      `form-${index}`,
      'What it does and promises',
      form({
        described,
        id: `driver-${index}`,
        name: `Driver ${index + 1}`,
        complaints,
        changed: edit,
      }),
      page.unfolding(`json-${index}`, 'As a file for the command line', written),
    ),
  );
}

/** What is wrong with the description; or how the search goes. */
function status(
  page: Page,
  described: Described,
  index: number,
  complaints: readonly Complaint[],
  edit: (next: Described) => void,
): HTMLElement {
  const line = el('div', { id: `status-${index}`, class: 'status' });
  const answer = page.answers[index];
  const beside = { class: 'beside', id: `search-${index}` };
  if (complaints.length > 0) {
    const repair = (): void => edit(withoutWrong(described));
    line.append(
      el('ul', { class: 'wrong' }, ...complaints.map(complaintView)),
      button('Remove the invalid choices', repair, { id: `repair-${index}` }),
    );
  } else if (answer === null || answer === undefined)
    line.append(
      'searching',
      button('Cancel', () => page.cancel(index), beside),
    );
  else if (typeof answer === 'string')
    line.append(
      answer,
      button('Search again', () => page.searchAgain(index), beside),
    );
  return line;
}

const complaintView = ({ path, line }: Complaint): HTMLElement =>
  el('li', {}, path.length === 0 ? '' : el('code', {}, `${inWritten(path)}: `), line);
