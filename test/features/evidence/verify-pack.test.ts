import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layOut } from '../../../server/features/evidence/draw-genealogy.ts'
import { type Manifest, signManifest } from '../../../server/features/evidence/manifest.ts'
import { verifyPack } from '../../../server/features/evidence/verify-pack.ts'
import { leafData, type StoredRecord } from '../../../server/record/leaf.ts'
import { leafHash, nodeHash } from '../../../server/record/merkle.rules.ts'
import { signCheckpoint, verifierKey } from '../../../server/record/note.ts'
import { zipOf } from './zip-kit.ts'

const signer = { name: 'devicetrail/record/test', key: generateKeyPairSync('ed25519').privateKey }
const stranger = { name: 'devicetrail/record/test', key: generateKeyPairSync('ed25519').privateKey }

const record: StoredRecord = { id: 'aud_1', at: '2026-11-20T08:00:00.000Z', action: 'SCRAP', outcome: 'DONE', code: null, count: 1, subject: 'ser_1', actor: 'usr_1', client: null, organization: 'org_1', address: null, requestId: 'r', changes: '[]', reason: 'broken', maker: null }
const entry = { id: 'aud_1', sequence: 0, at: record.at, action: 'SCRAP', outcome: 'DONE', code: null, subject: 'ser_1', reason: 'broken' }
const neighbour = leafHash(Buffer.from('another'))
const checkpointBy = (by: typeof signer, root = nodeHash(leafHash(leafData(record)), neighbour)): string => signCheckpoint({ origin: signer.name, size: 2, root }, by)
const proof = { id: 'aud_1', index: 0, leaf: leafData(record).toString('base64'), path: [neighbour.toString('base64')] }

type Files = Map<string, Buffer>
const sumOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

/** A pack as the hub makes it, with the record and trail as told. */
const packed = ({ trail = [entry], checkpoint = checkpointBy(signer), proofs = [proof], by = signer }: { trail?: object[]; checkpoint?: string; proofs?: Manifest['record']['proofs']; by?: typeof signer } = {}): Files => {
  const files: Files = new Map([['serial.json', Buffer.from('{"serialNumber":"1"}')], ['documents/a.pdf', Buffer.from('%PDF-')], ['audit/trail.json', Buffer.from(JSON.stringify(trail))]])
  const listed = [...files].map(([path, content]) => ({ path, bytes: content.length, sha256: sumOf(content) }))
  const manifest: Manifest = { format: 'devicetrail-evidence-1', pack: 'evp_1', subject: { id: 'ser_1', kind: 'serial', label: '1' }, madeAt: record.at, madeFor: 'Q', language: 'en', files: listed, record: { key: verifierKey(signer), checkpoint, proofs } }
  const bytes = Buffer.from(JSON.stringify(manifest))
  return files.set('manifest.json', bytes).set('manifest.sig', Buffer.from(signManifest(bytes, by.name, by.key)))
}

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'devicetrail-verify-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

const findings = async (files: Files, keys?: readonly string[]): Promise<string[]> => {
  const file = join(folder, 'pack.zip')
  await zipOf(files, file)
  return (await verifyPack(file, keys)).findings.map(({ code, message }) => `${code} ${message}`)
}

const set = (path: string, content: string): Files => packed().set(path, Buffer.from(content))
const without = (path: string): Files => {
  const files = packed()
  files.delete(path)
  return files
}

describe('the verifier of evidence packs', () => {
  it('finds nothing in a pack as it was made', async () => {
    expect(await findings(packed())).toEqual([])
    expect(await findings(packed(), [verifierKey(signer)])).toEqual([])
  })

  it.each<[string, Files, string]>([
    ['a file that was edited', set('serial.json', '{"serialNumber":"2"}'), 'EDITED serial.json'],
    ['a file that is missing', without('documents/a.pdf'), 'MISSING documents/a.pdf'],
    ['a file that was added', set('documents/b.pdf', '%PDF-'), 'ADDED documents/b.pdf'],
    ['a manifest that was edited', set('manifest.json', packed().get('manifest.json')!.toString().replace('"madeFor":"Q"', '"madeFor":"X"')), 'MANIFEST_EDITED manifest.json'],
    ['a manifest without a signature', without('manifest.sig'), 'MANIFEST_EDITED manifest.json'],
    ['a manifest that another key signed', packed({ by: stranger }), 'MANIFEST_EDITED manifest.json'],
    ['no manifest', without('manifest.json'), 'NOT_A_PACK manifest.json'],
    ['a record told otherwise', packed({ trail: [{ ...entry, reason: 'stolen' }] }), 'RECORD_DIFFERS Record aud_1'],
    ['a record left out', packed({ trail: [] }), 'RECORD_DIFFERS Record aud_1'],
    ['a leaf that was not sealed', packed({ proofs: [{ ...proof, leaf: leafData({ ...record, reason: 'stolen' }).toString('base64') }] }), 'BAD_PROOF The proof of record aud_1'],
    ['another root', packed({ checkpoint: checkpointBy(signer, neighbour) }), 'BAD_PROOF The proof of record aud_1'],
    ['a checkpoint that another key signed', packed({ checkpoint: checkpointBy(stranger) }), 'BAD_CHECKPOINT'],
  ])('names %s', async (_what, files, told) => {
    expect((await findings(files)).some((found) => found.startsWith(told)), (await findings(files)).join('; ')).toBe(true)
  })

  it('trusts the key that its reader knows, not the one that the pack names', async () => {
    expect(await findings(packed(), [verifierKey(stranger)])).toEqual([expect.stringContaining('MANIFEST_EDITED'), expect.stringContaining('BAD_CHECKPOINT')])
    expect(await findings(packed(), ['no key'])).toContainEqual(expect.stringContaining('BAD_KEY'))
  })

  it('does not take half a pack', async () => {
    const file = join(folder, 'half.zip')
    await zipOf(packed(), file)
    const whole = await readFile(file)
    await writeFile(file, whole.subarray(0, whole.length / 2))
    expect((await verifyPack(file)).findings[0]?.code).toBe('NOT_A_PACK')
  })
})

describe('the drawing of a genealogy', () => {
  it('puts what a thing was made of left of it, and keeps within the page', () => {
    const node = (id: string, depth: number) => ({ id, depth, kind: 'RAW', title: id, product: null })
    const { boxes, boxWidth, height } = layOut([node('root', 0), node('raw', -1), ...Array.from({ length: 40 }, (_, at) => node(`made${at}`, 1))], 500)
    expect(boxes.get('raw')!.x).toBeLessThan(boxes.get('root')!.x)
    expect(Math.max(...[...boxes.values()].map(({ x }) => x + boxWidth))).toBeLessThanOrEqual(500)
    expect(height).toBeLessThan(700)
    expect(boxes.size).toBe(16)
  })
})
