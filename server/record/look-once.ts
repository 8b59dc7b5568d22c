import type { Context } from '../kernel/context.ts'
import { loaderOf } from '../kernel/loader.ts'
import { recordLooks } from './record.ts'

export interface Look {
  /** Global id of the thing that holds it. */
  readonly subject: string
  readonly field: string
  /** The maker, where its own teams are to read of it. */
  readonly maker?: string
}

const looks = loaderOf<string, boolean>(
  async (context, keys) => {
    const bySubject = new Map<string, { subject: string; fields: string[]; maker?: string }>()
    for (const { subject, field, maker } of keys.map((key) => JSON.parse(key) as Look)) {
      const known = bySubject.get(subject) ?? { subject, fields: [], ...(maker === undefined ? {} : { maker }) }
      known.fields.push(field)
      bySubject.set(subject, known)
    }
    await recordLooks(context, [...bySubject.values()])
    return new Map(keys.map((key) => [key, true]))
  },
  () => false,
)

/**
 * Records a look at personal data that many fields of a request may show: once for each thing and field, all looks of a
 * wave in one transaction. Await it before the value goes out: what cannot be recorded is not shown.
 */
export const lookOnce = async (context: Context, { subject, field, maker }: Look): Promise<void> => {
  await looks(context).load(JSON.stringify({ subject, field, maker }))
}
