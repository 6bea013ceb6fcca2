import { start } from './start.ts';
import { work } from './worker.ts';

// One script is the page's and its worker's: it is loaded once.
if (typeof document === 'undefined') work();
else start();
