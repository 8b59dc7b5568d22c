import { useQuery } from '@urql/vue'
import { computed } from 'vue'
import { graphql } from '../../app/graphql.ts'
import { may } from '../../app/may.ts'
import { viewer } from '../../app/session.ts'
import { mayReport } from '../outbox/may-report.ts'

const waitingQuery = graphql(`
  query TodayWaiting($notices: Boolean!, $cases: Boolean!, $tickets: Boolean!, $findings: Boolean!) {
    recallNotices(open: true, first: 1) @include(if: $notices) { totalCount }
    received: adverseEvents(status: "RECEIVED", first: 1) @include(if: $cases) { totalCount }
    triaged: adverseEvents(status: "TRIAGED", first: 1) @include(if: $cases) { totalCount }
    assessed: adverseEvents(status: "ASSESSED", first: 1) @include(if: $cases) { totalCount }
    serviceTickets(open: true, first: 1) @include(if: $tickets) { totalCount }
    findings(open: true, first: 1) @include(if: $findings) { totalCount }
  }
`)

/** How much waits for the reader, by the page where it is done; asked for again when something of it changes here. */
export function useWaiting() {
  const { data } = useQuery({
    query: waitingQuery, pause: computed(() => viewer.value === null),
    variables: computed(() => ({ notices: may('answerNotice'), cases: may('readCases'), tickets: may('openTicket'), findings: mayReport(viewer.value ?? { roles: [] }, 'clear') })),
    // Nothing in an empty list says what it is a list of.
    context: { additionalTypenames: ['RecallNotice', 'AdverseEvent', 'ServiceTicket', 'Finding'] },
  })
  const counts = computed<Readonly<Partial<Record<string, number>>>>(() => {
    const { recallNotices, received, triaged, assessed, serviceTickets, findings } = data.value ?? {}
    return {
      '/notices': recallNotices?.totalCount,
      '/cases': [received, triaged, assessed].reduce((sum, it) => sum + (it?.totalCount ?? 0), 0),
      '/tickets': serviceTickets?.totalCount,
      '/findings': findings?.totalCount,
    }
  })
  return counts
}
