import { html, type Html } from './html.ts'
import { type Language, type Words, wordsOf } from './words.ts'

/** A page of the sign-in: no script at all, one style sheet, works in whatever browser a ward has. */
export const page = (words: Words, { title, otherLanguage, wide = false }: { title: string; otherLanguage: string | null; wide?: boolean }, body: Html): string => html`<!doctype html>
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Devicetrail</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sign-in/style.css">
</head>
<body>
<header><div><strong>${words.brand}</strong><span>${words.what}</span></div>${otherLanguage !== null && html`<a href="${otherLanguage}" lang="${words.otherTag}" hreflang="${words.otherTag}">${words.other}</a>`}</header>
<main${wide && html` class="wide"`}>${body}</main>
</body>
</html>`.html

export const problemOf = (problem: string | null): Html | null => (problem === null ? null : html`<p class="problem" role="alert">${problem}</p>`)

export interface Frame {
  readonly language: Language
  /** The same page in the other language. */
  readonly otherLanguage: string
  readonly problem: string | null
}

const framed = ({ language, otherLanguage }: Frame, title: string, body: Html, wide = false): string => page(wordsOf(language), { title, otherLanguage, wide }, body)

export interface DemoAccount {
  readonly username: string
  readonly name: string
  readonly nameZh: string
  readonly organization: string
  readonly organizationZh: string
}

const demoPart = (words: Words, language: Language, accounts: readonly DemoAccount[], password: string, action: string): Html => html`<section>
<h2>${words.demoTitle}</h2>
<p>${words.demoText} <code>${password}</code> ${words.demoNoCode}</p>
<ul class="people">${accounts.map((account) => html`<li><form method="post" action="${action}"><input type="hidden" name="username" value="${account.username}"><input type="hidden" name="password" value="${password}">
<button><b>${language === 'zh' ? account.nameZh : account.name}</b><small>${language === 'zh' ? account.organizationZh : account.organization} · <span class="code">${account.username}</span></small></button></form></li>`)}</ul>
</section>`

export const signInPage = (frame: Frame, { action, username, demo, companies }: { action: string; username: string; companies: readonly { readonly name: string; readonly href: string }[]; demo: { readonly accounts: readonly DemoAccount[]; readonly password: string } | null }): string => {
  const words = wordsOf(frame.language)
  return framed(frame, words.title, html`<section>
<h1>${words.title}</h1>
${problemOf(frame.problem)}
<form method="post" action="${action}">
<label for="username">${words.username}</label><input id="username" name="username" value="${username}" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="200"${username === '' && html` autofocus`}>
<label for="password">${words.password}</label><input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"${username !== '' && html` autofocus`}>
<button>${words.go}</button>
</form>
${companies.map(({ name, href }) => html`<p><a class="btn" href="${href}">${words.with(name)}</a></p>`)}
<p class="more"><a href="/sign-in/forgotten?lang=${frame.language}">${words.forgotten}</a></p>
</section>${demo && demoPart(words, frame.language, demo.accounts, demo.password, action)}`, demo !== null)
}

const codeForm = (words: Words, go: string): Html => html`<form method="post">
<label for="code">${words.code}</label><input id="code" name="code" class="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" required maxlength="40" autofocus>
<button>${go}</button>
</form>`

export const codePage = (frame: Frame): string => {
  const words = wordsOf(frame.language)
  return framed(frame, words.codeTitle, html`<h1>${words.codeTitle}</h1><p>${words.codeText}</p>${problemOf(frame.problem)}${codeForm(words, words.go)}`)
}

/** @param picture the QR code, as SVG */
export const enrolPage = (frame: Frame, { secret, picture }: { secret: string; picture: string }): string => {
  const words = wordsOf(frame.language)
  return framed(frame, words.enrolTitle, html`<h1>${words.enrolTitle}</h1><p>${words.enrolText}</p>${problemOf(frame.problem)}
<div class="picture">${{ html: picture }}</div>
<p>${words.secret}: <span class="code">${secret.match(/.{4}/g)?.join(' ') ?? ''}</span></p>${codeForm(words, words.confirm)}`)
}

export const recoveryPage = (frame: Frame, codes: readonly string[]): string => {
  const words = wordsOf(frame.language)
  return framed(frame, words.recoveryTitle, html`<h1>${words.recoveryTitle}</h1><p>${words.recoveryText}</p>
<ol class="codes">${codes.map((code) => html`<li class="code">${code}</li>`)}</ol>
<form method="post"><input type="hidden" name="kept" value="yes"><button>${words.kept}</button></form>`)
}

/** A page that says one thing and leads on. */
export const noticePage = (language: Language, title: string, text: Html, onward: { readonly href: string; readonly word: string }): string =>
  page(wordsOf(language), { title, otherLanguage: null }, html`<h1>${title}</h1>${text}<a class="btn" href="${onward.href}">${onward.word}</a>`)

/** What the provider could not go on with, in both languages, since it may not know whose page it is. */
export const errorPage = ({ error, description }: { readonly error: string; readonly description: string | null }): string => {
  const [zh, en] = [wordsOf('zh'), wordsOf('en')]
  return page(en, { title: en.expiredTitle, otherLanguage: null }, html`<h1 lang="zh-CN">${zh.expiredTitle}</h1><p lang="zh-CN">${zh.expiredText}</p>
<h1>${en.expiredTitle}</h1><p>${en.expiredText}</p><p class="code">${error}${description !== null && html`: ${description}`}</p><a class="btn" href="/">${zh.home} · ${en.home}</a>`)
}
