import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

export interface ResolvedAddress {
  readonly address: string
  readonly family: 4 | 6
}

/** All addresses of a name; throws where it has none. */
export type Resolve = (name: string) => Promise<readonly ResolvedAddress[]>

/** What a partner's address is, or why the hub does not send there, in words that say what to do. */
export type Destination = { readonly refused: string } | { readonly refused: null; readonly url: URL; readonly addresses: readonly ResolvedAddress[] }

/** The guard before whatever the hub sends to an address that somebody else chose (OWASP: server-side request forgery). */
export interface Outside {
  /**
   * Checks the address, resolves its name, and checks every address that the name has. Ask it again each time something
   * is sent, and connect to what it answers: a name may point elsewhere by then (DNS rebinding).
   */
  destinationOf(address: string): Promise<Destination>
}

/** IANA's special-purpose registry for IPv4: nothing of it is somebody's public server. */
const insideV4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24',
  '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
]
/** Of IPv6 only global unicast is outside; of that not Teredo and its neighbours, documentation, and 6to4, which hold IPv4 addresses. */
const globalV6 = '2000::/3'
const insideV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const listOf = (networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), family)
  }
  return list
}

const inside = { v4: listOf(insideV4, 'ipv4'), v6: listOf(insideV6, 'ipv6'), global: listOf([globalV6], 'ipv6') }

/** Whether an IP address is a public one: neither private, loopback, link-local, carrier-grade NAT, multicast, nor an IPv4 address in disguise. */
export const isOutside = (address: string): boolean => {
  if (isIP(address) === 4) return !inside.v4.check(address, 'ipv4')
  return isIP(address) === 6 && inside.global.check(address, 'ipv6') && !inside.v6.check(address, 'ipv6')
}

const longest = 2_000
const namingTime = 1_500

const resolveByDns: Resolve = async (name) => {
  const late = new Promise<never>((_, reject) => { setTimeout(reject, namingTime, new Error('the name server does not answer')).unref() })
  return (await Promise.race([lookup(name, { all: true, verbatim: true }), late])).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
}

/** The parsed address, or why it is none that the hub sends to. The parser turns `0x7f.1` and its like into plain digits. */
const parsed = (address: string, allowPrivate: boolean): URL | string => {
  if (address.length > longest || !URL.canParse(address)) return `Give a whole address of at most ${longest} characters, as https://example.org/hooks.`
  const url = new URL(address)
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) return 'The address has to begin with https://.'
  return url.username || url.password ? 'Leave user and password out of the address: what the hub sends is signed.' : url
}

const within = 'The address is within the hub’s own network, or no public one. Give one that the internet reaches.'

/** @param options.allowPrivate for tests and demonstrations: any address, and HTTP; @param options.resolve in the place of DNS */
export const openOutside = ({ allowPrivate, resolve = resolveByDns }: { readonly allowPrivate: boolean; readonly resolve?: Resolve }): Outside => ({
  destinationOf: async (address) => {
    const url = parsed(address, allowPrivate)
    if (typeof url === 'string') return { refused: url }
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const family = isIP(host)
    const addresses = family === 0 ? await resolve(host).catch(() => []) : [{ address: host, family: family === 6 ? 6 as const : 4 as const }]
    if (addresses.length === 0) return { refused: `There is no address behind the name ${host}.` }
    return allowPrivate || addresses.every((one) => isOutside(one.address)) ? { refused: null, url, addresses } : { refused: within }
  },
})
