import type { FindingClass } from '../../api'

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
