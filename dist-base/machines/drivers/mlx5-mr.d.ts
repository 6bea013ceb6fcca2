/** mlx5, classic regions, v7.0. */
export declare const mlx5Mr: {
    readonly driver: "mlx5-mr";
    readonly about: "An RDMA device with regions that pin what they reach; the jobs with fences are those of the GPU whose memory it reaches.";
    readonly pageFaults: "none";
    readonly compute: "finite";
    readonly hardware: "separate";
    readonly reclaimWaits: "none";
    readonly uses: readonly ["memory-region"];
    readonly expect: "indefinite";
    readonly cites: {
        readonly pageFaults: {
            readonly file: "drivers/infiniband/hw/mlx5/mr.c";
            readonly says: "mlx5_ib_reg_user_mr: without IB_ACCESS_ON_DEMAND everything is there before the key is given out";
        };
        readonly compute: {
            readonly file: "drivers/infiniband/hw/mlx5/mr.c";
            readonly says: "mlx5_ib_reg_user_mr: a request is of finite length";
        };
        readonly hardware: {
            readonly file: "Documentation/driver-api/dma-buf.rst";
            readonly says: "Note that workloads that run on independent hardware like copy engines or other GPUs do not have any impact.";
        };
        readonly reclaimWaits: {
            readonly file: "drivers/infiniband/core/umem.c";
            readonly says: "ib_umem_get: pin_user_pages_fast(FOLL_LONGTERM); there is no shrinker";
        };
        readonly 'memory-region': {
            readonly file: "drivers/infiniband/core/umem_dmabuf.c";
            readonly says: "ib_umem_dmabuf_get_pinned: dma_buf_pin, until the region is deregistered";
        };
    };
};
