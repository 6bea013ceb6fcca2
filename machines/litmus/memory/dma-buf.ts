import {
  callFaults,
  dmaBuf70,
  dmaBuf71,
  dmaBufCalls,
  dmaBufVmap,
  unplug70,
  unplug71,
  vmapHoldsResv,
} from '../../rows/dma-buf.ts';
import { litmuses } from './ask.ts';

const all70 = Object.values(dmaBuf70.laws);
const all71 = Object.values(dmaBuf71.laws);
const without = (law: keyof typeof dmaBuf70.laws) => all70.filter((one) => one !== dmaBuf70.laws[law]);
const rows = [dmaBuf70.row];
const two = { importers: 2 };

/** A shared buffer, its importers, and who must hold the reservation lock. */
export const dmaBufLitmuses = litmuses(
  {
    name: 'DMABUF',
    cites: ['D-1', 'D-2', 'D-8', 'D-9', 'D-10', 'P-3'],
    twin: 'DMABUF+move-unlocked',
    about: 'A dynamic importer maps, uses, pins and unmaps a buffer that its exporter moves.',
    asks: { rows, clauses: all70 },
    expect: { verdict: 'finite', states: 36, edges: 71 },
  },
  {
    name: 'DMABUF+move-unlocked',
    cites: ['D-9'],
    twin: 'DMABUF',
    about: 'The exporter moves the buffer without the reservation lock, and an importer maps it at the same time.',
    asks: { rows, clauses: without('move-holds-resv') },
    expect: {
      verdict: 'broken',
      broken: ['addresses-follow-the-buffer', 'no-access-astray', 'pinned-stays'],
      promises: { 'move-ends': 'unbounded' },
      states: 122,
      edges: 318,
      length: 8,
    },
  },
  {
    name: 'DMABUF+map-unlocked',
    cites: ['D-2', 'D-8'],
    twin: 'DMABUF',
    about:
      'The importer maps the buffer without the reservation lock, after the exporter has looked at its ' +
      'importers and before it moves the buffer.',
    asks: { rows, clauses: without('map-holds-resv') },
    expect: {
      verdict: 'broken',
      broken: ['addresses-follow-the-buffer', 'no-access-astray'],
      promises: { 'move-ends': 'unbounded' },
      states: 66,
      edges: 137,
      length: 8,
    },
  },
  {
    name: 'DMABUF+pin-unlocked',
    cites: ['D-1', 'D-8'],
    twin: 'DMABUF',
    about:
      'The importer pins the buffer without the reservation lock, after the exporter has seen that it is not ' +
      'pinned and before it moves the buffer.',
    asks: { rows, clauses: without('pin-holds-resv') },
    expect: { verdict: 'broken', broken: ['pinned-stays'], states: 57, edges: 138, length: 7 },
  },
  {
    name: 'DMABUF+untold',
    cites: ['D-9'],
    twin: 'DMABUF',
    about: 'The exporter moves the buffer without calling move_notify, and the device goes on at the old address.',
    asks: { rows, clauses: [...all70, dmaBuf70.faults['move-does-not-tell']] },
    expect: {
      verdict: 'broken',
      broken: ['addresses-follow-the-buffer', 'no-access-astray'],
      promises: { 'move-ends': 'unbounded' },
      states: 43,
      edges: 89,
      length: 8,
    },
  },
  {
    name: 'DMABUF+fences-not-awaited',
    cites: ['D-9'],
    twin: 'DMABUF',
    about: 'The exporter moves the buffer before the fences in its reservation object have signaled.',
    asks: { rows, clauses: without('move-awaits-fences') },
    expect: { verdict: 'broken', broken: ['no-access-astray'], states: 41, edges: 82, length: 9 },
  },
  {
    name: 'DMABUF+pinned-moved',
    cites: ['P-3', 'D-1'],
    twin: 'DMABUF',
    about: 'The exporter moves the buffer without looking at the pin count.',
    asks: { rows, clauses: without('pinned-is-not-moved') },
    expect: { verdict: 'broken', broken: ['pinned-stays'], states: 71, edges: 130, length: 7 },
  },
  {
    name: 'DMABUF+attached-at-release',
    cites: ['D-10'],
    twin: 'DMABUF',
    about: 'The last reference of the buffer is put while an importer is attached.',
    asks: { rows, clauses: without('attachment-keeps-buffer') },
    expect: { verdict: 'broken', broken: ['no-attachment-at-release'], states: 52, edges: 110, length: 3 },
  },
  {
    name: 'DMABUF+double-unpin',
    cites: ['P-1'],
    twin: 'DMABUF',
    about:
      'CVE-2026-43128: mapping a pinned region fails, the error path unpins the buffer, and the release unpins ' +
      'it again.',
    asks: { rows, clauses: [...all70, dmaBuf70.faults['double-unpin']] },
    expect: { verdict: 'broken', broken: ['unpin-is-balanced'], states: 60, edges: 112, length: 6 },
  },
  {
    name: 'DMABUF+two',
    cites: ['P-1', 'P-3'],
    twin: 'DMABUF+two+double-unpin',
    about: 'Two importers share one buffer.',
    asks: { rows, clauses: all70, sizes: two },
    expect: { verdict: 'finite', states: 259, edges: 886 },
  },
  {
    name: 'DMABUF+two+double-unpin',
    cites: ['P-1', 'P-3'],
    twin: 'DMABUF+two',
    about: 'An importer unpins the buffer twice and removes the pin of another importer, whose buffer is then moved.',
    asks: { rows, clauses: [...all70, dmaBuf70.faults['double-unpin']], sizes: two },
    expect: { verdict: 'broken', broken: ['pinned-stays', 'unpin-is-balanced'], states: 1762, edges: 5338, length: 12 },
  },
  {
    name: 'DMABUF+static',
    cites: ['D-2', 'P-3'],
    twin: 'DMABUF+static+pinned-moved',
    about:
      'A static importer has no move_notify callback, and the buffer is pinned while the importer has DMA ' +
      'addresses.',
    asks: { rows, clauses: [...all70, dmaBuf70.faults['static-importer']] },
    expect: { verdict: 'finite', states: 19, edges: 35 },
  },
  {
    name: 'DMABUF+static+pinned-moved',
    cites: ['P-3'],
    twin: 'DMABUF+static',
    about: 'The exporter moves the buffer although a static importer has pinned it.',
    asks: { rows, clauses: [...without('pinned-is-not-moved'), dmaBuf70.faults['static-importer']] },
    expect: {
      verdict: 'broken',
      broken: ['addresses-follow-the-buffer', 'no-access-astray', 'pinned-stays'],
      promises: { 'move-ends': 'unbounded' },
      states: 35,
      edges: 68,
      length: 8,
    },
  },
  {
    name: 'DMABUF+revoke',
    cites: ['D-9'],
    twin: 'DMABUF+7-0-cannot-revoke',
    about: 'In kernel 7.1 an exporter that is removed revokes the access of pinned importers for good.',
    asks: { rows: [dmaBuf71.row, unplug71], clauses: all71, version: '7.1' },
    expect: { verdict: 'finite', states: 83, edges: 190 },
  },
  {
    name: 'DMABUF+7-0-cannot-revoke',
    cites: ['D-9'],
    twin: 'DMABUF+revoke',
    about: 'In kernel 7.0 an exporter that is removed waits until userspace unpins the buffer.',
    asks: { rows: [dmaBuf70.row, unplug70], clauses: all70 },
    expect: {
      verdict: 'indefinite',
      promises: { 'unplug-ends': 'indefinite' },
      cycle: 'unplug → pinCount → pin[1] → move → user',
      states: 88,
      edges: 201,
      length: 5,
    },
  },
  {
    name: 'DMABUF-CALL',
    cites: ['D-4', 'D-5', 'D-6', 'D-7'],
    twin: 'DMABUF-CALL+attach-under-resv',
    about:
      'The importers call attach, detach and begin_cpu_access without the reservation lock, which the exporter ' +
      'takes.',
    asks: { rows: [dmaBufCalls], sizes: two },
    expect: { verdict: 'finite', states: 40, edges: 90 },
  },
  {
    name: 'DMABUF-CALL+attach-under-resv',
    cites: ['D-4', 'D-7'],
    twin: 'DMABUF-CALL',
    about:
      'The importer holds the reservation lock while it calls dma_buf_dynamic_attach, and the exporter takes ' +
      'the same lock.',
    asks: { rows: [dmaBufCalls], clauses: [callFaults.attach], sizes: two },
    expect: {
      verdict: 'deadlock',
      promises: { 'call-returns': 'deadlock' },
      cycle: 'call[1] → resv → call[1]',
      states: 27,
      edges: 54,
      length: 2,
    },
  },
  {
    name: 'DMABUF-CALL+detach-under-resv',
    cites: ['D-5', 'D-7'],
    twin: 'DMABUF-CALL',
    about:
      'The importer holds the reservation lock while it calls dma_buf_detach, and the exporter takes the same ' +
      'lock.',
    asks: { rows: [dmaBufCalls], clauses: [callFaults.detach], sizes: two },
    expect: {
      verdict: 'deadlock',
      promises: { 'call-returns': 'deadlock' },
      cycle: 'call[1] → resv → call[1]',
      states: 27,
      edges: 54,
      length: 2,
    },
  },
  {
    name: 'DMABUF-CALL+cpu-access-under-resv',
    cites: ['D-6', 'D-7'],
    twin: 'DMABUF-CALL',
    about:
      'The importer holds the reservation lock while it calls dma_buf_begin_cpu_access, and the exporter takes ' +
      'the same lock.',
    asks: { rows: [dmaBufCalls], clauses: [callFaults.begin_cpu_access], sizes: two },
    expect: {
      verdict: 'deadlock',
      promises: { 'call-returns': 'deadlock' },
      cycle: 'call[1] → resv → call[1]',
      states: 27,
      edges: 54,
      length: 2,
    },
  },
  {
    name: 'DMABUF-VMAP',
    cites: ['D-3', 'D-8'],
    twin: 'DMABUF-VMAP+unlocked',
    about: 'The users of a kernel mapping are counted under the reservation lock.',
    asks: { rows: [dmaBufVmap], clauses: [vmapHoldsResv], sizes: two },
    expect: { verdict: 'finite', states: 6, edges: 10 },
  },
  {
    name: 'DMABUF-VMAP+unlocked',
    cites: ['D-3', 'D-8'],
    twin: 'DMABUF-VMAP',
    about:
      'Two users of a kernel mapping are counted without the reservation lock. Both see no mapping, and the ' +
      'first unmap removes the mapping of the other.',
    asks: { rows: [dmaBufVmap], sizes: two },
    expect: {
      verdict: 'broken',
      broken: ['used-is-mapped'],
      promises: { 'vmap-is-given-back': 'indefinite' },
      states: 14,
      edges: 24,
      length: 5,
    },
  },
);
