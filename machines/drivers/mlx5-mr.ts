import { defineDriver } from '../description/define-driver.ts';

/** mlx5, classic regions, v7.0. */
export const mlx5Mr = defineDriver({
  driver: 'mlx5-mr',
  about: 'An RDMA device with regions that pin memory of a GPU. The jobs with fences are those of that GPU.',
  pageFaults: 'none',
  compute: 'finite',
  hardware: 'separate',
  reclaimWaits: 'none',
  uses: ['memory-region'],
  // What pins: whoever needs the memory waits until userspace deregisters the region.
  expect: 'indefinite',
  cites: {
    pageFaults: {
      file: 'drivers/infiniband/hw/mlx5/mr.c',
      says: 'mlx5_ib_reg_user_mr: without IB_ACCESS_ON_DEMAND everything is there before the key is given out',
    },
    compute: { file: 'drivers/infiniband/hw/mlx5/mr.c', says: 'mlx5_ib_reg_user_mr: a request is of finite length' },
    hardware: {
      file: 'Documentation/driver-api/dma-buf.rst',
      says:
        'Note that workloads that run on independent hardware like copy engines or other GPUs do ' +
        'not have any impact.',
    },
    reclaimWaits: {
      file: 'drivers/infiniband/core/umem.c',
      says: 'ib_umem_get: pin_user_pages_fast(FOLL_LONGTERM); there is no shrinker',
    },
    'memory-region': {
      file: 'drivers/infiniband/core/umem_dmabuf.c',
      says: 'ib_umem_dmabuf_get_pinned: dma_buf_pin, until the region is deregistered',
    },
  },
});
