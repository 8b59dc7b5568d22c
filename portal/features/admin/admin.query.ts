import { graphql, type ResultOf } from '../../app/graphql.ts'
import { auditEntryFragment } from '../audit/audit.query.ts'

export const peopleQuery = graphql(`
  query PortalPeople($first: Int!, $after: String) {
    people(first: $first, after: $after) {
      totalCount
      edges { node { id username name nameZh email roles active createdAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export const invitePersonMutation = graphql(`
  mutation PortalInvitePerson($input: InvitePersonInput!) {
    invitePerson(input: $input) { __typename ... on PersonSaved { person { id } } ... on UserError { code message } }
  }
`)

export const changePersonMutation = graphql(`
  mutation PortalChangePerson($input: ChangePersonInput!) {
    changePerson(input: $input) { __typename ... on PersonSaved { person { id } } ... on UserError { code message } }
  }
`)

export const clientsQuery = graphql(`
  query PortalClients($first: Int!, $after: String) {
    clients(first: $first, after: $after) {
      totalCount
      edges { node { id clientId name roles authentication certificateSubject active createdAt lastUsedAt rotatedAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export const createClientMutation = graphql(`
  mutation PortalCreateClient($input: CreateClientInput!) {
    createClient(input: $input) { __typename ... on ClientProofSaved { client { clientId name } secret } ... on UserError { code message } }
  }
`)

export const rotateClientMutation = graphql(`
  mutation PortalRotateClient($input: RotateClientSecretInput!) {
    rotateClientSecret(input: $input) { __typename ... on ClientProofSaved { client { clientId name } secret } ... on UserError { code message } }
  }
`)

export const changeClientMutation = graphql(`
  mutation PortalChangeClient($input: ChangeClientInput!) {
    changeClient(input: $input) { __typename ... on ClientSaved { client { id } } ... on UserError { code message } }
  }
`)

export const sharesQuery = graphql(`
  query PortalShares { shares { id kind subject label from to recipient createdAt expiresAt revokedAt openings openedAt } }
`)

export const createShareMutation = graphql(`
  mutation PortalCreateShare($input: CreateShareInput!) {
    createShare(input: $input) { __typename ... on ShareCreated { share { id } link } ... on UserError { code message } }
  }
`)

export const revokeShareMutation = graphql(`
  mutation PortalRevokeShare($input: RevokeShareInput!) {
    revokeShare(input: $input) { __typename ... on ShareRevoked { share { id } } ... on UserError { code message } }
  }
`)

export const signInsQuery = graphql(`
  query PortalSignIns($action: String!, $first: Int!, $after: String) {
    auditRecords(action: $action, first: $first, after: $after) {
      totalCount
      edges { node { ...AuditEntryParts } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [auditEntryFragment])

export const ownOrganizationQuery = graphql(`
  query PortalOwnOrganization {
    viewer {
      id
      organization { id code name nameZh kinds country address phone gln suspendedAt identifiers { scheme value } licences { number validUntil } sites { id code name nameZh kind country gln } }
    }
  }
`)

export const managedOrganizationQuery = graphql(`
  query PortalManagedOrganization($id: ID!) {
    organization(id: $id) { id code name nameZh kinds country address phone gln suspendedAt identifiers { scheme value } licences { number validUntil } sites { id code name nameZh kind country gln } }
  }
`)

export const managedOrganizationsQuery = graphql(`
  query PortalManagedOrganizations($search: String, $first: Int!, $after: String) {
    organizations(search: $search, first: $first, after: $after) {
      totalCount
      edges { node { id code name nameZh kinds country suspendedAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export const createOrganizationMutation = graphql(`
  mutation PortalCreateOrganization($input: CreateOrganizationInput!) {
    createOrganization(input: $input) { __typename ... on OrganizationSaved { organization { id } } ... on UserError { code message } }
  }
`)

export const changeOrganizationMutation = graphql(`
  mutation PortalChangeOrganization($input: ChangeOrganizationInput!) {
    changeOrganization(input: $input) { __typename ... on OrganizationSaved { organization { id } } ... on UserError { code message } }
  }
`)

export const setOrganizationActiveMutation = graphql(`
  mutation PortalSetOrganizationActive($input: SetOrganizationActiveInput!) {
    setOrganizationActive(input: $input) { __typename ... on OrganizationSaved { organization { id } } ... on UserError { code message } }
  }
`)

export const inviteAdministratorMutation = graphql(`
  mutation PortalInviteAdministrator($input: InviteAdministratorInput!) {
    inviteAdministrator(input: $input) { __typename ... on OrganizationSaved { organization { id } } ... on UserError { code message } }
  }
`)

export const addSiteMutation = graphql(`
  mutation PortalAddSite($input: AddSiteInput!) {
    addSite(input: $input) { __typename ... on OrganizationSaved { organization { id } } ... on UserError { code message } }
  }
`)

export const changeSiteMutation = graphql(`
  mutation PortalChangeSite($input: ChangeSiteInput!) {
    changeSite(input: $input) { __typename ... on OrganizationSaved { organization { id } } ... on UserError { code message } }
  }
`)

export type Person = ResultOf<typeof peopleQuery>['people']['edges'][number]['node']
export type ApiClient = ResultOf<typeof clientsQuery>['clients']['edges'][number]['node']
export type ManagedOrganization = NonNullable<ResultOf<typeof managedOrganizationQuery>['organization']>
export type ManagedSite = ManagedOrganization['sites'][number]
export type Share = ResultOf<typeof sharesQuery>['shares'][number]

export const recallPolicyQuery = graphql(`
  query PortalRecallPolicy { recallPolicy { customerNames recallsByTwo } }
`)

export const setRecallPolicyMutation = graphql(`
  mutation PortalSetRecallPolicy($input: SetRecallPolicyInput!) {
    setRecallPolicy(input: $input) { __typename ... on SetRecallPolicySuccess { policy { customerNames } } ... on UserError { code message } }
  }
`)
