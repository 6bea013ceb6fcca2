import { litmusTestsOf } from '../../src/litmus/litmus.ts';
import { compose, type Spec } from '../../src/system/compose.ts';
import type { Program } from '../../src/system/program.ts';
import { story, type Description } from '../description/description.ts';
import { hangingSystemOf, systemOf } from '../description/system.ts';
import type { Law } from './laws.ts';

/**
 * A driver in a few facts, or rows of its own. `hangs`: a job may hang on the hardware for ever, and what hang recovery
 * does counts.
 */
type Asks = (Omit<Description, 'driver' | 'about'> & { readonly hangs?: true }) | Spec;

/** The facts of a driver with the story's own word for all that is not said, by which twins are compared. */
function factsOf(asks: Asks): unknown {
  if ('rows' in asks) return asks;
  return { ...story, ...asks, jobs: { ...story.jobs, ...asks.jobs } };
}

function programOf(asks: Asks, driver: string): Program {
  if ('rows' in asks) return compose(asks);
  const { hangs, ...description } = asks;
  return (hangs === true ? hangingSystemOf : systemOf)({ driver, ...description });
}

/** Litmus tests with what is needed to ask and to compare them. */
export const litmuses = litmusTestsOf<Law, Asks>({ facts: factsOf, system: programOf });
