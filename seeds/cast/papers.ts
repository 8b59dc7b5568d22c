import type { DocumentSeed, EventSeed, OrganizationSeed, ThingSeed } from '../history.ts'
import type { Paper } from './happening.ts'

const titles: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  CERTIFICATE_OF_CONFORMITY: ['合格证明', 'Certificate of conformity'],
  INSPECTION_REPORT: ['检验报告', 'Inspection report'],
  CALIBRATION_CERTIFICATE: ['校准证书', 'Calibration certificate'],
  SERVICE_REPORT: ['服务报告', 'Service report'],
  DELIVERY_NOTE: ['送货单', 'Delivery note'],
  STERILISATION_RECORD: ['灭菌记录', 'Sterilisation record'],
}

type Proven = DocumentSeed['proves'][number]

const provenBy = ({ serial, batch }: ThingSeed): Proven[] => (serial ? [{ serial }] : batch ? [{ batch }] : [])

const subjects = (event: EventSeed): string[] =>
  [...new Set(event.things.map(({ serial, batch, unit }) => serial ?? batch ?? unit ?? ''))].slice(0, 40)

const page = (paper: Paper, title: string, event: EventSeed, issuer: OrganizationSeed): string => [
  title,
  '',
  `编号 No.        ${paper.number}`,
  `签发 Issued by  ${issuer.nameZh ?? issuer.name} / ${issuer.name}`,
  `时间 Time       ${event.eventTime} (${event.timeZoneOffset})`,
  `结论 Result     ${paper.resultZh ?? '合格'} / ${paper.result ?? 'passed'}`,
  '',
  '对象 Subject',
  ...subjects(event).map((subject) => `  ${subject}`),
  '',
  '演示文件，不具效力。 Demonstration document, without effect.',
  '',
].join('\n')

/** Writes a document that an event produced: plain text in both languages, always the same for the same story. */
export const writtenPaper = (paper: Paper, event: EventSeed, issuer: OrganizationSeed): DocumentSeed => {
  const [zh, en] = titles[paper.kind] ?? [paper.kind, paper.kind]
  // A certificate speaks for the lot or device itself; a delivery note only for the delivery.
  const spokenFor = paper.kind === 'DELIVERY_NOTE' ? [] : event.things.filter(({ role }) => role !== 'INPUT')
  return {
    key: `${paper.kind} | ${paper.number}`,
    kind: paper.kind,
    title: `${en} ${paper.number}`,
    titleZh: `${zh} ${paper.number}`,
    mediaType: 'text/plain; charset=utf-8',
    content: page(paper, `${zh} · ${en.toUpperCase()}`, event, issuer),
    issuedOn: event.eventTime.slice(0, 10),
    issuer: issuer.code,
    proves: [{ event: event.key }, ...spokenFor.flatMap(provenBy)],
  }
}
