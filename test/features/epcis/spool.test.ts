import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Allowance } from '../../../server/kernel/allowance.ts'
import { openSpoolFolder } from '../../../server/features/epcis/intake/spool-folder.ts'
import { openSpool } from '../../../server/features/epcis/intake/spool.ts'

let dataFolder: string
beforeAll(async () => { dataFolder = await mkdtemp(join(tmpdir(), 'devicetrail-spool-')) })
afterAll(() => rm(dataFolder, { recursive: true, force: true }))

const unseen = (error: unknown): never => { throw error }
const event = { place: 1, event: { type: 'ObjectEvent' } } as unknown as Parameters<Awaited<ReturnType<typeof openSpool>>['add']>[0][number]

describe('documents that wait', () => {
  it('of a node that died are swept when the next one starts; of one that lives they stay', async () => {
    const living = await openSpoolFolder(dataFolder, unseen)
    const old = new Date(Date.now() - 3_600_000)
    const dead = join(dataFolder, 'epcis', 'dead')
    await mkdir(dead)
    await writeFile(join(dead, 'one.ndjson'), '{}')
    await writeFile(join(dataFolder, 'epcis', 'of-an-older-hub.ndjson'), '{}')
    for (const path of [dead, join(dataFolder, 'epcis', 'of-an-older-hub.ndjson')]) await utimes(path, old, old)
    const next = await openSpoolFolder(dataFolder, unseen)
    expect((await readdir(join(dataFolder, 'epcis'))).map((name) => join(dataFolder, 'epcis', name)).sort()).toEqual([living.path, next.path].sort())
    await Promise.all([living.close(), next.close()])
    expect(await readdir(join(dataFolder, 'epcis'))).toEqual([])
  })

  it('take of what their organization may have there, until they are dropped', async () => {
    const folder = await openSpoolFolder(dataFolder, unseen)
    const waiting = new Allowance({ one: 100, all: Infinity, refusal: 'Full.', seconds: 30 })
    const first = await openSpool(folder.path, waiting.hold('org_a'))
    await first.add([event])
    const second = await openSpool(folder.path, waiting.hold('org_a'))
    await second.add([event])
    await expect(second.add([event])).rejects.toThrow('Full. Try again in 30 s.')
    await (await first.full([])).drop()
    await second.add([event])
    await second.drop()
    expect(await readdir(folder.path)).toEqual([])
    await folder.close()
  })
})
