import type { Design } from '../../../design/model.js';
import { REGIME_TITLES } from '../../../design/security/compliance/index.js';
import type { OwaspItem } from '../../../design/security/model.js';
import { centralSubject, fieldName, fieldsWhere, personalFields } from '../../../design/security/subject.js';
import { markdownTableCell } from '../../../text/escape.js';
import { code, counted, label, list } from '../words.js';

export function owaspRows(items: readonly OwaspItem[]) {
  return items.map(({ id, title, mitigation, where, proof, gap, part }) => ({
    item: `**${id}** ${title}`,
    mitigation,
    where: where.length > 0 ? where.map(code).join(', ') : label(part),
    proof: proof.length > 0 ? proof.map(code).join(', ') : 'nothing yet',
    gap,
  }));
}

/** `T7–T15`; they are numbered in order. */
function spanOf(ids: readonly string[]): string {
  const [first = '–'] = ids;
  const last = ids.at(-1) ?? first;
  return first === last ? first : `${first}–${last}`;
}

/** Boundaries in one table, then the threats of each. */
export function threatWords({ security, blueprint }: Design) {
  const { boundaries, threats } = security;
  const designed = threats.filter(({ where }) => where === undefined).length;
  const services = blueprint.integrations.length;
  return {
    threatCount: counted(threats.length, 'threat'),
    threatLead: `Each was asked for with STRIDE; ${counted(threats.length - designed, 'control')} stand in the repository, ${designed} are designed${services > 0 ? `, most of them around ${list(blueprint.integrations.slice(0, 3).map(({ name }) => code(name)))}` : ''}.`,
    boundaries: boundaries.map(({ id, title, crossing }) => ({
      title,
      crossing,
      threats: spanOf(threats.filter(({ boundary }) => boundary === id).map((threat) => threat.id)),
    })),
    threats: boundaries.map(({ id, title }, index) => ({
      position: `6.11.${index + 1}`,
      title,
      rows: threats
        .filter(({ boundary }) => boundary === id)
        .map(({ id: threatId, category, threat, control, residual, part, where }) => ({
          id: threatId,
          category,
          threat,
          control: where === undefined ? control : `${control} (${code(where)})`,
          state: label(part),
          residual,
        })),
    })),
  };
}

export function personalRows(design: Design) {
  const { security, blueprint } = design;
  const fields = personalFields(design);
  const central = centralSubject(design);
  const holders = [...new Set(fields.map(({ entity }) => entity.names.textMany))];
  const regions = blueprint.constraints.regions.map((region) => markdownTableCell(region));
  const kinds = new Map(security.personalData.map(({ entity, erasure }) => [entity, erasure]));
  return {
    personalLead: `${
      fields.length > 0
        ? `${counted(fields.length, 'field')} of ${list(holders)} are marked \`personal\` in the blueprint; accounts, sessions and logs come on top.`
        : `No field of the blueprint is marked \`personal\`, ${central.many} included: what remains are accounts, sessions and logs.`
    }${freeText(design)} ${regions.length > 0 ? `All of it is kept in ${list(regions)} (given).` : `Where the ${central.many} and accounts are kept is not declared.`}`,
    personalRows: security.personalData.map(({ entity, column, purpose, legalBasis, retention, recipients }) => ({
      entity,
      column: column
        .split(', ')
        .map((one) => (/^[a-z_]+\.[a-z_]+$/.test(one) ? code(one) : one))
        .join(', '),
      purpose: markdownTableCell(purpose),
      basis: legalBasis,
      retention,
      recipients: recipients.length > 0 ? recipients.map(code).join(', ') : 'nobody',
    })),
    erasureRows: [...kinds].map(([entity, erasure]) => ({ entity, erasure })),
  };
}

/** Texts that somebody may write more into than was asked for. */
function freeText(design: Design): string {
  const texts = fieldsWhere(
    design,
    ({ field }) => !field.personal && (field.type.kind === 'text' || field.type.kind === 'richtext'),
  );
  if (texts.length === 0) return '';
  return ` Free text such as ${list(texts.slice(0, 3).map((one) => code(fieldName(one))))} may hold more than it is asked for; nothing looks into it.`;
}

export function complianceWords(design: Design) {
  const { security, blueprint } = design;
  const { compliance } = blueprint.constraints;
  const central = centralSubject(design);
  const count = (state: string): number => security.compliance.filter((item) => item.state === state).length;
  return {
    complianceLead:
      compliance.length === 0
        ? `The blueprint declares no regime; ${central.many} are kept as above all the same, and \`constraints.compliance\` would print the map of GDPR, PCI DSS, SOC 2, ISO 27001, HIPAA or CCPA here.`
        : `The blueprint declares ${list(compliance.map((regime) => REGIME_TITLES[regime]))}. Of ${counted(security.compliance.length, 'control')}, ${count('met')} are met in the repository that keeps ${central.many}, ${count('partly')} partly, ${count('gap')} are gaps. A repository is no certificate: auditors look at people and contracts of whoever runs ${central.many} as well.`,
    regimes: compliance.map((regime, index) => ({
      position: `6.15.${index + 1}`,
      title: REGIME_TITLES[regime],
      rows: security.compliance
        .filter((item) => item.regime === regime)
        .map(({ title, control, where, evidence, state, gap }) => ({
          control: title,
          here: control,
          where: where.includes('/') || /\.\w+$/.test(where) ? code(where) : where,
          evidence: evidence === '' ? 'none' : code(evidence),
          state: state === 'met' ? 'met' : state === 'partly' ? 'partly' : '**not yet**',
          gap: gap === '' ? '–' : gap,
        })),
    })),
  };
}
