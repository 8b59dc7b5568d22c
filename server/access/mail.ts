import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import type { FactorStep } from '../kernel/factors.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** The same whenever it is sent again: mailboxes know a repetition by it. */
  readonly id?: string
}

/** WRITTEN: to a file, so that nobody has it yet. Throws where the mail server does not take it. */
export type SendMail = (mail: Mail) => Promise<'SENT' | 'WRITTEN'>

export interface MailOptions {
  /** Address of the mail server; undefined: mails become files. */
  readonly smtp: string | undefined
  readonly from: string
  readonly dataFolder: string
}

/** Milliseconds that the mail server may be silent. */
const patience = 10_000

/** Sends mails, or, without a mail server, writes them where the operator finds them. The log says that there is one, not what is in it. */
export const openMail = ({ smtp, from, dataFolder }: MailOptions, logger: Logger): SendMail => {
  if (smtp !== undefined) {
    const transport = createTransport({ url: smtp, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience })
    return async ({ id, ...mail }) => {
      await transport.sendMail({ from, ...mail, ...(id === undefined ? {} : { messageId: `<${id}@devicetrail>` }) })
      return 'SENT'
    }
  }
  const folder = join(dataFolder, 'mail')
  return async ({ to, subject, text, html }) => {
    const path = join(folder, `${new Date().toISOString().replaceAll(':', '-')}-${crypto.randomUUID().slice(0, 8)}.txt`)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(path, `From: ${from}\nTo: ${to}\nSubject: ${subject}\n\n${text}\n`, { mode: 0o600 })
    if (html !== undefined) await writeFile(path.replace(/txt$/, 'html'), html, { mode: 0o600 })
    logger.info({ path }, 'a mail was written to a file, since no SMTP_URL is set')
    return 'WRITTEN'
  }
}

const inBoth = (path: string, publicUrl: string, zh: string, en: string): string => `${zh}\n\n${en}\n\n${publicUrl}${path}`

export const invitationMail = (to: string, path: string, publicUrl: string): Mail => ({
  to, subject: 'Devicetrail 邀请 · Invitation',
  text: inBoth(path, publicUrl, '您已受邀使用 Devicetrail。请在 7 天内打开以下链接设置密码，链接仅可使用一次。', 'You are invited to Devicetrail. Open this link within 7 days to set your password; it works once.'),
})

export const resetMail = (to: string, path: string, publicUrl: string): Mail => ({
  to, subject: 'Devicetrail 重设密码 · Password reset',
  text: inBoth(path, publicUrl, '请在一小时内打开以下链接重设密码，链接仅可使用一次。如非您本人申请，请忽略此邮件。', 'Open this link within an hour to set a new password; it works once. If you did not ask for it, do nothing.'),
})

const factorWords: Record<FactorStep, readonly [zh: string, en: string]> = {
  SET: ['您的账户已启用第二重验证。', 'A second factor was set up for your account.'],
  REPLACED: ['您账户的身份验证器已更换，原来的不再有效，恢复码也已更新。', 'The authenticator of your account was replaced: the one before and its recovery codes are no longer good.'],
  REMOVED: ['您账户的第二重验证已停用，登录只需密码。', 'The second factor of your account was removed: the password alone signs in.'],
  RENEWED: ['您账户的恢复码已更新，原来的不再有效。', 'The recovery codes of your account were renewed: those before are no longer good.'],
}

/** Says what was done, never by what: whoever reads mails has no factor. */
export const factorMail = (to: string, step: FactorStep, publicUrl: string): Mail => ({
  to, subject: 'Devicetrail 账户安全 · Account security',
  text: inBoth('/account', publicUrl, `${factorWords[step][0]}如非您本人操作，请立即更改密码，并联系贵单位的管理员。`, `${factorWords[step][1]} If this was not you, change your password now and tell an administrator of your organization.`),
})
