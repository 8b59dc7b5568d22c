import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process, told apart from a later one that was given the same number. */
export interface ProcessIdentity {
  pid: number
  born: string
}

/** This process. */
export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, born: bornAt(process.pid) ?? 'unknown' }
}

/** Whether that very process still runs. */
export function isAlive({ pid, born }: ProcessIdentity): boolean {
  return bornAt(pid) === born
}

/** When the process began, as text that only serves to compare; undefined where no such process runs. */
export function bornAt(pid: number): string | undefined {
  return process.platform === 'linux' ? bornAtOnLinux(pid) : bornAtElsewhere(pid)
}

function bornAtOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may itself hold spaces and brackets: the fields after it count from the last one.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ended = state === 'Z' || state === 'X'
    return ended ? undefined : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}+${fields[18]}`
  } catch {
    return undefined
  }
}

function bornAtElsewhere(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined
  } catch {
    return undefined
  }
}
