import { Conflict, NotFound, Unprocessable } from '@meridian/common/problem';
import type { DealAction, DealOutcome } from '@meridian/core/sales/deal';
import type { BrokenRule } from '@meridian/core/rules';

/** Does not exist, belongs to another organization, or is not the actor's own. */
export class DealNotFound extends NotFound {
  constructor(id: string) {
    super('DEAL_NOT_FOUND', `Deal ${id} does not exist.`);
  }
}

export class DealChangedMeanwhile extends Conflict {
  constructor(id: string) {
    super('DEAL_CHANGED_MEANWHILE', `Deal ${id} was changed by someone else; read it again and retry.`);
  }
}

export class DealRuleBroken extends Unprocessable {
  constructor(rules: readonly BrokenRule[]) {
    super('DEAL_RULE_BROKEN', rules.map(({ message }) => message).join(' '), { rules });
  }
}

export class DealTransitionRefused extends Conflict {
  constructor(id: string, action: DealAction, state: DealOutcome) {
    const detail = `Deal ${id} is ${state} and does not take the action ${action} as it is.`;
    super('DEAL_TRANSITION_REFUSED', detail, { action, state });
  }
}

export class DealNumberTaken extends Conflict {
  constructor() {
    super('DEAL_NUMBER_TAKEN', 'There is one with this number already.', {
      errors: [{ pointer: '/number', message: 'Already taken' }],
    });
  }
}

export class DealAccountUnknown extends Unprocessable {
  constructor() {
    super('DEAL_ACCOUNT_UNKNOWN', 'The account does not exist.', {
      errors: [{ pointer: '/accountId', message: 'Does not exist' }],
    });
  }
}

export class DealLeadUnknown extends Unprocessable {
  constructor() {
    super('DEAL_LEAD_UNKNOWN', 'The lead does not exist.', {
      errors: [{ pointer: '/leadId', message: 'Does not exist' }],
    });
  }
}

export class DealLossReasonUnknown extends Unprocessable {
  constructor() {
    super('DEAL_LOSS_REASON_UNKNOWN', 'The loss reason does not exist.', {
      errors: [{ pointer: '/lossReasonId', message: 'Does not exist' }],
    });
  }
}

export class DealOwnerUnknown extends Unprocessable {
  constructor() {
    super('DEAL_OWNER_UNKNOWN', 'The owner does not exist.', {
      errors: [{ pointer: '/ownerId', message: 'Does not exist' }],
    });
  }
}

export class DealPipelineUnknown extends Unprocessable {
  constructor() {
    super('DEAL_PIPELINE_UNKNOWN', 'The pipeline does not exist.', {
      errors: [{ pointer: '/pipelineId', message: 'Does not exist' }],
    });
  }
}

export class DealStageUnknown extends Unprocessable {
  constructor() {
    super('DEAL_STAGE_UNKNOWN', 'The stage does not exist.', {
      errors: [{ pointer: '/stageId', message: 'Does not exist' }],
    });
  }
}

export class DealTerritoryUnknown extends Unprocessable {
  constructor() {
    super('DEAL_TERRITORY_UNKNOWN', 'The territory does not exist.', {
      errors: [{ pointer: '/territoryId', message: 'Does not exist' }],
    });
  }
}

/** Something that cannot do without it still refers to it. */
export class DealInUse extends Conflict {
  constructor(users: string) {
    super('DEAL_IN_USE', `The deal is still in use by ${users}.`);
  }
}
