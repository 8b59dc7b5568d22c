import { request as requestHttp, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Destination, Outside } from '../../kernel/outside.ts'
import { type Signed, signedHeaders } from './signature.ts'

export interface SignedRequest extends Signed {
  readonly url: string
  /** One, or two while a secret is replaced. */
  readonly secrets: readonly string[]
  readonly contentType: string
  /** Another header that has the signature, where a standard names one. */
  readonly alsoAs?: string
  /** Milliseconds for connecting, sending and answering; ten seconds where none are given. */
  readonly patience?: number
  /** Gives up at once, for a process that ends. */
  readonly ending?: AbortSignal
}

export interface SendAnswer {
  /** HTTP status; null where no answer came. */
  readonly status: number | null
  /** How long it took until the answer, or until there was none. */
  readonly milliseconds: number
  /** The beginning of the answer's body, or why there is none. */
  readonly words: string
}

const usualPatience = 10_000
/** So much of an answer is read; the rest is nobody's business. */
const longestAnswer = 2_048

/** The connection goes to what was checked, and asks no name server again. */
const pinnedTo = (addresses: (Destination & { refused: null })['addresses']): LookupFunction => (_name, options, done) => {
  const [first] = addresses
  if (options.all) done(null, addresses.map((one) => ({ ...one })))
  else done(null, first?.address ?? '', first?.family ?? 4)
}

const words = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'no answer in time'
  return 'code' in error ? String(error.code) : error.message
}

interface Post {
  readonly headers: Record<string, string>
  readonly body: string
  readonly signal: AbortSignal
}

const exchange = ({ url, addresses }: Destination & { refused: null }, { headers, body, signal }: Post): Promise<{ status: number | null; words: string }> => new Promise((resolve) => {
  const options: RequestOptions = { method: 'POST', headers, lookup: pinnedTo(addresses), agent: false, signal }
  const sent = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (answer) => {
    const pieces: Buffer[] = []
    let length = 0
    const end = (): void => {
      resolve({ status: answer.statusCode ?? null, words: Buffer.concat(pieces).subarray(0, longestAnswer).toString('utf8') })
      answer.destroy()
    }
    answer.on('data', (piece: Buffer) => {
      pieces.push(piece)
      length += piece.length
      if (length >= longestAnswer) end()
    })
    answer.on('end', end)
    // The status has come: what becomes of the body changes nothing.
    answer.on('error', end)
  })
  sent.on('error', (error) => resolve({ status: null, words: words(error) }))
  sent.end(body)
})

/**
 * Posts a body once, signed by Standard Webhooks, to an address that a partner chose. Use it for whatever the hub sends to
 * others' systems; when to try again is the caller's (retry.rules.ts has the table).
 *
 * The address is checked each time (kernel/outside.ts), and the connection goes to the very addresses that were checked.
 * Ten seconds; a redirect is an answer like any other and is not followed; of the answer 2 KB are read.
 *
 * @param request what to send: `id` stays the same when the same message is sent again, `at` is this attempt's time
 * @param outside the guard, `context.outside` of a request or the courier's own
 * @returns the answer; never throws, since no answer is one too (`status` null, `words` why)
 */
export const sendSigned = async ({ url, secrets, contentType, alsoAs, patience = usualPatience, ending, ...signed }: SignedRequest, outside: Outside): Promise<SendAnswer> => {
  const begun = performance.now()
  const took = (): number => Math.round(performance.now() - begun)
  const destination = await outside.destinationOf(url)
  if (destination.refused !== null) return { status: null, milliseconds: took(), words: destination.refused }
  const signatures = signedHeaders(signed, secrets)
  const headers = { 'content-type': contentType, 'content-length': String(Buffer.byteLength(signed.body)), 'user-agent': 'Devicetrail', ...signatures, ...(alsoAs && { [alsoAs]: signatures['webhook-signature'] ?? '' }) }
  const late = AbortSignal.timeout(patience)
  const answer = await exchange(destination, { headers, body: signed.body, signal: ending ? AbortSignal.any([late, ending]) : late })
  return { ...answer, milliseconds: took() }
}
