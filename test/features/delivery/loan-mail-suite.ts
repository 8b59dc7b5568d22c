import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pino } from 'pino'
import { openMail } from '../../../server/access/mail.ts'
import { Courier } from '../../../server/features/delivery/courier.ts'
import { remindOfDeadlines } from '../../../server/features/delivery/remind-of-deadlines.ts'
import { type DeliveryStage, mutation } from './delivery-kit.ts'
import { type MailServer, openMailServer } from './mail-server.ts'

const day = 86_400_000
const people = [['tray@kangluo.example', 'DISTRIBUTOR_USER', 'distributor-admin:KANGLUO'], ['theatre@cjuh.example', 'HOSPITAL_USER', 'hospital-admin:CJUH'], ['theatre@czfp.example', 'HOSPITAL_USER', 'hospital-admin:CZFP']] as const

/** Over the database of delivery.db.test.ts: what a mail server gets when a set on loan did not come back. */
export const loanMailSuite = (of: () => DeliveryStage): void => void describe('a set on loan that is a week overdue', () => {
  let server: MailServer
  beforeAll(async () => { server = await openMailServer() })
  afterAll(() => server.stop())

  /** So many days after today, by a courier with a mail server. */
  const remindIn = async (days: number): Promise<void> => {
    of().ahead = days * day
    const tools = of().tools()
    await remindOfDeadlines(tools)
    of().ahead += 60_000
    const logger = pino({ level: 'silent' })
    await of().work(new Courier({ ...tools, sendMail: openMail({ smtp: server.url, from: 'hub@hub.example', dataFolder: of().mails }, logger) }, logger))
  }

  it('is told to the people of lender and borrower by SMTP in both languages, once, and to nobody else', async () => {
    for (const [email, role, admin] of people) await of().mutate(admin, mutation('InvitePersonInput', 'PersonSaved', 'person { id }', 'invitePerson'), { email, username: email, name: email, roles: [role] })
    const dueOn = new Date(Date.now() + 10 * day).toISOString().slice(0, 10)
    const lent = await of().mutate<{ loanSet: { id: string } }>('distributor-admin:KANGLUO', mutation('SendLoanSetInput', 'LoanSetReported', 'loanSet { id }', 'sendLoanSet'),
      { sscc: '106999900070088028', to: 'CJUH', documentNumber: 'LOAN-MAIL', dueOn, at: new Date(Date.now() - 60_000).toISOString(), lines: [{ code: '26IS0413', quantity: 1 }] })
    await remindIn(18)
    await remindIn(19)
    const mails = server.mails.filter(({ parts }) => parts.get('text/plain')?.includes('LOAN-MAIL'))
    expect(mails.map(({ to }) => to).filter((to) => people.some(([email]) => email === to)).sort()).toEqual(['theatre@cjuh.example', 'tray@kangluo.example'])
    for (const { parts } of mails) {
      for (const words of ['借用套件逾期一周未结清。LOAN-MAIL', 'A loan set is a week overdue. LOAN-MAIL', `https://hub.example/loan-sets/${lent.loanSet.id}`]) {
        expect(parts.get('text/plain')).toContain(words)
        expect(parts.get('text/html')).toContain(words)
      }
      expect(parts.get('text/html')).toMatch(/<p lang="zh-CN">借用套件[^]*<p lang="en">A loan set|<p lang="en">A loan set[^]*<p lang="zh-CN">借用套件/)
    }
  })
})
