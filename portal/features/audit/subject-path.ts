const pages: Record<string, string> = { ser: 'serials', bat: 'batches', prd: 'products', org: 'organizations', lgu: 'logistic-units', rcl: 'recalls', ntc: 'notices', adv: 'cases', tkt: 'tickets', lns: 'loan-sets' }

/** Where the page of a thing is, by its global id; undefined where it has none. */
export const pathOfSubject = (id: string): string | undefined => {
  const page = pages[id.slice(0, Math.max(0, id.indexOf('_')))]
  return page && `/${page}/${id}`
}
