import { useQuery } from '@urql/vue'
import { computed, ref, watch } from 'vue'
import { graphql, type ResultOf } from '../../app/graphql.ts'
import { openOutbox } from '../outbox/outbox-store.ts'

const ownSitesQuery = graphql(`
  query OwnSites { viewer { id organization { id code sites { id name nameZh } } } }
`)
type Site = ResultOf<typeof ownSitesQuery>['viewer']['organization']['sites'][number]

/** The sites of the viewer's organization, as last seen where the hub cannot be asked. */
export function useOwnSites(organization: string) {
  const kept = ref<readonly Site[]>([])
  const memory = `sites ${organization}`
  const { data } = useQuery({ query: ownSitesQuery, requestPolicy: 'cache-first' })

  void openOutbox().then((database) => database.get('memory', memory)).then((sites) => { kept.value = (sites as Site[] | undefined) ?? [] }, () => undefined)
  watch(data, (told) => {
    const sites = told?.viewer.organization.sites.map((site) => ({ ...site }))
    if (sites) void openOutbox().then((database) => database.put('memory', sites, memory)).catch(() => undefined)
  })
  return computed(() => data.value?.viewer.organization.sites ?? kept.value)
}
