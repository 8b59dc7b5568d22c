import type { ThingRole } from './custody-event.type.ts'

/** A batch that took part in a Transformation, itself or by a serial of it. */
export interface TransformedBatch {
  readonly role: ThingRole
  readonly batch: string
  readonly quantity?: number
  readonly unit?: string
}

export interface ConsumedEdge {
  readonly output: string
  readonly input: string
  readonly quantity?: number
  readonly unit?: string
}

const consumedQuantity = (input: TransformedBatch, output: TransformedBatch, inputs: number, outputs: number): Pick<ConsumedEdge, 'quantity' | 'unit'> => {
  if (outputs === 1 && input.quantity !== undefined) return { quantity: input.quantity, unit: input.unit }
  // One lot split into several: each took of it what it has, where they are measured alike. Otherwise nobody said how much.
  const alike = inputs === 1 && input.unit === output.unit && output.quantity !== undefined
  return alike ? { quantity: output.quantity, unit: output.unit } : {}
}

const distinct = (things: readonly TransformedBatch[], role: ThingRole): TransformedBatch[] =>
  [...new Map(things.filter((thing) => thing.role === role).map((thing) => [thing.batch, thing])).values()]

/** Genealogy of one Transformation: every output batch consumed every input batch. */
export const consumedEdges = (things: readonly TransformedBatch[]): ConsumedEdge[] => {
  const inputs = distinct(things, 'INPUT')
  const outputs = distinct(things, 'OUTPUT')
  return outputs.flatMap((output) =>
    inputs
      .filter((input) => input.batch !== output.batch)
      .map((input) => ({ output: output.batch, input: input.batch, ...consumedQuantity(input, output, inputs.length, outputs.length) })))
}
