/** One page of the portal, with who looks at it and what it must say. */
export interface PortalPage {
  readonly name: string
  readonly viewer: string
  readonly path: string
}

const code = encodeURIComponent

/** Every page, by a person for whom it holds something. Ids are found by code when the walk begins. */
export const portalPages = (id: (code: string) => string): readonly PortalPage[] => [
  { name: 'today', viewer: 'hospital:CJUH', path: '/' },
  { name: 'verdict: clear', viewer: 'hospital:CJUH', path: `/scan?code=${code('(01)08717648200274(10)5031184')}` },
  { name: 'verdict: quarantined', viewer: 'hospital:CJUH', path: '/scan?code=ML4-260311-0452' },
  { name: 'verdict: recalled', viewer: 'hospital:CJUH', path: `/scan?code=${code('(01)06972145030560(10)2608B04(21)B04-004')}` },
  { name: 'verdict: unknown', viewer: 'hospital:CJUH', path: `/scan?code=${code('(01)04012345678901(10)X1')}` },
  { name: 'verdict: not a label', viewer: 'hospital:CJUH', path: '/scan?code=hello' },
  { name: 'serial', viewer: 'hospital:CJUH', path: `/serials/${id('ML4-260311-0452')}` },
  { name: 'serial, parts', viewer: 'hospital:CJUH', path: `/serials/${id('ML4-260311-0452')}?tab=parts` },
  { name: 'serial, documents', viewer: 'quality', path: `/serials/${id('ML4-260311-0452')}?tab=documents` },
  { name: 'batch', viewer: 'quality', path: `/batches/${id('(01)06972145030560(10)2608B04')}` },
  { name: 'batch, stock', viewer: 'quality', path: `/batches/${id('(01)06972145030560(10)2608B04')}?tab=stock` },
  { name: 'product', viewer: 'hospital:CJUH', path: `/products/${id('06972145030188')}` },
  { name: 'organizations', viewer: 'distributor:KANGLUO', path: '/organizations?kind=HOSPITAL' },
  { name: 'genealogy', viewer: 'quality', path: `/genealogy?code=${code('(01)06972145030560(10)2608B04')}&direction=BOTH` },
  { name: 'genealogy, nothing asked', viewer: 'quality', path: '/genealogy' },
  { name: 'search', viewer: 'quality', path: `/search?text=${code('球囊')}` },
  { name: 'search, nothing found', viewer: 'quality', path: '/search?text=qqqq' },
  { name: 'inventory', viewer: 'hospital:CJUH', path: '/inventory' },
  { name: 'inventory, nothing held', viewer: 'supplier:SULU-POLYMER', path: '/inventory' },
  { name: 'audit', viewer: 'quality', path: '/audit' },
  { name: 'audit, filtered to nothing', viewer: 'quality', path: '/audit?from=2001-01-01&to=2001-01-02' },
  { name: 'serial, history', viewer: 'quality', path: `/serials/${id('ML4-260311-0452')}?tab=history` },
  { name: 'batch, history', viewer: 'quality', path: `/batches/${id('(01)06972145030560(10)2608B04')}?tab=history` },
  { name: 'receive', viewer: 'hospital:NYHH', path: `/receive?code=${code('(00)106999900070000013')}` },
  { name: 'sell', viewer: 'distributor:KANGLUO', path: `/sell?code=${code('(01)26972145030250(10)26IS0413')}` },
  { name: 'record use, quarantined', viewer: 'hospital:CJUH', path: '/use?code=ML4-260311-0452' },
  { name: 'outbox, nothing in it', viewer: 'hospital:CJUH', path: '/outbox' },
  { name: 'findings', viewer: 'quality', path: '/findings' },
  { name: 'administration, people', viewer: 'hospital-admin:CJUH', path: '/admin' },
  { name: 'administration, clients', viewer: 'distributor-admin:KANGLUO', path: '/admin?tab=clients' },
  { name: 'administration, shares', viewer: 'regulatory', path: '/admin?tab=shares' },
  { name: 'administration, sign-ins', viewer: 'admin', path: '/admin?tab=signIns' },
  { name: 'administration, organization', viewer: 'supplier-admin:SULU-POLYMER', path: '/admin?tab=organization' },
  { name: 'administration, nothing to manage', viewer: 'hospital:CJUH', path: '/admin' },
  { name: 'share of a device', viewer: 'admin', path: id('a share of a device') },
  { name: 'no such page', viewer: 'quality', path: '/nowhere' },
]
