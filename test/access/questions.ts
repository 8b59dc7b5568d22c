import type { TestHub } from '../testkit/hub.ts'

/** Everything that can be asked of one thing, so that nothing of it stays untested. */
export const questions = {
  serial: `query ($code: String!) { serial(code: $code) { id status holds heldSince holder { id name nameZh kinds country } owner { id name } site { id code } transit { from { name } to { name } }
    usage { on site { code } organization { id name } } batch { id lotNumber } product { id name manufacturer { id name } }
    parts { position serial { id serialNumber holder { name } product { name manufacturer { id name } } } batch { id lotNumber madeBy { id name kinds country } suppliedBy { id name } stock { quantity { value } } timeline { totalCount edges { node { from { id name } site { code } } } } product { name manufacturer { name } } } }
    logisticUnit { id } documents { id title issuer { name } } recalls { reference } tickets { edges { node { id reference } } }
    timeline { totalCount edges { node { bizStep eventTime site { code kind } from { id name nameZh kinds country } to { id name nameZh kinds country } note noteZh documentNumber procedureReference documents { id title } } } } } }`,
  batch: `query ($code: String!) { batch(code: $code) { id lotNumber quantity { value } serialCount holds madeBy { id name } suppliedBy { id name } stock { organization { name } site { id code } quantity { value } }
    serials { totalCount edges { node { serialNumber holder { name } } } } documents { id title } recalls { id reference }
    timeline { totalCount edges { node { bizStep quantity { value } site { code } from { id name } to { id name } note documentNumber documents { title } } } } } }`,
  product: 'query ($code: String!) { product(code: $code) { id name manufacturer { id name } identifiers { code } documents { id } batches { totalCount edges { node { id } } } } }',
  unit: 'query ($code: String!) { logisticUnit(code: $code) { id sscc contents { totalCount edges { node { id serialNumber lotNumber status holds } } } } }',
  genealogy: 'query ($code: String!) { genealogy(code: $code, direction: BOTH) { root totalNodes nodes { id } } }',
  node: 'query ($code: ID!) { node(id: $code) { __typename id } }',
  lookup: 'query ($code: String!) { lookup(code: $code) { verdict reasons { code message } product { id } packageLevel { code } batch { id } serial { id } recalls { id } stock { site { id } } logisticUnit { id } candidates { id } } }',
  serials: 'query ($code: String!) { serials(search: $code) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }',
  batches: 'query ($code: String!) { batches(search: $code) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }',
  products: 'query ($code: String!) { products(search: $code) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }',
  organizations: 'query ($code: String!) { organizations(search: $code) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }',
  inventory: 'query ($code: ID!) { inventory(site: $code) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }',
} as const

export type Question = keyof typeof questions

/** What is answered, as text, and how many statements that took. */
export const answerTo = async (hub: TestHub, viewer: string, question: Question, code: string): Promise<{ text: string; statements: number }> => {
  hub.statements()
  const answer = await hub.ask(viewer, questions[question], { code })
  return { text: JSON.stringify(answer), statements: hub.statements().filter((text) => !text.includes('DemoPerson')).length }
}

/** The data of an answer without errors. */
export const dataOf = async <Data>(hub: TestHub, viewer: string, question: Question, code: string): Promise<Data> => {
  const { data, errors } = await hub.ask<Data>(viewer, questions[question], { code })
  if (errors || !data) throw new Error(`${question} ${code} as ${viewer}: ${JSON.stringify(errors)}`)
  return data
}
