import type { FastifyInstance, FastifyReply } from 'fastify'
import { largestDocument } from './intake/take-in.ts'

const versions = { 'GS1-EPCIS-Version': '2.0.0', 'GS1-CBV-Version': '2.0.0' }

const discovery = {
  ...versions,
  'GS1-EPCIS-Min': '2.0.0', 'GS1-EPCIS-Max': '2.0.0', 'GS1-CBV-Min': '2.0.0', 'GS1-CBV-Max': '2.0.0',
  'GS1-Vendor-Version': 'devicetrail-1', 'GS1-EPC-Format': 'No_Preference,Always_GS1_Digital_Link,Always_EPC_URN,Never_Translates',
}

const ofCapture = { 'GS1-EPCIS-Capture-File-Size-Limit': String(largestDocument), 'GS1-Capture-Error-Behaviour': 'rollback' }

/** Tells what the interface can do (EPCIS 2.0, 12.7). */
export const answerOptions = (reply: FastifyReply, methods: string, isCapture = false): FastifyReply =>
  reply.code(204).headers({ ...discovery, ...(isCapture && ofCapture), allow: methods }).send()

/** Every answer names the versions that it is written in. */
export const nameVersions = (app: FastifyInstance): void => {
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({ ...versions, 'cache-control': 'no-store' })
  })
}
