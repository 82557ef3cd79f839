import { boundariesOf } from './boundaries.js';
import { complianceOf } from './compliance/index.js';
import type { SecurityDesign } from './model.js';
import { owaspApi } from './owasp-api.js';
import { owaspTop10 } from './owasp-top-10.js';
import { personalDataOf } from './personal-data.js';
import type { SecurityInput } from './subject.js';
import { threatsOf } from './threats/index.js';

/** Threats, controls, personal data and compliance of the system. */
export function securityOf(design: SecurityInput): SecurityDesign {
  const boundaries = boundariesOf(design);
  return {
    boundaries,
    threats: threatsOf(design, boundaries),
    owaspApi: owaspApi(design),
    owaspTop10: owaspTop10(design),
    personalData: personalDataOf(design),
    compliance: complianceOf(design),
  };
}
