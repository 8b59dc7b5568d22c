/** Kinds of messages, as the filter offers them: `recall` asks for all that begin with `recall.`. */
export const webhookGroups = ['recall', 'device', 'adverseEvent', 'serviceTicket', 'custody', 'consignment', 'loanSet', 'finding', 'organization', 'webhook', 'subscription'] as const

export const filterOf = (group: string): string => `${group}.*`
