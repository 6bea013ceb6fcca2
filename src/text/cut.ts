/* What is missing beside a verdict that is sure, of a search that ended early. */

export const withoutRun = 'The search ended before a run that shows this was found.';
/** As `withoutRun`, of the waits-for cycle. */
export const withoutWaits = 'The search ended before the waits-for cycle was found.';
