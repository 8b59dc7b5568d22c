// Node's own modules only.
import { spawn } from 'node:child_process'

/**
 * Runs a command to its end, and ends it where this process ends first.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} options env is this process's unless given; onLine is given each line that it writes
 * @returns {Promise<{ code: number | null, output: string, lastLine: string }>} code is null where the command is not there or was ended
 */
export function runCommand(command, args, { cwd, env = process.env, onLine = () => undefined }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    const end = () => { child.kill() }
    process.once('exit', end)
    let output = ''
    /** @param {string} text */
    const hear = (text) => { output += text; onLine(lastLineOf(output)) }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    /** @param {number | null} code */
    const done = (code) => { process.off('exit', end); resolve({ code, output, lastLine: lastLineOf(output) }) }
    child.once('error', (error) => { output += error.message; done(null) })
    child.once('close', done)
  })
}

/** @param {string} text */
function lastLineOf(text) {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean)
  return lines.at(-1)?.slice(0, 200) ?? ''
}
