import { askHub } from './ask-hub.ts'

const creating = 'mutation ($input: CreateShareInput!) { createShare(input: $input) { ... on ShareCreated { link } ... on UserError { message } } }'

/** A link of the maker's to one thing, as an authority gets it. */
export async function sharedLink(kind: string, subject: string): Promise<string> {
  const input = { idempotencyKey: crypto.randomUUID(), kind, subject, recipient: '宁川市药监局', expiresAt: new Date(Date.now() + 86_400_000).toISOString() }
  const { createShare } = await askHub<{ createShare: { link?: string; message?: string } }>('admin', creating, { input })
  if (!createShare.link) throw new Error(createShare.message)
  return createShare.link
}
