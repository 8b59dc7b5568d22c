// A hub that takes in a document and captures it until it is killed: `node server/run.mjs test/features/epcis/capturing-hub.ts`.
import 'reflect-metadata'
import { readFile } from 'node:fs/promises'
import type { Address } from '../../../server/kernel/graph.ts'
import { must } from '../../../server/kernel/must.ts'
import { openHubOn } from '../../testkit/hub-on.ts'
import { epcisOf } from './epcis-kit.ts'

export interface CaptureOrders {
  readonly address: Address
  readonly dataFolder: string
  readonly viewer: string
  /** A file. */
  readonly document: string
}

const { address, dataFolder, viewer, document } = JSON.parse(must(process.env['CAPTURE_ORDERS'], 'CAPTURE_ORDERS')) as CaptureOrders
const hub = await openHubOn(address, dataFolder)
const { status, headers } = await epcisOf(hub).send(viewer, 'POST', '/capture', await readFile(document, 'utf8'), { 'gs1-capture-error-behaviour': 'proceed' })
process.stdout.write(`${status} ${String(headers['location'])}\n`)
