import { z } from 'zod'
import { Failure } from './failure.ts'
import { type IssuerSetting, issuersSetting } from './issuer-setting.ts'
import { inProject } from './project.ts'
import type { QuotaSettings } from './quotas.ts'

interface Variable<Schema extends z.ZodType = z.ZodType> {
  /** What it is, as a sentence for the README. */
  meaning: string
  /** What may be given, to follow "give". */
  allowed: string
  /** How the default reads in the README. */
  fallback: string
  schema: Schema
}

const variable = <Schema extends z.ZodType>(meaning: string, allowed: string, fallback: string, schema: Schema): Variable<Schema> => ({ meaning, allowed, fallback, schema })

const text = z.string()
const memory = text.regex(/^\d+[mg]$/i)
const units = { m: 1_048_576, g: 1_073_741_824 } as const
const bytes = (usual: string) => memory.default(usual).transform((size) => Number(size.slice(0, -1)) * (/g$/i.test(size) ? units.g : units.m)).pipe(z.number().min(units.m).max(Number.MAX_SAFE_INTEGER))
const atOnce = (usual: string) => text.regex(/^[1-9]\d{0,3}$/).default(usual).transform(Number)
const years = (usual: string) => text.regex(/^[1-9]\d{0,2}$/).default(usual).transform(Number)
const perMinute = (usual: string) => text.regex(/^[1-9]\d{0,8}$/).default(usual).transform(Number)
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const variables = {
  PORT: variable('Port of the API and the portal.', 'a whole number from 0 (any free one) to 65535', '4000', text.regex(/^\d+$/).default('4000').transform(Number).pipe(z.number().max(65_535))),
  HOST: variable('Address to listen on; `0.0.0.0` opens the hub to the network.', 'an address or name of this machine', '127.0.0.1', text.regex(/^[\w.:-]+$/).default('127.0.0.1')),
  PUBLIC_URL: variable('Where people and systems reach the hub, behind a proxy for example; the issuer of its tokens. Every node has the same.', 'an address without a path, as `https://hub.example`', '`http://` with HOST and PORT', text.regex(/^https?:\/\/[^\s/?#]+$/).optional()),
  TLS_CERT: variable('Certificate of the hub with its chain (PEM): it then serves HTTPS itself, with TLS_KEY.', 'a file', 'none', text.transform(inProject).optional()),
  TLS_KEY: variable('Private key of TLS_CERT (PEM).', 'a file', 'none', text.transform(inProject).optional()),
  TRUSTED_PROXIES: variable('Proxies whose word on the sender and its certificate is taken; nobody else’s is.', 'addresses or networks, with commas', 'none', text.regex(/^[\da-fA-F.:/, ]+$/).transform((list) => list.split(',').map((one) => one.trim())).optional()),
  OIDC_ISSUERS: variable('Providers of companies whose tokens the API takes, besides its own.', 'a JSON list, as “Other providers” describes', '`[]`', issuersSetting),
  SMTP_URL: variable('Mail server for messages, invitations and password resets; without one they are written to DEVICETRAIL_DATA/mail.', 'an address as `smtps://user:password@mail.example`', 'none', text.regex(/^smtps?:\/\/[^\s]+$/).optional()),
  MAIL_FROM: variable('Sender of those mails.', 'an e-mail address', 'devicetrail@localhost', text.regex(/^[^\s@]+@[^\s@]+$/).default('devicetrail@localhost')),
  WEBHOOKS_ALLOW_PRIVATE: variable('Whether webhooks may go to addresses within the network, and over HTTP: for development and demonstrations.', '`on` or `off`', 'off', z.enum(['on', 'off']).optional()),
  DEVICETRAIL_DATA: variable('Folder of the managed Neo4j and of the documents.', 'a folder', '.devicetrail', text.default('.devicetrail').transform(inProject)),
  DEVICETRAIL_CACHE: variable('Folder that keeps the downloaded Neo4j.', 'a folder', '~/.cache/devicetrail', text.transform(inProject).optional()),
  DEVICETRAIL_DEMO: variable('Whether the demo is loaded into an empty graph.', '`on` or `off`', 'on with the managed Neo4j, otherwise off', z.enum(['on', 'off']).optional()),
  DEVICETRAIL_NEO4J_HEAP: variable("Heap of the managed Neo4j's Java.", 'a size as `512m` or `2g`', '1g', memory.default('1g')),
  DEVICETRAIL_NEO4J_PAGECACHE: variable('Memory in which the managed Neo4j keeps the graph.', 'a size as `256m` or `2g`', '512m', memory.default('512m')),
  NEO4J_URI: variable('A Neo4j 5 to use instead of the managed one.', 'a URI that begins with `bolt://`, `neo4j://`, or either with `+s` or `+ssc`', 'none', text.regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/]+\/?$/).optional()),
  NEO4J_USER: variable('User at NEO4J_URI.', 'a user name', 'neo4j', text.default('neo4j')),
  NEO4J_PASSWORD: variable('Password at NEO4J_URI.', 'a password', 'none', text.default('')),
  NEO4J_DATABASE: variable('Database at NEO4J_URI.', 'the name of a database', 'neo4j', text.regex(/^[\w.-]+$/).default('neo4j')),
  DEVICETRAIL_SECRET_KEY: variable('Key by which secrets in the graph are sealed (authenticators, webhooks, the keys that sign tokens), and records prove that the hub wrote them. Every node has the same.', '32 bytes in base64 (`openssl rand -base64 32`)', '`secret.key` in the data folder, made where there is none', text.regex(/^[A-Za-z0-9+/]{43}=$/).optional()),
  DEVICETRAIL_RECORD_KEY: variable('File of the Ed25519 key (PKCS #8, PEM) that signs the record\'s checkpoints; made where there is none.', 'a file', '`record/signing-key.pem` in the data folder', text.transform(inProject).optional()),
  DEVICETRAIL_RECORD_URL: variable('Address that every checkpoint of the record is posted to, beside the file in the data folder.', 'an address that begins with `http://` or `https://`', 'none', text.regex(/^https?:\/\/\S+$/).optional()),
  DEVICETRAIL_KEY_DAYS: variable('How many days an idempotency key is kept.', 'a whole number from 1 to 3650', '30', text.regex(/^\d+$/).default('30').transform(Number).pipe(z.number().min(1).max(3_650))),
  KEEP_AFTER_EXPIRY: variable('Years from the expiry date until which exports say that a record of purchase, receipt, sale or use is to be kept.', 'a whole number of years', '2', years('2')),
  KEEP_WITHOUT_EXPIRY: variable('The same, of what has no expiry date, from the record on.', 'a whole number of years', '5', years('5')),
  KEEP_CONTACTS: variable('Years from the end of a case, or from a telephone call, after which the hub erases who reported or was called.', 'a whole number of years', '15', years('15')),
  REMIND_UNRECEIVED: variable('Days after which both ends of a shipment are reminded that its receipt was not confirmed.', 'a whole number of days', '7', years('7')),
  FINDING_UNRECEIVED: variable('Days after which that is a finding.', 'a whole number of days', '30', years('30')),
  RATE_ADDRESS: variable('Requests a minute from one network address.', 'a whole number', '12000', perMinute('12000')),
  RATE_CLIENT: variable('Requests a minute of one person or API client.', 'a whole number', '6000', perMinute('6000')),
  RATE_PARTNER: variable('Requests a minute of one organization, on all nodes together.', 'a whole number', '30000', perMinute('30000')),
  RATE_LOOKUP_MISSES: variable('Look-ups a minute by one organization of what it has nothing to do with, on all nodes together.', 'a whole number', '120', perMinute('120')),
  QUOTA_STORED: variable('What one organization may store: attachments, and files with reports.', 'a size as `512m` or `20g`', '20g', bytes('20g')),
  QUOTA_WAITING: variable('What one organization may have on a node’s disk of documents and files that come in or wait.', 'a size as `512m` or `20g`', '1g', bytes('1g')),
  QUOTA_PAPERS: variable('Evidence packs and PDFs that a node makes at once for one organization.', 'a whole number from 1 to 9999', '4', atOnce('4')),
  QUOTA_ALL_PAPERS: variable('The same, for all together.', 'a whole number from 1 to 9999', '12', atOnce('12')),
  LOG_LEVEL: variable("How much the hub's log says.", LOG_LEVELS.map((level) => `\`${level}\``).join(', '), 'info', z.enum(LOG_LEVELS).default('info')),
}

type Values = { [Name in keyof typeof variables]: z.infer<(typeof variables)[Name]['schema']> }

export interface Settings {
  port: number
  host: string
  /** Undefined: the address that it listens on. */
  publicUrl: string | undefined
  /** Files of the certificate and its key; undefined: HTTP. */
  tls: { cert: string, key: string } | undefined
  trustedProxies: string[]
  /** Requests a minute. */
  rates: { address: number, client: number, partner: number, misses: number }
  quotas: QuotaSettings
  /** In years. */
  retention: { afterExpiry: number, withoutExpiry: number, contacts: number }
  /** In days since it left. */
  journeys: { remindAfter: number, findingAfter: number }
  issuers: IssuerSetting[]
  mail: { smtp: string | undefined, from: string }
  webhooksAllowPrivate: boolean
  dataFolder: string
  /** The user's cache where undefined. */
  cacheFolder: string | undefined
  demo: boolean
  /** Base64; the file in the data folder where undefined. */
  secretKey: string | undefined
  heap: string
  pageCache: string
  /** Undefined: the managed Neo4j. */
  neo4j: { uri: string, user: string, password: string, database: string } | undefined
  /** What the record's keeper goes by (record/keeper.ts). */
  record: { keyFile: string | undefined, url: string | undefined, keyDays: number }
  logLevel: (typeof LOG_LEVELS)[number]
}

/**
 * The settings from the environment; an empty variable counts as not set.
 * @throws Failure naming the first variable with a value that is not allowed
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const names = Object.keys(variables) as (keyof typeof variables)[]
  const values = Object.fromEntries(names.map((name) => [name, valueOf(name, env[name])])) as Values
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = values
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL,
    tls: tlsOf(values),
    trustedProxies: values.TRUSTED_PROXIES ?? [],
    retention: { afterExpiry: values.KEEP_AFTER_EXPIRY, withoutExpiry: values.KEEP_WITHOUT_EXPIRY, contacts: values.KEEP_CONTACTS },
    journeys: { remindAfter: values.REMIND_UNRECEIVED, findingAfter: values.FINDING_UNRECEIVED },
    rates: { address: values.RATE_ADDRESS, client: values.RATE_CLIENT, partner: values.RATE_PARTNER, misses: values.RATE_LOOKUP_MISSES },
    quotas: { stored: values.QUOTA_STORED, waiting: values.QUOTA_WAITING, papers: values.QUOTA_PAPERS, allPapers: values.QUOTA_ALL_PAPERS },
    issuers: values.OIDC_ISSUERS,
    mail: { smtp: values.SMTP_URL, from: values.MAIL_FROM },
    webhooksAllowPrivate: values.WEBHOOKS_ALLOW_PRIVATE === 'on',
    dataFolder: values.DEVICETRAIL_DATA,
    cacheFolder: values.DEVICETRAIL_CACHE,
    demo: values.DEVICETRAIL_DEMO ? values.DEVICETRAIL_DEMO === 'on' : uri === undefined,
    secretKey: values.DEVICETRAIL_SECRET_KEY,
    heap: values.DEVICETRAIL_NEO4J_HEAP,
    pageCache: values.DEVICETRAIL_NEO4J_PAGECACHE,
    neo4j: uri === undefined ? undefined : { uri, user, password, database },
    record: { keyFile: values.DEVICETRAIL_RECORD_KEY, url: values.DEVICETRAIL_RECORD_URL, keyDays: values.DEVICETRAIL_KEY_DAYS },
    logLevel: values.LOG_LEVEL,
  }
}

function tlsOf({ TLS_CERT: cert, TLS_KEY: key }: Values): Settings['tls'] {
  if (cert !== undefined && key !== undefined) return { cert, key }
  if (cert === undefined && key === undefined) return undefined
  throw new Failure('HTTPS needs both: give TLS_CERT and TLS_KEY, or neither.')
}

function valueOf(name: keyof typeof variables, value: string | undefined): unknown {
  const { schema, allowed } = variables[name]
  const result = schema.safeParse(value === '' ? undefined : value)
  if (result.success) return result.data
  throw new Failure(`${name} is "${value}": give ${allowed.replaceAll('`', '')}.`)
}

/** All settings as the README's table; a test compares the two. */
export function settingsTable(): string {
  const rows = Object.entries(variables).map(([name, { meaning, allowed, fallback }]) => `| \`${name}\` | ${meaning} | ${allowed} | ${fallback} |`)
  return ['| Variable | What it is | Give | Default |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
