import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hashIdOf } from '../../../server/features/epcis/event-hash.rules.ts'
import type { EpcisEvent, LdContext } from '../../../server/features/epcis/epcis-event.type.ts'
import { namespacesOf } from '../../../server/features/epcis/namespaces.rules.ts'

// Documents with their hash ids: https://github.com/RalphTro/epcis-event-hash-generator, MIT (LICENSE beside them).
const folder = new URL('./event-hash/', import.meta.url)
const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const expected = (name: string): string[] => text(name.replace(/\.\w+$/, '.hashes')).trim().split(/\s+/)
const documents = (ending: string): string[] => readdirSync(folder).filter((name) => name.endsWith(ending))

interface Document {
  readonly '@context': LdContext
  readonly epcisBody: { readonly eventList: readonly EpcisEvent[] }
}

describe('event hash ids of CBV 2.0', () => {
  it.each(documents('.jsonld'))('%s: as the reference computes them', (name) => {
    const document = JSON.parse(text(name)) as Document
    expect(document.epcisBody.eventList.map((event) => hashIdOf(event, namespacesOf(document['@context'], event['@context'])))).toEqual(expected(name))
  })
})
