/**
 * Nouns that briefs are full of and that name no thing of the system itself: who builds it, where and when it runs, what everything
 * is made of. Nothing is proposed or missed because of them.
 */
const COMMON = new Set(
  `
  hello hi thanks thank greeting regards dear please ability access accuracy action activity addition administration age amount answer app application approach area aspect attention
  audience author backend backup base basis beginning behaviour benefit bit bottom box brief browser budget bug build business button call
  capability care case cent centre chance change charge choice cloud code colour color column company complexity compliance component
  concept condition connection content context control copy cost countries country couple course customer data database date day
  deal default degree demand description design desktop detail developer development device difference dollar domain effort end
  engineer enterprise entity environment error euro evening event everybody everyone everything example exception experience expert
  fact feature field figure file flow focus folder form format founder framework frontend function functionality future goal gdpr group
  growth guide half hand hardware head help home hour house idea individual industry information infrastructure input instance
  integration interest interface internet introduction issue item job key kind knowledge label landscape language latency launch law
  layer leader least length letter level life limit line link list load log logic look lot love machine mail majority maker man
  management manager manner market matter mean means member memory message method microservice middle million mind minute mistake mobile
  model moment monday money month morning most move mvp name nature need network night nobody none nothing number object one operation
  operator opinion option order organization organisation other output outside overview owner page paper part partner party past path peak people
  percent percentage performance period permission person phase phone picture piece place plan platform play plenty point policy
  portal position possibility power practice price principle privacy problem procedure process product program progress project promise
  proof property provider purpose quality quarter question queue range rate reason record region release reliability report
  request requirement resource response responsibility rest result return right risk role roadmap rule saas sale scale scenario scope
  screen search season second secret section security self sense sentence server service session set setting setup shape share
  side sight sign site situation size software solution somebody someone something sort source space spec specification
  speed spreadsheet staff stage standard start startup state statement status step stock stop story strategy structure stuff subject
  success suite sum summary summer supply support surface serial bank transfer tax taxes cash system table tab task team tech technology tenant term test text thing
  thousand time title today tomorrow tool top topic total touch track trade traffic trend trouble trust truth try type understanding unit
  update uptime usage use user value variety version video view voice volume wait walk way web website week weekend whole window winter
  word work worker world year yesterday zone monolith api ui ux ip url crud json csv pdf excel rest graphql sql postgres postgresql
  node typescript kubernetes docker redis aws azure gcp stack devops ci regulation law gmbh inc ltd
  january february march april may june july august september october november december tuesday wednesday thursday friday saturday sunday
  monday spring autumn
  europe germany france spain italy america asia africa usa uk eu berlin london paris york amsterdam vienna zurich
  `
    .trim()
    .split(/\s+/),
);

/** Some of them are things all the same where a brief says much about them, such as lists and tasks. */
const POSSIBLE = new Set(
  `
  activity button call card category change choice control country course device exception file folder form group guide image issue item job
  label lesson level link list log machine mail message mobile note option order partner party permission phone picture piece place plan
  point policy process program project promise property question queue reason record region request resource response result return risk
  role rule scale search session set sheet site source space statement status step stock story subject summary table tag task team
  template term test text time title token tool topic track trade type unit update user value version video view zone
  `
    .trim()
    .split(/\s+/),
);

export function isCommonNoun(lower: string): boolean {
  return lower.length < 3 || /\d/.test(lower) || formsOf(lower).some((form) => COMMON.has(form));
}

export const isPossibleThing = (lower: string): boolean => formsOf(lower).some((form) => POSSIBLE.has(form));

/** The word, and what it may be the plural of. */
const formsOf = (lower: string): string[] => [
  lower,
  lower.replace(/s$/, ''),
  lower.replace(/es$/, ''),
  lower.replace(/ies$/, 'y'),
];
