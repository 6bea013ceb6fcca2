import { EditorView } from '@codemirror/view';

const mono = 'var(--mono)';

/** The look of the editor: colours are the page's own variables, so that it follows the theme. */
export const look = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    backgroundColor: 'var(--sheet)',
    fontSize: '13px',
    height: 'var(--editor-height, auto)',
    maxHeight: 'var(--editor-most, none)',
  },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: mono, lineHeight: '1.62', overflow: 'auto' },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 16px 0 8px' },
  '.cm-gutters': {
    backgroundColor: 'var(--sheet)',
    color: 'var(--soft)',
    border: 'none',
    paddingLeft: '6px',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--hover)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'var(--selection)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--selection)' },
  '.cm-before': { backgroundColor: 'var(--bad-ground)' },
  '.cm-after': { backgroundColor: 'var(--good-ground)' },
  '.cm-lit-now': { boxShadow: 'inset 3px 0 0 var(--accent)', backgroundColor: 'var(--row)' },
  '.cm-lit-waits': { boxShadow: 'inset 3px 0 0 var(--bad)' },
  '.cm-note': {
    whiteSpace: 'pre',
    pointerEvents: 'none',
    display: 'inline-block',
    color: 'var(--soft)',
    fontStyle: 'normal',
    userSelect: 'none',
  },
  '.tok-comment, .tok-string': { color: 'var(--soft)' },
  '.tok-keyword': { fontWeight: '600' },
  '.tok-name': { fontWeight: '600' },
  '.tok-function': { fontWeight: '600' },
  '.tok-type': { color: 'var(--tok-type)' },
  '.tok-call': { color: 'var(--tok-call)' },
  '.tok-atom': { color: 'var(--ink)' },
  '.tok-deleted': { color: 'var(--bad)', fontWeight: '600' },
  '.tok-inserted': { color: 'var(--good)', fontWeight: '600' },
  '.cm-tooltip': {
    backgroundColor: 'var(--sheet)',
    color: 'var(--ink)',
    border: '1px solid var(--faint)',
    borderRadius: '8px',
    boxShadow: '0 6px 24px rgb(0 0 0 / .16)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: mono, maxHeight: '16em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 10px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--ink)',
    color: 'var(--sheet)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail': {
    color: 'var(--sheet)',
  },
  '.cm-completionDetail': { color: 'var(--soft)', fontStyle: 'normal', marginLeft: '8px' },
  '.cm-completionInfo': {
    padding: '8px 12px',
    maxWidth: '320px',
    fontFamily: 'var(--sans)',
    lineHeight: '1.45',
  },
  '.cm-diagnostic': { padding: '6px 12px', borderLeft: '3px solid var(--bad)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bad)' },
});
