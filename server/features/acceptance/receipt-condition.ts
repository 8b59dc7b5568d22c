import { registerEnumType } from 'type-graphql'

export enum ReceiptCondition {
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
  DAMAGED = 'DAMAGED',
  MISSING = 'MISSING',
}
registerEnumType(ReceiptCondition, { name: 'ReceiptCondition' })
