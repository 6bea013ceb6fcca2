import type { Described } from '../description/description.ts';
import { amdgpu } from './amdgpu.ts';
import { amdkfd } from './amdkfd.ts';
import { amdxdna } from './amdxdna.ts';
import { etnaviv } from './etnaviv.ts';
import { i915 } from './i915.ts';
import { mlx5Mr } from './mlx5-mr.ts';
import { mlx5Odp } from './mlx5-odp.ts';
import { msm } from './msm.ts';
import { nouveau } from './nouveau.ts';
import { panfrost } from './panfrost.ts';
import { panthor } from './panthor.ts';
import { xeDmaFence } from './xe-dma-fence.ts';
import { xeFaultMode } from './xe-fault-mode.ts';
import { xeLongRunning } from './xe-long-running.ts';
export { amdgpu, amdkfd, amdxdna, etnaviv, i915, mlx5Mr, mlx5Odp, msm, nouveau, panfrost, panthor, xeDmaFence, xeFaultMode, xeLongRunning, };
/** The drivers that come with this package. */
export declare const drivers: readonly Described[];
