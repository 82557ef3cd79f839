import { isGenerated } from '../../blueprint/parts.js';
import { CONSTANTS as fixed } from '../constants.js';
import { centralEntity, centralSubject, code, listed } from '../security/subject.js';
import type { DebtDesign } from './model.js';
import { emittedEvents, type GovernanceSource } from './source.js';

/** Shortcuts that this design takes knowingly, and what makes each due. */
export function debtsOf(design: GovernanceSource): readonly DebtDesign[] {
  const { product, entities, openPoints } = design;
  const central = centralSubject(design);
  const events = emittedEvents(design);
  const searched = entities.filter(({ search }) => search.length > 0).map(({ table }) => code(table));
  const abilities = [...new Set(openPoints.map(({ ability }) => ability))];
  return [
    ...(events.length > 0 && !isGenerated('outbox-relay')
      ? [
          {
            debt: `${events.length} kinds of events are written to ${code('outbox_events')} and read by nobody`,
            because: `Recording ${code(events[0] ?? '')} with its change cannot be added later without losing history; acting on it can`,
            repayWhen: `before the first real ${central.one}`,
          },
        ]
      : []),
    ...(openPoints.length > 0
      ? [
          {
            debt: `${openPoints.length} things that the blueprint of ${product.name} declares are not written: ${listed(abilities)}`,
            because: `The document plans them from the same facts as the code of ${product.name} will be`,
            repayWhen: 'by the horizons of the roadmap',
          },
        ]
      : []),
    {
      debt: `${product.name} starts without a lockfile: the first install writes it`,
      because: 'Versions of its own packages are exact; those below them are resolved on the day',
      repayWhen: `first commit of ${product.name}`,
    },
    {
      debt: `Grants are remembered per process for ${fixed.grantsTtl.value} s`,
      because: `A look into the database for each request on ${code(central.route)} is saved`,
      repayWhen: `a role of ${product.name} must end within a second everywhere`,
    },
    {
      debt: `Access tokens of ${product.name} are signed with a shared secret (HS256)`,
      because: `One program both signs and verifies them, so no key has to be published by ${product.name}`,
      repayWhen: `a second service verifies tokens of ${product.name}`,
    },
    {
      debt: `The audit log lies in the database that it watches`,
      because: `It commits with the change of ${central.aOne}, or not at all`,
      repayWhen: `an auditor of ${product.name} asks for a copy that its operators cannot alter`,
    },
    {
      debt: `A deleted ${central.one} is gone at once`,
      because: `Soft deletion complicates each query on ${code(central.table)} and keeps personal data`,
      repayWhen: `somebody asks to bring ${central.aOne} back`,
    },
    ...(searched.length > 0
      ? [
          {
            debt: `Search in ${listed(searched)} reads all rows of the organization`,
            because: `No trigram index on ${listed(searched, 2)}: it would slow each write`,
            repayWhen: `p95 of a search in ${centralEntity(design)?.names.textMany ?? central.many} passes its objective`,
          },
        ]
      : []),
    {
      debt: `Rate limits of ${product.name} count in fixed windows of ${fixed.rateWindow.value} s`,
      because: `One counter per key; at the edge of two windows twice the limit reaches ${code(central.route)}`,
      repayWhen: `such a burst harms ${product.name}`,
    },
  ];
}
