import fc from 'fast-check';

// The same cases in every run, so that a change alone makes a property fail; PROPERTY_SEED tries others.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 457) });
