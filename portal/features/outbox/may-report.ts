import type { Person } from './use-person.ts'
import type { Task } from './report.ts'

const hospital = ['HOSPITAL_USER', 'HOSPITAL_ADMIN']
const distributor = ['DISTRIBUTOR_USER', 'DISTRIBUTOR_ADMIN']
const supplier = ['SUPPLIER_USER', 'SUPPLIER_ADMIN']

/** Which roles are offered a task. The hub decides; this only spares people buttons that would refuse them. */
const roles: Record<Task | 'clear', readonly string[]> = {
  receive: [...hospital, ...distributor, ...supplier, 'SUPPLY', 'SERVICE', 'CARRIER', 'SERVICE_PROVIDER'],
  sell: [...distributor, ...supplier, 'SUPPLY'],
  use: [...hospital, 'SERVICE', 'SERVICE_PROVIDER'],
  clear: [...hospital, ...distributor, 'QUALITY', 'SUPPLY'],
}

/** Whether somebody is offered a task: `clear` is of findings. */
export function mayReport(person: Pick<Person, 'roles'> | null, task: Task | 'clear'): boolean {
  return person?.roles.some((role) => roles[task].includes(role)) ?? false
}
