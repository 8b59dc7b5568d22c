/** Something the operator can put right: its message is one sentence that says what to do, and is printed alone. */
export class Failure extends Error {
  // The built server and start.mjs do not share this class, so they know it by its name.
  override readonly name = 'Failure'
}

/** The system's code of an error (ENOENT, EADDRINUSE …), or undefined. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** What a file operation under the data or cache folder failed with, as a sentence for the operator. */
export function fileFailure(error: unknown, folder: string, variable: string): Failure {
  const code = errorCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, variable, error)
  const what = code === 'EEXIST' || code === 'ENOTDIR' ? 'is not a folder' : 'is not writable'
  return new Failure(`${folder} ${what} (${code ?? String(error)}): make it a folder that this user may write to, or name another with ${variable}.`, { cause: error })
}

/** A disk without room. */
export function diskFull(folder: string, variable: string, cause?: unknown): Failure {
  return new Failure(`The disk that holds ${folder} is full: free some room there, or name a folder on another disk with ${variable}.`, { cause })
}

/** What listening on a port failed with, as a sentence for the operator. */
export function listenFailure(error: unknown, host: string, port: number): Failure {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken: end the program that uses it, or choose another with PORT.`,
    EACCES: `This user may not listen on port ${port}: choose one above 1023 with PORT.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine: correct HOST.`,
    ENOTFOUND: `${host} is not an address of this machine: correct HOST.`,
  }
  const code = errorCode(error) ?? ''
  return new Failure(reasons[code] ?? `Cannot listen on ${host}:${port} (${String(error)}): correct HOST and PORT.`, { cause: error })
}
