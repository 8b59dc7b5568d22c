import { Refusal } from '../../kernel/errors.ts'
import type { Change } from '../../record/change.ts'
import { ownDocuments } from './named-documents.cypher.ts'

const sum = /^[0-9a-f]{64}$/i

/** Ids of documents that a cell names, by file name or SHA-256. @throws Refusal where one is none of the viewer's, or several are called so */
export const documentsNamed = async (change: Change, names: readonly string[]): Promise<string[]> => {
  if (names.length === 0) return []
  const found = new Map((await change.run(ownDocuments, { names: [...new Set(names)] })).map(({ name, ids }) => [name, ids]))
  return [...new Set(names)].map((name) => {
    const [first, ...others] = found.get(name) ?? []
    if (first === undefined) throw new Refusal('NOT_FOUND', `You have no document ${name}. Upload it first (POST /attachments), then name it as its file was called.`, ['documents'])
    // The same content twice is the same document for this purpose.
    if (others.length > 0 && !sum.test(name)) throw new Refusal('INVALID_INPUT', `Several documents of yours are called ${name}. Give its SHA-256.`, ['documents'])
    return first
  })
}
