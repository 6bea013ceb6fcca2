import { defineDriver } from '../description/define-driver.ts';

/** mlx5, regions on demand, v7.0. */
export const mlx5Odp = defineDriver({
  driver: 'mlx5-odp',
  about: 'An RDMA device with on-demand regions in memory of a GPU. The jobs with fences are those of that GPU.',
  pageFaults: 'on-demand',
  compute: 'finite',
  hardware: 'separate',
  reclaimWaits: 'none',
  uses: ['odp'],
  cites: {
    pageFaults: {
      file: 'drivers/infiniband/hw/mlx5/odp.c',
      says:
        'mlx5_ib_pfault, mlx5_ib_page_fault_resume: the queue pair stops until the page is ' +
        'there; mlx5_ib_advise_mr_prefetch is only a hint before',
    },
    compute: {
      file: 'drivers/infiniband/hw/mlx5/odp.c',
      says: 'mlx5_ib_mr_rdma_pfault_handler: a request is of finite length and goes on where it stopped',
    },
    hardware: {
      file: 'Documentation/driver-api/dma-buf.rst',
      says:
        'Note that workloads that run on independent hardware like copy engines or other GPUs do ' +
        'not have any impact.',
    },
    reclaimWaits: {
      file: 'drivers/infiniband/core/umem_odp.c',
      says: 'ib_umem_odp_get: an interval notifier, and no shrinker; the notifier waits for no fence',
    },
    odp: {
      file: 'drivers/infiniband/hw/mlx5/odp.c',
      says:
        'mlx5_ib_dmabuf_invalidate_cb: under the reservation lock the translation table is ' +
        'zapped; pagefault_dmabuf_mr maps it again',
    },
  },
});
