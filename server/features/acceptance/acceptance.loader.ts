import { bySubject, loaderOf } from '../../kernel/loader.ts'
import { type AcceptedGoods, goodsOfAcceptances } from './acceptance-list.cypher.ts'

export const goodsOfAcceptance = loaderOf<string, Omit<AcceptedGoods, 'check'>>(
  async ({ graph }, ids) => bySubject(await graph.read(goodsOfAcceptances, { ids }), ({ check }) => check, (goods) => goods),
  () => ({ suppliers: [], products: [] }),
)
