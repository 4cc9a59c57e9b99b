// Each table is "name character name character …": compact to read and to extend.
function table(pairs: string): ReadonlyMap<string, string> {
  const words = pairs.trim().split(/\s+/);
  const entries: [string, string][] = [];
  for (let i = 0; i + 1 < words.length; i += 2) entries.push([words[i]!, words[i + 1]!]);
  return new Map(entries);
}

/** Greek and Greek-like letters by TeX command name. */
export const TEX_LETTERS = table(`
  alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
  kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ
  phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ
  Phi Φ Psi Ψ Omega Ω ell ℓ hbar ℏ imath ı jmath ȷ Re ℜ Im ℑ aleph ℵ wp ℘ infty ∞ nabla ∇ partial ∂
  emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ top ⊤ bot ⊥ dagger † ddagger ‡ prime ′ degree °
  angle ∠ triangle △ square □ Box □ checkmark ✓ clubsuit ♣ spadesuit ♠ heartsuit ♥ diamondsuit ♦
  flat ♭ natural ♮ sharp ♯ ldots … dots … cdots ⋯ dotsc … dotsb ⋯ vdots ⋮ ddots ⋱ langle ⟨ rangle ⟩
  lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ vert | Vert ‖ lvert | rvert | lVert ‖ rVert ‖ lbrace { rbrace }
  lbrack [ rbrack ] colon : backslash \\ neg ¬ lnot ¬ surd √ copyright © dag † ddag ‡ pounds £
`);

/** Relations and arrows by TeX command name. */
export const TEX_RELATIONS = table(`
  leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ approx ≈ sim ∼
  simeq ≃ cong ≅ equiv ≡ propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ subsetneq ⊊ supset ⊃
  supseteq ⊇ to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← Rightarrow ⇒ Longrightarrow ⟹
  implies ⟹ Leftarrow ⇐ leftrightarrow ↔ Leftrightarrow ⇔ Longleftrightarrow ⟺ iff ⟺ mapsto ↦
  hookrightarrow ↪ rightharpoonup ⇀ rightleftharpoons ⇌ rightsquigarrow ⇝ leadsto ⇝ uparrow ↑
  downarrow ↓ updownarrow ↕ nearrow ↗ searrow ↘ mid ∣ nmid ∤ parallel ∥ perp ⊥ prec ≺ preceq ⪯ succ ≻
  succeq ⪰ models ⊨ vdash ⊢ dashv ⊣ doteq ≐ triangleq ≜ coloneqq ≔ asymp ≍ sqsubseteq ⊑ lt < gt >
  trianglelefteq ⊴ vartriangleleft ⊲
`);

/** Binary operators by TeX command name. */
export const TEX_OPERATORS = table(`
  times × cdot · pm ± mp ∓ div ÷ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ cup ∪
  cap ∩ uplus ⊎ sqcup ⊔ sqcap ⊓ setminus ∖ smallsetminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ wr ≀ amalg ⨿
  ltimes ⋉ rtimes ⋊ diamond ⋄ bigcirc ◯ sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂
  bigotimes ⨂ bigoplus ⨁ bigwedge ⋀ bigvee ⋁ bigsqcup ⨆
`);

/** Functions that are set as upright words. */
export const TEX_FUNCTIONS: ReadonlySet<string> = new Set(
  `log ln lg exp min max sup inf lim limsup liminf argmin argmax arg det dim ker Pr sin cos tan sinh
   cosh tanh cot deg gcd lcm hom poly polylog sign sgn rank diag tr softmax`.split(/\s+/),
);

/** Commands that only change the shape of their argument. */
export const TEX_FONTS: ReadonlySet<string> = new Set(
  `mathcal mathbb mathbf mathrm mathsf mathit mathtt mathfrak mathscr mathds mathbbm boldsymbol bm
   pmb text textbf textit textrm textsf texttt textsc textnormal textup mbox hbox operatorname emph
   mathop mathbin mathrel mathord mathnormal boldmath ensuremath cal rm bf it sf tt em`.split(
    /\s+/,
  ),
);

/** Accents by TeX command name, as combining marks. */
export const TEX_MATH_ACCENTS = table(`
  widetilde \u0303 tilde \u0303 wt \u0303 widehat \u0302 hat \u0302 bar \u0304 overline \u0304
  vec \u20d7 dot \u0307 ddot \u0308 check \u030c breve \u0306 acute \u0301 grave \u0300
  underline \u0332
`);

/** Names that no prose holds: the loss of a backslash is certain wherever they stand. */
export const CERTAIN_NAMES: ReadonlySet<string> = new Set(
  `varepsilon varphi vartheta varrho varsigma infty leq geq neq lesssim gtrsim cdot propto notin
   subseteq supseteq rightarrow leftarrow Rightarrow leftrightarrow mapsto bigotimes bigoplus
   mathcal mathbb mathfrak mathbf mathscr widetilde widehat`.split(/\s+/),
);

/** Blackboard-bold form of a letter or digit, where Unicode has one. */
export function blackboard(character: string): string {
  const special = BLACKBOARD.get(character);
  if (special !== undefined) return special;
  const code = character.charCodeAt(0);
  if (/^[A-Z]$/.test(character)) return String.fromCodePoint(0x1d538 + code - 65);
  return /^[0-9]$/.test(character) ? String.fromCodePoint(0x1d7d8 + code - 48) : character;
}

const BLACKBOARD = table('C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ');

/** The character for a symbol's command name, if it has one. */
export function texSymbol(name: string): string | undefined {
  return TEX_LETTERS.get(name) ?? TEX_RELATIONS.get(name) ?? TEX_OPERATORS.get(name);
}
