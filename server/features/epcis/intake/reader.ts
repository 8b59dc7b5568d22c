import { Problem } from '../problem.ts'
import { type DocumentReader, jsonReader } from './take-in.ts'
import { xmlReader } from './xml-reader.ts'

const readers: Readonly<Record<string, () => DocumentReader>> = { 'application/ld+json': jsonReader, 'application/json': jsonReader, 'application/xml': xmlReader, 'text/xml': xmlReader }

/** What reads a body of this media type. @throws Problem where the hub takes none of it */
export const readerOf = (contentType: string | undefined): DocumentReader => {
  const reader = readers[(contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '']
  if (reader === undefined) throw new Problem('UnsupportedMediaTypeException', 'Unsupported media type', 'Send application/ld+json, application/json or application/xml.')
  return reader()
}
