import { Ctx, Query, Resolver } from 'type-graphql'
import type { Context } from '../../../kernel/context.ts'
import { incomingShipments, outgoingShipments } from './shipment.cypher.ts'
import { IncomingShipment, OutgoingShipment } from './shipment.type.ts'

const most = { things: 5_000, shipments: 50 }

@Resolver()
export class ShipmentResolver {
  @Query(() => [IncomingShipment], { description: 'What is on its way to the viewer\'s organization, by shipment, the oldest first: at most 50, of the first 5000 things that are on their way; the last says whether more follow. For ticking off what arrives.' })
  incomingShipments(@Ctx() { graph }: Context): Promise<IncomingShipment[]> {
    return graph.read(incomingShipments, most)
  }
  @Query(() => [OutgoingShipment], { description: 'What the viewer\'s organization sent and nobody has received, by shipment, the oldest first: at most 50, of the first 5000 things; the last says whether more follow. It is taken back by voidShipment.' })
  outgoingShipments(@Ctx() { graph }: Context): Promise<OutgoingShipment[]> {
    return graph.read(outgoingShipments, most)
  }
}
