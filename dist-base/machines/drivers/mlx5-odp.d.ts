/** mlx5, regions on demand, v7.0. */
export declare const mlx5Odp: {
    readonly driver: "mlx5-odp";
    readonly about: "An RDMA device with on-demand regions; the jobs with fences are those of the GPU whose memory it reaches.";
    readonly pageFaults: "on-demand";
    readonly compute: "finite";
    readonly hardware: "separate";
    readonly reclaimWaits: "none";
    readonly uses: readonly ["odp"];
    readonly cites: {
        readonly pageFaults: {
            readonly file: "drivers/infiniband/hw/mlx5/odp.c";
            readonly says: "mlx5_ib_pfault, mlx5_ib_page_fault_resume: the queue pair stops until the page is there; mlx5_ib_advise_mr_prefetch is only a hint before";
        };
        readonly compute: {
            readonly file: "drivers/infiniband/hw/mlx5/odp.c";
            readonly says: "mlx5_ib_mr_rdma_pfault_handler: a request is of finite length and goes on where it stopped";
        };
        readonly hardware: {
            readonly file: "Documentation/driver-api/dma-buf.rst";
            readonly says: "Note that workloads that run on independent hardware like copy engines or other GPUs do not have any impact.";
        };
        readonly reclaimWaits: {
            readonly file: "drivers/infiniband/core/umem_odp.c";
            readonly says: "ib_umem_odp_get: an interval notifier, and no shrinker; the notifier waits for no fence";
        };
        readonly odp: {
            readonly file: "drivers/infiniband/hw/mlx5/odp.c";
            readonly says: "mlx5_ib_dmabuf_invalidate_cb: under the reservation lock the translation table is zapped; pagefault_dmabuf_mr maps it again";
        };
    };
};
