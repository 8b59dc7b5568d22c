import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageOf, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { BadInput } from '../../kernel/errors.ts'
import { Day } from '../../kernel/scalars.ts'
import { change } from '../../record/change.ts'
import type { ProductRow } from '../catalog/product.cypher.ts'
import { productById } from '../catalog/product.loader.ts'
import { Product } from '../catalog/product.type.ts'
import { serialById } from '../custody/custody.loader.ts'
import type { SerialShown, SerialRow } from '../custody/serial.cypher.ts'
import { Serial } from '../custody/serial.type.ts'
import { dueCounts, duePages } from './service-plan.cypher.ts'
import { duesOfSerial, planOfProduct } from './service-plan.loader.ts'
import { setServicePlan } from './service-plan.ts'
import { ServiceDue, ServiceDueConnection, SetServicePlanInput, SetServicePlanResult, SetServicePlanSuccess } from './service-plan.type.ts'

const longest = 3_650

/** A page's place as text: day, device, kind. */
const placeOf = (after: string): { dueOn: string; serial: string; kind: string } => {
  const [dueOn = '', serial = '', kind = ''] = after.split('|')
  return { dueOn, serial, kind }
}

@Resolver(() => ServiceDue)
export class ServiceDueResolver {
  @Query(() => ServiceDueConnection, { description: 'Maintenance and calibration that is overdue or due: of the maker\'s devices for its teams, of what they have for others. What is due first comes first.' })
  async servicesDue(
    @Ctx() { graph, viewer }: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('within', () => Int, { defaultValue: 30, description: 'Days from today, at most 3650; 0: what is overdue or due today.' }) within: number,
  ): Promise<Connection<ServiceDue>> {
    if (within < 0 || within > longest) throw new BadInput(`within is from 0 to ${longest} days.`)
    const page = pageOf(args, 50)
    const until = new Date(Date.now() + within * 86_400_000).toISOString().slice(0, 10)
    const anchor = viewer.internal ? 'maker' : 'holder'
    const [rows, [count]] = await Promise.all([graph.read(duePages[anchor], { until, after: placeOf(page.after), limit: page.limit }), graph.read(dueCounts[anchor], { until })])
    return toConnection(rows, page, count?.total ?? 0, ({ dueOn, serial, kind }) => `${dueOn}|${serial}|${kind}`, ({ kind, dueOn, serial }) => ({ kind, dueOn, device: serial }) as ServiceDue)
  }

  @FieldResolver(() => Serial, { nullable: true })
  serial(@Ctx() context: Context, @Root() { device }: ServiceDue): Promise<SerialRow | null> {
    return serialById(context).load(device)
  }

  @Mutation(() => SetServicePlanResult, { description: 'How often a product of the maker\'s own is to be serviced, from when a device is next put into service, installed, maintained or calibrated. Days that are set stay.' })
  setServicePlan(@Ctx() context: Context, @Arg('input', () => SetServicePlanInput) input: SetServicePlanInput): Promise<object> {
    return change(context, { action: 'SET_SERVICE_PLAN', idempotencyKey: input.idempotencyKey, input, subject: input.product }, (changing) => setServicePlan(changing, input))
  }
}

@Resolver(() => SetServicePlanSuccess)
export class PlannedProductResolver {
  @FieldResolver(() => Product)
  product(@Ctx() context: Context, @Root() { productId }: SetServicePlanSuccess): Promise<ProductRow | null> {
    return productById(context).load(productId)
  }
}

@Resolver(() => Product)
export class ProductPlanResolver {
  @FieldResolver(() => Int, { nullable: true, description: 'Months between two maintenances, by its maker\'s plan.' })
  async maintenanceMonths(@Ctx() context: Context, @Root() { id }: ProductRow): Promise<number | null> {
    return (await planOfProduct(context).load(id)).maintenanceMonths
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Months between two calibrations, by its maker\'s plan.' })
  async calibrationMonths(@Ctx() context: Context, @Root() { id }: ProductRow): Promise<number | null> {
    return (await planOfProduct(context).load(id)).calibrationMonths
  }
}

@Resolver(() => Serial)
export class SerialDueResolver {
  @FieldResolver(() => Day, { nullable: true, description: 'When its next maintenance is due; null to a former holder.' })
  async maintenanceDueOn(@Ctx() context: Context, @Root() { id }: SerialShown): Promise<string | null> {
    return (await duesOfSerial(context).load(id)).maintenanceDueOn
  }

  @FieldResolver(() => Day, { nullable: true, description: 'When its next calibration is due; null to a former holder.' })
  async calibrationDueOn(@Ctx() context: Context, @Root() { id }: SerialShown): Promise<string | null> {
    return (await duesOfSerial(context).load(id)).calibrationDueOn
  }
}
