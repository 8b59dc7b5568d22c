import { type DestinationStream, type LevelWithSilent, type Logger, pino } from 'pino'

/** Stands where something was cut out. */
const cut = '…'

/** What opens a door to who reads it, or says who somebody is, and what of it may stay. The log is JSON: nothing here matches a quote or a backslash. */
const secrets: readonly (readonly [RegExp, string])[] = [
  // Links that are a proof by themselves, and sign-ins under way.
  [/(\/(?:sign-in|sign-in\/link|oidc\/auth|shares?)\/)[\w~%.-]{20,}/g, `$1${cut}`],
  // Values of a query: codes, states, tokens, and whatever somebody searched for.
  [/([?&][\w.~%-]+=)[^&\s"'\\]+/g, `$1${cut}`],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, cut],
  [/\b(Bearer|Basic) [\w.~+/-]{8,}=*/gi, `$1 ${cut}`],
  [/(:\/\/)[^\s/"'\\@]+@/g, `$1${cut}@`],
  // Neo4j tells the value that a constraint refused.
  [/(property `\w+` = )'[^'"\\]*'/g, `$1${cut}`],
  [/\b[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}\b/gi, cut],
]

/** A line of the log without secrets and personal data, wherever in it they stand: an address, an error's message, the cause of its cause. */
export const withoutSecrets = (line: string): string => secrets.reduce((text, [pattern, left]) => text.replace(pattern, left), line)

interface Told {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly code?: unknown
  readonly aggregateErrors?: readonly Told[]
}

const placeOf = ({ type, message, stack, code, aggregateErrors }: Told): Told => ({ type, message, stack, code, aggregateErrors: aggregateErrors?.map(placeOf) })

/** Of an error what tells where it comes from, with its causes. Libraries hang more on theirs: the claims of a token, a mail server's answer. */
const errorOf = (error: unknown): object => (error instanceof Error ? placeOf(pino.stdSerializers.err(error) as Told) : { type: typeof error, message: String(error) })

/** The hub's log, the only one: lines of JSON, without secrets. */
export const openLog = (level: LevelWithSilent, destination?: DestinationStream): Logger =>
  pino({ level, serializers: { err: errorOf }, hooks: { streamWrite: withoutSecrets } }, destination ?? pino.destination(1))
