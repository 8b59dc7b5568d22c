import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword, tags.modifier], color: 'var(--dt-drill-text)' },
  { tag: [tags.propertyName, tags.attributeName], color: 'var(--dt-accent)' },
  { tag: [tags.string, tags.special(tags.name)], color: 'var(--dt-clear-text)' },
  { tag: [tags.number, tags.integer, tags.float, tags.bool, tags.null, tags.variableName], color: 'var(--dt-hold-text)' },
  { tag: tags.lineComment, color: 'var(--dt-text-3)' },
])

/** By the portal's roles alone, so that light and dark come by themselves. */
const theme = EditorView.theme({
  '&': { backgroundColor: 'var(--dt-surface)', color: 'var(--dt-text)', fontSize: 'var(--dt-fs-sm)', height: '100%' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--dt-mono)', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--dt-text)' },
  '.cm-cursor': { borderLeftColor: 'var(--dt-text)' },
  '.cm-gutters': { backgroundColor: 'var(--dt-sunken)', color: 'var(--dt-text-2)', borderRightColor: 'var(--dt-line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--dt-selected) !important' },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--dt-sunken)', color: 'var(--dt-text-2)', borderColor: 'var(--dt-line)' },
  '.cm-tooltip': { backgroundColor: 'var(--dt-surface)', color: 'var(--dt-text)', border: '1px solid var(--dt-line-strong)', maxWidth: 'min(32rem, 90vw)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--dt-selected)', color: 'var(--dt-accent)' },
  '.cm-completionDetail': { color: 'var(--dt-text-2)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--dt-selected)' },
})

export const editorLook = [theme, syntaxHighlighting(colours)]
