import type { Position } from '../../blueprint/diagnostic.js';
import type { PartId } from '../../blueprint/parts.js';

export interface ThreatDesign {
  /** `T1` … */
  readonly id: string;
  readonly boundary: string;
  readonly category:
    | 'Spoofing'
    | 'Tampering'
    | 'Repudiation'
    | 'Information disclosure'
    | 'Denial of service'
    | 'Elevation of privilege';
  readonly threat: string;
  readonly control: string;
  readonly residual: string;
  readonly part: PartId;
  /** File of the repository that holds the control, for generated ones. */
  readonly where?: string;
}

export interface OwaspItem {
  /** `API1:2023`, `A01:2025`. */
  readonly id: string;
  readonly title: string;
  readonly mitigation: string;
  readonly where: readonly string[];
  /** The test that shows it. */
  readonly proof: readonly string[];
  readonly part: PartId;
}

export interface PersonalDatum {
  readonly entity: string;
  readonly field: string;
  /** `customers.email` */
  readonly column: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly retention: string;
  readonly recipients: readonly string[];
  readonly at?: Position;
}

export interface ComplianceItem {
  /** `gdpr`, `pci-dss` … */
  readonly regime: string;
  readonly title: string;
  readonly control: string;
  readonly where: string;
  readonly evidence: string;
  readonly state: 'met' | 'partly' | 'gap';
  readonly gap: string;
}

export interface SecurityDesign {
  readonly boundaries: readonly { readonly id: string; readonly title: string; readonly crossing: string }[];
  readonly threats: readonly ThreatDesign[];
  readonly owaspApi: readonly OwaspItem[];
  readonly owaspTop10: readonly OwaspItem[];
  readonly personalData: readonly PersonalDatum[];
  readonly compliance: readonly ComplianceItem[];
}
