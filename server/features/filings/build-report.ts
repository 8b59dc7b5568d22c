import { euMir } from './eu-mir.ts'
import { fda3500a } from './fda-3500a.ts'
import { type AuthorityReport, ReportForm } from './filing.type.ts'
import { nmpaCase } from './nmpa-case.ts'
import { nmpaRecall, nmpaRecallProgress } from './nmpa-recall.ts'
import { euFsn, fda753, fda806 } from './recall-forms.ts'
import { type Reading, readRecallFacts } from './read-recall-facts.ts'
import { caseFacts, type CaseFacts, type RecallFacts } from './report-facts.cypher.ts'
import { fillForm, type FormTable } from './report-table.ts'

export const caseForms: Readonly<Partial<Record<ReportForm, FormTable<CaseFacts>>>> = { [ReportForm.FDA_3500A]: fda3500a, [ReportForm.EU_MIR]: euMir, [ReportForm.NMPA_CASE]: nmpaCase }
export const recallForms: Readonly<Partial<Record<ReportForm, FormTable<RecallFacts>>>> = { [ReportForm.FDA_806]: fda806, [ReportForm.FDA_7_53]: fda753, [ReportForm.EU_FSN]: euFsn, [ReportForm.NMPA_RECALL]: nmpaRecall, [ReportForm.NMPA_RECALL_PROGRESS]: nmpaRecallProgress }

/** A form filled from a case or recall as it stands; null where the viewer sees none, or where the form is for the other. */
export const buildReport = async (read: Reading, form: ReportForm, subject: string, asOf: string): Promise<AuthorityReport | null> => {
  const [ofCase, ofRecall] = [caseForms[form], recallForms[form]]
  if (ofCase) {
    const [facts] = await read(caseFacts, { id: subject })
    return facts ? fillForm(ofCase, facts, asOf) : null
  }
  const facts = ofRecall ? await readRecallFacts(read, subject) : null
  return ofRecall && facts ? fillForm(ofRecall, facts, asOf) : null
}
