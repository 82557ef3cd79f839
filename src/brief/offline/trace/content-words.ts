import type { Word } from '../../reading/reading.js';
import { isCommonNoun, isPossibleThing } from '../propose/common-words.js';

/** Words that say how things are said, not what is asked. */
const EMPTY = new Set(
  `
  a about above after again against all almost along already also always among an and another any anybody anyone anything are around as ask asks at away
  back be became because become becomes been before begin begins behind being below beside best better between both bring brings but by call called
  came can cannot come comes could did different do does doing done down during each either else enough even ever every everybody everyone
  everything expect expects far few find finds first follow following follows for forth found four from full fully gave get gets getting give given gives
  go goes going gone good got great had happen happens has have having he help helps her here hers him his how however i if immediately in include
  includes including inside instead into is it its itself just keep keeps kept know known knows large last later least less let lets like likely
  little live long look looks lot made main make makes making many may maybe me mean means might mine more most much must my near need needed
  needs neither never new next nice no nobody none nor not nothing now of off offer offers often old on once one ones only onto or other others our
  ours out over own owns part per perhaps please possible put puts quick quickly quite rather really run runs running same say says see seen sees several shall
  she should show shows side simple since small so some somebody someone something soon start starts still such sure take taken takes taking
  than that the their theirs them themselves then there therefore these they thing things this those though three through thus till to
  together too toward try turn turns two under until up upon us use used uses using usual usually very via want wanted wants was way we well
  went were what when where whether which while who whole whom whose why will wish with within without work working works would yet
  you your yours everywhere exactly easily clearly five six seven eight nine ten
  `
    .trim()
    .split(/\s+/),
);

/** A word that says what is asked: a noun or a verb that is not in everybody's mouth. */
export const isContent = ({ lower, negated }: Word): boolean =>
  !negated && /^[a-z]{3,}$/.test(lower) && !EMPTY.has(lower) && (!isCommonNoun(lower) || isPossibleThing(lower));
