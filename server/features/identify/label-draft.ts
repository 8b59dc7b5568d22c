import type { CheckOutcome, Label, LabelCheck, LabelElement, LabelFields, LabelStandard } from './label.ts'
import { labelWarning, type LabelWarning, type LabelWarningCode } from './warnings.ts'

/** Collects what a reader finds. A field that is set keeps its first value: a contradiction is told, not resolved. */
export class LabelDraft {
  readonly elements: LabelElement[] = []
  readonly checks: LabelCheck[] = []
  readonly warnings: LabelWarning[] = []
  private readonly fields: LabelFields = {}
  private readonly told = new Set<string>()

  constructor(private readonly standard: LabelStandard) {}

  element(key: string, value: string, title: string): void {
    this.elements.push({ key, value, title })
  }

  check(key: string, outcome: CheckOutcome): void {
    this.checks.push({ key, outcome })
    if (outcome === 'WRONG') this.warn('CHECK_DIGIT_WRONG', key)
  }

  warn(code: LabelWarningCode, about?: string, suggestion?: string): void {
    const once = `${code} ${about ?? ''}`
    if (this.told.has(once)) return
    this.told.add(once)
    this.warnings.push(labelWarning(code, about, suggestion))
  }

  set<Name extends keyof LabelFields>(name: Name, value: LabelFields[Name], about?: string): void {
    const before = this.fields[name]
    if (before === undefined) this.fields[name] = value
    else if (before !== value) this.warn('FIELD_REPEATED', about)
  }

  /** Sets a day, or says that it does not exist. */
  setDay(name: DayField, day: string | undefined, about: string): void {
    if (day === undefined) this.warn('DATE_IMPOSSIBLE', about)
    else this.set(name, day, about)
  }

  get<Name extends keyof LabelFields>(name: Name): LabelFields[Name] {
    return this.fields[name]
  }

  /** The finished label; `raw` is exactly what came in. */
  label(raw: string): Label {
    return { raw, standard: this.standard, ...this.fields, elements: this.elements, checks: this.checks, warnings: this.warnings }
  }
}

export type DayField = 'expiresOn' | 'manufacturedOn' | 'packagedOn' | 'bestBefore' | 'sellBy' | 'firstInvalidOn'
