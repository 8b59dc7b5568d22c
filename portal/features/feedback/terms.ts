import type { Client } from '@urql/vue'
import { graphql } from '../../app/graphql.ts'
import { openOutbox } from '../outbox/outbox-store.ts'
import type { Term } from '../outbox/problem.ts'

const termsQuery = graphql(`query PortalTerms($annex: String!, $search: String, $first: Int!) { imdrfTerms(annex: $annex, search: $search, first: $first) { code term definition annex } }`)

const most = 8
/** Annex A, the longest that a reporter is asked for, has fewer than the rows of a page. */
const whole = 500
const keptDays = 30

interface Kept { at: number, terms: Term[] }
const memory = (annex: string) => `terms ${annex}`

/** Keeps an annex on the device the first time that somebody may want it, so that a report can be coded without a network. */
export async function keepTerms(client: Client, annex: string): Promise<void> {
  const database = await openOutbox()
  const kept = await database.get('memory', memory(annex)) as Kept | undefined
  if (kept && kept.at > Date.now() - keptDays * 86_400_000) return
  const { data } = await client.query(termsQuery, { annex, search: null, first: whole }, { requestPolicy: 'network-only' })
  if (data) await database.put('memory', { at: Date.now(), terms: data.imdrfTerms.map((term) => ({ ...term })) } satisfies Kept, memory(annex))
}

/** Terms that have all the words, those that begin with them first. */
function among(terms: readonly Term[], text: string): Term[] {
  const words = text.toLowerCase().split(/\s+/)
  const named = terms.filter(({ code, term }) => words.every((word) => `${code} ${term}`.toLowerCase().includes(word)))
  const told = terms.filter((term) => !named.includes(term) && words.every((word) => term.definition.toLowerCase().includes(word)))
  return [...named.sort((a, b) => Number(b.term.toLowerCase().startsWith(text)) - Number(a.term.toLowerCase().startsWith(text))), ...told]
}

/** Terms of an annex that fit the words, the best first: as the hub finds them, and without a network in what the device has kept. */
export async function findTerms(client: Client, annex: string, search: string): Promise<Term[]> {
  const { data } = await client.query(termsQuery, { annex, search, first: most })
  if (data) return [...data.imdrfTerms]
  const kept = await openOutbox().then((database) => database.get('memory', memory(annex))).catch(() => undefined) as Kept | undefined
  return among(kept?.terms ?? [], search.toLowerCase()).slice(0, most)
}
