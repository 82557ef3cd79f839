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
            repayWhen:
              design.operations.queues.length > 0 ? `before the first real ${central.one}` : 'a reaction is declared',
          },
        ]
      : []),
    ...(openPoints.length > 0
      ? [
          {
            debt: `${openPoints.length} things that the blueprint of ${product.name} declares are not written: ${listed(abilities)}`,
            because: `The document plans them from the same facts as the code of ${central.many} is made from`,
            repayWhen: 'by the horizons of the roadmap',
          },
        ]
      : []),
    {
      debt: 'No lockfile: the first install writes it',
      because: `Versions of the packages under ${central.many} are exact; those below them are resolved on the day`,
      repayWhen: 'the first commit',
    },
    {
      debt: `Grants are remembered per process for ${fixed.grantsTtl.value} s`,
      because: `A look into the database for each request on ${code(central.route)} is saved`,
      repayWhen: `a role over ${central.many} must end within a second everywhere`,
    },
    {
      debt: 'Access tokens share one secret (HS256)',
      because: `One program both signs and verifies what opens ${code(central.route)}, so no key has to be published to read ${central.many}`,
      repayWhen: 'a second service verifies tokens',
    },
    {
      debt: `The audit log of ${central.many} lies in the database that it watches`,
      because: `It commits with the change of ${central.aOne}, or not at all`,
      repayWhen: `an auditor asks for a copy about ${central.many} that operators cannot alter`,
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
      debt: `Rate limits on ${code(central.route)} count in fixed windows of ${fixed.rateWindow.value} s`,
      because: `One counter per key; at the edge of two windows twice the limit reaches ${code(central.route)}`,
      repayWhen: 'such a burst does harm',
    },
  ];
}
