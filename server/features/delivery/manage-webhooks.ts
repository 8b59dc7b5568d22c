import type { Context } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Outside } from '../../kernel/outside.ts'
import type { Change } from '../../record/change.ts'
import { createWebhook, fileTest, ownWebhookById, ownWebhookCount, replay, rotateSecret, updateWebhook, type WebhookRow } from './webhook.cypher.ts'
import type { ChangeWebhookInput, CreateWebhookInput } from './webhook.type.ts'

const mostEnabled = 20
const mostTypes = 50
const usualOverlap = 24
const longestOverlap = 168
const hour = 3_600_000

const one = ([row]: { webhook: WebhookRow }[]): WebhookRow => {
  if (!row) throw new Refusal('NOT_FOUND', 'There is no such webhook in your organization.', ['webhook'])
  return row.webhook
}

const typesOf = (types: readonly string[] | null | undefined): string[] => {
  const names = [...new Set((types ?? []).map((type) => type.trim()))]
  if (names.length > mostTypes || names.some((name) => !/^[a-zA-Z]+(\.[a-zA-Z_]+)*(\.\*)?$/.test(name))) throw new Refusal('INVALID_INPUT', `types takes at most ${mostTypes} names, as recall.notice.issued, or recall.* for all that begin so.`, ['types'])
  return names
}

const descriptionOf = (text: string | null | undefined): string | null => {
  if ((text?.length ?? 0) > 500) throw new Refusal('INVALID_INPUT', 'description takes at most 500 characters.', ['description'])
  return text?.trim() || null
}

/** What may be saved. The name is looked up now, to tell a mistake at once; it is looked up again whenever something is sent. */
const checked = async ({ url, types, description }: CreateWebhookInput, outside: Outside): Promise<{ url: string; types: string[]; description: string | null }> => {
  const saved = { types: typesOf(types), description: descriptionOf(description) }
  const destination = await outside.destinationOf(url.trim())
  if (destination.refused !== null) throw new Refusal('INVALID_INPUT', destination.refused, ['url'])
  return { url: destination.url.href, ...saved }
}

const refuseTooMany = async (change: Change): Promise<void> => {
  const [own] = await change.run(ownWebhookCount, {})
  if ((own?.enabled ?? 0) >= mostEnabled) throw new Refusal('TOO_LARGE', `An organization has at most ${mostEnabled} webhooks: disable one that you no longer need.`)
}

/** What a new endpoint needs of its request: its secret, how that is sealed for it, and where the hub may send to. */
export interface Making {
  readonly secret: string
  readonly seal: Context['seal']
  readonly outside: Outside
}

/** Makes an endpoint of the viewer's own organization. @throws Refusal where the address is none that the hub sends to */
export const makeWebhook = async (change: Change, input: CreateWebhookInput, { secret, seal, outside }: Making): Promise<WebhookRow> => {
  const saved = await checked(input, outside)
  await refuseTooMany(change)
  const endpoint = { id: newId('whk'), organization: change.viewer.organization, ...saved, enabled: true, createdAt: change.at, createdBy: change.viewer.person }
  const webhook = one(await change.run(createWebhook, { endpoint, secret: seal(secret, endpoint.id), now: change.at }))
  change.audit({ subject: webhook.id, changes: [{ field: 'url', before: null, after: webhook.url }, { field: 'types', before: null, after: webhook.types.join(' ') }] })
  return webhook
}

export const changeWebhook = async (change: Change, input: ChangeWebhookInput, outside: Outside): Promise<WebhookRow> => {
  const found = { id: input.webhook, now: change.at }
  const before = one(await change.run(ownWebhookById, found))
  const saved = await checked(input, outside)
  if (input.enabled && !before.enabled) await refuseTooMany(change)
  const state = input.enabled ? { enabled: true, disabledAt: null, disabledReason: null } : { enabled: false, ...(before.enabled ? { disabledAt: change.at, disabledReason: 'BY_HAND' } : {}) }
  const after = one(await change.run(updateWebhook, { ...found, properties: { ...saved, ...state } }))
  change.audit({ subject: after.id, changes: [
    { field: 'url', before: before.url, after: after.url },
    { field: 'types', before: before.types.join(' '), after: after.types.join(' ') },
    { field: 'enabled', before: String(before.enabled), after: String(after.enabled) },
  ] })
  return after
}

/** A new secret, sealed for the endpoint; the old one signs too for some hours, so that receivers can change over without losing a message. */
export const rotateWebhook = async (change: Change, id: string, sealed: string, keepOldHours: number | null | undefined): Promise<WebhookRow> => {
  const hours = keepOldHours ?? usualOverlap
  if (!(hours >= 0 && hours <= longestOverlap)) throw new Refusal('INVALID_INPUT', `keepOldHours is 0 to ${longestOverlap}.`, ['keepOldHours'])
  const oldUntil = new Date(Date.parse(change.at) + hours * hour).toISOString()
  const webhook = one(await change.run(rotateSecret, { id, now: change.at, secret: sealed, oldUntil }))
  change.audit({ subject: id, changes: [{ field: 'secret', before: null, after: 'replaced' }, { field: 'oldSecretUntil', before: null, after: oldUntil }] })
  return webhook
}

/** Sends a message of type `webhook.test` to this endpoint alone; what became of it stands in the log. */
export const testWebhook = async (change: Change, id: string): Promise<string> => {
  const { at } = change
  const message = { id: newId('msg'), at, type: 'webhook.test', data: JSON.stringify({ webhook: id }) }
  const delivery = { id: newId('dlv'), key: `${message.id}|${id}`, message: message.id, type: message.type, at, place: `${at}|${message.id}`, state: 'PENDING', attempts: 0, dueAt: at, log: [] }
  const [filed] = await change.run(fileTest, { id, now: at, message, delivery })
  if (!filed) throw new Refusal('NOT_FOUND', 'There is no such webhook in your organization.', ['webhook'])
  change.audit({ subject: id, changes: [{ field: 'test', before: null, after: filed.delivery }] })
  return filed.delivery
}

export const replayDelivery = async (change: Change, id: string): Promise<string> => {
  const [found] = await change.run(replay, { id, now: change.at })
  if (!found) throw new Refusal('NOT_FOUND', 'There is no such delivery in your organization.', ['delivery'])
  if (!found.enabled) throw new Refusal('CONFLICT', 'The webhook is disabled: enable it, then send again.', ['delivery'])
  change.audit({ subject: found.webhook, changes: [{ field: 'replayed', before: null, after: id }] })
  return id
}
