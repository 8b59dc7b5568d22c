import { bySubject, loaderOf } from '../kernel/loader.ts'
import { signaturesOf } from './signature.cypher.ts'
import type { Signature } from './signature.type.ts'

/** The signatures of things that the viewer sees, oldest first. */
export const signaturesOfSubject = loaderOf<string, Signature[]>(
  async ({ graph }, subjects) => bySubject(await graph.read(signaturesOf, { subjects }), (row) => row.subject, (row) => row.signatures),
  () => [],
)
