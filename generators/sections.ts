import type { z } from 'zod';

import type { Design } from '../src/design/model.js';
import { page, type PageRequest } from '../src/plan/model.js';
import type { QuotableFiles } from '../src/render/excerpt.js';
import type { View } from '../src/render/view.js';
import { deploymentView, deploymentWords } from '../src/views/document/deployment/index.js';
import { executiveOverviewView, executiveOverviewWords } from '../src/views/document/executive-overview/index.js';
import { securityView, securityWords } from '../src/views/document/security/index.js';
import { testingStrategyView, testingStrategyWords } from '../src/views/document/testing-strategy.js';
import { asyncProcessingView, asyncProcessingWords } from '../src/views/document/async-processing/index.js';
import { observabilityView, observabilityWords } from '../src/views/document/observability/index.js';
import { moduleDecompositionView, moduleDecompositionWords } from '../src/views/document/module-decomposition/index.js';
import { systemArchitectureView, systemArchitectureWords } from '../src/views/document/system-architecture/index.js';
import { performanceView, performanceWords } from '../src/views/document/performance-and-reliability/index.js';
import { repositoryStructureView, repositoryStructureWords } from '../src/views/document/repository-structure/index.js';
import { dataLayerView, dataLayerWords } from '../src/views/document/data-layer.js';
import { apiDesignView, apiDesignWords } from '../src/views/document/api-design.js';
import { codingStandardsView, codingStandardsWords } from '../src/views/document/coding-standards/index.js';
import { starterCodeView, starterCodeWords } from '../src/views/document/starter-code/index.js';
import { gettingStartedView, gettingStartedWords } from '../src/views/document/getting-started/index.js';

/** One of the 15 sections of the architecture document. */
export interface Section {
  /** 0 to 14: its place in the document, and the beginning of its file name. */
  readonly number: number;
  readonly id: string;
  readonly title: string;
  /** `06-security.md` */
  readonly file: string;
  request(design: Design): PageRequest;
}

/** The document, in order. */
export const sections: readonly Section[] = [
  section(0, 'executive-overview', 'Executive architecture overview', executiveOverviewView, executiveOverviewWords),
  section(1, 'system-architecture', 'System architecture', systemArchitectureView, systemArchitectureWords),
  section(2, 'module-decomposition', 'Module decomposition', moduleDecompositionView, moduleDecompositionWords),
  section(3, 'repository-structure', 'Repository structure', repositoryStructureView, repositoryStructureWords),
  section(4, 'coding-standards', 'Coding standards', codingStandardsView, codingStandardsWords),
  section(5, 'api-design', 'API design standards', apiDesignView, apiDesignWords),
  section(6, 'security', 'Authentication and security', securityView, securityWords),
  section(7, 'data-layer', 'Data layer', dataLayerView, dataLayerWords),
  section(8, 'async-processing', 'Async processing and integration', asyncProcessingView, asyncProcessingWords),
  section(9, 'observability', 'Observability', observabilityView, observabilityWords),
  section(10, 'testing-strategy', 'Testing strategy', testingStrategyView, testingStrategyWords),
  section(11, 'deployment', 'Deployment', deploymentView, deploymentWords),
  section(12, 'performance-and-reliability', 'Performance and reliability', performanceView, performanceWords),
  section(13, 'starter-code', 'Starter code', starterCodeView, starterCodeWords),
  section(14, 'getting-started', 'Getting started', gettingStartedView, gettingStartedWords),
];

/** A row of the table: its view must have the template `document/NN-<id>.md.hbs`. */
export function section<Schema extends z.ZodObject>(
  number: number,
  id: string,
  title: string,
  view: View<Schema>,
  words: (design: Design, files: QuotableFiles) => z.input<Schema> | Promise<z.input<Schema>>,
): Section {
  const file = `${String(number).padStart(2, '0')}-${id}.md`;
  return {
    number,
    id,
    title,
    file,
    request: (design) =>
      page(view, `document/${file}.hbs`, `docs/architecture/${file}`, (files) => words(design, files), {
        ownership: 'derived',
      }),
  };
}
