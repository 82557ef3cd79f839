import { number } from '../amount.js';
import type { Blueprint } from '../../blueprint/model.js';
import type { Position } from '../../blueprint/diagnostic.js';
import { placed } from './assumptions.js';
import type { ConstraintDesign } from './model.js';

const COMPLIANCE: Readonly<Record<Blueprint['constraints']['compliance'][number], string>> = {
  gdpr: 'personal data: purpose, retention, export, deletion',
  'pci-dss': 'card data stays with the payment provider',
  hipaa: 'health data: access log, encryption, agreements',
  soc2: 'controls need owners and evidence',
  iso27001: 'a management system for information security',
  ccpa: 'consumers may ask for and delete data',
};
const COMPLIANCE_NAMES: Readonly<Record<Blueprint['constraints']['compliance'][number], string>> = {
  gdpr: 'GDPR',
  'pci-dss': 'PCI DSS',
  hipaa: 'HIPAA',
  soc2: 'SOC 2',
  iso27001: 'ISO 27001',
  ccpa: 'CCPA',
};

/** What the author fixed and the design has to live with. */
export function constraintsOf(blueprint: Blueprint): ConstraintDesign[] {
  const { regions, compliance, monthlyBudgetUsd, engineers } = blueprint.constraints;
  const place = (path: string): { at?: Position } => placed(blueprint, path);
  const rows: Omit<ConstraintDesign, 'id'>[] = [
    ...regions.map((region, index) => ({
      text: `region ${region}`,
      effect: index === 0 ? 'processes and data stay in it' : 'holds a copy of the backups',
      ...place(`constraints.regions.${index}`),
    })),
    ...compliance.map((name) => ({
      text: COMPLIANCE_NAMES[name],
      effect: COMPLIANCE[name],
      ...place('constraints.compliance'),
    })),
    ...(monthlyBudgetUsd === undefined
      ? []
      : [
          {
            text: `$${number(monthlyBudgetUsd)} a month for infrastructure`,
            effect: 'verdict per stage in the cost table',
            ...place('constraints.monthlyBudgetUsd'),
          },
        ]),
    ...(engineers === undefined
      ? []
      : [
          {
            text: `${number(engineers)} ${engineers === 1 ? 'engineer' : 'engineers'} to build and run it`,
            effect: 'one deployable, managed services first',
            ...place('constraints.engineers'),
          },
        ]),
    {
      text: blueprint.tenancy === 'shared' ? 'organizations share one database' : 'one organization per installation',
      effect: blueprint.tenancy === 'shared' ? 'isolation by row-level security' : 'no rows of others to hide',
      ...place('tenancy'),
    },
    ...Object.entries(blueprint.stack).flatMap(([slot, pinned]) =>
      pinned
        ? [{ text: `${slot} is pinned to ${pinned.option}`, effect: 'kept even if scored lower', at: pinned.at }]
        : [],
    ),
  ];
  return rows.map((row, index) => ({ id: `C${index + 1}`, ...row }));
}
