import { setup } from 'xstate';
import { members, type Named } from './named.ts';
import { inFile, to } from './to.ts';

const syncFile = inFile('drivers/dma-buf/sync_file.c');

/** `closed`, `signaled`, or the fences that are left: `'f[1],f[3]'`. */
export type Snapshot = Named<string & {}, `export.${string}` | `dma_fence_signal.${string}` | 'close'>;

/** Every choice of these, `''` first. */
export const choices = (...names: readonly string[]): string[] =>
  names.reduce<string[]>((all, name) => [...all, ...all.map((one) => (one === '' ? name : `${one},${name}`))], ['']);

/**
 * A sync_file that was exported from a dma-buf.
 * Rule: it holds the fences that were in the list, and no other comes to them.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_export_sync_file), drivers/dma-buf/sync_file.c (sync_file_create), v7.0.
 */
export function syncFileSnapshot({ fenced = 2 }: { readonly fenced?: number }): Snapshot {
  const fences = members('f', fenced);
  const source = 'drivers/dma-buf/dma-buf.c: dma_buf_export_sync_file';
  const name = (set: string): string => (set === '' ? 'signaled' : set);
  const close = { close: to('closed', 'The descriptor of the sync_file is closed.', syncFile('sync_file_release')) };
  const exports = Object.fromEntries(
    choices(...fences).map((set) => [
      `export.${set}`,
      {
        target: name(set),
        reenter: true,
        description:
          set === ''
            ? 'The exported sync_file has no fence to wait for: it holds a stub.'
            : `The exported sync_file holds a snapshot: ${set}.`,
        meta: { source },
      },
    ]),
  );
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'sync_file_snapshot',
    initial: 'closed',
    states: {
      closed: { description: 'There is no sync_file.', meta: { source }, on: exports },
      ...Object.fromEntries(
        choices(...fences).map((set) => [
          name(set),
          {
            description: set === '' ? 'Every fence in the sync_file is signaled.' : `The sync_file waits for ${set}.`,
            meta: { source },
            on: {
              ...exports,
              ...close,
              ...Object.fromEntries(
                set
                  .split(',')
                  .filter((one) => one !== '')
                  .map((one) => [
                    `dma_fence_signal.${one}`,
                    to(
                      name(
                        set
                          .split(',')
                          .filter((other) => other !== one)
                          .join(','),
                      ),
                      `The fence ${one} is signaled.`,
                      syncFile('fence_check_cb_func'),
                    ),
                  ]),
              ),
            },
          },
        ]),
      ),
    },
  } as never) as unknown as Snapshot;
}
