import { amdgpu } from "./amdgpu.js";
import { amdkfd } from "./amdkfd.js";
import { amdxdna } from "./amdxdna.js";
import { etnaviv } from "./etnaviv.js";
import { i915 } from "./i915.js";
import { mlx5Mr } from "./mlx5-mr.js";
import { mlx5Odp } from "./mlx5-odp.js";
import { msm } from "./msm.js";
import { nouveau } from "./nouveau.js";
import { panfrost } from "./panfrost.js";
import { panthor } from "./panthor.js";
import { xeDmaFence } from "./xe-dma-fence.js";
import { xeFaultMode } from "./xe-fault-mode.js";
import { xeLongRunning } from "./xe-long-running.js";
export { amdgpu, amdkfd, amdxdna, etnaviv, i915, mlx5Mr, mlx5Odp, msm, nouveau, panfrost, panthor, xeDmaFence, xeFaultMode, xeLongRunning, };
/** The drivers that come with this package. */
export const drivers = [
    xeFaultMode,
    xeLongRunning,
    xeDmaFence,
    i915,
    amdkfd,
    amdgpu,
    amdxdna,
    nouveau,
    msm,
    panfrost,
    panthor,
    etnaviv,
    mlx5Odp,
    mlx5Mr,
];
//# sourceMappingURL=index.js.map