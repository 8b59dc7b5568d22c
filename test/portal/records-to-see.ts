import { askHub } from './ask-hub.ts'
import { uploadedReceipts } from './uploaded.ts'
import { lately } from '../testkit/lately.ts'

interface Listed { list: { edges: { node: { id: string } }[] } }
const first = async (viewer: string, list: string): Promise<string> => (await askHub<Listed>(viewer, `{ list: ${list} { edges { node { id } } } }`)).list.edges[0]?.node.id ?? 'none'

/** A case for the walk: the demo has none of its own. */
async function reportedCase(): Promise<string> {
  const input = {
    idempotencyKey: crypto.randomUUID(), code: '(01)06972145030560(10)2606B03(21)B03-005', occurredOn: '2026-05-02', awareOn: '2026-05-03', description: 'The balloon did not deflate at the first try.',
    outcomes: ['HOSPITALISATION'], couldHaveCausedHarm: true, deviceAvailable: true, deviceProblemCodes: ['A04'], reporter: { name: 'Head nurse', email: 'nurse@cjuh.example' },
  }
  const answer = await askHub<{ submitAdverseEvent: { adverseEvent?: { id: string }; message?: string } }>('hospital:CJUH', 'mutation ($input: SubmitAdverseEventInput!) { submitAdverseEvent(input: $input) { ... on SubmitAdverseEventSuccess { adverseEvent { id } } ... on UserError { message } } }', { input })
  if (!answer.submitAdverseEvent.adverseEvent) throw new Error(answer.submitAdverseEvent.message)
  return answer.submitAdverseEvent.adverseEvent.id
}

/** A device of an arrival that was checked, for the walk: the demo has none. */
async function acceptedDevice(): Promise<string> {
  const lines = [{ code: '(01)08717648200274(10)4082261', quantity: 1, condition: 'DAMAGED' }, { code: 'B03-006' }]
  const acceptance = { temperature: 6.5, packagingIntact: false, unexpired: true, registrationValid: true, remark: 'One box was wet.' }
  const answer = await askHub<{ confirmReceipt: { acceptanceId?: string; message?: string } }>('hospital:CJUH', 'mutation ($input: ConfirmReceiptInput!) { confirmReceipt(input: $input) { ... on ConfirmReceiptSuccess { acceptanceId } ... on UserError { message } } }', { input: { idempotencyKey: crypto.randomUUID(), receivedAt: new Date().toISOString(), receivedFrom: 'KANGLUO', documentNumber: 'KL-1122-001', lines, acceptance } })
  if (!answer.confirmReceipt.acceptanceId) throw new Error(answer.confirmReceipt.message)
  return (await askHub<{ serial: { id: string } }>('hospital:CJUH', '{ serial(code: "B03-006") { id } }')).serial.id
}

/** Ids of what has no code of its own, by what the walk calls it. */
export async function recordsToSee(): Promise<[string, string][]> {
  return [
    ['a notice of CJUH', await first('hospital:CJUH', 'recallNotices(first: 1)')],
    ['a recall', await first('quality', 'recalls(first: 1, status: ONGOING)')],
    ['a ticket', await first('service', 'serviceTickets(first: 1)')],
    ['an organization', await first('operator:HUB-OPERATIONS', 'organizations(first: 1)')],
    ['an import of CJUH', await uploadedReceipts('hospital:CJUH', lately('收货时间,UDI,数量\n2026-11-20,B04-004,\n2026-11-20,no such code,\n2026-13-40,B04-004,many\n'))],
    ['an import with other columns', await uploadedReceipts('hospital:CJUH', lately('Datum,Artikel\n2026-11-20,B04-004\n'))],
    ['a device received with a check', await acceptedDevice()],
    ['a loan set', await first('distributor:KANGLUO', 'loanSets(first: 1)')],
    ['a case of CJUH', await reportedCase()],
  ]
}
