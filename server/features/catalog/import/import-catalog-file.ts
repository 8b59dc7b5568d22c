import type { Graph } from '../../../kernel/graph.ts'
import { importCatalog, type ImportOptions, type ImportResult } from './import-catalog.ts'
import { readGudid } from './read-gudid.ts'
import { readUdid } from './read-udid.ts'

export interface CatalogFile {
  kind: 'gudid' | 'udid'
  path: string
}

const readers = { gudid: readGudid, udid: readUdid }

/**
 * Imports a catalogue file of one of the two registers.
 * @param onProgress told after each batch how many records did what so far
 * @throws Failure with one sentence where the file is not such a file; what came before it is in the graph
 */
export const importCatalogFile = (
  graph: Pick<Graph, 'write'>, { kind, path }: CatalogFile, onProgress?: ImportOptions['onProgress'],
): Promise<ImportResult> => importCatalog(readers[kind](path), graph, { onProgress })
