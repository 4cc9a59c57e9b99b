import { porterStem, singularOf, splitWords } from '../text/natural.ts';

/** Endings of Latin and Greek nouns, which Porter leaves: "equilibrium" and "equilibria". */
const CLASSICAL_ENDING = /(?<=\p{L}{4}[inr])(?:um|on|a)$/u;

/** Words between the words of a phrase, which do not count as words of a label. */
const connectors = new Set('a an and as at by for from in of off on or the to with'.split(' '));

// They stand in the abstracts of many topics and say of none, alone, what it is about.
const vagueWords = `
  ability access account ai assess bridging comparative derive designed landscape opportunity roadmap taxonomy technical document explanation mind modality outline overview scientist thinking accuracy action activity algorithm alternative amount analysis answer
  application approximation architecture area artificial assessment assumption attribute author
  average base behavior bias block bound budget capacity category challenge change channel
  characteristic choice class closed code collection community comparison complexity component
  composition computation computational computing concept condition configuration consistency
  constraint construction content context contrast control correlation cost criterion critical
  cross current data decision decoder deep demand dependency depth design detection deviation
  dimension direction discrete distribution diverse domain downstream dynamic dynamics effect
  element embedding encoder end energy engineering entity environment equation error estimate
  estimation event execution existence expansion experience expert external extraction failure
  family feature field fine first flexibility flow form formula frame framework frequency frontier
  full function game gap general generalization generated generation generic global group
  growth guidance hand hidden hour human image impact index inference information initial input instance
  instruction intelligence interaction interface interpretation inverse key knowledge label
  language latent layer length level life linear local location long loss low machine map mapping
  mask matrix measure measurement mechanism memory method metric minimum mode model modeling
  module multi multiple natural network neural node noise normal number object objective office
  online open operation operator optimal optimization optimizer order original outcome output
  overhead pair paradigm parallel parameter part participant path pattern people perception person
  phase phenomenon physical plan planning point policy pool position post potential practice
  pre prediction preference prior priority probability procedure process processing product
  profile program prompt proprietary public quality query question random range rank rate ratio
  reasoning recognition reconstruction reference region relation relationship representation
  request resolution resource response reward risk robustness rule sample sampling scale scaling
  scene score search segment selection semantic sequence series service set setting shift short
  signal simulation single size solver source space spatial spectrum speed stability stage standard
  state step storage strategy stream strength structure style subject subset surface survey
  synthetic system table target task teacher student template temporal term test text theory time
  token tool top total trade trained training trajectory transfer transformation transition trend
  tuning uncertainty understanding unit update user utility value variable variance vector version
  view visual volume weight window word work world zero
`;

// Made of these alone, a phrase names nothing either: "upper bound", "base model", "loss function".
const hollowWords = `
  access account activity advancement amount billion landscape million opportunity outlook overview paradigm perspective roadmap shift survey taxonomy assumption average base bound boundary choice class closed collection
  complex computation computational computing condition construction cost data deep designed different downstream
  driven element end evolving example existing expert external field final fine first formula frontier function general
  generated generation generic global group growth hand hidden high human index initial inner input inverse
  item key large latent learning quality understanding algorithm analysis strategy design feature leading level list local loss low lower machine main measure mode model modern module multiple
  network neural number office omni open optimal order original output pair parameter part point
  popular post practical pre proprietary public question random range rapid rapidly raw real region reliable rich sample sequence set setting
  short single source space stage standard state step strong structure student subset supervision system target task teacher
  technical test theoretical time token top total trade tradeoff off trainable trained training transform
  tuned tuning type unit upper user value variable various vector version work
`;

// What a thing has, and not the thing: "rendering speed", "acceptance rate".
const attributeWords = `
  ability accuracy amount behavior boundary capacity complexity consumption consistency cost count depth dimension
  direction efficiency error dataset footprint fidelity frame gap length level loss
  mode modality number order overhead pair perspective point position quality rate ratio region
  score size speed stage scenario step task token usage value variable verified weight window
`;

function stemSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean).map(stemOfWord));
}

const vagueStems = stemSet(vagueWords);
const hollowStems = stemSet(hollowWords);
const attributeStems = stemSet(attributeWords);

/** The stem by which words of labels are compared: Porter's of the singular, also of "biases" and "equilibria". */
export function stemOfWord(word: string): string {
  return porterStem(singularOf(word)).replace(CLASSICAL_ENDING, '');
}

/** Whether a lower-case word does not count as a word of a label: "and", "of". */
export function isConnector(word: string): boolean {
  return connectors.has(word);
}

/** The words of a form or label as they are written, less "and", "of" and the like. */
export function writtenWords(form: string): string[] {
  return splitWords(form).filter((word) => !isConnector(word.toLowerCase()));
}

/** The stems of its words, acronyms as they stand. */
export function stemsOf(form: string): string[] {
  return writtenWords(form).map((word) => stemOfWord(word.toLowerCase()));
}

/** How many words a form or label has to a reader, less "and", "of" and the like: "GPU-hours" is one. */
export function countWords(form: string): number {
  return form.split(/\s+/).filter((word) => word !== '' && !connectors.has(word)).length;
}

/** Whether a word alone, or a phrase by all its words, says of no topic what it is about. */
export function isVague(form: string): boolean {
  const stems = stemsOf(form);
  const vague = stems.length < 2 ? vagueStems : hollowStems;
  return stems.every((stem) => vague.has(stem));
}

/** Whether a form ends in what something has: "rendering speed". */
export function isAttribute(form: string): boolean {
  return attributeStems.has(stemsOf(form).at(-1) ?? '');
}

/** Whether a form has a number ("GPT-4") or a coined name ("DeepSeek"), which no field is called after. */
export function hasProductName(form: string): boolean {
  const words = form.split(/[\s-]+/);
  return words.some(
    (word) =>
      (/\p{N}/u.test(word) && !/^\p{N}D$/u.test(word)) || /\p{Lu}\p{Ll}{2,}\p{Lu}/u.test(word),
  );
}
