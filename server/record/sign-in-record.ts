import type { Origin } from './audit-row.ts'
import { recordAct, recordRefusal, type Recorder } from './record.ts'

export interface SignIn {
  /** Null where the account is not known: what was typed is not recorded, since it may be a password. */
  readonly person: string | null
  /** The API client's id where a system signs in, or through which a person does. */
  readonly client: string | null
  readonly organization: string | null
  readonly address: Origin['address']
  readonly requestId: string
  readonly graph: Recorder['graph']
  /** SIGN_IN, SIGN_OUT, SESSION_END, TOKEN_ISSUE, PASSWORD_RESET and the like. */
  readonly action: string
  /** How: PASSWORD, PASSWORD_AND_CODE, RECOVERY_CODE, CLIENT_SECRET, PRIVATE_KEY_JWT, MTLS, CODE, NONE, EXTERNAL. */
  readonly method: string
  /** Null where it was let in, otherwise a stable code: BAD_CREDENTIALS, THROTTLED, DEACTIVATED. */
  readonly refused: string | null
}

/** Records a sign-in or an attempt. Await it before a session or token is given out. */
export const recordSignIn = ({ person, client, organization, address, requestId, graph, action, method, refused }: SignIn): Promise<void> => {
  const recorder: Recorder = { viewer: { person, client, organization }, address, requestId, graph }
  const subject = person ?? client
  const changes = [{ field: 'method', before: null, after: method }]
  return refused === null ? recordAct(recorder, action, { subject, changes }) : recordRefusal(recorder, { action, code: refused, subject, changes })
}
