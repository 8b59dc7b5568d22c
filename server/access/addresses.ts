import { BlockList, isIP } from 'node:net'

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether an address is one of these addresses or networks (`10.0.0.0/8`). What is no address is none of them. */
export const addressesIn = (list: readonly string[]): ((address: string) => boolean) => {
  const known = new BlockList()
  for (const one of list) {
    const [address = '', length] = one.split('/')
    if (length === undefined) known.addAddress(address, familyOf(address))
    else known.addSubnet(address, Number(length), familyOf(address))
  }
  return (address) => isIP(address) > 0 && known.check(address, familyOf(address))
}

export const isLoopback = addressesIn(['127.0.0.0/8', '::1'])
