import type { LogSpec } from '../../src/logs/vocabulary.ts';
import { aliases, tracepoints } from './events.ts';
import { objectKinds } from './objects.ts';
import { proposals } from './proposals.ts';
import { reports } from './reports.ts';
import { rules } from './rules.ts';
import { trouble } from './trouble.ts';

/** Everything that a reader of kernel logs is told. */
export const logSpec: LogSpec = { objects: objectKinds, tracepoints, rules, reports, trouble, aliases, proposals };
