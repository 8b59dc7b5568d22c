import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** A wire to a database or a hub that can be cut and mended: the far end's port is the relay's own. */
export interface Relay {
  readonly port: number
  /** Ends all connections and refuses new ones. */
  cut(): Promise<void>
  /** Breaks all connections off (RST), and takes new ones. */
  reset(): void
  /** Takes connections and bytes, and passes nothing on. */
  swallow(): void
  /** Passes everything on so many milliseconds late. */
  slow(milliseconds: number): void
  mend(): Promise<void>
}

/** Relays to a port of this machine. */
export const openRelay = async (target: number): Promise<Relay> => {
  const sockets = new Set<Socket>()
  let silent = false
  let delay = 0
  const pass = (to: Socket) => (bytes: Buffer): void => {
    if (silent) return
    if (delay === 0) to.write(bytes)
    else setTimeout(() => { if (!to.destroyed) to.write(bytes) }, delay)
  }
  const server: Server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)))
    near.on('data', pass(far)).on('end', () => far.end())
    far.on('data', pass(near)).on('end', () => near.end())
  })
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    port,
    cut: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
    reset: () => { for (const socket of sockets) socket.resetAndDestroy() },
    swallow: () => { silent = true },
    slow: (milliseconds) => { delay = milliseconds },
    mend: async () => {
      silent = false
      delay = 0
      if (!server.listening) await listen(port)
    },
  }
}
