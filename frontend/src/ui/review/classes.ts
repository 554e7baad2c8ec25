import type { FindingClass, FindingKind } from '../../api'

/** What a thing can be said to be, people first. */
export const classes = [
  'Engineer',
  'Manager',
  'Support',
  'Customer contact',
  'Vendor contact',
  'Person',
  'Team',
  'the company',
  'Customer',
  'Vendor',
  'organisation',
  'host',
  'service',
  'project',
  'repository',
  'place',
  'item',
] as const satisfies readonly FindingClass[]

/** What a thing of a kind mostly is. */
export const usual: Partial<Record<FindingKind, FindingClass>> = {
  person: 'Engineer',
  team: 'Team',
  org: 'organisation',
  host: 'host',
  codename: 'service',
  repo: 'repository',
  place: 'place',
}
