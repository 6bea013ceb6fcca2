// The first that runs is what makes the page's worker: the order of these imports matters.
import { isPage } from './searcher.ts';
import { start } from './start.ts';
import { work } from './worker.ts';

// One script is the page's and its worker's: it is loaded once.
if (isPage) start();
else work();
