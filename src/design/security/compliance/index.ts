import type { ComplianceItem } from '../model.js';
import type { SecurityInput } from '../subject.js';
import { hipaa, iso27001, pciDss, soc2 } from './assurance.js';
import type { Regime, RegimeControls } from './item.js';
import { ccpa, gdpr } from './privacy.js';

const CONTROLS: Readonly<Record<Regime, RegimeControls>> = {
  gdpr,
  'pci-dss': pciDss,
  hipaa,
  soc2,
  iso27001,
  ccpa,
};

/** As the regimes call themselves. */
export const REGIME_TITLES: Readonly<Record<Regime, string>> = {
  gdpr: 'GDPR',
  'pci-dss': 'PCI DSS',
  hipaa: 'HIPAA',
  soc2: 'SOC 2',
  iso27001: 'ISO 27001',
  ccpa: 'CCPA',
};

/** What each regime that the blueprint declares asks for, where it is met, and what is missing. */
export function complianceOf(design: SecurityInput): readonly ComplianceItem[] {
  return design.blueprint.constraints.compliance.flatMap((regime) =>
    CONTROLS[regime](design).map((row) => ({ regime, ...row })),
  );
}
