import type { ReportSpec } from '../../src/logs/vocabulary.ts';
import type { RuleId } from './rules.ts';
type Checked = Omit<ReportSpec, 'unlocked' | 'stuck' | 'crossed' | 'edges' | 'stacks' | 'warnings' | 'sentences' | 'kinds'> & {
    readonly edges: readonly (ReportSpec['edges'][number] & {
        readonly rule: RuleId;
    })[];
    readonly unlocked: readonly (ReportSpec['unlocked'][number] & {
        readonly rule: RuleId;
    })[];
    readonly stuck: readonly (ReportSpec['stuck'][number] & {
        readonly rule: RuleId;
    })[];
    readonly crossed: readonly (ReportSpec['crossed'][number] & {
        readonly rule: RuleId;
    })[];
    readonly stacks: readonly (ReportSpec['stacks'][number] & {
        readonly rule: RuleId;
    })[];
    readonly warnings: readonly (ReportSpec['warnings'][number] & {
        readonly rule: RuleId;
    })[];
    readonly sentences: readonly (ReportSpec['sentences'][number] & {
        readonly rule: RuleId;
    })[];
    readonly kinds: Readonly<Record<string, RuleId>>;
};
/** Lock order, functions and sentences of kernel reports: dma_resv_lockdep() in drivers/dma-buf/dma-resv.c, and the cross-driver contract. */
export declare const reports: Checked;
export {};
