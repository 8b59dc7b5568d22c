import { type CatalogMaker, type CatalogRegistration, UnusableRecord } from './catalog-record.ts'
import { type Fields, group, list, text } from './record-fields.ts'

/** Class from the registration number: 国械注准2019314… has it after the year; what is only filed (备) is class I. */
export const riskClassOf = (number: string | undefined): string | undefined => {
  if (/械备/.test(number ?? '')) return 'I'
  const [, digit] = /械注.\d{4}([123])/.exec(number ?? '') ?? []
  return digit && 'I'.repeat(Number(digit))
}

// For 进口 (imports) and 许 (Hong Kong, Macao, Taiwan) the credit code is that of the agent in China, not the maker's.
const isDomestic = (number: string | undefined): boolean => !/械注[进许]|^国械备/.test(number ?? '')

/** The registrant (注册人). */
export const makerOf = (device: Fields, number: string | undefined): CatalogMaker => {
  const nameZh = text(device, 'ylqxzcrbarmc')
  const name = text(device, 'ylqxzcrbarywmc') ?? nameZh
  if (!name) throw new UnusableRecord('registrant (ylqxzcrbarmc) is missing')
  const [contact] = list(group(device, 'contactList'), 'contact')
  const own = isDomestic(number) ? { uscc: text(device, 'tyshxydm'), country: 'CN' } : {}
  return { name, nameZh, ...own, phone: contact && text(contact, 'qylxrdh') }
}

/** One device may stand under several certificates, separated as its registrant liked. */
export const registrationsOf = (device: Fields): CatalogRegistration[] => {
  const holder = text(device, 'ylqxzcrbarmc')
  const numbers = text(device, 'zczbhhzbapzbh')?.split(/[,，;；、\s]+/).filter(Boolean) ?? []
  return numbers.map((number) => ({ number, market: 'CN', holder }))
}
