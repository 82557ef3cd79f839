import type { BoundaryId } from '../boundaries.js';
import type { ThreatDesign, TrustBoundary } from '../model.js';
import type { SecurityInput } from '../subject.js';
import { apiThreats } from './api.js';
import { clientThreats } from './client.js';
import type { ThreatDraft } from './draft.js';
import { memberThreats, operatorThreats, organizationThreats } from './people.js';
import { receiverThreats, serviceThreats, subscriberThreats } from './services.js';
import { databaseThreats, redisThreats } from './stores.js';

const THREATS_AT: Readonly<Record<BoundaryId, (design: SecurityInput) => ThreatDraft[]>> = {
  client: clientThreats,
  edge: apiThreats,
  database: databaseThreats,
  redis: redisThreats,
  services: serviceThreats,
  receiver: receiverThreats,
  subscribers: subscriberThreats,
  operators: operatorThreats,
  organizations: organizationThreats,
  members: memberThreats,
};

/** Threats of every boundary that the system has, numbered in the order of the boundaries. */
export function threatsOf(design: SecurityInput, boundaries: readonly TrustBoundary[]): readonly ThreatDesign[] {
  return boundaries
    .flatMap(({ id }) => THREATS_AT[id](design).map((draft) => ({ boundary: id, ...draft })))
    .map((threat, index) => ({ id: `T${index + 1}`, ...threat }));
}
