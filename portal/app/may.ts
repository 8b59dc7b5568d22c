import { person } from '../features/outbox/use-person.ts'

const hospital = ['HOSPITAL_USER', 'HOSPITAL_ADMIN']
const distributor = ['DISTRIBUTOR_USER', 'DISTRIBUTOR_ADMIN']
const supplier = ['SUPPLIER_USER', 'SUPPLIER_ADMIN']
const quality = ['QUALITY', 'REGULATORY']

/** Which roles are offered what, besides the tasks with goods. The hub decides; this only spares people what would refuse them. */
const roles = {
  answerNotice: [...hospital, ...distributor, 'SUPPLY', 'QUALITY', 'SERVICE_PROVIDER'],
  recall: quality,
  hold: ['QUALITY'],
  voidShipment: [...distributor, ...hospital, ...supplier, 'SUPPLY', 'SERVICE'],
  declareError: [...hospital, ...distributor, ...supplier, 'SUPPLY', 'QUALITY', 'SERVICE'],
  reportProblem: [...hospital, ...distributor, ...quality, 'SERVICE', 'SERVICE_PROVIDER'],
  readCases: [...hospital, ...distributor, ...quality, 'SERVICE', 'SERVICE_PROVIDER', 'AUDITOR'],
  handleCase: quality,
  reviseRule: ['REGULATORY'],
  erasePerson: ['HOSPITAL_ADMIN', 'DISTRIBUTOR_ADMIN', 'SUPPLIER_ADMIN', 'CARRIER', 'SERVICE_PROVIDER', 'ADMIN'],
  recordFiling: [...hospital, ...distributor, ...quality],
  makeEvidence: [...quality, 'ADMIN', 'AUDITOR'],
  openTicket: [...hospital, ...distributor, 'SERVICE', 'QUALITY', 'SERVICE_PROVIDER'],
  readAcceptance: [...hospital, ...distributor, ...supplier, 'SUPPLY'],
  pack: [...distributor, ...hospital, ...supplier, 'SUPPLY'],
  swapPart: ['SERVICE', 'SERVICE_PROVIDER', 'SUPPLY'],
  registerLot: [...supplier, 'SUPPLY'],
  reportProduction: [...supplier, 'SUPPLY', 'QUALITY'],
  lendSet: [...distributor, 'SUPPLY'],
  reportLoanSet: [...hospital, ...distributor, 'SUPPLY'],
  handleTicket: ['SERVICE', 'QUALITY', 'SERVICE_PROVIDER'],
  assignTicket: ['SERVICE', 'QUALITY'],
  askFreely: ['QUALITY', 'REGULATORY', 'SUPPLY', 'SERVICE', 'ADMIN', 'AUDITOR'],
} satisfies Record<string, readonly string[]>

export type Offer = keyof typeof roles

/** Whether whoever is signed in is offered something. */
export function may(offer: Offer, of: { roles: readonly string[] } | null = person.value): boolean {
  return of?.roles.some((role) => roles[offer].includes(role)) ?? false
}
