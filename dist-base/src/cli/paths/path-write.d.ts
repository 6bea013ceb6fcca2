import type { PathFile } from '../../paths/path.ts';
/** What there is in a directory of paths. */
export type PathIndex = {
    readonly schema: 1;
    readonly version: string;
    readonly files: readonly ({
        readonly file: string;
        readonly name: string;
        readonly cover: string;
    } & Pick<PathFile['size'], 'paths' | 'steps' | 'cost' | 'bound'> & {
        readonly targets: number;
        readonly covered: number;
        readonly unreachable: number;
    })[];
};
export declare const fileName: ({ name, cover }: Pick<PathFile, "name" | "cover">) => string;
export declare const json: (value: unknown) => string;
/**
 * Texts of these files.
 * @throws Misuse where one would be longer than a text can be
 */
export declare function texted<T>(files: readonly PathFile[], make: () => T): T;
export declare function indexOf(files: readonly PathFile[], version: string): PathIndex;
/**
 * Puts texts into a directory: all are written beside it first and then renamed, so that none is ever there in part. Files that an
 * index there names and the new one does not are taken away.
 * @throws Misuse where the directory cannot be written
 */
export declare function writeAll(dir: string, texts: ReadonlyMap<string, string>, stale?: readonly string[]): void;
/** The files that an index in a directory names; none where there is no index of ours. */
export declare function indexed(dir: string): string[];
