import type { Position } from '../../blueprint/diagnostic.js';
import type { Blueprint } from '../../blueprint/model.js';
import type { PartId } from '../../blueprint/parts.js';
import type { BoundaryId } from './boundaries.js';

/** Where something that is trusted less meets something that is trusted more. */
export interface TrustBoundary {
  readonly id: BoundaryId;
  readonly title: string;
  /** What crosses it. */
  readonly crossing: string;
}

/** One threat of STRIDE. Texts are Markdown: names stand in back quotes. */
export interface ThreatDesign {
  /** `T1` … */
  readonly id: string;
  readonly boundary: BoundaryId;
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
  /** What it does not cover. */
  readonly gap: string;
  readonly where: readonly string[];
  /** The test that shows it. */
  readonly proof: readonly string[];
  readonly part: PartId;
}

/** One kind of personal data, and what becomes of it. Texts are Markdown. */
export interface PersonalDatum {
  /** `Customer`; `User`, `request log` … for what every system holds. */
  readonly entity: string;
  readonly field: string;
  /** `customers.email` */
  readonly column: string;
  /** Words of the blueprint: not Markdown. */
  readonly purpose: string;
  /** Proposed; the controller decides. */
  readonly legalBasis: string;
  readonly retention: string;
  /** How it is erased today, and what stands in the way. */
  readonly erasure: string;
  /** Integrations it is meant to go to. */
  readonly recipients: readonly string[];
  readonly at?: Position;
}

/** One control that a regime asks for. Texts are Markdown. */
export interface ComplianceItem {
  /** `gdpr`, `pci-dss` … */
  readonly regime: Blueprint['constraints']['compliance'][number];
  /** `Art. 17, erasure` */
  readonly title: string;
  readonly control: string;
  /** Path of the repository, or of the part to come. */
  readonly where: string;
  /** Path of what shows it; empty where nothing does. */
  readonly evidence: string;
  readonly state: 'met' | 'partly' | 'gap';
  readonly gap: string;
}

export interface SecurityDesign {
  readonly boundaries: readonly TrustBoundary[];
  readonly threats: readonly ThreatDesign[];
  readonly owaspApi: readonly OwaspItem[];
  readonly owaspTop10: readonly OwaspItem[];
  readonly personalData: readonly PersonalDatum[];
  readonly compliance: readonly ComplianceItem[];
}
