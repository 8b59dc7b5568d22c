import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ensureRoom, openHome } from '../../server/database/neo4j-home.ts'
import { fileFailure, listenFailure } from '../../server/kernel/failure.ts'
import { freePort } from '../../server/kernel/port.ts'

const failing = (code: string): Error => Object.assign(new Error(code), { code })
const aFailure = (message: unknown): object => expect.objectContaining({ name: 'Failure', message })

test('a port that another program listens on', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  await expect(freePort('127.0.0.1', port)).rejects.toEqual(aFailure(`Port ${port} on 127.0.0.1 is taken: end the program that uses it, or choose another with PORT.`))
  other.close()
  await once(other, 'close')
  await expect(freePort('127.0.0.1', port)).resolves.toBe(port)
})

test('an address that is not of this machine', async () => {
  await expect(freePort('192.0.2.1', 0)).rejects.toEqual(aFailure('192.0.2.1 is not an address of this machine: correct HOST.'))
})

test('a port for administrators', () => {
  expect(listenFailure(failing('EACCES'), '127.0.0.1', 80).message).toBe('This user may not listen on port 80: choose one above 1023 with PORT.')
})

test.each([
  ['ENOSPC', 'The disk that holds /data is full: free some room there, or name a folder on another disk with DEVICETRAIL_DATA.'],
  ['EACCES', '/data is not writable (EACCES): make it a folder that this user may write to, or name another with DEVICETRAIL_DATA.'],
  ['EROFS', '/data is not writable (EROFS): make it a folder that this user may write to, or name another with DEVICETRAIL_DATA.'],
  ['EEXIST', '/data is not a folder (EEXIST): make it a folder that this user may write to, or name another with DEVICETRAIL_DATA.'],
])('%s on the data folder', (code, sentence) => {
  expect(fileFailure(failing(code), '/data', 'DEVICETRAIL_DATA')).toEqual(aFailure(sentence))
})

test('a disk with less room than Neo4j needs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'devicetrail-room-'))
  const home = await openHome(folder)
  await expect(ensureRoom(home.folder, 0)).resolves.toBeUndefined()
  await expect(ensureRoom(home.folder, Number.MAX_SAFE_INTEGER)).rejects.toEqual(aFailure(expect.stringMatching(/is full/)))
  await rm(folder, { recursive: true })
})
