import type { Described } from '../description/description.ts';
import { driverIds } from '../description/ids.ts';
import * as each from './each.ts';

export * from './each.ts';

type Each = (typeof each)[keyof typeof each];
const byName = new Map<Each['driver'], Described>(Object.values(each).map((driver) => [driver.driver, driver]));

/** The drivers that come with this package, in the order of their names in `driverIds`. */
export const drivers: readonly Described[] = driverIds.map((id) => byName.get(id)!);
