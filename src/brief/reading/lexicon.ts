/** The words of a list in one string. */
const set = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

export const DETERMINERS = set(
  'a an the this these those each every any some all both either neither no another other others such what whose',
  'my your his her its our their many several few more most much enough multiple various different same own',
);

export const PRONOUNS = set(
  'i we you he she it they who which me us him them itself themselves ourselves whoever whatever whichever myself yourself one ones someone somebody anyone anybody',
  "everyone everybody nobody none something anything everything nothing there here it's that's there's what's who's let's mine theirs ours",
);

export const PREPOSITIONS = set(
  'of in on at by for from with without into onto over under between among through during before after above below across against along',
  'around behind beside besides beyond despite except excluding including inside like near off out outside per plus since than toward towards',
  'until till up upon via within down about as versus',
);

export const CONJUNCTIONS = set(
  'and or nor but so because if when while whereas although though unless whether then that where how why once yet',
);

/** After these comes a verb. */
export const AUXILIARIES = set(
  "can cannot could may might must shall should will would to do does did don't doesn't didn't can't couldn't won't wouldn't shouldn't",
  "mustn't needn't let lets please",
);

export const TO_BE = set(
  "is are was were be been being am isn't aren't wasn't weren't has have had having hasn't haven't gets get got become becomes we're they're it's we've i'm you're we'll they'll",
);

export const ADVERBS = set(
  'not never ever always often sometimes usually only just also too even still already again later soon now today tomorrow yesterday very',
  'quite rather almost about roughly together apart away back forward maybe perhaps instead else otherwise however therefore thus online',
  'offline twice thrice well fast further first last next ahead abroad elsewhere everywhere anywhere etc eventually initially currently',
);

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['zero', 0],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
]);

export const SCALE_WORDS: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['hundreds', 100],
  ['dozen', 12],
  ['thousand', 1000],
  ['thousands', 1000],
  ['million', 1_000_000],
  ['millions', 1_000_000],
  ['billion', 1_000_000_000],
]);

/** Base forms that are verbs whatever stands beside them. */
export const VERBS = set(
  'accept access achieve add adjust afford agree aim allow answer appear apply appoint approve archive arrive ask assign attach attend avoid',
  'become begin belong bring build buy calculate can carry choose close collect come commit compare complete compute concern configure confirm',
  'connect consist contain convert cost cover create cross decide decline define delete deliver depend describe disable divide earn edit email',
  'enable end enforce ensure enter escalate exist expect expire explain extend fail fetch fill filter find finish fit follow forget generate get give',
  'go grant grow handle hang happen have hear help hide hire hold host identify ignore import improve include inform insert inspect integrate invite',
  'join keep know learn leave lend let live look lose maintain make manage mark match mean measure meet merge monitor move need notify obtain',
  'occur open operate overlap own participate pay perform pick postpone prefer propose prepare prevent print process produce protect prove provide publish',
  'push put raise reach react read receive recommend reconcile redeem reduce reject relate release remain remember remind remove reopen',
  'repeat replace resell reserve resolve respect respond restrict resubmit retain retry return reuse revoke roll save say scan see select sell send',
  'serve settle show sit skip solve speak spend split stand start stay stop submit subscribe suggest suit suspend swap switch sync take talk teach tell',
  'think touch transfer translate travel treat trigger turn undo unlock unsubscribe upload use validate verify view wait want warn watch win wish withdraw',
  'wonder work write exceed arise accrue cancel onboard',
);

/** Forms of verbs that show no ending. */
export const PAST_FORMS = set(
  'sent paid bought sold built kept held made given taken written chosen seen found met left known shown drawn driven begun grown gone led put cut let',
  'hit lent spent told thought understood caught taught brought said got had lain laid run rung sung set shut sat slept stood stuck sworn torn worn woven',
);

/** Base forms that are a noun or a verb; the words around them decide. */
export const NOUN_OR_VERB = set(
  'alert audit award balance ban batch benefit bid bill block board book budget cache call care cause change charge chat check claim click comment',
  'contact contract control copy count course credit date deal debit demand deposit design discount dispatch display document donate download draft',
  'draw drop effect estimate event exchange exercise experience export feature feed file finance fine flag forecast form freeze function fund grade',
  'group guide hand host import incident index input interest interview invoice issue job label lease lecture level license limit link list load loan',
  'lock log mail map market match matter mention menu message mix model name need network note notice offer order outline output pack package park',
  'part pass pause payout permit phone photo pick pin place plan play pledge point poll position post practice practise price print process profile program',
  'progress project promise prompt purchase question queue quiz quote range rank rate reach record recruit refund region register release rent repair reply report',
  'request research reserve rest result return review reward ride route rule run sale sample scale schedule score search seat service shape share shift',
  'ship shop show sign signal sort source sponsor stack staff stage stake stamp star state stock stop store stream study subject supply support survey',
  'swap tag tap target task tax test text thread ticket time tip title touch tour track trade train transfer transport treat trip trust turn type update',
  'upgrade use value view visit voice volunteer vote voucher wage walk watch weight wish work worry',
);

export const ADJECTIVES = set(
  'able due done won lost active actual additional advanced annual appropriate automatic available average bad basic big bigger biggest bulk busy central certain cheap clear',
  'common complete complex concurrent consistent correct critical current custom daily dedicated deep default digital direct double early easy electronic',
  'empty entire equal exact existing external extra fair false familiar final financial fine flexible free full future general global good great happy',
  'hard heavy high higher huge human ideal identical important inactive independent individual initial inner intelligent internal international invalid key',
  'large larger late latest least legal less light live local long low lower main major manual maximum medium middle mid mid-sized minimal minimum',
  'minor missing mobile modern monthly multi multi-tenant national native necessary new newest nice normal offline official old older online optional ordinary',
  'original outstanding overdue paid past peak personal physical plain possible potential previous primary private proper public quick rare ready real recent',
  'regular related relevant reliable remote responsible rich right robust safe same scalable second secure senior separate serious shared short similar simple',
  'simultaneous single small smaller smart social solid sound special specific stable standard static strict strong sure technical temporary third third-party tight',
  'tiny top total traditional transparent true typical unique unpaid upcoming upper urgent useful usual valid virtual visible wide whole worth wrong yearly',
  'young weekly quarterly nightly hourly seasonal regional medical clinical local-first open-source real-time high-level up-to-date day-to-day',
);

/** Nouns that name no thing a backend keeps: parts of speech about the system, time, place and manner. */
export const EMPTY_NOUNS = set(
  'ability access addition advance age aim amount api app application approach architecture area aspect attempt attention backend backbone basis beginning behaviour behavior benefit',
  'bit body brief button chance choice circumstance cloud code compliance concern concurrency condition connection consequence consistency context contrast copy core couple ',
  'criteria customisation data database day deadline deal-breaker decade default definition delay demand detail developer device-independent difference difficulty dozen ease effort end engineer evening',
  'example exception expectation experience extent fact factor fail failure fashion feature field first flow focus format founder framework frontend function functionality future',
  'gap goal growth half hand help history hour idea impact implementation importance infrastructure instance integrity intention interface internet kind knowledge lack language latency launch',
  'layer least length life like line lot majority manner matter meantime mind minute mistake moment month morning mvp name need night note nothing number object objective office one operation',
  'opportunity option origin outside overview own pace page pain part past pattern peak people percent performance period person perspective phase place plan platform plenty point',
  'possibility power presence problem procedure purpose quality quarter range rate reality reason reference regard relation requirement rest result right role root row rule',
  'saas scalability scale scenario scope screen second section security self sense set side simplicity situation size software solution somebody something sort speed spot stack stakeholder',
  'standard start startup state step stuff style success summary support system tech technology thing thought time today tool top total traffic trouble turn type understanding',
  'usage use user variety version view volume way website web week weekday weekend whole wish word work world year everything anything nobody monday tuesday wednesday thursday friday saturday sunday',
  'january february march april june july august september october november december organization organisation dollar dollars euro euros usd eur percentage kb mb gb tb ms',
);
