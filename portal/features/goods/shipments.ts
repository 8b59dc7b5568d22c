import { graphql, type ResultOf } from '../../app/graphql.ts'
import type { Expected } from '../outbox/report.ts'

export const shipmentsQuery = graphql(`
  query PortalShipments {
    incomingShipments {
      id shippedAt documentNumber moreFollow
      from { id name nameZh }
      lines { id code di name nameZh serialNumber lotNumber sscc expiresOn quantity { value unit } }
    }
  }
`)
export type Shipment = ResultOf<typeof shipmentsQuery>['incomingShipments'][number]

/** What a shipment brings, as a list to tick off. */
export const expectedOf = ({ lines }: Shipment): Expected[] => lines.map(({ id, code, di, name, nameZh, serialNumber, lotNumber, sscc, expiresOn, quantity }) => ({
  id, code, di, name, nameZh, lot: lotNumber, serial: serialNumber, sscc, expiresOn, quantity: quantity?.value ?? null,
}))
