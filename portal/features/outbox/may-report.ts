import type { Person } from './use-person.ts'
import { type Judgement, judgements, type Task } from './report.ts'

const hospital = ['HOSPITAL_USER', 'HOSPITAL_ADMIN']
const distributor = ['DISTRIBUTOR_USER', 'DISTRIBUTOR_ADMIN']
const supplier = ['SUPPLIER_USER', 'SUPPLIER_ADMIN']

/** Which roles are offered a task. The hub decides; this only spares people buttons that would refuse them. */
const roles: Record<Task | 'clear', readonly string[]> = {
  receive: [...hospital, ...distributor, ...supplier, 'SUPPLY', 'SERVICE', 'CARRIER', 'SERVICE_PROVIDER'],
  ship: [...hospital, ...distributor, ...supplier, 'SUPPLY'],
  sell: [...distributor, ...supplier, 'SUPPLY'],
  use: [...hospital, 'SERVICE', 'SERVICE_PROVIDER'],
  return: [...hospital, ...distributor, 'SUPPLY', 'SERVICE'],
  inspect: [...hospital, ...distributor, ...supplier, 'QUALITY', 'SUPPLY', 'SERVICE'],
  clear: [...hospital, ...distributor, 'QUALITY', 'SUPPLY'],
}

const judging: Record<Judgement, readonly string[]> = {
  QUARANTINE: [...hospital, ...distributor, 'QUALITY'],
  CONFORMANT: [...hospital, ...distributor, ...supplier, 'QUALITY', 'SUPPLY'],
  NON_CONFORMANT: [...hospital, ...distributor, ...supplier, 'QUALITY', 'SUPPLY'],
  SCRAP: [...hospital, ...distributor, ...supplier, 'QUALITY', 'SUPPLY', 'SERVICE'],
}

/** What somebody may find of goods that are looked at. */
export const judgementsOf = (person: Pick<Person, 'roles'>): Judgement[] => judgements.filter((one) => person.roles.some((role) => judging[one].includes(role)))

/** Whether somebody is offered a task: `clear` is of findings. */
export function mayReport(person: Pick<Person, 'roles'> | null, task: Task | 'clear'): boolean {
  return person?.roles.some((role) => roles[task].includes(role)) ?? false
}
