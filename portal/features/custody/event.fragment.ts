import { graphql, type ResultOf } from '../../app/graphql.ts'
import { documentFragment } from '../../ui/document.fragment.ts'
import { partyFragment } from '../../ui/party.fragment.ts'

/** What a timeline shows of an event. */
export const eventFragment = graphql(`
  fragment Event on Event @_unmask {
    id type action bizStep disposition eventTime timeZoneOffset note noteZh documentNumber procedureReference errorDeclaredAt errorReason reportedByViewer mayDeclareError
    site { id name nameZh }
    from { ...Party }
    to { ...Party }
    quantity { value unit }
    acceptance { id temperature packagingIntact unexpired registrationValid supplierLicensed certificatePresent remark }
    documents { ...Document }
  }
`, [partyFragment, documentFragment])

export type TimelineEvent = ResultOf<typeof eventFragment>
