import { COMPLIANCE } from '../../blueprint/schema/constraints.js';
import type { QuestionRule } from './rule.js';

type Rule = (typeof COMPLIANCE)[number];

const LABELS: Readonly<Record<Rule, string>> = {
  gdpr: 'GDPR: people in the European Union',
  'pci-dss': 'PCI DSS: card data',
  hipaa: 'HIPAA: health data in the United States',
  soc2: 'SOC 2: customers ask for a report',
  iso27001: 'ISO 27001: customers ask for a certificate',
  ccpa: 'CCPA: people in California',
};

/** Laws and audits. Never taken for granted: the default is none. */
export const compliance: QuestionRule = {
  id: 'compliance',
  ask: ({ parts, reading }) =>
    parts.constraints?.compliance === undefined && !reading.cues.some(({ kind }) => kind === 'compliance')
      ? {
          question: 'Which laws or audits apply?',
          changes: 'Export and erasure of personal data, audit records, encryption and what the risk list says.',
          options: [
            { value: 'none', label: 'None that we know of' },
            ...COMPLIANCE.map((rule) => ({ value: rule, label: LABELS[rule] })),
          ],
          open: true,
          default: 'none',
        }
      : undefined,
  problem: (value) =>
    value === 'none' || rulesIn(value)
      ? undefined
      : `“${value}” is no list of rules; say none, or some of ${COMPLIANCE.join(', ')}.`,
  apply: (value, blueprint) =>
    value === 'none'
      ? undefined
      : {
          blueprint: { ...blueprint, constraints: { ...blueprint.constraints, compliance: rulesIn(value)! } },
          path: 'constraints.compliance',
        },
  says: (value) =>
    value === 'none' ? 'No law or audit is known to apply.' : `These apply: ${rulesIn(value)!.join(', ')}.`,
};

/** `gdpr, SOC 2` → `[gdpr, soc2]`; nothing when a part is no rule. */
function rulesIn(value: string): Rule[] | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const parts = value.split(/,|;|\band\b/).map(plain);
  const rules = parts.map((part) =>
    COMPLIANCE.find((rule) => plain(rule) === part || (part === 'pci' && rule === 'pci-dss')),
  );
  return rules.every((rule) => rule !== undefined) ? COMPLIANCE.filter((rule) => rules.includes(rule)) : undefined;
}
