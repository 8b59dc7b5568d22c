import { type AddressInfo, createServer } from 'node:net'
import { listenFailure } from './failure.ts'

/**
 * Resolves with the port on which the hub will be able to listen, a free one where `port` is 0: told before the database
 * starts, not after, and before the hub says its own address to anybody.
 * @throws Failure where the port is taken or not allowed, or the host is not this machine's
 */
export function freePort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => reject(listenFailure(error, host, port)))
    server.listen(port, host, () => {
      const { port: found } = server.address() as AddressInfo
      server.close(() => resolve(found))
    })
  })
}
