import type { WrittenPaper } from '../../../src/core/text/written-forms.ts';

/** Papers of three themes in turn: diffusion models, Markov decision processes, graph networks. */
export const THEMES = 3;

const DIFFUSION = [
  'Denoising of images, step by step: a novel sampler for diffusion models.',
  'Image generation with diffusion models takes many denoising steps; distillation leaves four.',
  'Text prompts guide diffusion models, and image generation follows the prompts closely.',
  'Latent diffusion models for image generation: the denoising moves into a latent space.',
  'The noise schedule of diffusion models decides how pixels and textures of images come out.',
  'A score network learns the noise of images. Sampling from diffusion models follows it.',
  'Our results: prompts edit images by diffusion models without new denoising steps.',
  'Image generation from sketches with pixels and prompts as conditions of diffusion models.',
];

const DECISIONS = [
  'Markov decision processes model an agent that collects rewards. We bound the regret of a policy.',
  'Reinforcement learning finds a policy for Markov decision processes from rewards alone.',
  'An LLM as an agent: reinforcement learning with rewards from Markov decision processes.',
  'Offline: a policy by reinforcement learning from logged actions and rewards.',
  'We study exploration in Markov decision processes, where an agent tries actions for rewards.',
  'The regret of a policy in Markov decision processes falls with the horizon of the agent.',
  'Value iteration for reinforcement learning converges to the policy of greatest rewards.',
  'Safety in reinforcement learning: the actions of an agent within a budget of regret.',
];

const GRAPHS = [
  'Graph neural networks pass messages between the nodes and edges of molecules.',
  'We predict the energy of molecules by graph neural networks with messages between atoms.',
  'Node classification by graph neural networks suffers when edges join unlike nodes.',
  'Oversmoothing: deep graph neural networks give all nodes the same embedding.',
  'Message passing over edges limits graph neural networks to the power of colour refinement.',
  'Atoms and bonds of molecules become nodes and edges for graph neural networks.',
  'Novel attention for graph neural networks weighs the edges of social nodes.',
  'Pooling of nodes lets graph neural networks read molecules at many sizes, atoms to rings.',
];

const NAMES = ['Sampling of Pictures', 'Acting for Rewards', 'Nodes with Edges'];

/** 24 papers: row i belongs to theme i mod 3. */
export const PAPERS: readonly WrittenPaper[] = DIFFUSION.flatMap((_, i) =>
  [DIFFUSION, DECISIONS, GRAPHS].map((abstracts, theme) => ({
    title: `${NAMES[theme]!}, Part ${i + 1}`,
    abstract: abstracts[i]!,
  })),
);
