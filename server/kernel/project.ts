import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, whether this runs as source or from dist/server. */
export const projectRoot = nearestPackage(dirname(fileURLToPath(import.meta.url)))

/** An absolute path; a relative one counts from the project's folder, wherever the process was started. */
export function inProject(path: string): string {
  return resolve(projectRoot, path)
}

function nearestPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('The server runs outside its project: package.json was not found')
  return nearestPackage(parent)
}
