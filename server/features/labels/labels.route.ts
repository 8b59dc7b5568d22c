import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Allowance } from '../../kernel/allowance.ts'
import { asFile } from '../../kernel/as-file.ts'
import type { Context } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/errors.ts'
import { labelOfId } from '../../kernel/ids.ts'
import { takePlace } from '../../kernel/paper-door.ts'
import { batchById, logisticUnitById, serialById } from '../custody/custody.loader.ts'
import { labelSizes, labelsPdf, type LabelSize } from './draw-label.ts'
import { contentOfThing, contentOfUnit, type LabelContent, type SymbolName } from './label-content.rules.ts'

const isSize = (text: string): text is LabelSize => Object.hasOwn(labelSizes, text)
const isSymbol = (text: string): text is SymbolName => text === 'datamatrix' || text === 'gs1-128'
const mostCopies = 200

/** What the viewer may see of the thing; undefined where that is nothing. */
const contentOf = async (context: Context, id: string): Promise<LabelContent | undefined> => {
  switch (labelOfId(id)) {
    case 'Serial': {
      const serial = await serialById(context).load(id)
      return serial ? contentOfThing({ ...serial, name: serial.product.name, lot: serial.batch?.lotNumber ?? null, serial: serial.serialNumber }) : undefined
    }
    case 'Batch': {
      const batch = await batchById(context).load(id)
      return batch ? contentOfThing({ ...batch, name: batch.product.name, lot: batch.lotNumber, serial: null }) : undefined
    }
    case 'LogisticUnit': {
      const unit = await logisticUnitById(context).load(id)
      return unit ? contentOfUnit(unit.sscc) : undefined
    }
    default: return undefined
  }
}

interface Asked {
  readonly Params: { readonly id: string }
  readonly Querystring: { readonly symbol?: string; readonly size?: string; readonly copies?: string }
}

/**
 * `GET /labels/{id}.pdf?symbol=datamatrix|gs1-128&size=50x30&copies=1`: labels of a serial, a batch or a carton or pallet, by
 * its global id, for who may see it; for others it does not exist. Sizes in millimetres: 30x20, 50x30, 75x50, 100x50, 105x148.
 */
export const labelsRoute = (app: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>, papers: Allowance): void => {
  app.get<Asked>('/labels/:id.pdf', async (request, reply) => {
    const context = await contextOf(request)
    const content = await contentOf(context, request.params.id)
    if (content === undefined) return reply.code(404).send({ error: 'There is no such thing to label.' })
    const isUnit = labelOfId(request.params.id) === 'LogisticUnit'
    const { symbol = isUnit ? 'gs1-128' : 'datamatrix', size = isUnit ? '105x148' : '50x30', copies = '1' } = request.query
    const count = Number(copies)
    if (!isSymbol(symbol) || !isSize(size) || !Number.isInteger(count) || count < 1 || count > mostCopies) {
      return reply.code(400).send({ error: `Give symbol datamatrix or gs1-128, size ${Object.keys(labelSizes).join(', ')}, copies 1 to ${mostCopies}.` })
    }
    takePlace(reply, papers, context.viewer.organization)
    try {
      const labels = labelsPdf([content], symbol, size, count)
      return await asFile(reply, 'labels.pdf', 'application/pdf').send(labels)
    } catch (error) {
      if (error instanceof Refusal) return reply.code(400).send({ error: error.message })
      throw error
    }
  })
}
