import { Problem } from '../problem.ts'
import { type DocumentReader, jsonReader } from './take-in.ts'

/** What reads a body of this media type. @throws Problem where the hub takes none of it */
export const readerOf = (contentType: string | undefined): DocumentReader => {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (type === 'application/json' || type === 'application/ld+json') return jsonReader()
  throw new Problem('UnsupportedMediaTypeException', 'Unsupported media type', 'Send application/ld+json or application/json.')
}
