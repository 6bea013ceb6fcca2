import type { PathFile, TestPath } from '../path.ts';
/** A name as Mermaid shows it and never reads it: all but plain letters is written by its number. */
export declare const inMermaid: (text: string) => string;
/** One sequence diagram: who does a step, the parts that take an event in it and where they are then, and what must be refused. */
export declare function sequenceDiagram(path: TestPath): string;
/** A Markdown page with a diagram a path. */
export declare function mermaidPage(file: PathFile): string;
