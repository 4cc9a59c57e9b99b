import { englishStopWords, singularOf } from './natural.ts';

const functionWords = `
  across against al almost alone along already although always among amongst anything aren around
  away back became become becomes becoming behind beside besides beyond bring brings case cases
  certain certainly compared concerning considering consist consists contain containing contains
  couldn despite didn doesn don done down due eg either else elsewhere enough especially et etc
  even ever every everything except far fewer find finds first firstly five found four full
  furthermore gave give given gives giving go goes going gone good greatly had hadn hardly hasn
  haven having hence highly however ie if including indeed inside instead isn itself just keep
  kept last later latter least less let lets likely ll mainly makes making may mean means
  meanwhile merely moreover mostly near nearly need needs neither nevertheless no none nor not
  nothing often once one ones onto otherwise overall part particular particularly per perhaps
  possible possibly previously prior put quite rather real really recently regarding relatively
  respectively seem seems seen several shall shouldn simply six something sometimes soon
  specifically still strongly subsequently sufficiently taken takes ten thereby therefore third
  though three throughout thus together toward towards two typically unless unlike unlikely upon
  us use used useful uses using usually various ve versus via vs wants wasn weren whatever
  whenever whereas whereby wherein whether whole whose widely within without wouldn yes yet
`;

// What is left of formulas that lost their signs.
const texWords = `
  argmin argmax bigotimes cdot cdots ell epsilon frac geq infty ldots leq mathbb mathbf mathcal
  mathfrak mathrm neq propto qquad quad sqrt varepsilon varphi widehat
  widetilde
`;

const academicWords = `
  abstract accordingly achieve achieved achieves achieving address addresses addressing advance
  advances aim aims allow allowing allows analyze analyzed analyzing applied apply approach
  approaches appropriate art article aspect aspects attempt author authors available based
  baseline baselines benchmark benchmarks benefit benefits best better broad capability capable
  challenge challenges challenging combine combined combines combining common commonly comparable
  compare comparison competitive comprehensive conclude conclusion conduct conducted consider
  considerable considerably considered considers consistent consistently contribution
  contributions crucial current currently degree demonstrate demonstrated demonstrates
  demonstrating depend depending depends describe described detail detailed details determine
  develop developed developing development difference differences different difficult discuss
  discussed easily efficacy efficiency efficient efficiently effort efforts emerge emerged
  emerging empirical empirically enable enabled enables enabling enhance enhanced enhances
  enhancing ensure ensures entire establish established evaluate evaluated evaluating evaluation
  evaluations evidence evident examine example examples excellent exhibit exhibits exist existing
  experiment experimental experimentally experiments explain explicitly exploit explore explored
  explores exploring extend extended extending extends extensive extensively facilitate
  facilitates fact factor factors final finally finding findings focus focused focuses focusing
  following follows form formulate formulation framework frameworks fully fundamental future gain
  gains gap gaps github goal great help helps higher highlight highlights http https huge idea
  ideas identify illustrate implement implementation implementations implemented implications
  importance important importantly impressive improve improved improvement improvements improves
  improving includes incorporate incorporates incorporating increase increased increases
  increasing increasingly inherent insight insights inspired interest interesting interestingly
  introduce introduced introduces introducing investigate investigated investigates investigating
  involve involves involving issue issues kind known lack large largely larger latest lead leading
  leads leverage leverages leveraging limit limitation limitations limited limits literature lower
  main maintain maintaining maintains major manner method methodology methods minimal mitigate
  motivated necessary new newly notable notably novel numerical numerous observation observations
  observe observed obtain obtained obtaining offer offering offers original outperform
  outperforming outperforms overcome paper papers perform performance performed performing
  performs perspective pipeline play plays practical practice present presented presents pressing
  prevent previous problem problems produce produced produces project promise promising proper
  properties property propose proposed proposes proposing prove proven provide provided provides
  providing publicly purpose range ranging recent reduce reduced reduces reducing related relevant
  relies rely relying remain remaining remains remarkable report reported require required
  requirement requirements requires requiring research researchers respect result resulting
  results reveal reveals review role scenario scenarios scheme serve serves show showed showing
  shown shows significance significant significantly similar simple small solution solutions solve
  solved solves solving specific standard strong studied studies study studying substantial
  substantially success successful successfully suffer suffers suggest suggesting suggests
  suitable superior tackle technique techniques thorough today top topic traditional type types
  typical unified unique unknown validate validated validates validation variant variants variety
  vary varying verify wide widespread work works years yield yielding yields
`;

// Left in a phrase ("stochastic processes", "state space"), empty alone.
const genericWords = `
  ability accuracy algorithm algorithms analyses analysis application applications architecture
  architectures code codes complex data dataset datasets deep design effect effects feature
  features function functions high information input inputs key learning level levels low machine
  measure measures model models natural network networks open output outputs parameter parameters
  potential process processes quality question questions robust robustness scale score scores set
  sets setting settings single state states strategies strategy structure structures support
  system systems target task tasks term terms test tests text theoretical theory time tool tools
  training understand understanding variable variables view world
`;

function wordSet(...lists: (string | readonly string[])[]): ReadonlySet<string> {
  const words = lists.flatMap((list) => (typeof list === 'string' ? list.split(/\s+/) : list));
  return new Set(words.filter(Boolean));
}

function stemSet(list: string): ReadonlySet<string> {
  return new Set([...wordSet(list)].map(singularOf));
}

/** Words without a meaning of their own: they are no terms at all. Lower-case. */
export const stopWords = wordSet(englishStopWords, functionWords, texWords);

/**
 * Stems of words that an abstract of any field has ("propose", "novel", "method", "results"). They
 * may help to tell papers apart, but name no topic.
 */
export const academicStems = stemSet(academicWords);

/** Stems of words that name a topic in a phrase, but not alone. */
export const genericStems = stemSet(genericWords);
