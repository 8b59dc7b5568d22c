import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits: the link itself is the proof, so only its sum is kept. */
export const newShareToken = (): string => randomBytes(32).toString('base64url')

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
