import { didYouMean } from '../../text/nearest.js';
import { entitiesOf, type Check } from './support.js';

/** Figures that contradict each other. */
export const checkScale: Check = (blueprint, findings) => {
  const start = { line: 1, column: 1 };
  if (blueprint.tenancy === 'single' && blueprint.scale.tenants > 1 && !blueprint.scale.assumed.includes('tenants')) {
    const at = blueprint.places?.['scale.tenants'] ?? blueprint.places?.tenancy ?? start;
    findings.error(
      'SCALE',
      at,
      `The tenancy is single, yet there are ${blueprint.scale.tenants} tenants.`,
      'Write `tenancy: shared`, or leave out `tenants`.',
    );
  }
  blueprint.constraints.regions.forEach((region, index) => {
    if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(region)) return;
    const at = blueprint.places?.[`constraints.regions.${index}`] ?? start;
    findings.error(
      'INVALID_NAME',
      at,
      `"${region}" is not a region.`,
      'Write it as the cloud does, e.g. eu-central-1.',
    );
  });
  const names = entitiesOf(blueprint).flatMap(({ name, tenancy }) => (tenancy === 'tenant' ? [name] : []));
  for (const name of Object.keys(blueprint.scale.behaviour.rowsPerMonth)) {
    if (names.includes(name)) continue;
    const at = blueprint.places?.[`scale.behaviour.rowsPerMonth.${name}`] ?? start;
    findings.error(
      'UNKNOWN_ENTITY',
      at,
      `No entity of the organizations is called "${name}".`,
      didYouMean(name, names),
    );
  }
};
