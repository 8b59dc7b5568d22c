import { cypher, part } from '../../kernel/cypher.ts'
import type { OwnVersion } from './clock-versions.rules.ts'

const versionMap = part`rule {.id, .rule, .version, .limit, .unit, .title, .titleZh, .recipient, .source, .verified, .validFrom, .validTo, .reason, .at}`

/** The viewer's own organization's versions of rules, and nobody else's. */
export const ownVersions = cypher<object, { version: OwnVersion }>()`
MATCH (rule:ClockRule)
WHERE rule.organization = $viewer.organization AND rule.rule > '' AND $viewer.internal
RETURN ${versionMap} AS version ORDER BY rule.version
`

/** The same for the hub, which reminds each maker by the maker's own. */
export const versionsOf = cypher<{ organizations: readonly string[] }, { organization: string; version: OwnVersion }>()`
UNWIND $in.organizations AS organization
MATCH (rule:ClockRule)
WHERE rule.organization = organization AND rule.rule > ''
RETURN organization, ${versionMap} AS version ORDER BY rule.version
`

/** Numbers it after the versions there are; two at once wait for each other at their organization. */
export const saveVersion = cypher<{ rule: string; properties: object; at: string }, { version: number }>()`
MATCH (organization:Organization {id: $viewer.organization})
SET organization.rulesAsked = $in.at
WITH organization, COUNT { MATCH (rule:ClockRule) WHERE rule.organization = organization.id AND rule.rule = $in.rule } + 1 AS version
CREATE (rule:ClockRule)
SET rule = $in.properties, rule.version = version, rule.organization = organization.id, rule.key = organization.id + '|' + $in.rule + '|' + version
RETURN version
`
