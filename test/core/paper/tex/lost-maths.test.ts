import { describe, expect, it } from 'vitest';
import { inlineToHtml, inlineToText } from '../../../../src/core/paper/inline.ts';
import { parseInline } from '../../../../src/core/paper/parse-inline.ts';

// Formulas stand between ⟦ and ⟧ to keep the expectations readable.
function shown(source: string): string {
  return inlineToHtml(parseInline(source)).replace(/<span class="math">(.*?)<\/span>/g, '⟦$1⟧');
}

const SET: [source: string, html: string][] = [
  ['regression with ell_infty guarantees', 'regression with ⟦ℓ<sub>∞</sub>⟧ guarantees'],
  [
    'a matrix Ain R^{ntimes d} and a vector bin R^n',
    'a matrix ⟦A ∈ R<sup>n×d</sup>⟧ and a vector ⟦b ∈ R<sup>n</sup>⟧',
  ],
  ["finding a vector x'in R^d such that", 'finding a vector ⟦x′ ∈ R<sup>d</sup>⟧ such that'],
  [
    'where x^*=argmin_{xin R^d}|Ax-b|_2. One',
    'where ⟦x<sup>*</sup>=argmin<sub>x∈R<sup>d</sup></sub>|Ax−b|<sub>2</sub>⟧. One',
  ],
  ['m=epsilon^{-2}dlog^3(n/delta) such that', '⟦m=ε<sup>−2</sup>d log<sup>3</sup>(n/δ)⟧ such that'],
  [
    'm=Omega(epsilon^{-2}d^{1+gamma}) for gamma=Theta(frac{loglog n{log d}}) is',
    '⟦m=Ω(ε<sup>−2</sup>d<sup>1+γ</sup>)⟧ for gamma=Theta(frac{loglog n{log d}}) is',
  ],
  [
    'v_{reason} = theta_{GRPO} - theta_{SFT}.',
    '⟦v<sub>reason</sub> = θ<sub>GRPO</sub> − θ<sub>SFT</sub>⟧.',
  ],
  [
    'labels {y} in R^N where {y} = {X} {w}^* + {xi}, and {xi} is the noise',
    'labels ⟦y ∈ R<sup>N</sup>⟧ where ⟦y = X w<sup>*</sup> + ξ⟧, and ⟦ξ⟧ is the noise',
  ],
  ['f_star(x) +g_{star}(y).', '⟦f<sub>⋆</sub>(x) +g<sub>⋆</sub>(y)⟧.'],
  ['optimal encoder Phi^*_tau.', 'optimal encoder ⟦Φ<sup>*</sup><sub>τ</sub>⟧.'],
  ['a bound constraint |x|_infty leq 1/lambda.', 'a bound constraint ⟦|x|<sub>∞</sub> ≤ 1/λ⟧.'],
  [
    'approximating ell_q with 0 leq q < 1 (including',
    'approximating ⟦ℓ<sub>q</sub>⟧ with ⟦0 ≤ q &lt; 1⟧ (including',
  ],
  [
    'for 1leq p<2 and mathfrak S^{2-2/p} for 2<p<infty.',
    'for ⟦1≤p&lt;2⟧ and ⟦S<sup>2−2/p</sup>⟧ for ⟦2&lt;p&lt;∞⟧.',
  ],
  ['subspace embeddings for pneq 2 that', 'subspace embeddings for ⟦p≠2⟧ that'],
  ['runs in time ({nd}/{epsilon})^{O(d)} and', 'runs in time ⟦(nd/ε)<sup>O(d)</sup>⟧ and'],
  [
    'with O(K^{4d}{epsilon^{2d}} cdot log^{5d} n) samples',
    'with O(K^{4d}{epsilon^{2d}} cdot log^{5d} n) samples',
  ],
  [
    'scales approximately as eta/lambdacdot d^{0.75}.',
    'scales approximately as ⟦η/λ·d<sup>0.75</sup>⟧.',
  ],
  [
    'learning-rate rule eta_2propto d^{-1} for',
    'learning-rate rule ⟦η<sub>2</sub>∝d<sup>−1</sup>⟧ for',
  ],
  [
    'trained at eta_1=Theta_d(1) and lambda_1=0, this',
    'trained at ⟦η<sub>1</sub>=Θ<sub>d</sub>(1)⟧ and ⟦λ<sub>1</sub>=0⟧, this',
  ],
  [
    'Omega(kloglog n / n) and O(k^2loglog n / n).',
    '⟦Ω(k log log n / n)⟧ and ⟦O(k<sup>2</sup> log log n / n)⟧.',
  ],
  [
    'mathcal{O}(H^3S^2A/varepsilon^2) sample complexity',
    '⟦O(H<sup>3</sup>S<sup>2</sup>A/ε<sup>2</sup>)⟧ sample complexity',
  ],
  ['a bound of mathcal{O}(min{S, T/(n T)}) on', 'a bound of ⟦O(min{S, T/(n T)})⟧ on'],
  [
    'widetilde O(d^{2/3}/(nvarepsilon_DP)^{4/3}), which',
    '⟦Õ(d<sup>2/3</sup>/(nε<sub>DP</sub>)<sup>4/3</sup>)⟧, which',
  ],
  ['regret bound tilde O (d^2/Delta) as', 'regret bound ⟦Õ(d<sup>2</sup>/Δ)⟧ as'],
  [
    'the direction θ^star in S^{d-1} in different',
    'the direction ⟦θ<sup>⋆</sup> ∈ S<sup>d−1</sup>⟧ in different',
  ],
  ['n gtrsim d^{max(1, k^star-1)} samples', '⟦n ≳ d<sup>max(1, k<sup>⋆</sup>−1)</sup>⟧ samples'],
  ['the L_2^2-loss in', 'the ⟦L<sub>2</sub><sup>2</sup>⟧-loss in'],
  ['transport C^2OT that', 'transport ⟦C<sup>2</sup>⟧OT that'],
  ['VLM-R^3: Region Recognition', 'VLM-⟦R<sup>3</sup>⟧: Region Recognition'],
  ['HumanEval^{+}, and MMLU-Pro', '⟦HumanEval<sup>+</sup>⟧, and MMLU-Pro'],
  ['Met^2Net: A Decoupled', '⟦Met<sup>2</sup>⟧Net: A Decoupled'],
  ['bigotimes_{i in J} X_i come', '⟦⨂<sub>i ∈ J</sub> X<sub>i</sub>⟧ come'],
  [
    'log(x_1^2)+log(x_2^3), and 2log(x_1)+3log(x_2).',
    '⟦log(x<sub>1</sub><sup>2</sup>)+log(x<sub>2</sub><sup>3</sup>)⟧, and ⟦2 log(x<sub>1</sub>)+3 log(x<sub>2</sub>)⟧.',
  ],
  ['ID_H < ID_Y, leading', '⟦ID<sub>H</sub> &lt; ID<sub>Y</sub>⟧, leading'],
  ['R=-a*e^H+b between', '⟦R=−a*e<sup>H</sup>+b⟧ between'],
  ['decreases at rate O(1/{\\alpha}^2) - the', 'decreases at rate ⟦O(1/α<sup>2</sup>)⟧ - the'],
  ['36.4times less training cost', '⟦36.4×⟧ less training cost'],
  ['to-image 512times 512 images', 'to-image ⟦512×512⟧ images'],
  ['same small dataset (leq100 examples)', 'same small dataset (⟦≤⟧100 examples)'],
  ['epsilon-greedy with an epsilon-SVR', '⟦ε⟧-greedy with an ⟦ε⟧-SVR'],
  ['least 1-epsilon for eta, zeta>0', 'least ⟦1−ε⟧ for ⟦η⟧, ⟦ζ⟧&gt;0'],
  ['a bound lambda leq 1 on lambda.', 'a bound ⟦λ ≤ 1⟧ on ⟦λ⟧.'],
  ['least 1-delta if delta^2 = 0', 'least ⟦1−δ⟧ if ⟦δ<sup>2</sup> = 0⟧'],
  ['sigma-sub-Gaussian noise, sigma^2', '⟦σ⟧-sub-Gaussian noise, ⟦σ<sup>2</sup>⟧'],
  ['eps*(Psi) of Psi and Psi^2', 'eps*(Psi) of ⟦Ψ⟧ and ⟦Ψ<sup>2</sup>⟧'],
  ['formal (epsilon, delta)-privacy', 'formal (⟦ε⟧, ⟦δ⟧)-privacy'],
  ['on tau-bench with tau^2', 'on tau-bench with ⟦τ<sup>2</sup>⟧'],
  ['as n to infty, x_{1} to infty', 'as ⟦n → ∞⟧, ⟦x<sub>1</sub> → ∞⟧'],
  ['from n to infty and 0 to infty', 'from n to ⟦∞⟧ and 0 to ⟦∞⟧'],
  [
    'under (q^{*},s^{*}) and widetilde{mathcal O}(T)',
    'under (⟦q<sup>*</sup>⟧,⟦s<sup>*</sup>⟧) and widetilde{mathcal O}(T)',
  ],
  ['with mll n and', 'with ⟦m ≪ n⟧ and'],
  ['is E[z mid x,y] = 0', 'is ⟦E[z ∣ x,y] = 0⟧'],
  ['map E: Obj(S)toR^n.', 'map E: ⟦Obj(S) → R<sup>n</sup>⟧.'],
  [
    'CO_2 and H_2O, C_6H_12O_6 emissions',
    '⟦CO<sub>2</sub>⟧ and ⟦H<sub>2</sub>O⟧, C_6H_12O_6 emissions',
  ],
  ['a multiplicative (1pmvarepsilon) factor', 'a multiplicative (⟦1±ε⟧) factor'],
];

const LEFT_AS_IT_STANDS = [
  'greedy exploration with alpha and beta in (0, 1)',
  "x'-x^*|_infty leq epsilon{d}cdot |Ax^*-b|_2cdot |A^dagger|",
  "|x'-x^*|_infty leq epsilon{d}cdot |Ax^*-b|_2cdot |A^dagger|",
  'error: 1{N}cdot |X w^* - X w|^2_2.',
  'epsilon.py, my_epsilon, a/epsilon/b, --epsilon 1, https://a.b/?epsilon=1 and "epsilon"',
  'tau-bench and the lambda calculus',
  'for all n, ill x, the dll a and MLL n',
  'from a to b or n to m',
  'labels {Cat, Dog} or {Yes, No or Other}x',
  'we go from a to b mid way [x mid y]',
  'five times, in all, to the star, at min cost',
  'https://github.com/cfifty/rotation_trick.',
  'github.com/MatiasAlvo/Neural_inventory_control.',
  'rotation_trick and hierarchical_decision_rules beat GPT_4',
  'the ratio p_te(x)/p_tr(x) to weight',
  'a.b_c@x_y.org wrote x_1.png and data/x_1.csv',
  'happy ^_^ and ^^ and _ and ^ alone, v1.2_3',
  'requiring O(k^n{n}) forward passes',
  'samples with O(K^{4d}{epsilon^{2d}} cdot log^{5d} n)',
  'of Oleft(H^7 A^2 d^4{tau^2 epsilon^2}right) to yield',
  'unbalanced R^{d and x_{1',
  'E: Hom(S)toR^{n}_{n}',
];

describe('parseInline(source) with mathematics that lost its dollars', () => {
  it.each(SET)('sets %s', (source, html) => {
    expect(shown(source)).toBe(html);
  });

  it.each(SET.filter(([source]) => !/[\\{]/.test(source)))('keeps the text of %s', (source) => {
    expect(inlineToText(parseInline(source))).toBe(source);
  });

  it.each(LEFT_AS_IT_STANDS)('leaves %s as it stands', (source) => {
    expect(parseInline(source)).toEqual([{ type: 'text', value: source }]);
  });

  it('keeps the source of a formula for search', () => {
    expect(inlineToHtml(parseInline('ell_infty'))).toBe('<span class="math">ℓ<sub>∞</sub></span>');
  });

  it('leaves a brace without partner behind the formula it follows', () => {
    expect(shown('R^d} alone')).toBe('⟦R<sup>d</sup>⟧} alone');
  });
});
