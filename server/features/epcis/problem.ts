/** Exceptions of the EPCIS standard (12.9) with the status that HTTP has for each. */
const statuses = {
  ValidationException: 400, QueryParameterException: 400, NoSuchResourceException: 404, SecurityException: 403, CaptureLimitExceededException: 413,
  UnsupportedMediaTypeException: 415, NotAcceptableException: 406, ResourceAlreadyExistsException: 409, ImplementationException: 500, QueryTooLargeException: 413,
} as const

export type ProblemType = keyof typeof statuses

/** What was wrong with one event of a document. */
export interface EventError {
  /** Counts from 1. */
  readonly event: number
  readonly eventID?: string | undefined
  readonly type: `epcisException:${ProblemType}`
  readonly detail: string
}

/** A failure as RFC 7807 tells it, thrown by a route and answered as `application/problem+json`. */
export class Problem extends Error {
  readonly status: number

  /** @param detail what is wrong and what to do; @param errors event by event, where it is a document's events */
  constructor(readonly type: ProblemType, readonly title: string, readonly detail: string, readonly errors: readonly EventError[] = []) {
    super(detail)
    this.status = statuses[type]
  }

  body(): object {
    const { type, title, status, detail, errors } = this
    return { type: `epcisException:${type}`, title, status, detail, ...(errors.length > 0 && { errors }) }
  }
}
