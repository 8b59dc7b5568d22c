import type { MessageKey } from '../../app/all-messages.ts'
import type { Asked } from './kept.ts'

const texts = import.meta.glob<string>('./collection/*.graphql', { query: '?raw', import: 'default', eager: true })

/** With values of the demo's, to be written over. */
const ready = {
  'lookup': { code: 'ML4-260311-0452' },
  'provenance': { code: 'ML4-260311-0452', first: 20 },
  'batch-provenance': { code: '(01)06972145030560(10)2608B04', first: 20 },
  'genealogy': { code: '(01)06972145030560(10)2608B04', direction: 'UPSTREAM', depth: 10 },
  'inventory': { first: 50 },
  'recall-scope': { input: { materialLots: ['R26-0118'] }, first: 20 },
  'recall-progress': { id: '' },
  'organizations': { kind: 'HOSPITAL', first: 20 },
  'adverse-events': { first: 20 },
  'audit-trail': { subject: '', first: 20 },
  'viewer': {},
}

export interface ReadyQuery extends Asked { readonly title: MessageKey }

/** The queries that everybody finds ready to ask: the contract's own questions. */
export const collection: readonly ReadyQuery[] = (Object.keys(ready) as (keyof typeof ready)[]).map((name) => ({
  title: `queries.ready.${name}`,
  query: (texts[`./collection/${name}.graphql`] ?? '').trim(),
  variables: JSON.stringify(ready[name], null, 2),
}))
