import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json, jsonParseLinter } from '@codemirror/lang-json'
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language'
import { lintGutter, linter, lintKeymap } from '@codemirror/lint'
import { EditorState, type Extension, Prec } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import { graphql as graphqlEditing, showInDocsCommand } from 'cm6-graphql'
import { editorLook } from './editor-look.ts'
import { schema } from './schema.ts'

const base: Extension = [lineNumbers(), foldGutter(), bracketMatching(), EditorView.lineWrapping, editorLook, keymap.of([...foldKeymap, ...defaultKeymap])]
const editing: Extension = [base, history(), drawSelection(), indentOnInput(), closeBrackets(), autocompletion(), lintGutter(), keymap.of([...closeBracketsKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap])]

/** Ctrl or ⌘ and Enter, before whatever else Enter does. */
const running = (run: () => void) => Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => { run(); return true } }]))

const jsonProblems = jsonParseLinter()

/** Completion, checks, and what F1 (or Ctrl and a click) finds in the schema: by `Type.` or `Type.field`. */
export function queryEditing(run: () => void, showInSchema: (path: string) => void): Extension {
  const onShowInDocs = (field?: string, type?: string, parent?: string) => { showInSchema(field && parent ? `${parent}.${field}` : type ? `${type.replace(/[[\]!]/g, '')}.` : '') }
  return [running(run), editing, graphqlEditing(schema, { onShowInDocs }), keymap.of([{ key: 'F1', run: showInDocsCommand }])]
}

/** JSON, which may be empty. */
export function variablesEditing(run: () => void): Extension {
  return [running(run), editing, json(), linter((view) => view.state.doc.toString().trim() ? jsonProblems(view) : [])]
}

/** JSON to read, fold and copy. */
export const answerReading: Extension = [base, json(), EditorState.readOnly.of(true), EditorView.contentAttributes.of({ 'aria-readonly': 'true' })]
