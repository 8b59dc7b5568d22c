import type { FastifyInstance } from 'fastify'
import type { Viewer } from '../kernel/viewer.ts'
import type { Rates } from './rates.ts'

/** Health is asked by machines that must not be refused, and the portal's files are cached. */
const free = /^\/(healthz|readyz|assets\/)/

/** Counts requests by address before anybody is known, and drops what is past. */
export const limitRates = (app: FastifyInstance, rates: Rates): void => {
  app.addHook('onRequest', async ({ url, ip }) => {
    if (!free.test(url)) await rates.take('address', ip)
  })
  const sweeping = setInterval(() => void rates.sweep().catch((error: unknown) => app.log.debug({ err: error }, 'rates were not swept')), 60_000)
  app.addHook('onClose', async () => clearInterval(sweeping))
}

/** Counts what is asked by a viewer, whatever the door. */
export const countViewer = async (rates: Pick<Rates, 'take'>, { person, organization }: Pick<Viewer, 'person' | 'organization'>): Promise<void> => {
  await rates.take('client', person)
  await rates.take('partner', organization)
}
