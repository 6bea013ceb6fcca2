import type { Described } from '../description.ts';
import { amdgpu } from './amdgpu.ts';
import { amdkfd } from './amdkfd.ts';
import { msm } from './msm.ts';
import { panthor } from './panthor.ts';
import { xeFaultMode } from './xe-fault-mode.ts';
import { xeLongRunning } from './xe-long-running.ts';

export { amdgpu, amdkfd, msm, panthor, xeFaultMode, xeLongRunning };

/** The drivers that come with this package. */
export const drivers: readonly Described[] = [xeFaultMode, xeLongRunning, amdkfd, amdgpu, msm, panthor];
