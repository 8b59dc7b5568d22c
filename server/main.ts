import 'reflect-metadata'
import { loadDemo } from '../seeds/demo.ts'
import { openAccess } from './access/access.ts'
import { openSecrets } from './access/secrets.ts'
import { guardDemo } from './access/guard-demo.ts'
import { migrate } from './database/migrate.ts'
import { resolveDatabase } from './database/resolve-database.ts'
import { readTls } from './doors/tls.ts'
import { remindOfJourneys } from './features/custody/journey/remind-of-journeys.ts'
import { startCourier } from './features/delivery/start-courier.ts'
import { startSubscriptions } from './features/epcis/standing/start-subscriptions.ts'
import { eraseKeptContacts } from './features/exports/erase-kept.ts'
import { startImporter } from './features/files/importer.ts'
import { openDoors } from './http.ts'
import { listenFailure } from './kernel/failure.ts'
import { openGraph } from './kernel/graph.ts'
import { openOutside } from './kernel/outside.ts'
import { freePort } from './kernel/port.ts'
import { inProject } from './kernel/project.ts'
import { readSettings } from './kernel/settings.ts'
import { openLog } from './log.ts'
import { authenticateBy } from './record/authenticity.ts'
import { startKeeper } from './record/keeper.ts'
import { rehearseWrites } from './rehearse.ts'
import { openSchema } from './schema.ts'
import { step } from './steps.mjs'
import { warmUp } from './warm-up.ts'
import { welcome } from './welcome.ts'

export interface Hub {
  /** Where it listens, as `http://127.0.0.1:4000`. */
  readonly url: string
  /** Answers what it has begun, then closes; a managed Neo4j ends with it. */
  stop(): Promise<void>
}

const urlOf = (host: string, port: number, scheme: 'http' | 'https'): string => `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`

/** Brings the hub up: database, migrations, demo, doors. */
export const start = async (env: NodeJS.ProcessEnv = process.env): Promise<Hub> => {
  const settings = readSettings(env)
  const logger = openLog(settings.logLevel)
  const tls = settings.tls && await readTls(settings.tls)
  const port = await freePort(settings.host, settings.port)
  const publicUrl = settings.publicUrl ?? urlOf(settings.host, port, settings.tls ? 'https' : 'http')
  const database = await resolveDatabase(settings)
  const graph = openGraph(database)
  const stopping: (() => Promise<void>)[] = [() => database.stop(), () => graph.close()]
  const stop = async (): Promise<void> => {
    for (const end of stopping.splice(0).reverse()) await end()
  }
  try {
    await step('Bringing the graph\'s schema up to date', () => migrate(database, inProject('graph-schema/migrations')))
    if (settings.demo) await step('Loading the demo', (report) =>
      loadDemo(graph, { dataFolder: settings.dataFolder, report: ({ serials, events }) => report(`${serials} serials, ${events} events`) }))
    await step('Planning the first statements', () => warmUp(graph))
    const secrets = await openSecrets(settings.dataFolder, settings.secretKey)
    authenticateBy(secrets.keyFor('record'))
    const keeper = await startKeeper({ graph, logger, dataFolder: settings.dataFolder, settings: settings.record, daily: async (now) => { await Promise.all([eraseKeptContacts(graph, settings.retention, now), remindOfJourneys(graph, settings.journeys, now)]) } })
    stopping.push(() => keeper.stop())
    await guardDemo(graph, settings.host, settings.publicUrl)
    const access = await openAccess(graph, logger, { publicUrl, mail: { ...settings.mail, dataFolder: settings.dataFolder }, issuers: settings.issuers, demo: settings.demo, secrets })
    stopping.push(access.stop)
    const outside = openOutside({ allowPrivate: settings.webhooksAllowPrivate })
    stopping.push(startCourier({ graph, outside, sendMail: access.send, open: secrets.open, publicUrl }, logger).stop)
    stopping.push(startSubscriptions({ graph, outside, open: secrets.open }, logger).stop)
    const app = await openDoors({ schema: await openSchema(), graph, logger, dataFolder: settings.dataFolder, keyFile: settings.record.keyFile, access, outside, trustedProxies: settings.trustedProxies, tls, rates: settings.rates, quotas: settings.quotas, retention: settings.retention })
    stopping.push(() => app.close())
    const url = await app.listen({ host: settings.host, port }).catch((error: unknown) => Promise.reject(listenFailure(error, settings.host, port)))
    stopping.push(rehearseWrites(graph).stop)
    stopping.push(startImporter({ graph, logger, dataFolder: settings.dataFolder }).stop)
    welcome(url, settings.demo)
    return { url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
