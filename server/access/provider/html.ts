const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

/** Text that is HTML already. */
export interface Html { readonly html: string }

type Value = string | number | null | false | Html | readonly Html[]

const textOf = (value: Value): string => {
  if (value === null || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return String(value).replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)
  return 'html' in value ? value.html : value.map(({ html }) => html).join('')
}

/** A template whose values are escaped unless they are HTML themselves. */
export const html = (strings: TemplateStringsArray, ...values: Value[]): Html =>
  ({ html: strings.reduce((woven, piece, index) => woven + textOf(values[index - 1] ?? null) + piece) })
