import { type Connection, emptyConnection, type Page, toConnection } from '../../kernel/connection.ts'
import { bySubject, loaderByArgs } from '../../kernel/loader.ts'
import { deliveriesOf, type DeliveryRow } from './webhook.cypher.ts'
import type { Delivery, DeliveryState, DeliveryTry } from './webhook.type.ts'

const shown = ({ log, ...row }: DeliveryRow): Delivery => ({ ...row, tries: log.map((entry) => JSON.parse(entry) as DeliveryTry) })

export const deliveriesOfWebhook = loaderByArgs<Page & { readonly state: DeliveryState | null }, string, Connection<Delivery>>(
  async ({ graph }, ids, page) => bySubject(await graph.read(deliveriesOf, { ids, ...page }), (row) => row.webhook,
    (row) => toConnection(row.deliveries, page, row.totalCount, ({ place }) => place, ({ delivery }) => shown(delivery))),
  emptyConnection,
)
