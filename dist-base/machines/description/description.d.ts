import { z } from 'zod';
import { type Ability, type ClauseId, type HazardId, type MistakeId, type OptionId, type UseId, type UseLawId, type VariantId } from './ids.ts';
/** Jobs of one kind, and of both kinds together, at most. */
export declare const mostJobs: {
    readonly each: 4;
    readonly together: 6;
};
/** What a description may say; the JSON Schema is made of it. */
export declare const schema: z.ZodObject<{
    $schema: z.ZodOptional<z.ZodString>;
    driver: z.ZodString;
    about: z.ZodOptional<z.ZodString>;
    jobs: z.ZodOptional<z.ZodObject<{
        fenced: z.ZodOptional<z.ZodInt>;
        faulting: z.ZodOptional<z.ZodInt>;
    }, z.core.$strict>>;
    pageFaults: z.ZodOptional<z.ZodEnum<{
        none: "none";
        unknown: "unknown";
        hint: "hint";
        "on-demand": "on-demand";
    }>>;
    compute: z.ZodOptional<z.ZodEnum<{
        finite: "finite";
        unknown: "unknown";
        "long-running": "long-running";
    }>>;
    hardware: z.ZodOptional<z.ZodEnum<{
        unknown: "unknown";
        shared: "shared";
        separate: "separate";
    }>>;
    engines: z.ZodOptional<z.ZodEnum<{
        unknown: "unknown";
        one: "one";
        two: "two";
    }>>;
    arbitration: z.ZodOptional<z.ZodEnum<{
        none: "none";
        unknown: "unknown";
        "in-turn": "in-turn";
    }>>;
    hardwareCan: z.ZodOptional<z.ZodUnion<readonly [z.ZodArray<z.ZodEnum<{
        "preempt-running": "preempt-running";
        "preempt-faulted": "preempt-faulted";
    }>>, z.ZodLiteral<"unknown">]>>;
    submission: z.ZodOptional<z.ZodEnum<{
        unknown: "unknown";
        fifo: "fifo";
        "any-order": "any-order";
    }>>;
    reclaimWaits: z.ZodOptional<z.ZodEnum<{
        none: "none";
        unbounded: "unbounded";
        unknown: "unknown";
        bounded: "bounded";
    }>>;
    foreignDevice: z.ZodOptional<z.ZodUnion<readonly [z.ZodBoolean, z.ZodLiteral<"unknown">]>>;
    options: z.ZodOptional<z.ZodArray<z.ZodEnum<{
        preempt: "preempt";
        "reserve-static": "reserve-static";
        "reserve-in-flight": "reserve-in-flight";
        flush: "flush";
        "separate-memory": "separate-memory";
        "track-dependencies": "track-dependencies";
    }>>>;
    uses: z.ZodOptional<z.ZodArray<z.ZodEnum<{
        "dynamic-import": "dynamic-import";
        userptr: "userptr";
        svm: "svm";
        shrinker: "shrinker";
        "tiler-heap": "tiler-heap";
        "engine-group": "engine-group";
        "eviction-fence": "eviction-fence";
        "preempt-fence": "preempt-fence";
        odp: "odp";
        "memory-region": "memory-region";
    }>>>;
    without: z.ZodOptional<z.ZodArray<z.ZodEnum<{
        "preempt/while-running": "preempt/while-running";
        "preempt/while-faulted": "preempt/while-faulted";
        "preempt/releases-engine": "preempt/releases-engine";
        "preempt/releases-compute-units": "preempt/releases-compute-units";
        "reserve-static/engine": "reserve-static/engine";
        "reserve-static/compute-units": "reserve-static/compute-units";
        "reserve-static/other-shared": "reserve-static/other-shared";
        "reserve-in-flight/from-visible": "reserve-in-flight/from-visible";
        "reserve-in-flight/until-signaled": "reserve-in-flight/until-signaled";
        "reserve-in-flight/waits-outside-locks": "reserve-in-flight/waits-outside-locks";
        "flush/fences-before-fault-job": "flush/fences-before-fault-job";
        "flush/preempt-before-visible": "flush/preempt-before-visible";
        "flush/held-until-published": "flush/held-until-published";
        "flush/waits-outside-locks": "flush/waits-outside-locks";
        "separate-memory/gpu-fault-pool": "separate-memory/gpu-fault-pool";
        "separate-memory/no-fallback": "separate-memory/no-fallback";
        "separate-memory/cpu-fault-pool": "separate-memory/cpu-fault-pool";
        "track-dependencies/own-fences": "track-dependencies/own-fences";
        "track-dependencies/foreign-fences": "track-dependencies/foreign-fences";
        "track-dependencies/nack-when-all-depend": "track-dependencies/nack-when-all-depend";
        "dynamic-import/move-holds-resv": "dynamic-import/move-holds-resv";
        "dynamic-import/map-holds-resv": "dynamic-import/map-holds-resv";
        "dynamic-import/move-awaits-fences": "dynamic-import/move-awaits-fences";
        "userptr/sets-seq": "userptr/sets-seq";
        "svm/sets-seq": "svm/sets-seq";
        "svm/allocates-outside-notifier-lock": "svm/allocates-outside-notifier-lock";
        "shrinker/purges-only-dontneed": "shrinker/purges-only-dontneed";
        "shrinker/awaits-fences": "shrinker/awaits-fences";
        "engine-group/suspended-before-visible": "engine-group/suspended-before-visible";
        "engine-group/fences-before-fault-job": "engine-group/fences-before-fault-job";
        "engine-group/readers-queue": "engine-group/readers-queue";
        "eviction-fence/bookkeep": "eviction-fence/bookkeep";
        "eviction-fence/eviction-valuable": "eviction-fence/eviction-valuable";
        "eviction-fence/active-time": "eviction-fence/active-time";
        "preempt-fence/min-run-period": "preempt-fence/min-run-period";
        "preempt-fence/looks-again": "preempt-fence/looks-again";
        "preempt-fence/suspend-answers": "preempt-fence/suspend-answers";
        "odp/zaps-when-told": "odp/zaps-when-told";
        "memory-region/waits-for-region": "memory-region/waits-for-region";
    }>>>;
    variants: z.ZodOptional<z.ZodArray<z.ZodEnum<{
        "reserve-in-flight/released-at-hw-done": "reserve-in-flight/released-at-hw-done";
        "reserve-in-flight/released-at-hw-done-then-reset": "reserve-in-flight/released-at-hw-done-then-reset";
        "reserve-in-flight/not-counted": "reserve-in-flight/not-counted";
    }>>>;
    hazards: z.ZodOptional<z.ZodArray<z.ZodEnum<{
        "signal-path-reclaims": "signal-path-reclaims";
        "recovery-allocates": "recovery-allocates";
        "preempt-fence-allocates": "preempt-fence-allocates";
        "faulting-job-has-fence": "faulting-job-has-fence";
        "faulting-job-implicit-sync": "faulting-job-implicit-sync";
        "fence-awaits-user-fence": "fence-awaits-user-fence";
        "repair-on-busy-engine": "repair-on-busy-engine";
        "reserve-under-repair-lock": "reserve-under-repair-lock";
        "cpu-fault-in-repair": "cpu-fault-in-repair";
        "pool-falls-back": "pool-falls-back";
        "dynamic-import/allocates-late": "dynamic-import/allocates-late";
        "userptr/run-job-mirrors": "userptr/run-job-mirrors";
        "userptr/retry-outside-lock": "userptr/retry-outside-lock";
        "svm/notifier-awaits-repair": "svm/notifier-awaits-repair";
        "svm/retry-outside-lock": "svm/retry-outside-lock";
        "shrinker/allocates-late": "shrinker/allocates-late";
        "shrinker/tries-again": "shrinker/tries-again";
        "tiler-heap/reclaims": "tiler-heap/reclaims";
        "engine-group/no-recheck": "engine-group/no-recheck";
        "eviction-fence/fork-close": "eviction-fence/fork-close";
        "eviction-fence/no-backoff": "eviction-fence/no-backoff";
        "preempt-fence/allocates-late": "preempt-fence/allocates-late";
        "preempt-fence/takes-vm-lock": "preempt-fence/takes-vm-lock";
        "odp/cannot-restart": "odp/cannot-restart";
        "odp/awaits-faulted-request": "odp/awaits-faulted-request";
    }>>>;
    cites: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodObject<{
        file: z.ZodString;
        says: z.ZodString;
    }, z.core.$strict>>>;
    expect: z.ZodOptional<z.ZodEnum<{
        deadlock: "deadlock";
        broken: "broken";
        indefinite: "indefinite";
        unbounded: "unbounded";
        finite: "finite";
    }>>;
}, z.core.$strict>;
type Frozen<T> = T extends readonly (infer E)[] ? readonly Frozen<E>[] : T extends object ? {
    readonly [K in keyof T]: Frozen<Exclude<T[K], undefined>>;
} : T;
/** A driver as its author describes it. A fact that nobody has established is `'unknown'`. */
export type Described = Frozen<z.infer<typeof schema>>;
/** Where each choice of a description stands. */
export type Cites = NonNullable<Described['cites']>;
/** A driver with every fact settled: what a system is made from. */
export type Description = {
    readonly driver: string;
    readonly about?: string;
    readonly jobs?: {
        readonly fenced?: number;
        readonly faulting?: number;
    };
    readonly pageFaults?: 'none' | 'hint' | 'on-demand';
    readonly compute?: 'finite' | 'long-running';
    readonly hardware?: 'shared' | 'separate';
    readonly engines?: 'one' | 'two';
    readonly arbitration?: 'in-turn' | 'none';
    readonly hardwareCan?: readonly Ability[];
    readonly submission?: 'fifo' | 'any-order';
    readonly reclaimWaits?: 'none' | 'bounded' | 'unbounded';
    readonly foreignDevice?: boolean;
    readonly options?: readonly OptionId[];
    readonly uses?: readonly UseId[];
    readonly without?: readonly (ClauseId | UseLawId)[];
    readonly variants?: readonly VariantId[];
    readonly hazards?: readonly (HazardId | MistakeId)[];
};
/** The text's own story: what holds where a description says nothing. */
export declare const story: {
    readonly about: "";
    readonly jobs: {
        readonly fenced: 1;
        readonly faulting: 1;
    };
    readonly pageFaults: "on-demand";
    readonly compute: "finite";
    readonly hardware: "shared";
    readonly engines: "one";
    readonly arbitration: "in-turn";
    readonly hardwareCan: readonly ["preempt-running", "preempt-faulted"];
    readonly submission: "fifo";
    readonly reclaimWaits: "unbounded";
    readonly foreignDevice: true;
    readonly options: readonly [];
    readonly uses: readonly [];
    readonly without: readonly [];
    readonly variants: readonly [];
    readonly hazards: readonly [];
};
/** The JSON Schema of a description file. */
export declare const jsonSchema: () => Record<string, unknown>;
export {};
