import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Failure } from '../kernel/failure.ts'
import type { Reader } from '../kernel/graph.ts'
import { isLoopback } from './addresses.ts'
import { demoSignIns } from './demo-accounts.ts'

/** Whether all that a name of this machine stands for is loopback. */
const isInside = async (host: string): Promise<boolean> => {
  const addresses = isIP(host) > 0 ? [host] : (await lookup(host, { all: true })).map(({ address }) => address)
  return addresses.every(isLoopback)
}

/**
 * The world knows the demo's passwords: a hub that has them stays on this machine.
 * @throws Failure where the graph has demo sign-ins and the address, or the one that the world is told, is not loopback
 */
export const guardDemo = async (graph: Reader, host: string, publicUrl: string | undefined): Promise<void> => {
  const hosts = [host, ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname.replace(/^\[|\]$/g, '')])]
  const open = (await Promise.all(hosts.map(isInside))).some((inside) => !inside)
  if (!open) return
  const [found] = await graph.read(demoSignIns, {})
  if (found?.some) throw new Failure(`This graph has the demo's sign-ins, whose passwords everybody knows, so the hub does not open to ${host}: set HOST to 127.0.0.1, or use a graph without the demo.`)
}
