import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Day } from '../../kernel/scalars.ts'
import { resultOf } from '../../record/refused.type.ts'
import { ServiceTicketKind } from './ticket.type.ts'

@InputType({ description: 'Both intervals as they shall be: what is null is serviced by no plan.' })
export class SetServicePlanInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { description: 'Any of its codes, or its id.' })
  product!: string

  @Field(() => Int, { nullable: true, description: 'From 1 to 240 months after it was put into service, installed or last maintained.' })
  maintenanceMonths?: number | null

  @Field(() => Int, { nullable: true, description: 'From 1 to 240 months after it was put into service, installed or last calibrated.' })
  calibrationMonths?: number | null

  @Field(() => Day, { nullable: true, description: 'For devices that are in service already and have no day: when their first services are due. Left out, they have none until the next one is done.' })
  firstDueOn?: Date | null
}

@ObjectType({ description: 'A device whose maintenance or calibration is due.' })
export class ServiceDue {
  /** Id of the device. */
  device!: string

  @Field(() => ServiceTicketKind, { simple: true, description: 'MAINTENANCE or CALIBRATION.' })
  kind!: ServiceTicketKind

  @Field(() => Day, { simple: true })
  dueOn!: string
}

export const ServiceDueConnection = connectionOf(ServiceDue)

@ObjectType()
export class SetServicePlanSuccess {
  productId!: string

  @Field(() => Int, { description: 'Devices in service that got their first day by `firstDueOn`.' })
  devicesDated!: number
}

export const SetServicePlanResult = resultOf('SetServicePlanResult', SetServicePlanSuccess)
