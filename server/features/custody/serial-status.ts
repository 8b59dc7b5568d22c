import { registerEnumType } from 'type-graphql'

export enum SerialStatus {
  MADE = 'MADE',
  RELEASED = 'RELEASED',
  IN_STOCK = 'IN_STOCK',
  IN_TRANSIT = 'IN_TRANSIT',
  IN_SERVICE = 'IN_SERVICE',
  IMPLANTED = 'IMPLANTED',
  CONSUMED = 'CONSUMED',
  RETURNED = 'RETURNED',
  LOST = 'LOST',
  DESTROYED = 'DESTROYED',
}
registerEnumType(SerialStatus, {
  name: 'SerialStatus',
  description: 'Where a serial is in its life. What stands against its use is in `holds`, apart from it: a recalled device in transit has both.',
})

export enum Hold {
  RECALLED = 'RECALLED',
  QUARANTINED = 'QUARANTINED',
  SUSPECT = 'SUSPECT',
  NON_CONFORMANT = 'NON_CONFORMANT',
  DAMAGED = 'DAMAGED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(Hold, { name: 'Hold', description: 'What stands against the use of a device.' })
