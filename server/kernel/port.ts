import { createServer } from 'node:net'
import { listenFailure } from './failure.ts'

/**
 * Resolves where the hub will be able to listen: told before the database starts, not after.
 * @throws Failure where the port is taken or not allowed, or the host is not this machine's
 */
export function ensurePortFree(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => reject(listenFailure(error, host, port)))
    server.listen(port, host, () => server.close(() => resolve()))
  })
}
