/** An element of an event, with what is needed to write it in JSON. */
export interface XmlElement {
  /** As written, with its prefix; without one where the name is the standard's own. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

export const textOf = ({ text }: XmlElement): string => text.trim()

export const childrenNamed = ({ children }: XmlElement, name: string): XmlElement[] => children.filter((child) => child.name === name)
