import type { FastifyInstance, FastifyRequest } from 'fastify'
import { certificateHeaders, providerPath } from './configuration.ts'
import type { EmbeddedProvider } from './provider.ts'

/** What only a trusted proxy may say of a sender is removed where anybody else says it; the sender's address is the door's own finding. */
const clean = (request: FastifyRequest, isTrusted: (address: string) => boolean): void => {
  const { headers, socket } = request.raw
  if (!isTrusted(socket.remoteAddress ?? '')) for (const name of Object.values(certificateHeaders)) headers[name] = undefined
  headers['x-devicetrail-address'] = request.ip
  headers['x-devicetrail-request'] = request.id
}

/** The provider's own addresses, which it answers by itself, body and all. */
export const providerRoute = async (app: FastifyInstance, provider: EmbeddedProvider, isTrusted: (address: string) => boolean): Promise<void> => {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // The provider reads the body: nobody else may have done so before.
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.route({
      method: ['GET', 'POST', 'OPTIONS'],
      url: `${providerPath}/*`,
      handler: async (request, reply) => {
        reply.hijack()
        clean(request, isTrusted)
        await provider.answer(request.raw, reply.raw)
      },
    })
    scope.get('/.well-known/openid-configuration', async (request, reply) => {
      reply.hijack()
      await provider.answer(request.raw, reply.raw)
    })
  })
}
