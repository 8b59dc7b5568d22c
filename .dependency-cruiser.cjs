/** Which way imports run: main → schema → features → kernel → libraries; the portal knows the server by its published schema alone. */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', comment: 'The later concept extends the earlier; files that need each other are one file.', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'kernel-knows-no-feature', severity: 'error', from: { path: '^server/(kernel|access|database)/' }, to: { path: '^server/(features|schema|main|http|graphql)' } },
    { name: 'features-know-no-doors', severity: 'error', from: { path: '^server/features/' }, to: { path: '^server/(schema|main|http|graphql|execute|node\\.resolver)' } },
    {
      name: 'features-share-only-their-words',
      severity: 'error',
      comment: 'Of another feature: types, loaders, rules, statements and files named by a verb; never its resolvers, inputs or routes.',
      from: { path: '^server/features/([^/]+)/' },
      to: { path: '^server/features/[^/]+/.*\\.(resolver|input|route)\\.ts$', pathNot: '^server/features/$1/' },
    },
    { name: 'one-way-to-the-database', severity: 'error', from: { pathNot: '^(server/kernel/graph\\.ts|server/database/|test/)' }, to: { path: 'node_modules/neo4j-driver' } },
    { name: 'portal-apart', severity: 'error', from: { path: '^portal/' }, to: { path: '^(server|seeds|test)/' } },
    { name: 'portal-features-apart-from-the-shell', severity: 'error', from: { path: '^portal/ui/' }, to: { path: '^portal/features/' } },
    { name: 'server-apart-from-the-seeds', severity: 'error', comment: 'Only the start loads the demo.', from: { path: '^server/', pathNot: '^server/(main|dev-hub)' }, to: { path: '^seeds/' } },
    { name: 'nothing-missing', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?(url|raw)$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js', '.vue', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
