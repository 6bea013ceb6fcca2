/** A line of a kernel log without what mailers, loggers and printk put before it. */
export type CleanLine = {
    readonly text: string;
    readonly caller: string | null;
    readonly stamped: boolean;
};
export declare function cleanLine(line: string): CleanLine;
