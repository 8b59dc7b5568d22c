import type { Action } from '../../../server/access/may.ts'
import type { ThingName } from './things.ts'

/** A REST route that answers with partners' data or changes it. */
export interface RouteRow {
  readonly method?: 'POST' | 'PUT' | 'DELETE'
  /** As the server names it, whatever its parameters are called. */
  readonly path: string
  /** Whose id, number or name stands where the path has `:id`: strangers are answered as for nobody's. */
  readonly thing?: ThingName
  /** Who may at all, of what makes something new. */
  readonly action?: Action
  /** What is sent, where the server looks at it before it looks at roles. */
  readonly body?: string
  /** Without an account: the link is the proof. */
  readonly byLink?: true
}

const epcisResources = ['epcs', 'bizSteps', 'bizLocations', 'readPoints', 'dispositions']

/** One row for every route of REST; a test fails where the server has one without. */
export const routeRows: readonly RouteRow[] = [
  { path: '/documents/:id', thing: 'document' },
  { path: '/documents/:id', thing: 'attachment' },
  { method: 'POST', path: '/attachments', action: 'UPLOAD_DOCUMENT', body: '%PDF-1.4\n%%EOF\n' },
  { path: '/exports/purchases.csv' },
  { path: '/exports/receipts.csv' },
  { path: '/exports/sales.csv' },
  { path: '/exports/uses.csv' },
  { path: '/exports/personal-data' },
  { path: '/files/imports' },
  { method: 'POST', path: '/files/imports/reportSellThrough', action: 'REPORT_SELL_THROUGH' },
  { path: '/files/imports/:id', thing: 'import' },
  { path: '/files/imports/:id/columns', thing: 'import' },
  { method: 'PUT', path: '/files/imports/:id/columns', thing: 'import', body: '{"columns":{}}' },
  { method: 'POST', path: '/files/imports/:id/commit', thing: 'import' },
  { path: '/files/imports/:id/rejected.csv', thing: 'import' },
  { path: '/files/templates/confirmReceipt.csv' },
  { path: '/epcis' },
  { path: '/epcis/' },
  { path: '/epcis/events' },
  { method: 'POST', path: '/epcis/events', action: 'CAPTURE_EVENTS' },
  { path: '/epcis/events/:id', thing: 'epcisEvent' },
  { path: '/epcis/queries' },
  { method: 'POST', path: '/epcis/queries', action: 'SUBSCRIBE_EVENTS', body: '{"name":"matrix","query":{"eventType":["ObjectEvent"]}}' },
  { path: '/epcis/queries/:id', thing: 'namedQuery' },
  { method: 'DELETE', path: '/epcis/queries/:id', thing: 'namedQuery' },
  { path: '/epcis/queries/:id/events', thing: 'namedQuery' },
  { path: '/epcis/queries/:id/subscriptions', thing: 'namedQuery' },
  { method: 'POST', path: '/epcis/queries/:id/subscriptions', thing: 'namedQuery', body: '{"dest":"http://127.0.0.1:9/","signatureToken":"a token that nobody else has","stream":true}' },
  { path: '/epcis/queries/matrix-real/subscriptions/:id', thing: 'subscription' },
  { method: 'DELETE', path: '/epcis/queries/matrix-real/subscriptions/:id', thing: 'subscription' },
  { path: '/epcis/capture' },
  { method: 'POST', path: '/epcis/capture', action: 'CAPTURE_EVENTS' },
  { path: '/epcis/capture/:id', thing: 'capture' },
  { path: '/epcis/eventTypes' }, { path: '/epcis/eventTypes/:id' }, { path: '/epcis/eventTypes/:id/events' },
  ...epcisResources.flatMap((resource) => [`/epcis/${resource}`, `/epcis/${resource}/:id`, `/epcis/${resource}/:id/events`].map((path) => ({ path }))),
  { path: '/epcis/epcs/:id/events', thing: 'epc' },
  { path: '/evidence/:id', thing: 'device' },
  { path: '/evidence/:id', thing: 'recall' },
  { path: '/recall-notices/:id.pdf', thing: 'notice' },
  { path: '/recall-notices/:id.csv', thing: 'notice' },
  { path: '/authority-reports/:id/FDA_3500A.pdf', thing: 'adverseEvent' },
  { path: '/acceptance-records/:id.pdf', thing: 'acceptance' },
  { path: '/labels/:id.pdf', thing: 'device' },
  { path: '/labels/:id.pdf', thing: 'carriedUnit' },
  { path: '/shares/:id', byLink: true },
  { path: '/shares/:id/sales.csv', byLink: true },
]

/** Routes without any partner's data, and those that GraphQL's own rows and the tests of signing in are for. */
export const otherRoutes: readonly string[] = ['/graphql', '/healthz', '/readyz', '/sign-in', '/oidc', '/.well-known']
