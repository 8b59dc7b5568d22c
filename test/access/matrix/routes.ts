/** One row for every route that answers with partners' data, and ids that nobody may read there. */
export const routeRows: readonly { readonly path: string; readonly of: readonly string[]; /** Without an account: the link is the proof. */ readonly byLink?: true }[] = [
  { path: '/documents/:id', of: ['doc_AAAAAAAAAAAAAAAAAAAAAB'] },
  { path: '/exports/purchases.csv', of: [] },
  { path: '/exports/receipts.csv', of: [] },
  { path: '/exports/sales.csv', of: [] },
  { path: '/exports/use.csv', of: [] },
  { path: '/exports/personal-data', of: [] },
  { path: '/files/imports', of: [] },
  { path: '/files/imports/:id', of: ['imp_AAAAAAAAAAAAAAAAAAAAAB'] },
  { path: '/files/imports/:id/columns', of: ['imp_AAAAAAAAAAAAAAAAAAAAAB'] },
  { path: '/files/imports/:id/rejected.csv', of: ['imp_AAAAAAAAAAAAAAAAAAAAAB'] },
  { path: '/files/templates/confirmReceipt.csv', of: [] },
  { path: '/evidence/:id', of: ['ser_AAAAAAAAAAAAAAAAAAAAAB', 'rcl_AAAAAAAAAAAAAAAAAAAAAB'] },
  { path: '/shares/:id', of: ['no-such-token'], byLink: true },
  { path: '/shares/:id/sales.csv', of: ['no-such-token'], byLink: true },
]
