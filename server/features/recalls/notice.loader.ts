import { type Connection, emptyConnection, type Page, toConnection } from '../../kernel/connection.ts'
import { bySubject, loaderByArgs, loaderOf } from '../../kernel/loader.ts'
import { checksOfNotices, itemsOfNotices, type NoticeItem, type NoticeRow, noticesById, noticesOfRecalls, responsesOfNotices } from './notice.cypher.ts'
import { noticeStatusOf } from './notice.rules.ts'
import type { EffectivenessCheck, RecallNotice, RecallResponse } from './notice.type.ts'

export type Filtered = Page & { readonly open: boolean }

/** A stored notice as it is shown: with what its dates mean now. */
export const shownNotice = (row: NoticeRow): RecallNotice => ({ ...row, status: noticeStatusOf(row, new Date().toISOString()) }) as RecallNotice

export const noticeById = loaderOf<string, RecallNotice | null>(
  async ({ graph }, ids) => bySubject(await graph.read(noticesById, { ids }), (row) => row.notice.id, (row) => shownNotice(row.notice)),
  () => null,
)

export const noticesOfRecall = loaderByArgs<Filtered, string, Connection<RecallNotice>>(
  async ({ graph }, ids, page) => bySubject(await graph.read(noticesOfRecalls, { ids, ...page }), (row) => row.recall,
    (row) => toConnection(row.notices, page, row.totalCount, ({ place }) => place, ({ notice }) => shownNotice(notice))),
  emptyConnection,
)

export const itemsOfNotice = loaderByArgs<Filtered, string, Connection<NoticeItem>>(
  async ({ graph }, ids, page) => bySubject(await graph.read(itemsOfNotices, { ids, ...page }), (row) => row.notice,
    (row) => toConnection(row.items, page, row.totalCount, ({ place }) => place, ({ item }) => item)),
  emptyConnection,
)

export const responsesOfNotice = loaderOf<string, RecallResponse[]>(
  async ({ graph }, ids) => bySubject(await graph.read(responsesOfNotices, { ids }), (row) => row.notice,
    (row) => row.responses.map((response) => ({ ...response, lines: JSON.parse(response.lines) as RecallResponse['lines'] }))),
  () => [],
)

export const checksOfNotice = loaderOf<string, EffectivenessCheck[]>(
  async ({ graph }, ids) => bySubject(await graph.read(checksOfNotices, { ids }), (row) => row.notice, (row) => row.checks),
  () => [],
)
